import type { LastYear } from '../achievement/baseline.js';
import type { Transparency } from '../annexes.js';
import type { Plan } from '../plan.js';
import type { Series } from '../series.js';
import { parseTarget } from '../targets/parse.js';
import { checkBaselines } from './baselines.js';
import { checkCodes } from './codes.js';
import { checkDocument, checkSteps, checkTransparency, type NumberedStep } from './document.js';
import type { Finding } from './finding.js';
import { checkMoney } from './money.js';
import { checkOffices } from './offices.js';
import type { ReadTarget } from './readings.js';
import { checkRepeats } from './repeats.js';
import { checkResources } from './resources.js';
import { checkResults } from './results.js';
import { checkSheets } from './sheets.js';
import { checkTargets } from './targets.js';
import { checkTitles } from './titles.js';
import { checkWeights } from './weights.js';

/** What stands beside a plan and must agree with it; what is not given is not checked. */
export interface BesidePlan {
  /** The steps of the cycle's calendar, in its order. */
  readonly steps?: readonly NumberedStep[];
  /** Ids of the entity's offices. */
  readonly offices?: readonly string[];
  /** The historical tables, for what indicators refer to in them. */
  readonly series?: Series;
  readonly transparency?: Transparency;
  /** What was measured at the end of the exercise before, as far as it is known here: what changes start from. */
  readonly lastYear?: LastYear;
  /** How a target's text is read; `parseTarget` unless said. */
  readonly readTarget?: ReadTarget;
}

/**
 * Every contradiction of a plan: within itself and with what stands beside it. Nothing is repaired.
 * @returns findings in the order of the checks; the seed's are listed in `test/plan/findings.test.ts`
 */
export function checkPlan(plan: Plan, beside: BesidePlan = {}): readonly Finding[] {
  const readTarget = beside.readTarget ?? parseTarget;
  return [
    ...checkWeights(plan),
    ...checkCodes(plan),
    ...checkTargets(plan, readTarget),
    ...(beside.lastYear === undefined ? [] : checkBaselines(plan, readTarget, beside.lastYear)),
    ...checkResults(plan, beside.series, readTarget),
    ...checkRepeats(plan, readTarget),
    ...checkSheets(plan),
    ...checkTitles(plan),
    ...checkOffices(plan, beside.offices),
    ...checkMoney(plan),
    ...checkResources(plan),
    ...checkDocument(plan),
    ...(beside.steps === undefined ? [] : checkSteps(beside.steps)),
    ...(beside.transparency === undefined ? [] : checkTransparency(beside.transparency)),
  ];
}
