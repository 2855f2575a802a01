import type { Context, Handler } from 'hono';
import { confirmReadings } from '../../../acts/plan/confirm-readings.js';
import { accumulationQuestion } from '../../../domain/accumulation.js';
import type { Policy } from '../../../domain/policy.js';
import { candidatesOf } from '../../../domain/targets/outcome.js';
import { isWritten, readIn, type ToRead, toReadIn, weightToRead } from '../../../domain/to-read.js';
import { italianPercent } from '../../../words/format.js';
import { readingWords as words } from '../../../words/readings.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { still } from '../kit/frame.js';
import { AccumulationChoice } from '../kit/parts/accumulation-choice.js';
import { CONFIRMED_PATH, READINGS_PATH } from '../kit/paths.js';
import { PlanningPage } from '../kit/plan-frame.js';
import type { Problem } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { TableAway } from '../kit/table/table-away.js';
import { HiddenFields } from './editor-form.js';
import { type Meanwhile, meanwhileOf, SavedMeanwhile } from './meanwhile.js';
import { doneIn, partTitle } from './overview.js';
import { type PlanPageData, planCrumbs } from './page-data.js';
import { listTitle } from './part-page.js';
import { answersIn, pageField } from './reading-answers.js';
import { ALL } from './reading-fields.js';
import { Question } from './reading-question.js';
import type { Subject } from './readings-subject.js';
import { editorPageData, problemsOf, seenOn, takeOn } from './saving.js';
import { WrittenReadings } from './written-readings.js';

/** The targets that nobody has said how to read: the written ones to confirm together, the others one by one. */
export function readTargets(site: Site): Handler {
  return async (c) => {
    const subject = await subjectIn(site, c);
    return subject instanceof Response ? subject : answer(c, <ReadingsPage subject={subject} done={doneIn(c)} />);
  };
}

/** Records what is confirmed, and the texts written anew: a draft, or beside the plan in force. */
export function saveReadings(site: Site): Handler {
  return async (c) => {
    const subject = await subjectIn(site, c);
    if (subject instanceof Response) return subject;
    const { data, part, asked } = subject;
    const fields = await fieldsOf(c);
    const refuse = async (problems: readonly Problem[]) => {
      const meanwhile = await meanwhileOf(site, data, fields);
      return answer(c, <ReadingsPage {...{ subject, fields, problems, meanwhile }} />, 422);
    };
    const answers = answersIn(asked, fields, data.edits);
    if (answers.problems.length > 0) return refuse(answers.problems);
    const taken = await takeOn(site, c, data, confirmReadings, fields, answers.written);
    if (!taken.ok) return refuse(problemsOf(taken.error, pageField));
    return c.redirect(`${readingsPath(data, part)}?fatto=${encodeURIComponent(taken.value.said)}`, 303);
  };
}

const readingsPath = (data: PlanPageData, part?: { readonly id: string }): string =>
  data.path(part === undefined ? READINGS_PATH : `${READINGS_PATH}/${part.id}`);

async function subjectIn(site: Site, c: Context): Promise<Subject | Response> {
  const data = await editorPageData(site, c);
  if (data instanceof Response) return data;
  const { shown, parts, cycle, policy } = data;
  const id = c.req.param('part');
  const part = parts.find((one) => one.id === id);
  if (shown === undefined || (id !== undefined && part === undefined)) return (await c.notFound()) as Response;
  if (!data.confirms) return c.redirect(data.path(), 303);
  const open = toReadIn(parts, cycle.exercise);
  const asked = part === undefined ? askedFirst(open) : open.filter((one) => one.part.id === part.id);
  const seen = asked.length === 0 ? '' : await seenOn(site, cycle, confirmReadings, shown.version);
  return { data, version: shown.version, policy, open, asked, part, seen };
}

/** So many questions are looked at on one page, each with its own answer; more are asked part by part. */
const MOST_QUESTIONS = 30;

/** What the first page asks: the written readings, and the others where they are few enough to be looked at together. */
function askedFirst(open: readonly ToRead[]): readonly ToRead[] {
  const written = open.filter(isWritten);
  return open.length - written.length <= MOST_QUESTIONS ? open : written;
}

interface ReadingsPageProps {
  readonly subject: Subject;
  readonly fields?: Fields;
  readonly problems?: readonly Problem[];
  readonly done?: string | undefined;
  readonly meanwhile?: Meanwhile | undefined;
}

