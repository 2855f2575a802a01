import { isOwnRole } from './individual/own-role.js';

/** On a day, `substitute` stands in for `absent`. */
export interface StandIn {
  readonly absent: string;
  readonly substitute: string;
  /** Roles, or `ufficio:<id>`; null: everything. */
  readonly scope: readonly string[] | null;
}

/** Somebody who acts: in their own right, or for somebody absent. Both are person ids. */
export interface ActingPerson {
  readonly person: string;
  readonly actingFor?: string;
}

/** Something a person may act as: a role, or `ufficio:<id>`, in their own right or for somebody absent. */
export interface Capacity {
  readonly role: string;
  readonly actingFor?: string;
}

/** Who holds what in their own right: a role, or `ufficio:<id>`. */
export interface Holding {
  readonly role: string;
  readonly person: string;
}

/**
 * Who does on a day what is `person`'s to do: they themselves, or who stands in for them. A substitute who is absent too is
 * replaced in turn; where that leads round in a circle, the person acts.
 * @param role role or `ufficio:<id>` at stake; substitutions limited to something else do not apply
 * @param standIns those of the day, the earliest recorded first
 */
export function whoStandsInFor(person: string, role: string | undefined, standIns: readonly StandIn[]): string {
  const seen = new Set([person]);
  let current = person;
  for (;;) {
    const next = standIns.find((one) => one.absent === current && covers(one, role))?.substitute;
    if (next === undefined) return current;
    if (seen.has(next)) return person;
    seen.add(next);
    current = next;
  }
}

/** What somebody is in their own evaluation passes to nobody. */
const covers = ({ scope }: StandIn, role: string | undefined): boolean =>
  (role === undefined || !isOwnRole(role)) && (scope === null || (role !== undefined && scope.includes(role)));

/**
 * Who acts as a role on a day, each person once, in order of id; who acts in their own right and for somebody absent too
 * does it in their own right. Nobody where who should is not in service.
 * @param holders of the role, in their own right
 */
export function whoActs(
  role: string,
  holders: readonly string[],
  standIns: readonly StandIn[],
  inService: (person: string) => boolean,
): readonly ActingPerson[] {
  const acting = [...new Set(holders)]
    .sort()
    .map((holder) => actingFor(whoStandsInFor(holder, role, standIns), holder));
  return onceEach(acting.filter(({ person }) => inService(person))).toSorted((a, b) => (a.person < b.person ? -1 : 1));
}

const actingFor = (person: string, holder: string): ActingPerson =>
  person === holder ? { person } : { person, actingFor: holder };

/** Each person once, where they first come: in their own right if they have any, else for the first they stand in for. */
export function onceEach<T extends ActingPerson>(acting: readonly T[]): readonly T[] {
  const found = new Map<string, T>();
  for (const one of acting) {
    const before = found.get(one.person);
    if (before === undefined || (before.actingFor !== undefined && one.actingFor === undefined))
      found.set(one.person, one);
  }
  return [...found.values()];
}

/** Everything a person may act as on a day, in order of role; what they have passed to a substitute is not there. */
export function capacitiesIn(
  person: string,
  holdings: readonly Holding[],
  standIns: readonly StandIn[],
): readonly Capacity[] {
  const roles = [...new Set(holdings.map((held) => held.role))].sort();
  return roles.flatMap((role): readonly Capacity[] => {
    const holders = holdings.filter((held) => held.role === role).map((held) => held.person);
    const acting = whoActs(role, holders, standIns, (one) => one === person)[0];
    return acting === undefined ? [] : [{ role, actingFor: acting.actingFor }];
  });
}

/**
 * In which capacity somebody does what any of some roles may do: in their own right before in another's place. Undefined when
 * they may not.
 * @param meant whom they said they stand in for, which then goes first
 */
export function capacityFor(
  capacities: readonly Capacity[],
  may: (role: string) => boolean,
  meant?: string,
): Capacity | undefined {
  const held = capacities.filter(({ role }) => may(role));
  return (
    held.find((one) => meant !== undefined && one.actingFor === meant) ??
    held.find((one) => one.actingFor === undefined) ??
    held[0]
  );
}
