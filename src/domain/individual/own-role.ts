/*
 * What somebody is in their own evaluation and in that of others, in the form of the roles that acts ask for. One's own part passes to
 * nobody; that of who evaluates passes, as their other duties, to who stands in for all of them.
 */

const OWN = 'persona:';
const EVALUATOR = 'valutatore:';

/** The evaluated person, who acts for themselves alone. */
export const ownRole = (person: string): string => `${OWN}${person}`;

/** Who evaluates others as `person`. */
export const evaluatorRole = (person: string): string => `${EVALUATOR}${person}`;

/** Whose part a personal role is; undefined for a role of the body. */
export const personIn = (role: string): string | undefined =>
  [OWN, EVALUATOR].flatMap((prefix) => (role.startsWith(prefix) ? [role.slice(prefix.length)] : []))[0];

export const isOwnRole = (role: string): boolean => role.startsWith(OWN);
export const isPersonalRole = (role: string): boolean => isOwnRole(role) || role.startsWith(EVALUATOR);

/** Whose personal role it is; undefined for the roles and offices of the body. */
export function personOfRole(role: string): string | undefined {
  const prefix = [OWN, EVALUATOR].find((one) => role.startsWith(one));
  return prefix && role.slice(prefix.length);
}
