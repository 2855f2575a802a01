import type { Actual } from '../../../../domain/achievement/types.js';
import { never } from '../../../../domain/result.js';
import type { Entry } from '../../../../forms/entry.js';
import type { FormRow } from '../../../../forms/form.js';
import type { DraftAnswer } from '../../../../register/drafts.js';
import { italianDay, italianNumber } from '../../../../words/format.js';
import type { Choice } from '../../../../words/officer.js';

/** The fields of one indicator as they stand in a page, files apart. */
export interface Typed extends DraftAnswer {
  readonly choice: Choice;
}

export const BLANK: Typed = {
  choice: '',
  value: '',
  numerator: '',
  denominator: '',
  note: '',
  reason: '',
  evidence: [],
};

/** The ways to answer for an indicator, in the order of the page. */
export function choicesOf({ entry, unchanged }: Pick<FormRow, 'entry' | 'unchanged'>): readonly Choice[] {
  return [...ownChoices(entry), ...(unchanged === undefined ? [] : (['unchanged'] as const)), 'not-assessable'];
}

function ownChoices(entry: Entry): readonly Choice[] {
  if (entry.kind === 'yes-no') return ['yes', 'no', 'not-yet'];
  return entry.kind === 'date' ? ['value', 'not-yet'] : ['value'];
}

/** Whether numerator and denominator have fields of their own. */
export const hasFraction = (entry: Entry): boolean => entry.kind === 'percent' || entry.kind === 'ratio';

/** What is in the fields before anybody types: what stands, what was collected by itself, or what came back. */
export function prefilled(row: FormRow): Typed {
  const { current, returned, proposed } = row;
  if (current !== undefined) {
    return { ...typedOf(row.entry, current.actual), note: current.note ?? '', evidence: current.evidence };
  }
  if (proposed !== undefined && isProposed(row)) return typedOf(row.entry, proposed.actual);
  return typedOf(row.entry, returned?.actual ?? { kind: 'missing' });
}

/** Whether the field opens with a collected value: not one that was there already when the value came back. */
export const isProposed = ({ current, returned, proposed }: FormRow): boolean =>
  current === undefined && proposed !== undefined && (returned === undefined || returned.at < proposed.at);

/** Whether two states of the fields are the same. */
export const sameTyped = (a: Typed, b: Typed): boolean =>
  FIELDS.every((field) => a[field] === b[field]) && a.evidence.join() === b.evidence.join();

const FIELDS = ['choice', 'value', 'numerator', 'denominator', 'note', 'reason'] as const;

/** A value as its fields would show it. */
export function typedOf(entry: Entry, actual: Actual): Typed {
  // Most forms have one field that matters: it is marked before anybody touches it.
  const unmarked: Typed = { ...BLANK, choice: entry.kind === 'yes-no' ? '' : 'value' };
  switch (actual.kind) {
    case 'missing':
      return unmarked;
    case 'number':
      return { ...unmarked, value: writtenNumber(actual.value) };
    case 'ratio': {
      const [numerator, denominator] = [writtenNumber(actual.numerator), writtenNumber(actual.denominator)];
      return hasFraction(entry)
        ? { ...unmarked, numerator, denominator }
        : { ...unmarked, value: `${numerator}/${denominator}` };
    }
    case 'date':
      return { ...unmarked, value: italianDay(actual.on) };
    case 'yes-no':
      return entry.kind === 'yes-no'
        ? { ...BLANK, choice: actual.value ? 'yes' : 'no' }
        : { ...unmarked, value: actual.value ? 'sì' : 'no' };
    case 'not-yet':
      return entry.kind === 'yes-no' || entry.kind === 'date'
        ? { ...BLANK, choice: 'not-yet' }
        : { ...unmarked, value: 'non ancora' };
    case 'not-assessable':
      return { ...BLANK, choice: 'not-assessable', reason: actual.reason };
    default:
      return never(actual);
  }
}

/** `1.234,5`: with exactly three decimals a zero more, or they could be read as thousands. */
function writtenNumber(decimal: string): string {
  const fraction = decimal.split('.')[1] ?? '';
  return italianNumber(decimal, fraction.length === 3 ? 4 : 0);
}
