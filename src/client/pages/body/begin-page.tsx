import type { Context, Handler } from 'hono';
import { begin } from '../../../acts/cycle/begin.js';
import { recordEarlier } from '../../../acts/earlier/record-earlier.js';
import { withdrawEarlier } from '../../../acts/earlier/withdraw-earlier.js';
import { placeOf } from '../../../acts/place.js';
import { type Shown, shown } from '../../../acts/show.js';
import { yearOf } from '../../../domain/calendar/civil-date.js';
import type { CalendarProblem } from '../../../domain/calendar/problems.js';
import type { Result } from '../../../domain/result.js';
import { type BeginningStep, beginnable, beginningOf } from '../../../office/beginning.js';
import { listCycles } from '../../../register/cycles.js';
import { beginningWords as words } from '../../../words/beginning.js';
import { ActForm, type Refused, Summary } from '../kit/act-form.js';
import { BodyPage, type BodyPageData, bodyPageData } from '../kit/body-frame.js';
import { Saved } from '../kit/parts/saved.js';
import { BEGIN_PATH, bodyPath, cyclePath } from '../kit/paths.js';
import { forbidden } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { allows } from '../kit/viewer.js';

const EXERCISE = begin.words.fields.exercise.page;

/** What of a cycle was done before Ciclo, step by step, and the form with which it begins. */
export const beginning =
  (site: Site): Handler =>
  (c) =>
    show(site, c);

/** Takes that form: the cycle's own page is next. */
export const takeBeginning =
  (site: Site): Handler =>
  (c) => {
    const entity = c.req.param('entity') ?? '';
    const at = { place: placeOf(site.deps, entity, entity), sender: senderOf(c) };
    const next = ({ said, facts }: { readonly said: string; readonly facts: Readonly<Record<string, unknown>> }) =>
      `${facts.started === true ? cyclePath({ entity, exercise: Number(facts.exercise) }) : bodyPath(entity, BEGIN_PATH)}?fatto=${encodeURIComponent(said)}`;
    return takeAct(site, c, begin, at, next, (refused) => show(site, c, refused));
  };

async function show(site: Site, c: Context, refused?: Refused): Promise<Response> {
  if (!allows(c, 'steer')) return forbidden(site, c);
  const data = await bodyPageData(site, c);
  if (data === undefined) return c.notFound();
  const { id } = data.entity;
  const place = placeOf(site.deps, id, id);
  const begun = (await listCycles(place.register.db, id)).map(({ exercise }) => exercise);
  const exercises = beginnable(place.today).filter((one) => !begun.includes(one));
  const asked = Number(refused?.written(EXERCISE).at(-1) ?? c.req.query(EXERCISE));
  // Nobody begins last year's cycle unless they say so.
  const usual = exercises.find((one) => one >= yearOf(place.today));
  const exercise = exercises.includes(asked) ? asked : (usual ?? exercises[0]);
  const steps =
    exercise === undefined
      ? undefined
      : await beginningOf(
          { db: place.register.db, bodies: site.deps.bodies, entity: id, today: place.today },
          exercise,
        );
  return answer(
    c,
    <BeginPage
      {...{ data, exercises, exercise, steps, refused }}
      form={await shown(begin, place)}
      done={c.req.query('fatto')?.slice(0, 300)}
    />,
    refused === undefined ? 200 : 422,
  );
}

interface BeginPageProps {
  readonly data: BodyPageData;
  /** Those whose cycle can begin. */
  readonly exercises: readonly number[];
  readonly exercise: number | undefined;
  readonly steps: Result<readonly BeginningStep[], readonly CalendarProblem[]> | undefined;
  readonly form: Shown;
  readonly refused: Refused | undefined;
  readonly done: string | undefined;
}

function BeginPage({ data, exercises, exercise, steps, form, refused, done }: BeginPageProps) {
  const { id } = data.entity;
  return (
    <BodyPage data={data} view={BEGIN_PATH} title={words.title} lead={words.lead}>
      <Saved text={done} />
      <Summary refused={refused} />
      {exercise === undefined ? (
        <p>{words.allBegun}</p>
      ) : (
        <>
          <nav aria-label={words.exercises}>
            <ul class="ciclo-links">
              {exercises.map((one) => (
                <li>
                  <a
                    href={bodyPath(id, `${BEGIN_PATH}?${EXERCISE}=${one}`)}
                    aria-current={one === exercise ? 'page' : undefined}
                  >
                    {words.choose(one)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <Steps {...{ id, exercise, steps }} />
          <section class="ciclo-card" aria-labelledby={begin.path}>
            <h2 id={begin.path}>{words.of(exercise)}</h2>
            <ActForm
              of={form}
              action={bodyPath(id, BEGIN_PATH)}
              refused={refused}
              start={{ exercise: String(exercise) }}
            />
          </section>
        </>
      )}
    </BodyPage>
  );
}

type StepsProps = Pick<BeginPageProps, 'steps'> & { readonly id: string; readonly exercise: number };

function Steps({ id, exercise, steps }: StepsProps) {
  if (steps === undefined) return null;
  if (!steps.ok) {
    return (
      <div class="alert alert-warning">
        <p>{words.unplanned(exercise)}</p>
        <ul>
          {steps.error.map(({ message }) => (
            <li>{message}</li>
          ))}
        </ul>
      </div>
    );
  }
  const act = ({ step, earlier }: BeginningStep) => {
    const of = new URLSearchParams({
      [EXERCISE]: String(exercise),
      [recordEarlier.words.fields.step.page]: step.id,
    }).toString();
    const [to, called] = earlier === undefined ? [recordEarlier, words.record] : [withdrawEarlier, words.withdraw];
    return (
      <a href={bodyPath(id, `/${to.path}?${of}`)} aria-label={words.doneTo(called, step.title)}>
        {called}
      </a>
    );
  };
  const among = steps.value;
  return (
    <TableSection
      name="attivita"
      caption={words.stepsOf(exercise)}
      lead={
        <p>
          {words.summary(
            among.filter(({ earlier }) => earlier !== undefined).length,
            among.filter(({ passed }) => passed).length,
          )}
        </p>
      }
      columns={[
        text(words.step, ({ step }) => step.title),
        day(words.due, ({ step }) => step.dueOn),
        text(words.state, stateOf),
        columns.act(words.what, act),
      ]}
      rows={among}
    />
  );
}

const columns = columnsOf<BeginningStep>();
const { text, day } = columns;

const stateOf = ({ earlier, passed }: BeginningStep): string => {
  if (earlier !== undefined) return words.done(earlier);
  return passed ? words.passed : words.toCome;
};
