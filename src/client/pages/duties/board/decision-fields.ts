import { decide, VOTES } from '../../../../acts/board/decide.js';
import { KEY, type Refused, SEEN } from '../../kit/act-form.js';

const { documentHash, outcome, actNumber, actDate, remarks, deferredTo, file } = decide.words.fields;

/** Names of the fields of a decision's form, as its act has them. */
export const FIELD = {
  key: KEY,
  seen: SEEN,
  hash: documentHash.page,
  outcome: outcome.page,
  actNumber: actNumber.page,
  actDate: actDate.page,
  present: VOTES.present.page,
  inFavour: VOTES.inFavour.page,
  against: VOTES.against.page,
  abstained: VOTES.abstained.page,
  remarks: remarks.page,
  deferredTo: deferredTo.page,
  file: file.page,
} as const;
export type Field = keyof typeof FIELD;

const FIGURES = ['present', 'inFavour', 'against', 'abstained'] as const;

/** What is wrong with a field of the form; of the votes, at the figure it names. */
interface FieldError {
  readonly field: Field;
  readonly message: string;
}

/** The refusals of a decision, each at its field, and those about the whole. */
export function problemsOf(refused: Refused | undefined): {
  readonly errors: readonly FieldError[];
  readonly whole: readonly string[];
} {
  const errors: FieldError[] = [];
  const whole: string[] = [];
  for (const { field, text } of refused?.refusals ?? []) {
    if (field === 'votes') {
      const said = text.toLowerCase();
      const about = FIGURES.find((vote) => said.includes(VOTES[vote].label.toLowerCase())) ?? 'present';
      errors.push({ field: about, message: text });
    } else if (field !== undefined && isField(field)) errors.push({ field, message: text });
    else whole.push(text);
  }
  return { errors, whole };
}

const isField = (name: string): name is Field => Object.hasOwn(FIELD, name);
