import { addDays, civilDate, maxDate, minDate } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import type { EntityPerson } from '../entity.js';
import type { EvaluatedGroup, IndividualRules, SheetEvaluator } from './types.js';

/** What of a person decides who evaluates them and how. */
export type Evaluated = Pick<EntityPerson, 'id' | 'holds' | 'offices' | 'manager'>;

/** A stay of somebody in one group within an exercise. */
export interface Post {
  readonly group: EvaluatedGroup;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The group somebody is in on a day; undefined for who is not evaluated: without an office, or a role of no group. */
export function groupOn(rules: IndividualRules, person: Evaluated, day: CivilDate): EvaluatedGroup | undefined {
  const held = new Set(person.holds.filter((held) => covers(held, day)).map(({ role }) => role));
  return rules.groups.find(({ who }) => (who.kind === 'role' ? held.has(who.role) : person.offices.length > 0));
}

const covers = (
  { from, to }: { readonly from?: CivilDate | undefined; readonly to?: CivilDate | undefined },
  day: CivilDate,
) => (from === undefined || from <= day) && (to === undefined || day <= to);

/**
 * The posts of a person within an exercise, in order: a new one from each day on which their group changes. Days in no group are in
 * none of them.
 */
export function postsOf(rules: IndividualRules, person: Evaluated, exercise: number): readonly Post[] {
  const [first, last] = [civilDate(exercise, 1, 1), civilDate(exercise, 12, 31)];
  const turns = person.holds.flatMap(({ from, to }) => [from, to === undefined ? undefined : addDays(to, 1)]);
  const starts = [...new Set([first, ...turns.flatMap((day) => day ?? [])])]
    .filter((day) => first <= day && day <= last)
    .toSorted();
  const posts: Post[] = [];
  for (const [i, start] of starts.entries()) {
    const end = minDate(last, addDays(starts[i + 1] ?? addDays(last, 1), -1));
    const group = groupOn(rules, person, start);
    const before = posts.at(-1);
    if (group === undefined) continue;
    if (before?.group.id === group.id && addDays(before.to, 1) === start)
      posts[posts.length - 1] = { ...before, to: end };
    else posts.push({ group, from: maxDate(first, start), to: end });
  }
  return posts;
}

/** The first stay, or part of one, that no sheet is about; undefined when all of them have theirs. */
export function firstUncovered(
  posts: readonly Post[],
  sheets: readonly { readonly from: CivilDate; readonly to: CivilDate }[],
): Post | undefined {
  for (const post of posts) {
    let from = post.from;
    for (const sheet of sheets.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
      if (sheet.to < from || sheet.from > post.to) continue;
      if (from < sheet.from) return { ...post, from, to: addDays(sheet.from, -1) };
      from = addDays(sheet.to, 1);
    }
    if (from <= post.to) return { ...post, from };
  }
  return undefined;
}

/** Who evaluates somebody: the superior the organisation gives them, or the role that proposes to the board. Undefined: nobody is said. */
export function evaluatorOf(group: EvaluatedGroup, person: Evaluated): SheetEvaluator | undefined {
  if (group.evaluator.kind === 'board') return { kind: 'role', role: group.evaluator.proposes };
  return person.manager === undefined || person.manager === person.id
    ? undefined
    : { kind: 'person', person: person.manager };
}
