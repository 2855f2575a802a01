import { type Entity, OFFICE_PREFIX } from './entity.js';

/** A unit of the organisation, with those under it. */
export interface OrgUnit {
  readonly id: string;
  readonly title: string;
  readonly under: readonly OrgUnit[];
}

/** The organisation of a body: the bodies that decide, the role at its head, the offices under it. */
export interface OrgChart {
  readonly boards: readonly { readonly id: string; readonly title: string }[];
  readonly head: OrgUnit;
}

/**
 * The organisation as the entity describes it: an office stands under the office of its officer's manager, or else under the head.
 * Offices that nobody answers for stand under the head too.
 */
export function orgChart(entity: Pick<Entity, 'roles' | 'offices' | 'people' | 'head'>): OrgChart {
  const { roles, offices, people, head } = entity;
  const officerOf = (office: string) => people.find((person) => person.offices.includes(office));
  const heads = new Set(people.filter((p) => p.holds.some(({ role }) => role === head)).map(({ id }) => id));
  const parentOf = (office: string): string | undefined => {
    const seen = new Set<string>();
    for (let boss = managerOf(office); boss !== undefined && !seen.has(boss); boss = bossOf(boss)) {
      seen.add(boss);
      if (heads.has(boss)) return undefined;
      const [own] = people.find(({ id }) => id === boss)?.offices ?? [];
      if (own !== undefined && own !== office) return own;
    }
    return undefined;
  };
  const bossOf = (person: string): string | undefined => people.find(({ id }) => id === person)?.manager;
  const managerOf = (office: string): string | undefined => officerOf(office)?.manager;
  const parents = new Map(offices.map(({ id }) => [id, parentOf(id)]));
  // Of offices that depend on one another the first stands under the head.
  for (const { id } of offices) {
    const seen = new Set([id]);
    for (let at = parents.get(id); at !== undefined; at = parents.get(at)) {
      if (at === id) parents.set(id, undefined);
      if (seen.has(at)) break;
      seen.add(at);
    }
  }
  const unitsUnder = (parent: string | undefined): readonly OrgUnit[] =>
    offices
      .filter(({ id }) => parents.get(id) === parent)
      .map(({ id, title }) => ({ id: `${OFFICE_PREFIX}${id}`, title, under: unitsUnder(id) }));
  return {
    boards: roles.filter(({ board }) => board).map(({ id, title }) => ({ id, title })),
    head: { id: head, title: roles.find(({ id }) => id === head)?.title ?? head, under: unitsUnder(undefined) },
  };
}

/** The units from the head down, each with its depth (0 is the head) and what it stands under. */
export function unitsOf({
  head,
}: OrgChart): readonly { readonly unit: OrgUnit; readonly depth: number; readonly above?: OrgUnit }[] {
  const below = (unit: OrgUnit, depth: number): ReturnType<typeof unitsOf> =>
    unit.under.flatMap((one) => [{ unit: one, depth, above: unit }, ...below(one, depth + 1)]);
  return [{ unit: head, depth: 0 }, ...below(head, 1)];
}
