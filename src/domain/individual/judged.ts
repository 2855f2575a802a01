import { objectiveKey } from './score.js';
import type { AssignedObjective, EvaluatedGroup, IndividualRules } from './types.js';

/** The objectives of a sheet with the rules it is made by. */
interface SheetUnderRules {
  readonly sheet: { readonly objectives: readonly AssignedObjective[] };
  readonly group: Pick<EvaluatedGroup, 'parts'>;
  readonly rules: Pick<IndividualRules, 'dictionaries'>;
}

/** What a sheet asks to be judged. */
export interface Judged {
  readonly of: string;
  readonly title: string;
  /** Steps of the scale; absent: a percentage. */
  readonly steps?: readonly { readonly id: string; readonly title: string }[];
  /** Left out where the plan gives its result. */
  readonly optional: boolean;
}

/** Everything that is judged of a sheet, in its order. */
export function judgedOf({ sheet, group, rules }: SheetUnderRules): readonly Judged[] {
  const behaviours = group.parts.flatMap((part) => {
    const dictionary = part.kind === 'behaviours' && rules.dictionaries.find(({ id }) => id === part.dictionary);
    return dictionary
      ? dictionary.behaviours.map(({ id, title }) => ({ of: id, title, steps: dictionary.scale, optional: false }))
      : [];
  });
  const objectives = group.parts.some(({ kind }) => kind === 'objectives')
    ? sheet.objectives.map(({ id, title, result }) => ({
        of: objectiveKey(id),
        title,
        optional: result.kind !== 'own',
      }))
    : [];
  return [...behaviours, ...objectives];
}
