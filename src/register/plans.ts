import type { CivilDate } from '../domain/calendar/types.js';
import type { Indicator, Plan } from '../domain/plan.js';
import { registerWords } from '../words/register.js';
import { type Db, inTransaction } from './database.js';
import { json, jsonOrNull } from './json.js';
import type { Row } from './row.js';

export type PlanVersion = Row<'planVersions', (typeof COLUMNS)[number]>;

/**
 * Records a plan version with its indicators and targets, or moves the status of one already there. Idempotent. A version
 * that comes into force supersedes the one before; a version already superseded stays so.
 * @throws when the version is there with another content: an amendment is a new version
 */
export async function savePlanVersion(db: Db, version: PlanVersion): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (version.status === 'in-force') await supersedeOlder(tx, version);
    const inserted = await tx
      .insertInto('planVersions')
      .values({ ...version, plan: json(version.plan) })
      .onConflict((c) => c.columns(['entity', 'exercise', 'version']).doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 1n) {
      await saveIndicators(tx, version);
      return;
    }
    await moveStatus(tx, version);
  });
}

/** The version in force on a day, also when it has been superseded since; undefined before the first. */
export async function planInForce(
  db: Db,
  entity: string,
  exercise: number,
  on: CivilDate,
): Promise<PlanVersion | undefined> {
  return db
    .selectFrom('planVersions')
    .select(COLUMNS)
    .where('entity', '=', entity)
    .where('exercise', '=', exercise)
    .where('status', 'in', ['in-force', 'superseded'])
    .where('inForceFrom', '<=', on)
    .orderBy('inForceFrom', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** A draft goes before its board. Idempotent: what the board has decided since stays so. */
export async function proposePlanVersion(db: Db, entity: string, exercise: number, version: number): Promise<void> {
  await thoseThatAre('draft', db, entity, exercise)
    .set({ status: 'proposed' })
    .where('version', '=', version)
    .execute();
}

/** What was before its board is a draft again: who proposed it has taken it back. */
export async function draftAgain(db: Db, entity: string, exercise: number, version: number): Promise<void> {
  await thoseThatAre('proposed', db, entity, exercise)
    .set({ status: 'draft' })
    .where('version', '=', version)
    .execute();
}

/** The drafts of an amendment are given up. @param inForce the version they come from */
export async function discardDrafts(db: Db, entity: string, exercise: number, inForce: number): Promise<void> {
  await thoseThatAre('draft', db, entity, exercise)
    .set({ status: 'discarded' })
    .where('version', '>', inForce)
    .execute();
}

const thoseThatAre = (status: PlanVersion['status'], db: Db, entity: string, exercise: number) =>
  db
    .updateTable('planVersions')
    .where('entity', '=', entity)
    .where('exercise', '=', exercise)
    .where('status', '=', status);

/** One version, whatever its status. */
export async function planVersion(
  db: Db,
  entity: string,
  exercise: number,
  version: number,
): Promise<PlanVersion | undefined> {
  return db
    .selectFrom('planVersions')
    .select(COLUMNS)
    .where('entity', '=', entity)
    .where('exercise', '=', exercise)
    .where('version', '=', version)
    .executeTakeFirst();
}

/** The versions of an exercise from the first, without their contents. */
export async function listPlanVersions(
  db: Db,
  entity: string,
  exercise: number,
): Promise<readonly Omit<PlanVersion, 'plan'>[]> {
  return db
    .selectFrom('planVersions')
    .select(SUMMARY)
    .where('entity', '=', entity)
    .where('exercise', '=', exercise)
    .orderBy('version')
    .execute();
}

const SUMMARY = ['entity', 'exercise', 'version', 'hash', 'inForceFrom', 'decisionKey', 'status'] as const;
const COLUMNS = [...SUMMARY, 'plan'] as const;

async function supersedeOlder(db: Db, version: PlanVersion): Promise<void> {
  await db
    .updateTable('planVersions')
    .set({ status: 'superseded' })
    .where('entity', '=', version.entity)
    .where('exercise', '=', version.exercise)
    .where('version', '<', version.version)
    .where('status', '=', 'in-force')
    .execute();
}

async function moveStatus(db: Db, version: PlanVersion): Promise<void> {
  const there = await planVersion(db, version.entity, version.exercise, version.version);
  if (there?.hash !== version.hash) {
    throw new Error(registerWords.otherPlan(version.version, version.exercise, there?.hash, version.hash));
  }
  if (there.status === 'superseded' || there.status === version.status) return;
  await db
    .updateTable('planVersions')
    .set({ status: version.status, inForceFrom: version.inForceFrom, decisionKey: version.decisionKey })
    .where('entity', '=', version.entity)
    .where('exercise', '=', version.exercise)
    .where('version', '=', version.version)
    .execute();
}

interface Placed {
  readonly place: string;
  readonly indicator: Indicator;
  readonly area: string | null;
  readonly objective: string | null;
  readonly programme: string | null;
  readonly perspective: string | null;
  readonly missioneProgramma: string | null;
}

/** Every indicator of a plan with where it stands: the scorecard, then the sheets, then the individual objectives. */
function placedIndicators(plan: Plan): readonly Placed[] {
  const scorecard = plan.areas.flatMap((area) =>
    area.objectives.flatMap((objective) =>
      objective.programmes.flatMap((programme) =>
        programme.indicators.map((indicator) => ({
          place: 'scorecard',
          indicator,
          area: area.code,
          objective: objective.code,
          programme: programme.code,
          perspective: indicator.perspective ?? programme.perspective ?? null,
          missioneProgramma: indicator.missioneProgramma ?? programme.missioneProgramma ?? null,
        })),
      ),
    ),
  );
  const elsewhere = (place: string, programme: string, indicators: readonly Indicator[]): readonly Placed[] =>
    indicators.map((indicator) => ({
      place,
      indicator,
      area: null,
      objective: null,
      programme,
      perspective: indicator.perspective ?? null,
      missioneProgramma: indicator.missioneProgramma ?? null,
    }));
  return [
    ...scorecard,
    ...plan.sheets.flatMap((sheet) => elsewhere(`sheet:${sheet.programme}`, sheet.programme, sheet.indicators)),
    ...plan.individual.flatMap((o) => elsewhere(`individual:${o.code}`, o.programme, o.indicators)),
  ];
}

async function saveIndicators(db: Db, version: PlanVersion): Promise<void> {
  const placed = placedIndicators(version.plan);
  if (placed.length === 0) return;
  const owner = { entity: version.entity, exercise: version.exercise, version: version.version };
  await db
    .insertInto('indicators')
    .values(
      placed.map(({ indicator, ...where }, ordinal) => ({
        ...owner,
        ...where,
        ordinal,
        code: indicator.code,
        name: indicator.name,
        office: indicator.office,
        weight: indicator.weight ?? null,
      })),
    )
    .execute();
  const targets = placed.flatMap(({ place, indicator }) =>
    indicator.targets.map((target) => ({
      ...owner,
      place,
      code: indicator.code,
      year: target.year,
      text: target.text,
      reading: jsonOrNull(target.confirmed),
      confirmedBy: target.confirmedBy ?? null,
    })),
  );
  if (targets.length > 0) await db.insertInto('targets').values(targets).execute();
}
