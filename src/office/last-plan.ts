import { readingAt } from '../domain/findings/walk.js';
import { unitOf } from '../domain/measured/measure.js';
import type { Plan } from '../domain/plan.js';
import { indicatorLists } from '../domain/plan-lists.js';
import { err, ok, type Result } from '../domain/result.js';
import type { LastPlan } from '../domain/rolling/roll-over.js';
import { planAsRead } from '../register/confirmed-readings.js';
import type { Db } from '../register/database.js';
import { measuredInTheEnd } from '../register/last-year.js';
import { listPlanVersions } from '../register/plans.js';
import { readPlanSheet } from '../sheets/plan-sheet.js';
import { actualText } from '../words/measure.js';
import { rollingWords as words } from '../words/rolling.js';

/**
 * The plan next year's is begun from: last year's in force with what was measured at its end, or the one of a workbook.
 * @param exercise of the plan that is begun
 * @param workbook its bytes; absent: from the register
 * @returns everything that is wrong, in Italian
 */
export async function lastPlanOf(
  db: Db,
  { entity, exercise }: { readonly entity: string; readonly exercise: number },
  workbook: Uint8Array | undefined,
): Promise<Result<LastPlan, readonly string[]>> {
  const last = exercise - 1;
  const found = workbook === undefined ? undefined : await fromWorkbook(workbook, entity, last);
  if (found?.ok === false) return found;
  const versions = await listPlanVersions(db, entity, last);
  const version = versions.findLast(({ status }) => status === 'in-force')?.version;
  if (found === undefined && version === undefined) return err([words.noLastPlan(last)]);
  const plan = found?.value ?? (await planAsRead(db, { entity, exercise: last }, version ?? 0));
  const measured = await measuredInTheEnd(db, entity, last);
  const results = new Map(
    [...indicatorLists(plan).values()].flat().flatMap((one) => {
      const said = measured.get(one.code);
      if (said === undefined || said.name !== one.name || said.actual.kind === 'missing') return [];
      const reading = readingAt(one, last);
      return [[one.code, actualText(said.actual, reading && unitOf({ reading }))]];
    }),
  );
  return ok(found !== undefined || version === undefined ? { plan, results } : { plan, version, results });
}

async function fromWorkbook(bytes: Uint8Array, entity: string, last: number): Promise<Result<Plan, readonly string[]>> {
  const read = await readPlanSheet(bytes);
  if (!read.ok) return err(read.error.map(({ message }) => message));
  const { entity: of, exercise } = read.value;
  return of === entity && exercise === last ? read : err([words.otherPlan(of, exercise, last)]);
}
