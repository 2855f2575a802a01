import { Decimal } from 'decimal.js';
import { STEERING } from '../../../access/roles.js';
import type { ProgrammeSheet } from '../../../domain/plan.js';
import { planInForce } from '../../../register/plans.js';
import type { StepRecord } from '../../../register/steps.js';
import { castWords } from '../../../words/cast.js';
import { italianNumber } from '../../../words/format.js';
import { cyclePath } from '../../console/frame.js';
import { chance } from '../random.js';
import { signedIn } from './door.js';
import { type CastDeps, firstHolder, later, type Outcome, type Planned, report } from './stage.js';

const words = castWords.spending;

/** Days after a checkpoint within which accounting has the figures. */
const DAYS = 2;

/** After a checkpoint controllo di gestione puts on record what each programme has spent up to its reference date. */
export function spending(deps: CastDeps, step: StepRecord): Planned {
  const { checkpoint } = step.planned;
  if (checkpoint === undefined || step.completedAt === null) return [];
  const at = later(step.completedAt, DAYS);
  return [[`${step.id}/${step.run}/spending`, { at, by: STEERING, run: () => record(deps, step, checkpoint) }]];
}

async function record(
  deps: CastDeps,
  step: StepRecord,
  { to }: NonNullable<StepRecord['planned']['checkpoint']>,
): Promise<Outcome> {
  const { entity, exercise } = deps.ref;
  const sheets = (await planInForce(deps.register.db, entity, exercise, to))?.plan.sheets ?? [];
  const person = await firstHolder(deps, [STEERING]);
  let outcome: Outcome = 'done';
  for (const sheet of sheets) {
    const { visitor, page } = await signedIn(
      deps,
      person,
      cyclePath(deps.ref, `/programmi/${encodeURIComponent(sheet.programme)}/spesa`),
    );
    const form = page.formTo('');
    if (form === undefined) return 'waiting';
    const saved = await visitor.send(form, { importo: spentBy(deps, sheet, to), data: to, nota: words.note });
    if (saved.errors.length > 0) outcome = report(deps, words.told(step.planned.title, person.name, 1), saved);
  }
  if (outcome === 'done' && sheets.length > 0) {
    deps.tell(words.told(step.planned.title, person.name, sheets.length));
  }
  return outcome;
}

/** A share of what was planned that grows along the year, a little less than all of it in the end. */
function spentBy({ script }: CastDeps, { programme, resources }: ProgrammeSheet, to: string): string {
  const elapsed = Number(to.slice(5, 7)) / 12;
  const share = elapsed * (0.82 + 0.16 * chance(script.seed, `${programme}/spending`));
  return italianNumber(new Decimal(resources.planned).times(share.toFixed(4)).toFixed(2));
}
