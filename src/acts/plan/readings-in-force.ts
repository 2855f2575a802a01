import type { Plan } from '../../domain/plan.js';
import { partsOf } from '../../domain/plan-outline.js';
import { sentence } from '../../domain/targets/sentence.js';
import { type ReadTarget, readIn, toReadIn } from '../../domain/to-read.js';
import { writeReports } from '../../office/report.js';
import type { Db } from '../../register/database.js';
import { readFrozenAgain } from '../../register/frozen.js';
import { holdResults } from '../../register/overrides.js';
import { listPlanVersions } from '../../register/plans.js';
import { readingWords as words } from '../../words/readings.js';
import type { About, Place, Standing } from '../act.js';
import { versionOf } from '../digest.js';
import { isInForce, type PlanVersionSubject } from './plan-version.js';
import { planOf } from './planning.js';
import { targetNamed } from './reading-answers.js';

/**
 * The plan an act about readings is of, held until the transaction ends: nobody computes or confirms meanwhile.
 * @returns undefined when it is the version in force no more, or there is no plan
 */
export async function heldPlan(tx: Db, subject: PlanVersionSubject): Promise<Plan | undefined> {
  const { ref, cycle, version } = subject;
  await holdResults(tx, cycle);
  const versions = await listPlanVersions(tx, ref.entity, ref.exercise);
  const inForce = versions.findLast((one) => one.status === 'in-force')?.version;
  return isInForce(subject) && inForce !== version ? undefined : await planOf(tx, subject);
}

/** How many readings of a plan wait, and which: whoever read an earlier page is told who has confirmed some since. */
export async function readingsStanding({ register, subject }: Place<PlanVersionSubject>): Promise<Standing> {
  const plan = await planOf(register.db, subject);
  const open = plan === undefined ? [] : toReadIn(partsOf(plan), plan.exercise);
  return { version: versionOf(open.map(({ key, text }) => [key, text])), said: words.nowOpen(open.length) };
}

/** How one target is read: whoever read an earlier page is told how it is read now. */
export async function readingStanding(
  { register, subject }: Place<PlanVersionSubject>,
  { indicator }: About,
): Promise<Standing> {
  const plan = await planOf(register.db, subject);
  const found = plan && targetNamed(readIn(partsOf(plan), plan.exercise), String(indicator));
  const one: ReadTarget | undefined = found?.ok === true ? found.value : undefined;
  return {
    version: versionOf(one === undefined ? null : [one.text, one.reading]),
    said: one === undefined ? words.nowNone : words.nowReads(sentence(one.reading)),
  };
}

/** Once readings of a plan are on record: forms ask by them, and what was computed again is reported again. */
export async function afterReadings(db: Db, cycle: string, checkpoint = ''): Promise<void> {
  readFrozenAgain(db, cycle);
  if (checkpoint !== '') await writeReports(db, { cycle, checkpoint });
}
