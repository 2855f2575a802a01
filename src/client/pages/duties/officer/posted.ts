import { err, ok, type Result } from '../../../../domain/result.js';
import { acceptUpload, MAX_FILES, type Upload } from '../../../../files/uploads.js';
import type { FormRow, OfficerForm } from '../../../../forms/form.js';
import { refuseText } from '../../../../register/accept.js';
import type { DraftAnswer } from '../../../../register/draft-answer.js';
import { officerWords as words } from '../../../../words/officer.js';
import { UUID } from '../../kit/form-id.js';
import type { FieldError } from './answers.js';
import { type AllTyped, choicesOf, prefilled, type Typed } from './typed.js';

/** Names of the fields of one indicator; each is followed by a colon and the indicator's code. */
const FIELDS = {
  choice: 'risposta',
  value: 'valore',
  numerator: 'numeratore',
  denominator: 'denominatore',
  reachedOn: 'raggiunto',
  confirm: 'conferma',
  /** That a value collected by itself is right. */
  collected: 'raccolto',
  reason: 'motivo',
  note: 'nota',
  cause: 'perche',
  next: 'poi',
  /** That why and what next were asked: who leaves them empty is not asked again. */
  asked: 'chiesto',
  keep: 'tieni',
  /** How the indicator stood when the page was made. */
  seen: 'visto',
  files: 'allegati',
} as const;
export const FORM_ID = 'modulo';
export const LATE_REASON = 'motivo-ritardo';
export const ACTION = 'azione';
/** Says that the fields come from a sheet its officer was asked about. */
export const FROM_SHEET = 'dal-foglio';

export const fieldOf = (field: keyof typeof FIELDS, code: string): string => `${FIELDS[field]}:${code}`;

/** What can be asked of a form. */
export const ASKED = {
  send: 'invia',
  /** What is right, while the rest stays a draft. */
  sendGood: 'invia-corretti',
  draft: 'bozza',
  compute: 'calcola',
  discard: 'elimina-bozza',
} as const;
type Asked = keyof typeof ASKED;

/** A form as it arrived. */
export interface Posted {
  readonly asked: Asked;
  /** One for each time the page was shown: makes a double click one request. */
  readonly id: string;
  readonly typed: AllTyped;
  readonly uploads: ReadonlyMap<string, readonly Upload[]>;
  /** How each indicator stood when the page was made, where the page says so. */
  readonly seen: ReadonlyMap<string, string>;
  /** Indicators whose why and what next were asked already. */
  readonly askedWhy: ReadonlySet<string>;
  readonly lateReason: string;
  readonly channel: 'form' | 'sheet';
  /** Of files, and of texts too long or unreadable to be kept even in a draft. */
  readonly errors: readonly FieldError[];
}

/** Beyond this a text is not what somebody typed. */
const MAX_TYPED = 10_000;

/**
 * Reads a posted form. A row of the form that the request says nothing about stays as the page would have shown it.
 * @param known hashes of files that may be named by hash, by indicator
 */
export async function readPosted(
  data: FormData,
  form: OfficerForm,
  known: (row: FormRow) => ReadonlySet<string>,
): Promise<Result<Posted, string>> {
  const asked = (Object.keys(ASKED) as Asked[]).find((name) => ASKED[name] === data.get(ACTION));
  const id = textIn(data, FORM_ID);
  if (asked === undefined || !UUID.test(id)) return err(words.errors.unreadable);
  const errors: FieldError[] = [];
  const typed = new Map<string, Typed>();
  const uploads = new Map<string, readonly Upload[]>();
  for (const row of form.rows) {
    const read = typedIn(data, row, known(row));
    typed.set(row.code, read.typed);
    errors.push(...read.errors);
    const files = await uploadsIn(data, row, read.typed.evidence.length);
    uploads.set(row.code, files.accepted);
    errors.push(...files.errors);
  }
  const channel = data.has(FROM_SHEET) ? 'sheet' : 'form';
  const seen = new Map(
    form.rows.flatMap(({ code }) => {
      const shown = textIn(data, fieldOf('seen', code));
      return shown === '' ? [] : [[code, shown] as const];
    }),
  );
  const askedWhy = new Set(form.rows.flatMap(({ code }) => (data.has(fieldOf('asked', code)) ? [code] : [])));
  return ok({ asked, id, typed, uploads, seen, askedWhy, lateReason: textIn(data, LATE_REASON), channel, errors });
}

function typedIn(
  data: FormData,
  row: FormRow,
  known: ReadonlySet<string>,
): { readonly typed: Typed; readonly errors: readonly FieldError[] } {
  // A page shown before this indicator came to this officer has no field of it.
  if (!data.has(fieldOf('note', row.code))) return { typed: prefilled(row), errors: [] };
  const errors: FieldError[] = [];
  const read = (
    field: 'value' | 'numerator' | 'denominator' | 'reachedOn' | 'reason' | 'note' | 'cause' | 'next',
  ): string => {
    const text = textIn(data, fieldOf(field, row.code));
    const problem = text.length > MAX_TYPED ? words.errors.tooLong(MAX_TYPED) : refuseText(text);
    if (problem === undefined) return text;
    errors.push({ code: row.code, field: field === 'denominator' ? 'numerator' : field, message: problem });
    return text.slice(0, MAX_TYPED).replace(/\0|\p{Surrogate}/gu, '');
  };
  const choice = textIn(data, fieldOf('choice', row.code));
  const named = data.getAll(fieldOf('keep', row.code)).filter((hash) => typeof hash === 'string');
  const evidence = named.filter((hash) => known.has(hash));
  if (evidence.length < named.length) {
    errors.push({ code: row.code, field: 'files', message: words.errors.lostFile });
  }
  const typed: Typed = {
    choice: choicesOf(row).find((one) => one === choice) ?? '',
    value: read('value'),
    numerator: read('numerator'),
    denominator: read('denominator'),
    reachedOn: read('reachedOn'),
    collected: data.has(fieldOf('collected', row.code)),
    confirmed: textIn(data, fieldOf('confirm', row.code)),
    reason: read('reason'),
    note: read('note'),
    cause: read('cause'),
    next: read('next'),
    evidence,
  };
  return { typed, errors };
}

async function uploadsIn(
  data: FormData,
  row: FormRow,
  kept: number,
): Promise<{ readonly accepted: readonly Upload[]; readonly errors: readonly FieldError[] }> {
  // An empty file field arrives as a file without a name.
  const files = data
    .getAll(fieldOf('files', row.code))
    .filter((file) => typeof file !== 'string')
    .filter((file) => file.name !== '' || file.size > 0);
  const error = (message: string): FieldError => ({ code: row.code, field: 'files', message });
  if (files.length + kept > MAX_FILES) return { accepted: [], errors: [error(words.upload.tooMany(MAX_FILES))] };
  const checked = await Promise.all(files.map(acceptUpload));
  return {
    accepted: checked.flatMap((one) => (one.ok ? [one.value] : [])),
    errors: checked.flatMap((one) => (one.ok ? [] : [error(one.error)])),
  };
}

/** A field's text with the line ends every program keeps; `''` when it is absent or a file. */
export function textIn(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
}

/** A kept draft as fields of the page: a choice the row no longer offers is dropped. */
export const fromDraft = (row: FormRow, draft: DraftAnswer): Typed => ({
  ...draft,
  reachedOn: draft.reachedOn ?? '',
  cause: draft.cause ?? '',
  next: draft.next ?? '',
  collected: draft.collected ?? false,
  // What was odd is asked when the form is sent.
  confirmed: '',
  choice: choicesOf(row).find((one) => one === draft.choice) ?? '',
});
