import type { Actual } from '../../../../domain/achievement/types.js';
import type { CivilDate } from '../../../../domain/calendar/types.js';
import { never } from '../../../../domain/result.js';
import type { Entry } from '../../../../forms/entry.js';
import type { FormRow } from '../../../../forms/form.js';
import type { DraftAnswer } from '../../../../register/draft-answer.js';
import { italianDay, italianNumber } from '../../../../words/format.js';
import type { Choice } from '../../../../words/officer.js';

/** The fields of one indicator as they stand in a page, files apart. */
export interface Typed extends DraftAnswer {
  readonly choice: Choice;
  readonly reachedOn: string;
  readonly cause: string;
  readonly next: string;
  /** Whether the value collected by itself, as it stands in the fields, was said to be right. */
  readonly collected: boolean;
  /** The questions about an odd value that were marked as answered: of another value they would be others. */
  readonly confirmed: string;
}

/** The fields of the whole form, by indicator. */
export type AllTyped = ReadonlyMap<string, Typed>;

export const BLANK: Typed = {
  choice: '',
  value: '',
  numerator: '',
  denominator: '',
  reachedOn: '',
  collected: false,
  confirmed: '',
  note: '',
  cause: '',
  next: '',
  reason: '',
  evidence: [],
};

/** The ways to answer for an indicator, in the order of the page. */
export function choicesOf({
  entry,
  unchanged,
  provisional,
}: Pick<FormRow, 'entry' | 'unchanged' | 'provisional'>): readonly Choice[] {
  const own = ownChoices(entry);
  // What most officers do with a provisional value is to confirm it: that comes first.
  if (provisional && unchanged !== undefined) return ['unchanged', ...own, 'not-assessable'];
  // What has not happened yet and what is as it was are then one answer.
  const again = unchanged !== undefined && !(unchanged.kind === 'not-yet' && own.includes('not-yet'));
  return [...own, ...(again ? (['unchanged'] as const) : []), 'not-assessable'];
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
    return {
      ...fieldsOf(row, current.actual),
      note: current.note ?? '',
      cause: current.cause ?? '',
      next: current.next ?? '',
      evidence: current.evidence,
    };
  }
  if (proposed !== undefined && isProposed(row)) return fieldsOf(row, proposed.actual);
  return fieldsOf(row, returned?.actual ?? { kind: 'missing' });
}

/** As `typedOf`; a bare number for a period, as sources give it, is its percentage and not its days. */
function fieldsOf({ entry, reading }: FormRow, actual: Actual): Typed {
  const typed = typedOf(entry, actual);
  return reading?.kind === 'throughout' && actual.kind === 'number' ? { ...typed, value: `${typed.value}%` } : typed;
}

/** Whether the field opens with a collected value: not one that was there already when the value came back. */
export const isProposed = ({ current, returned, proposed }: FormRow): boolean =>
  current === undefined && proposed !== undefined && (returned === undefined || returned.at < proposed.at);

/** Whether the fields hold what was collected by itself and nobody has said that it is right: nothing is answered yet. */
export const isUnconfirmed = (row: FormRow, typed: Typed): boolean =>
  isProposed(row) && !typed.collected && ANSWER.every((field) => typed[field] === prefilled(row)[field]);

/** Whether two states of the fields are the same. */
export const sameTyped = (a: Typed, b: Typed): boolean =>
  FIELDS.every((field) => a[field] === b[field]) && a.evidence.join() === b.evidence.join();

const ANSWER = ['choice', 'value', 'numerator', 'denominator', 'reachedOn', 'reason'] as const;
const FIELDS = [...ANSWER, 'note', 'cause', 'next'] as const;

/** A value as its fields would show it. */
export function typedOf(entry: Entry, actual: Actual): Typed {
  // Most forms have one field that matters: it is marked before anybody touches it.
  const unmarked: Typed = { ...BLANK, choice: entry.kind === 'yes-no' ? '' : 'value' };
  switch (actual.kind) {
    case 'missing':
      return unmarked;
    case 'number':
      return { ...unmarked, ...reached(actual), value: writtenNumber(actual.value, entry) };
    case 'ratio': {
      const [numerator, denominator] = [italianNumber(actual.numerator), italianNumber(actual.denominator)];
      return hasFraction(entry)
        ? { ...unmarked, ...reached(actual), numerator, denominator }
        : { ...unmarked, ...reached(actual), value: `${numerator}/${denominator}` };
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

const reached = ({ reachedOn }: { readonly reachedOn?: CivilDate }): Pick<Typed, 'reachedOn'> => ({
  reachedOn: reachedOn === undefined ? '' : italianDay(reachedOn),
});

/** `1.234,5`; less than one percent has its sign, or it could be taken for a share of one. */
function writtenNumber(decimal: string, entry: Entry): string {
  const share = hasFraction(entry) && /^-?0\.\d/.test(decimal);
  return `${italianNumber(decimal)}${share ? '%' : ''}`;
}
