import type { CivilDate } from './calendar/types.js';
import { cycleId } from './cycle-id.js';
import { type ActingPerson, onceEach, type StandIn, whoStandsInFor } from './who-acts.js';

/** An indicator that who answers for its office has given to a colleague, who gives its value in their place. Persons are ids. */
export interface Delegation {
  readonly indicator: string;
  /** Office that answers for the indicator, as `ufficio:<id>`. */
  readonly role: string;
  /** Who answers for it in their own right. */
  readonly delegator: string;
  readonly delegate: string;
  /** The checkpoint it was given at. */
  readonly checkpoint: string;
  /** Last day, at whichever checkpoint of the cycle; null: for that checkpoint alone. */
  readonly until: CivilDate | null;
}

/** Who is what on the day a delegation is looked at. */
export interface DelegationDay {
  readonly standIns: readonly StandIn[];
  /** Whether somebody answers for an office in their own right. */
  holds(person: string, role: string): boolean;
  inService(person: string): boolean;
  /** Whether somebody is of the OIV, which nobody of the body answers for, and which answers for nobody of the body. */
  isOiv(person: string): boolean;
}

/** A delegation that holds today, with who gives the value: the colleague, or who stands in for them in everything. */
export type Delegated<D extends Delegation = Delegation> = D & { readonly giver: string };

/** Whether a delegation is of a checkpoint on a day. */
export const isOf = (
  { checkpoint, until }: Pick<Delegation, 'checkpoint' | 'until'>,
  at: { readonly checkpoint: string; readonly on: CivilDate },
): boolean => (until === null ? checkpoint === at.checkpoint : at.on <= until);

/** Why an indicator cannot be given to somebody. */
export type WhyNotDelegated = 'answers-already' | 'oiv';

/** @returns undefined where it can */
export function whyNotDelegated(
  { role, delegator, delegate }: Pick<Delegation, 'role' | 'delegator' | 'delegate'>,
  day: Pick<DelegationDay, 'holds' | 'isOiv'>,
): WhyNotDelegated | undefined {
  if (day.isOiv(delegator) !== day.isOiv(delegate)) return 'oiv';
  return delegate === delegator || day.holds(delegate, role) ? 'answers-already' : undefined;
}

/**
 * The delegations that hold on a day, of those recorded: who delegated still answers for the office, the colleague is in service
 * and may still be asked. Where one does not hold, who answers for the office is asked as if nothing had been delegated.
 */
export function delegatedOn<D extends Delegation>(
  delegations: readonly D[],
  day: DelegationDay,
): readonly Delegated<D>[] {
  return delegations.flatMap((one) => {
    if (!day.holds(one.delegator, one.role) || whyNotDelegated(one, day) !== undefined) return [];
    const giver = whoStandsInFor(one.delegate, undefined, day.standIns);
    return giver !== one.delegator && day.inService(giver) && !day.isOiv(giver) ? [{ ...one, giver }] : [];
  });
}

/**
 * Who gives the value of an indicator: whoever acts for its office, but for those who have delegated it, and the colleagues they
 * delegated it to in their place.
 * @param acting for the office, substitutions applied
 */
export function whoGives(
  indicator: string,
  acting: readonly ActingPerson[],
  delegated: readonly Pick<Delegated, 'indicator' | 'delegator' | 'giver'>[],
): readonly ActingPerson[] {
  const given = delegated.filter((one) => one.indicator === indicator);
  const passed = new Set(given.map(({ delegator }) => delegator));
  return onceEach([
    ...acting.filter(({ person, actingFor }) => !passed.has(actingFor ?? person)),
    ...given.map(({ giver, delegator }) => ({ person: giver, actingFor: delegator })),
  ]);
}

const PREFIX = 'delega:';

/** What somebody may act as who was delegated one indicator at one checkpoint. */
export const delegatedRole = (at: {
  readonly cycle: string;
  readonly checkpoint: string;
  readonly indicator: string;
}): string => `${PREFIX}${at.cycle}/${at.checkpoint}/${at.indicator}`;

/** The checkpoint such a role is of; undefined for every other role. */
export function checkpointOfDelegated(
  role: string,
): { readonly cycle: string; readonly checkpoint: string } | undefined {
  if (!role.startsWith(PREFIX)) return undefined;
  const [entity = '', exercise = '', checkpoint] = role.slice(PREFIX.length).split('/');
  return checkpoint === undefined ? undefined : { cycle: cycleId({ entity, exercise: Number(exercise) }), checkpoint };
}
