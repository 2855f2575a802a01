import { STEERING } from './entity.js';

/**
 * Roles that may edit a plan: here and nowhere else it is decided.
 * @param amendment the step that takes amendments, when it is one that is edited; absent: the plan before its first approval
 */
export const editorsOf = (amendment?: { readonly owners: readonly string[] }): readonly string[] =>
  amendment?.owners ?? [STEERING];
