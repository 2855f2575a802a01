import { type Stakeholder, type StakeholderDescription, stakeholderRegister } from '../domain/voices/stakeholder.js';
import { bodyProfile } from './body.js';
import type { Db } from './database.js';
import type { Doing } from './follow-up.js';

/** The register of a body's stakeholders, those that ended too: see `stakeholderRegister`. Two queries. */
export async function stakeholdersOf(db: Db, entity: string): Promise<readonly Stakeholder[]> {
  const [profile, rows] = await Promise.all([
    bodyProfile(db, entity),
    db
      .selectFrom('stakeholders')
      .distinctOn('stakeholder')
      .select(['stakeholder as id', 'name', 'category', 'expects', 'influence', 'interest', 'services', 'involvement'])
      .select('ended')
      .where('entity', '=', entity)
      .orderBy('stakeholder')
      .orderBy('id', 'desc')
      .execute(),
  ]);
  return stakeholderRegister(
    profile?.stakeholders ?? [],
    rows.map((row) => ({ ...row, described: true })),
  );
}

/** One of them by its id; undefined when there never was one. */
export async function stakeholderOf(db: Db, entity: string, id: string): Promise<Stakeholder | undefined> {
  return (await stakeholdersOf(db, entity)).find((one) => one.id === id);
}

/** Puts on record how a stakeholder stands from now on; how they stood stays. */
export async function addStakeholderState(
  db: Db,
  {
    actor,
    actingFor,
    at,
    simulated,
    ...state
  }: Omit<Doing, 'key'> &
    StakeholderDescription & {
      readonly entity: string;
      readonly stakeholder: string;
      readonly ended: boolean;
      readonly reason?: string;
    },
): Promise<void> {
  await db
    .insertInto('stakeholders')
    .values({ ...state, reason: state.reason ?? '', actor, actingFor: actingFor ?? null, at, simulated })
    .execute();
}