function ReadingsPage({ subject, fields, problems = [], done, meanwhile }: ReadingsPageProps) {
  const { data, version, part, open, asked, policy, seen } = subject;
  const { frame, cycle, edits } = data;
  const written = asked.filter(isWritten);
  const others = asked.filter((one) => !isWritten(one));
  const parts = [...new Set(written.map((one) => one.part))];
  return (
    <PlanningPage
      frame={still(frame)}
      cycle={cycle}
      view="plan"
      overline={part !== undefined ? partTitle(part) : others.length > 0 ? words.all : words.everything}
      title={words.title}
      under={[
        ...planCrumbs(data),
        ...(part === undefined ? [] : [{ title: partTitle(part), href: data.path(`/parti/${part.id}`) }]),
      ]}
      problems={problems}
      done={done}
    >
      <SavedMeanwhile meanwhile={meanwhile} />
      <p class="lead">{standing(data, open, asked, part)}</p>
      {asked.length > 0 && (
        <form class="ciclo-readings" id="letture" method="post" novalidate>
          <p>{edits ? words.lead : words.inForceLead}</p>
          <HiddenFields {...{ version, fields, seen, meanwhile }} />
          {asked.some((one) => asksAccumulation(one, policy)) && <ForAll fields={fields} />}
          {written.length > 0 && (
            <section aria-labelledby="scritte">
              <h2 id="scritte">{words.written.title}</h2>
              <p>{words.written.lead}</p>
              {parts.map((one) => (
                <WrittenReadings
                  {...{ subject, fields }}
                  title={partTitle(one)}
                  alone={parts.length === 1}
                  rows={written.filter((row) => row.part === one)}
                />
              ))}
              <TableAway name="da-confermare" caption={words.written.title} />
            </section>
          )}
          {others.length > 0 && (
            <section aria-labelledby="proposte">
              <h2 id="proposte">{words.proposed.title}</h2>
              <p>{words.proposed.lead}</p>
              {!edits && <p>{words.noneInForce}</p>}
              {others.map((one, i) => (
                <>
                  {one.list.id !== others[i - 1]?.list.id && <h3>{listTitle(one.list)}</h3>}
                  <Question {...{ one, subject, fields, problems }} />
                </>
              ))}
            </section>
          )}
          <div class="ciclo-sticky">
            <button type="submit" class="btn btn-primary">
              {words.save}
            </button>
          </div>
        </form>
      )}
      <Elsewhere {...{ data, open, asked }} />
      <Confirmed data={data} />
    </PlanningPage>
  );
}

function standing(
  { parts }: PlanPageData,
  open: readonly ToRead[],
  asked: readonly ToRead[],
  part: Subject['part'],
): string {
  if (open.length === 0) return words.allRead;
  if (part !== undefined && asked.length === 0) return words.allReadInPart;
  const of = part === undefined ? open : asked;
  const share = part === undefined ? weightToRead(parts, open) : undefined;
  const count = (kind: ToRead['outcome']['outcome']): number => of.filter((one) => one.outcome.outcome === kind).length;
  const sorts = words.counts(count('parsed'), count('proposed'), count('ambiguous'));
  return `${words.open(of.length, share === undefined ? undefined : italianPercent(share))}: ${sorts}.`;
}

const asksAccumulation = ({ outcome }: ToRead, policy: Policy): boolean =>
  candidatesOf(outcome).some(({ reading }) => accumulationQuestion(reading, policy).asked);

/** One answer for every measure that has none of its own. */
function ForAll({ fields }: { readonly fields: Fields | undefined }) {
  const { accumulation } = words;
  const chosen = fields?.text(ALL) ?? '';
  return (
    <section aria-labelledby="nel-corso">
      <h2 id="nel-corso">{accumulation.title}</h2>
      <p>{accumulation.lead}</p>
      <AccumulationChoice name={ALL} legend={accumulation.all} chosen={chosen}>
        <span class="form-check">
          <input type="radio" id={`${ALL}-`} name={ALL} value="" checked={chosen === ''} />
          <label for={`${ALL}-`}>{accumulation.allNone}</label>
        </span>
      </AccumulationChoice>
    </section>
  );
}

/** The way to what is confirmed already, and may be corrected. */
function Confirmed({ data }: Pick<Subject, 'data'>) {
  const { parts, cycle } = data;
  const n = readIn(parts, cycle.exercise).length;
  if (n === 0) return null;
  return (
    <p>
      <a href={data.path(CONFIRMED_PATH)}>{words.confirmed.goTo(n)}</a>
    </p>
  );
}

/** Where else readings wait, part by part. */
function Elsewhere({ data, open, asked }: Pick<Subject, 'data' | 'open' | 'asked'>) {
  const here = new Set(asked);
  const rest = open.filter((one) => !here.has(one));
  const parts = [...new Set(rest.map((one) => one.part))];
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="altre">
      <h2 id="altre">{words.rest}</h2>
      <ul>
        {parts.map((part) => (
          <li>
            <a href={readingsPath(data, part)}>{partTitle(part)}</a>
            {`: ${rest.filter((one) => one.part === part).length}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
