import { randomUUID } from 'node:crypto';
import type { Handler } from 'hono';
import { reviewFactor } from '../../../acts/context/review-factor.js';
import { FACTOR_KINDS, type FactorRevision, type Factors, factorsOf } from '../../../domain/context/factors.js';
import { factorRevisions } from '../../../register/context.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { factorWords as words } from '../../../words/context.js';
import { KEY } from '../kit/act-form.js';
import { BodyPage, type BodyPageData, bodyPageData } from '../kit/body-frame.js';
import { Saved } from '../kit/parts/saved.js';
import { bodyPath, CONTEXT_PATH, cyclePath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { allows } from '../kit/viewer.js';
import { EXERCISE, ExerciseChoice, exercisesOf } from './exercise-choice.js';
import { whoActed } from './who-acted.js';

/** The context of an exercise: its factors in their four quadrants, and those of the year before still to be looked at. */
export function contextFactors(site: Site): Handler {
  return async (c) => {
    const data = await bodyPageData(site, c);
    if (data === undefined) return c.notFound();
    const { db } = site.deps.register;
    const { entity, frame } = data;
    const asked = c.req.query(EXERCISE);
    const [{ all, chosen }, revisions, directory] = await Promise.all([
      exercisesOf(db, entity.id, asked),
      factorRevisions(db, entity.id),
      directoryOf(db, entity.id, frame.today),
    ]);
    if (chosen === undefined && asked !== undefined) return c.notFound();
    return answer(
      c,
      <BodyPage data={data} view={CONTEXT_PATH} title={words.title} lead={words.lead}>
        <Saved text={c.req.query('fatto')?.slice(0, 300)} />
        {chosen === undefined ? (
          <p>{words.noCycle}</p>
        ) : (
          <>
            <ExerciseChoice all={all} chosen={chosen} path={bodyPath(entity.id, CONTEXT_PATH)} />
            <FactorsOf
              {...{ data, directory, exercise: chosen, revisions, writes: allows(c, 'steer') }}
              factors={factorsOf(revisions, chosen)}
            />
          </>
        )}
      </BodyPage>,
    );
  };
}

interface FactorsProps {
  readonly data: BodyPageData;
  readonly directory: Directory;
  readonly exercise: number;
  readonly factors: Factors;
  readonly revisions: readonly FactorRevision[];
  readonly writes: boolean;
}

function FactorsOf(props: FactorsProps) {
  const { data, directory, exercise, factors, revisions, writes } = props;
  const { held, toReview } = factors;
  const add = cyclePath({ entity: data.entity.id, exercise }, '/fattore');
  return (
    <>
      <h2>{words.exercise(exercise)}</h2>
      {writes && (
        <p>
          <a class="btn btn-primary" href={add}>
            {words.add}
          </a>
        </p>
      )}
      {toReview.length > 0 && (
        <section aria-labelledby="da-esaminare" class="ciclo-card">
          <h3 id="da-esaminare">{words.toReview(toReview.length, exercise)}</h3>
          <FactorList {...props} of={toReview} kinds />
        </section>
      )}
      {held.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <div class="ciclo-quadrants">
          {FACTOR_KINDS.map((kind) => (
            <section class={`ciclo-card ciclo-quadrant-${kind}`} aria-labelledby={`quadro-${kind}`}>
              <h3 id={`quadro-${kind}`}>{words.kinds[kind]}</h3>
              <FactorList {...props} of={held.filter((one) => one.kind === kind)} />
            </section>
          ))}
        </div>
      )}
      {revisions.length > 0 && (
        <section aria-labelledby="storia">
          <h3 id="storia">{words.history}</h3>
          <History {...{ revisions, directory }} />
        </section>
      )}
    </>
  );
}

interface ListProps extends FactorsProps {
  readonly of: readonly FactorRevision[];
  /** Whether each says its kind: they are of several. */
  readonly kinds?: boolean;
}

function FactorList({ of, data, exercise, writes, kinds = false }: ListProps) {
  if (of.length === 0) return <p>{words.empty}</p>;
  return (
    <ul class="ciclo-factors">
      {of.map((one) => (
        <li>
          {kinds && <small>{`${words.one[one.kind]}: `}</small>}
          {one.text}
          {one.standing !== 'new' && !kinds && <small>{` (${words.standing[one.standing]})`}</small>}
          {writes && (
            <>
              {' '}
              <a href={reviewPath(data, exercise, one)}>
                {words.review}
                <span class="visually-hidden">{`: ${one.text}`}</span>
              </a>
              {kinds && <Confirm action={reviewPath(data, exercise, one)} of={one} />}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

const reviewPath = ({ entity }: BodyPageData, exercise: number, { factor }: FactorRevision): string =>
  cyclePath({ entity: entity.id, exercise }, `${CONTEXT_PATH}/${factor}/${reviewFactor.path}`);

/** Says at once that a factor of the year before holds as it is; whoever has more to say looks at it on its page. */
function Confirm({ action, of }: { readonly action: string; readonly of: FactorRevision }) {
  return (
    <form method="post" action={action} class="ciclo-confirm">
      <input type="hidden" name={KEY} value={randomUUID()} />
      <input type="hidden" name={reviewFactor.words.fields.standing.page} value="confirmed" />
      <button type="submit" class="btn btn-outline-primary btn-sm">
        {words.confirm}
        <span class="visually-hidden">{`: ${of.text}`}</span>
      </button>
    </form>
  );
}

const { text, status, instant, count } = columnsOf<FactorRevision>();

function History({ revisions, directory }: Pick<FactorsProps, 'revisions' | 'directory'>) {
  return (
    <DataTable
      name="fattori"
      caption={words.history}
      hideCaption
      columns={[
        text(words.text, (one) => one.text),
        status(words.kind, ({ kind }) => words.kinds[kind]),
        count(words.ofExercise, ({ exercise }) => exercise, { show: ({ exercise }) => String(exercise) }),
        status(words.state, ({ standing }) => words.standing[standing]),
        text(words.reason, ({ reason }) => reason ?? undefined),
        text(words.by, (one) => whoActed(one, directory)),
        instant(words.on, ({ at }) => at),
      ]}
      rows={revisions.toReversed()}
    />
  );
}
