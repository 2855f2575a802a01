import type { Context, Handler } from 'hono';
import { correctReading as readOtherwise } from '../../../acts/plan/correct-reading.js';
import { withdrawReading } from '../../../acts/plan/withdraw-reading.js';
import { sameValue } from '../../../domain/same-value.js';
import { candidatesOf } from '../../../domain/targets/outcome.js';
import { sentence } from '../../../domain/targets/sentence.js';
import type { Reading } from '../../../domain/targets/types.js';
import type { ReadTarget } from '../../../domain/to-read.js';
import { readingWords } from '../../../words/readings.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { still } from '../kit/frame.js';
import { accumulationIn } from '../kit/parts/accumulation-choice.js';
import { FormField, fieldState } from '../kit/parts/form-field.js';
import { CONFIRMED_PATH } from '../kit/paths.js';
import { PlanningPage } from '../kit/plan-frame.js';
import type { Problem } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { type ConfirmedPageData, confirmedPageData } from './confirmed-page.js';
import { HiddenFields } from './editor-form.js';
import { type Meanwhile, meanwhileOf, SavedMeanwhile } from './meanwhile.js';
import { planCrumbs } from './page-data.js';
import { LEAVE, ReadingChoice } from './readings.js';
import { problemsOf, saying, seenOn, takeOn } from './saving.js';

const words = readingWords.correcting;
const CHOICE = 'lettura';
const YEAR = 'nel-corso';
const REASON = 'motivo';

interface Subject extends ConfirmedPageData {
  readonly one: ReadTarget;
  /** Version of how it is read, as the page shows it. */
  readonly seen: string;
}

/** One confirmed reading: another one in its place, or none. */
export function correctReading(site: Site): Handler {
  return async (c) => {
    const subject = await subjectIn(site, c);
    return subject instanceof Response ? subject : answer(c, <CorrectPage subject={subject} />);
  };
}

/** Records the correction: in the next draft, or beside the plan in force. */
export function saveCorrection(site: Site): Handler {
  return async (c) => {
    const subject = await subjectIn(site, c);
    if (subject instanceof Response) return subject;
    const fields = await fieldsOf(c);
    const refuse = async (problems: readonly Problem[]) => {
      const meanwhile = await meanwhileOf(site, subject.data, fields);
      return answer(c, <CorrectPage {...{ subject, fields, problems, meanwhile }} />, 422);
    };
    const choice = fields.text(CHOICE);
    const withdrawn = choice === LEAVE;
    if (!withdrawn && !/^\d{1,2}$/.test(choice)) return refuse([{ field: CHOICE, text: words.choose }]);
    const said = {
      indicator: subject.one.key,
      // The page counts from 0, people from 1.
      reading: withdrawn ? undefined : String(Number(choice) + 1),
      accumulation: accumulationIn(fields.text(YEAR)),
      reason: fields.text(REASON),
    };
    const act = withdrawn ? withdrawReading : readOtherwise;
    const taken = await takeOn(site, c, subject.data, act, fields, saying(said));
    if (!taken.ok) return refuse(problemsOf(taken.error, (field) => FIELDS[field ?? ''] ?? CHOICE));
    const done = encodeURIComponent(taken.value.said);
    return c.redirect(`${subject.data.path(CONFIRMED_PATH)}?fatto=${done}`, 303);
  };
}

/** A reading that is computed already is not corrected here: the list says what to do instead. */
async function subjectIn(site: Site, c: Context): Promise<Subject | Response> {
  const found = await confirmedPageData(site, c);
  if (found instanceof Response) return found;
  const [list, code] = [c.req.param('list'), c.req.param('code')];
  const row = found.rows.find(({ one }) => one.list.id === list && one.indicator.code === code);
  if (row === undefined) return (await c.notFound()) as Response;
  if (row.computed !== undefined) return c.redirect(found.data.path(CONFIRMED_PATH), 303);
  const version = found.data.shown?.version ?? 0;
  const seen = await seenOn(site, found.data.cycle, readOtherwise, version, { indicator: row.one.key });
  return { ...found, one: row.one, seen };
}

/** What the page calls the fields of the act. */
const FIELDS: Readonly<Record<string, string>> = { accumulation: YEAR, reason: REASON };

interface CorrectPageProps {
  readonly subject: Subject;
  readonly fields?: Fields;
  readonly problems?: readonly Problem[];
  readonly meanwhile?: Meanwhile | undefined;
}

function CorrectPage({ subject: { data, one, seen }, fields, problems = [], meanwhile }: CorrectPageProps) {
  const { frame, cycle, edits, policy, shown } = data;
  const { indicator, outcome, text, reading } = one;
  const problemOf = (field: string) => problems.find((p) => p.field === field)?.text;
  const baseline = data.baselines.get(indicator.code);
  const of = { indicator: indicator.code, exercise: cycle.exercise };
  const hint = edits ? words.reasonHint.draft : words.reasonHint.inForce;
  return (
    <PlanningPage
      frame={still(frame)}
      cycle={cycle}
      view="plan"
      title={words.title(indicator.code)}
      under={[...planCrumbs(data), { title: readingWords.confirmed.title, href: data.path(CONFIRMED_PATH) }]}
      problems={problems}
    >
      <SavedMeanwhile meanwhile={meanwhile} />
      <p class="lead">{indicator.name}</p>
      <p>
        {`${words.stands}: `}
        <b>{sentence(reading)}</b>
      </p>
      {one.followers.length > 0 && (
        <p>{readingWords.followers(one.followers.map((row) => row.indicator.code).join(', '))}</p>
      )}
      <form class="ciclo-readings" method="post" novalidate>
        <HiddenFields version={shown?.version ?? 0} {...{ fields, seen, meanwhile }} />
        <ReadingChoice
          name={CHOICE}
          legend={words.legend(text)}
          outcome={outcome}
          chosen={fields?.text(CHOICE) ?? String(standing(one))}
          rewrite="never"
          leave={words.withdraw}
          basis={{ policy, of: baseline === undefined ? of : { ...of, baseline } }}
          accumulation={{
            name: YEAR,
            chosen: fields?.text(YEAR) ?? ('accumulation' in reading ? (reading.accumulation ?? '') : ''),
            problem: problemOf(YEAR),
          }}
        />
        <div class="ciclo-fields">
          <FormField id={REASON} label={words.reason} hint={hint} problem={problemOf(REASON)}>
            <input
              id={REASON}
              name={REASON}
              type="text"
              required={!edits}
              value={fields?.text(REASON) ?? ''}
              {...fieldState(REASON, true, problemOf(REASON))}
            />
          </FormField>
        </div>
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </PlanningPage>
  );
}

/** Which of the readings the text may have is the one that stands, however its measure grows; -1 when none is. */
function standing({ outcome, reading }: ReadTarget): number {
  const bare = (one: Reading): object => ({ ...one, accumulation: undefined });
  return candidatesOf(outcome).findIndex((one) => sameValue(bare(one.reading), bare(reading)));
}
