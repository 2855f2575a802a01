import { type Entity, knowsRole, roleCalled } from '../entity.js';
import type { EvaluatedGroup, IndividualRules } from './types.js';

/**
 * Rules that many bodies share, with the roles of one of them under their names in the register.
 * @param parts who has in bodies of its kind the part the rules give to a role they do not have, by that role
 */
export function rulesInBody(
  rules: IndividualRules,
  entity: Pick<Entity, 'roles' | 'offices' | 'called'>,
  parts: Readonly<Record<string, string>>,
): IndividualRules {
  const own = (role: string): string => roleCalled(entity, knowsRole(entity, role) ? role : (parts[role] ?? role));
  const titled = (role: string, title: string): string =>
    own(role) === roleCalled(entity, role) ? title : (entity.roles.find(({ id }) => id === own(role))?.title ?? title);
  const fitted = (group: EvaluatedGroup): EvaluatedGroup => ({
    ...group,
    title: group.who.kind === 'role' ? titled(group.who.role, group.title) : group.title,
    who: group.who.kind === 'role' ? { kind: 'role', role: own(group.who.role) } : group.who,
    evaluator:
      group.evaluator.kind === 'board'
        ? { kind: 'board', proposes: own(group.evaluator.proposes), decides: own(group.evaluator.decides) }
        : group.evaluator,
    secondInstance: own(group.secondInstance),
    conciliation: own(group.conciliation),
  });
  return { ...rules, groups: rules.groups.map(fitted) };
}

/** The groups of some rules somebody of a body can be in: of a role it does not have nobody is. */
export const groupsWithin = (
  { groups }: Pick<IndividualRules, 'groups'>,
  entity: Pick<Entity, 'roles' | 'offices' | 'called'>,
): readonly EvaluatedGroup[] => groups.filter(({ who }) => who.kind !== 'role' || knowsRole(entity, who.role));
