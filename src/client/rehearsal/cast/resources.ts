import { STEERING } from '../../../domain/entity.js';
import type { Plan } from '../../../domain/plan.js';
import { XLSX_TYPE } from '../../../files/media-types.js';
import { readPlanSheet, writePlanSheet } from '../../../sheets/plan-sheet.js';
import { castWords } from '../../../words/cast.js';
import { cyclePath, PLAN_PATH } from '../../pages/kit/paths.js';
import type { Page } from '../page.js';
import { chance } from '../random.js';
import { firstHolder } from './people.js';
import { type CastDeps, type Outcome, report } from './planned.js';
import { signedIn } from './visiting.js';

const words = castWords.resources;

/** Whether the page of a draft says that it lacks what the Piano's workbook brings. */
export const lacksResources = (deps: CastDeps, draft: Page): boolean =>
  draft.find(`section[aria-labelledby=mancano] a[href="${cyclePath(deps.ref, PLAN_PATH)}"]`).length > 0;

/** Two documents may lack them at once: whoever comes second waits for the one who is at it. */
const writing = new WeakMap<CastDeps, Promise<Outcome>>();

/** Controllo di gestione takes the Piano's workbook, writes what each programme costs, and brings it back. */
export async function bringResources(deps: CastDeps): Promise<Outcome> {
  const now = writing.get(deps) ?? fill(deps).finally(() => writing.delete(deps));
  writing.set(deps, now);
  return await now;
}

async function fill(deps: CastDeps): Promise<Outcome> {
  const person = await firstHolder(deps, [STEERING]);
  const opened = await signedIn(deps, person, cyclePath(deps.ref, `${PLAN_PATH}/importa`));
  const form = opened.page.forms.find(({ fields }) => fields.has('file'));
  if (form === undefined) return 'waiting';
  const workbook = await opened.visitor.download(`${deps.consoleUrl}${cyclePath(deps.ref, `${PLAN_PATH}/piano.xlsx`)}`);
  const read = await readPlanSheet(workbook);
  if (!read.ok)
    throw new Error(`the workbook of the Piano can not be read: ${read.error.map((e) => e.message).join('; ')}`);
  if (read.value.budget.lines.length > 0) return 'done';
  const file = new File([new Uint8Array(writePlanSheet(withCosts(deps, read.value)))], 'piano.xlsx', {
    type: XLSX_TYPE,
  });
  const saved = await opened.visitor.send(form, { file, motivo: words.reason });
  return report(deps, words.brought(person.name), saved);
}

/** A cost for each programme: between ten and sixty thousand euro, the same for the same seed. */
function withCosts({ script }: CastDeps, plan: Plan): Plan {
  const programmes = plan.areas.flatMap((area) =>
    area.objectives.flatMap((objective) => objective.programmes.map((programme) => ({ area, objective, programme }))),
  );
  const lines = programmes.map(({ area, objective, programme }, i) => ({
    ...{ area: area.code, objective: objective.code, programme: programme.code },
    ...{ heading: words.heading, activity: '', function: 'C', costCentre: 'CC01', product: `P${i + 1}` },
    description: programme.title,
    amount: `${10_000 + 500 * Math.floor(100 * chance(script.seed, `${programme.code}/resources`))}.00`,
    source: words.source,
  }));
  return { ...plan, budget: { ...plan.budget, lines } };
}
