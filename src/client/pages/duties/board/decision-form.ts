import { parseCivilDate } from '../../../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../../../domain/calendar/types.js';
import type { Decision, DecisionOutcome } from '../../../../domain/decision.js';
import { err, ok, type Result } from '../../../../domain/result.js';
import { acceptUpload, type Upload } from '../../../../files/uploads.js';
import { refuseText } from '../../../../register/accept.js';
import { boardWords } from '../../../../words/board.js';
import { FORM_ID, textIn } from '../officer/posted.js';

const words = boardWords;

/** Names of the fields of the form. */
export const FIELD = {
  id: FORM_ID,
  hash: 'impronta',
  knows: 'rinvio-noto',
  outcome: 'esito',
  actNumber: 'numero-atto',
  actDate: 'data-atto',
  present: 'presenti',
  inFavour: 'favorevoli',
  against: 'contrari',
  abstained: 'astenuti',
  remarks: 'osservazioni',
  deferredTo: 'rinvio',
  file: 'atto',
} as const;
export type Field = keyof typeof FIELD;

/** What stands in the fields, as typed. */
export type Typed = Readonly<Record<Exclude<Field, 'id' | 'hash' | 'knows' | 'file'>, string>>;

export const NOTHING_TYPED: Typed = {
  outcome: '',
  actNumber: '',
  actDate: '',
  present: '',
  inFavour: '',
  against: '',
  abstained: '',
  remarks: '',
  deferredTo: '',
};

export interface FieldError {
  readonly field: Field;
  readonly message: string;
}

/** A form that can be sent on as a decision. */
export interface Filled {
  readonly id: string;
  readonly decision: Omit<Decision, 'key' | 'decidedBy' | 'actingFor' | 'recordedOn'>;
  readonly act?: Upload;
}

export interface Posted {
  readonly typed: Typed;
  /** Whether an act's file came: it is not kept when the form comes back. */
  readonly hadFile: boolean;
  readonly result: Result<Filled, readonly FieldError[]>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const OUTCOMES: readonly DecisionOutcome[] = ['approved', 'rejected', 'deferred'];
const ACT_TYPES = ['pdf', 'p7m', 'docx'];
const LONGEST = { actNumber: 60, remarks: 8_000 } as const;

/** Reads the form of a decision; every field that will not do is named. */
export async function readDecision(data: FormData): Promise<Posted> {
  // Keys and values are of one record, built from its own keys.
  const typed = Object.fromEntries(
    (Object.keys(NOTHING_TYPED) as (keyof Typed)[]).map((field) => [field, textIn(data, FIELD[field]).trim()]),
  ) as Typed;
  const errors: FieldError[] = [];
  const fail = (field: Field, message: string): undefined => {
    errors.push({ field, message });
    return undefined;
  };
  const id = textIn(data, FIELD.id);
  if (!UUID.test(id)) fail('outcome', words.errors.form);
  const outcome = OUTCOMES.find((one) => one === typed.outcome) ?? fail('outcome', words.errors.outcome);
  for (const field of ['actNumber', 'remarks'] as const) {
    const refusal =
      typed[field].length > LONGEST[field]
        ? words.errors.tooLong(words.form[field], LONGEST[field])
        : refuseText(typed[field]);
    if (refusal !== undefined) fail(field, refusal);
  }
  // It stands in the subject of the mails that tell of the decision.
  if (/[\p{Cc}\u2028\u2029]/u.test(typed.actNumber)) fail('actNumber', words.errors.oneLine);
  const date = (field: 'actDate' | 'deferredTo'): CivilDate | undefined => {
    if (typed[field] === '') return undefined;
    const read = readDay(typed[field]);
    return read ?? fail(field, words.errors.date(words.form[field], typed[field]));
  };
  const actDate = date('actDate');
  const deferredTo = date('deferredTo');
  const votes = readVotes(typed, fail);
  const file = fileIn(data);
  const act = file === undefined ? undefined : await readAct(file, fail);
  if (outcome === undefined || errors.length > 0) return { typed, hadFile: file !== undefined, result: err(errors) };
  return {
    typed,
    hadFile: file !== undefined,
    result: ok({
      id,
      decision: {
        outcome,
        documentHash: textIn(data, FIELD.hash),
        knows: textIn(data, FIELD.knows),
        ...(typed.actNumber === '' ? {} : { actNumber: typed.actNumber }),
        ...(actDate === undefined ? {} : { actDate }),
        ...(typed.remarks === '' ? {} : { remarks: typed.remarks }),
        ...(deferredTo === undefined || outcome !== 'deferred' ? {} : { deferredTo }),
        ...(votes === undefined ? {} : { votes }),
      },
      ...(act === undefined ? {} : { act }),
    }),
  };
}

/** Checks a file sent as an act: a text, signed or not. */
export async function readAct(
  file: File,
  fail: (field: 'file', message: string) => undefined,
): Promise<Upload | undefined> {
  const accepted = await acceptUpload(file);
  if (!accepted.ok) return fail('file', accepted.error);
  const extension = accepted.value.name.toLowerCase().split('.').at(-1) ?? '';
  if (!ACT_TYPES.includes(extension)) return fail('file', words.errors.actType(accepted.value.name));
  return accepted.value;
}

/** The act's file of a request; an empty file field arrives as a file without a name. */
export function fileIn(data: FormData): File | undefined {
  const file = data.get(FIELD.file);
  return file === null || typeof file === 'string' || (file.name === '' && file.size === 0) ? undefined : file;
}

/** A day as it is written, or as programs write it: `29/01/2016`, `2016-01-29`. */
export function readDay(text: string): CivilDate | undefined {
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = written === null ? text : `${written[3]}-${written[2]?.padStart(2, '0')}-${written[1]?.padStart(2, '0')}`;
  const parsed = parseCivilDate(iso);
  return parsed.ok ? parsed.value : undefined;
}

const VOTES = ['present', 'inFavour', 'against', 'abstained'] as const;

function readVotes(typed: Typed, fail: (field: Field, message: string) => undefined): Decision['votes'] | undefined {
  if (VOTES.every((field) => typed[field] === '')) return undefined;
  const read = VOTES.map((field) => {
    if (typed[field] === '') return fail(field, words.errors.votesTogether(words.form[field].toLowerCase()));
    if (!/^\d{1,3}$/.test(typed[field])) return fail(field, words.errors.number(words.form[field], typed[field]));
    return Number(typed[field]);
  });
  const [present, inFavour, against, abstained] = read;
  if (present === undefined || inFavour === undefined || against === undefined || abstained === undefined)
    return undefined;
  return { present, inFavour, against, abstained };
}
