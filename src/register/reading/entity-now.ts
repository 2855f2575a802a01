import type { CivilDate } from '../../domain/calendar/types.js';
import { type Entity, type EntityPerson, officeOfRole, type Period } from '../../domain/entity.js';
import type { Db } from '../database.js';
import { entityOf, inOrderOf } from '../entities.js';
import { budgetPostponement } from '../postponements.js';
import { type Mandate, mandatesOf } from './mandates.js';

/**
 * The body as it stands: what its file says, with whatever pages have changed since of offices, roles, people, mandates,
 * substitutions, and of the days to which the law has postponed its budgets. Who is no longer in service is not in it.
 */
export async function entityNow(db: Db, id: string): Promise<Entity | undefined> {
  const filed = await entityOf(db, id);
  if (filed === undefined) return undefined;
  const [roles, people, mandates, substitutes, budgetTerms] = await Promise.all([
    db
      .selectFrom('roles')
      .select(['id', 'title', 'board', 'recordedBy', 'external'])
      .where('entity', '=', id)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('people')
      .select(['id', 'name', 'email', 'manager'])
      .where('entity', '=', id)
      .where('active', '=', true)
      .orderBy('id')
      .execute(),
    mandatesOf(db, id),
    db
      .selectFrom('substitutes')
      .select(['absent', 'substitute', 'fromDate', 'toDate', 'scope', 'reason'])
      .where('entity', '=', id)
      .orderBy('id')
      .execute(),
    budgetTermsOf(db, filed),
  ]);
  const inService = new Set(people.map((one) => one.id));
  const executives = new Set(filed.roles.filter(({ executive }) => executive === true).map((one) => one.id));
  return {
    ...filed,
    budgetTerms,
    roles: inOrderOf(filed.roles, roles).map(({ recordedBy, ...role }) => ({
      ...role,
      recordedBy: recordedBy ?? undefined,
      executive: executives.has(role.id) ? true : undefined,
    })),
    people: inOrderOf(filed.people, people).map(({ manager, ...person }) => ({
      ...person,
      // Nobody escalates to who has left.
      manager: manager !== null && inService.has(manager) ? manager : undefined,
      ...holdingOf(mandates.filter((one) => one.person === person.id)),
    })),
    substitutes: substitutes
      .filter(({ absent, substitute }) => inService.has(absent) && inService.has(substitute))
      .map(({ fromDate, toDate, scope, ...one }) => ({
        ...one,
        from: fromDate,
        to: toDate,
        scope: scope ?? undefined,
      })),
  };
}

/** An office answered for whatever the day is said by its name alone, as people write it. */
function holdingOf(mandates: readonly Mandate[]): Pick<EntityPerson, 'holds' | 'offices'> {
  const always = ({ role, fromDate, toDate }: Mandate): boolean =>
    officeOfRole(role) !== undefined && fromDate === OPEN.from && toDate === OPEN.to;
  return {
    holds: mandates.filter((one) => !always(one)).map(({ role, ...days }) => ({ role, ...periodOf(days) })),
    offices: mandates.filter(always).flatMap(({ role }) => officeOfRole(role) ?? []),
  };
}

const OPEN = { from: '-infinity', to: 'infinity' } as const;

// The columns are dates: what is not open is a day.
const periodOf = ({ fromDate, toDate }: Pick<Mandate, 'fromDate' | 'toDate'>): Period => ({
  from: fromDate === OPEN.from ? undefined : (fromDate as CivilDate),
  to: toDate === OPEN.to ? undefined : (toDate as CivilDate),
});

/** What was declared on a page of an exercise stands in the place of what the file says of it. */
async function budgetTermsOf(db: Db, { id, budgetTerms = [] }: Entity): Promise<NonNullable<Entity['budgetTerms']>> {
  const cycles = await db.selectFrom('cycles').select(['id', 'exercise']).where('entity', '=', id).execute();
  const terms = new Map(budgetTerms.map(({ exercise, term }) => [exercise, term]));
  for (const cycle of cycles) {
    const declared = await budgetPostponement(db, cycle.id);
    if (declared !== undefined) terms.set(cycle.exercise, declared.term);
  }
  return [...terms].sort(([one], [other]) => one - other).map(([exercise, term]) => ({ exercise, term }));
}
