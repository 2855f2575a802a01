import type { Context, Handler } from 'hono';
import { correctInForce } from '../../../acts/plan/correcting.js';
import { completeReading } from '../../../domain/accumulation.js';
import { err, ok, type Result } from '../../../domain/result.js';
import { sameValue } from '../../../domain/same-value.js';
import { candidatesOf } from '../../../domain/targets/outcome.js';
import { sentence } from '../../../domain/targets/sentence.js';
import type { Reading } from '../../../domain/targets/types.js';
import { type ReadTarget, readAs, unread } from '../../../domain/to-read.js';
import { refuseText } from '../../../register/accept.js';
import { planningWords } from '../../../words/planning.js';
import { readingWords } from '../../../words/readings.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { still } from '../kit/frame.js';
import { accumulationIn } from '../kit/parts/accumulation-choice.js';
import { FormField, fieldState } from '../kit/parts/form-field.js';
import { CONFIRMED_PATH } from '../kit/paths.js';
import { PlanningPage } from '../kit/plan-frame.js';
import type { Problem } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { type ConfirmedScene, confirmedScene } from './confirmed-page.js';
import { chosenReading, LEAVE, ReadingChoice } from './readings.js';
import { save, versionIn } from './saving.js';
import { planCrumbs } from './scene.js';

const words = readingWords.correcting;
const CHOICE = 'lettura';
const YEAR = 'nel-corso';
const REASON = 'motivo';

interface Subject extends ConfirmedScene {
  readonly one: ReadTarget;
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
    const wanted = wantedIn(subject, fields);
    const recorded = wanted.ok ? await record(site, subject, versionIn(fields), wanted.value) : wanted;
    if (!recorded.ok) return answer(c, <CorrectPage {...{ subject, fields }} problems={recorded.error} />, 422);
    const done = encodeURIComponent(recorded.value.join(' '));
    return c.redirect(`${subject.scene.path(CONFIRMED_PATH)}?fatto=${done}`, 303);
  };
}

/** A reading that is computed already is not corrected here: the list says what to do instead. */
async function subjectIn(site: Site, c: Context): Promise<Subject | Response> {
  const found = await confirmedScene(site, c);
  if (found instanceof Response) return found;
  const [list, code] = [c.req.param('list'), c.req.param('code')];
  const row = found.rows.find(({ one }) => one.list.id === list && one.indicator.code === code);
  if (row === undefined) return (await c.notFound()) as Response;
  if (row.computed !== undefined) return c.redirect(found.scene.path(CONFIRMED_PATH), 303);
  return { ...found, one: row.one };
}

interface Wanted {
  /** Null: none, the confirmation is withdrawn. */
  readonly reading: Reading | null;
  readonly reason: string;
}

function wantedIn({ scene, one }: Subject, fields: Fields): Result<Wanted, readonly Problem[]> {
  const problems: Problem[] = [];
  const reason = fields.text(REASON).trim();
  const unwritable = reason === '' ? undefined : refuseText(reason);
  if (reason === '' && !scene.edits) problems.push({ field: REASON, text: words.noReason });
  if (unwritable !== undefined) problems.push({ field: REASON, text: unwritable });
  const choice = fields.text(CHOICE);
  const chosen = chosenReading(one.outcome, choice);
  const reading =
    chosen === undefined ? null : completeReading(chosen.reading, accumulationIn(fields.text(YEAR)), scene.policy);
  if (chosen === undefined && choice !== LEAVE) problems.push({ field: CHOICE, text: words.choose });
  if (reading === undefined)
    problems.push({ field: YEAR, text: readingWords.accumulation.missing(one.indicator.code) });
  else if (chosen !== undefined && sameValue(reading, one.reading))
    problems.push({ field: CHOICE, text: words.refused.unchanged });
  if (problems.length > 0 || reading === undefined) return err(problems);
  return ok({ reading, reason: reason === '' ? words.plainReason : reason });
}

async function record(
  site: Site,
  { scene, one }: Subject,
  from: number,
  { reading, reason }: Wanted,
): Promise<Result<readonly string[], readonly Problem[]>> {
  const { shown, cycle, edits, editor: actor } = scene;
  if (actor === undefined || shown === undefined) throw new Error('readings are corrected by who may edit the plan');
  const { code } = one.indicator;
  const told = reading === null ? words.withdrawn(code) : words.corrected(code);
  if (edits) {
    const plan = reading === null ? unread(shown.plan, one) : readAs(shown.plan, one, reading, actor.person);
    const saved = await save(site, scene, { plan, from, action: 'targets-corrected', reason });
    return saved.ok ? ok([told, planningWords.form.saved(saved.value)]) : saved;
  }
  const { db, schema } = site.deps.register;
  const ref = { space: schema, entity: cycle.entity, exercise: cycle.exercise };
  const corrected = await correctInForce(
    db,
    ref,
    { ...actor, at: site.deps.clock(), reason },
    {
      version: from,
      reading,
      targets: [one, ...one.followers].map(({ indicator }) => ({
        indicator: indicator.code,
        name: indicator.name,
        target: one.text,
      })),
    },
  );
  return corrected.ok ? ok([told]) : err([{ field: CHOICE, text: words.refused[corrected.error] }]);
}

interface CorrectPageProps {
  readonly subject: Subject;
  readonly fields?: Fields;
  readonly problems?: readonly Problem[];
}

function CorrectPage({ subject: { scene, one }, fields, problems = [] }: CorrectPageProps) {
  const { frame, cycle, edits, policy, shown } = scene;
  const { indicator, outcome, text, reading } = one;
  const problemOf = (field: string) => problems.find((p) => p.field === field)?.text;
  const baseline = scene.baselines.get(indicator.code);
  const of = { indicator: indicator.code, exercise: cycle.exercise };
  const hint = edits ? words.reasonHint.draft : words.reasonHint.inForce;
  return (
    <PlanningPage
      frame={still(frame)}
      cycle={cycle}
      view="plan"
      title={words.title(indicator.code)}
      under={[...planCrumbs(scene), { title: readingWords.confirmed.title, href: scene.path(CONFIRMED_PATH) }]}
      problems={problems}
    >
      <p class="lead">{indicator.name}</p>
      <p>
        {`${words.stands}: `}
        <b>{sentence(reading)}</b>
      </p>
      {one.followers.length > 0 && (
        <p>{readingWords.followers(one.followers.map((row) => row.indicator.code).join(', '))}</p>
      )}
      <form class="ciclo-readings" method="post" novalidate>
        <input type="hidden" name="versione" value={fields?.text('versione') ?? String(shown?.version ?? 0)} />
        <ReadingChoice
          name={CHOICE}
          legend={words.legend(text)}
          outcome={outcome}
          chosen={fields?.text(CHOICE) ?? String(standing(one))}
          rewrite="never"
          leave={words.withdraw}
          scene={{ policy, of: baseline === undefined ? of : { ...of, baseline } }}
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
