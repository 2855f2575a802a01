import type { EvaluatedGroup, IndividualRules } from '../../../src/domain/individual/types.js';
import { seedPolicy } from '../achievement/policy-fixture.js';

/** The rules of the reference body. */
export function seedRules(): IndividualRules {
  const { individual } = seedPolicy();
  if (individual === undefined) throw new Error('the reference policy says nothing of people');
  return individual;
}

/** One of its groups. */
export function seedGroup(id: string): EvaluatedGroup {
  const found = seedRules().groups.find((group) => group.id === id);
  if (found === undefined) throw new Error(`no group ${id}`);
  return found;
}
