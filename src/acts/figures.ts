import type { Refusal } from '../domain/refusal.js';
import { err, ok, type Result } from '../domain/result.js';
import { firstOf } from '../files/messages.js';
import { readFigureSheet } from '../sheets/figure-sheet.js';
import { seriesWords } from '../words/context.js';
import { fileWords } from '../words/files.js';
import type { About, FieldWords, Standing } from './act.js';
import { optional, type SentFile } from './field.js';
import { files } from './file-readers.js';
import { type Figure, figures, text, year, yesNo } from './readers.js';

/** What acts that take many figures of a year ask: typed, or in a file; a word on what is odd. */
export const figureFields = {
  year: year(),
  values: figures(),
  file: files({ most: 1 }),
  checked: yesNo(),
  note: optional(text()),
};

/** @param of whose year it is: «Anno dei conti» */
export const figureFieldWords = (of: string, values: string, hint: string) => ({
  year: { page: 'anno', option: 'of', value: 'anno', label: of, missing: 'manca l’anno' } satisfies FieldWords,
  values: { page: 'valori', value: 'riga=valore', label: values, hint } satisfies FieldWords,
  file: {
    page: 'file',
    value: 'file',
    label: 'Oppure da un file (.xlsx, .ods o .csv)',
    hint: 'Con le colonne «Codice» e «Valore»: è il modulo che si scarica da questa pagina.',
  } satisfies FieldWords,
  checked: {
    page: 'controllati',
    label: 'I valori insoliti sono giusti',
    hint: 'Si chiede una volta sola, quando un valore è molto diverso da quelli prima.',
  } satisfies FieldWords,
  note: { page: 'nota', value: 'nota', label: 'Nota o fonte (facoltativa)' } satisfies FieldWords,
});

interface Taken {
  readonly values: readonly Figure[];
  readonly file: readonly SentFile[];
}

/** What was typed with what the file says; a row written in two ways is refused. */
export async function withFile<V extends Taken>(written: V): Promise<Result<V, readonly Refusal[]>> {
  const [file] = written.file;
  if (file === undefined) return ok(written);
  const read = await readFigureSheet(file.bytes);
  if (!read.ok) return err(read.error.map((one) => ({ field: 'file', text: one })));
  const typed = new Map(written.values.map((one) => [one.row, one.written]));
  const strange = read.value.filter(({ row, written }) => typed.has(row) && typed.get(row) !== written);
  if (strange.length > 0)
    return err(strange.map(({ row }) => ({ field: 'values', text: seriesWords.refused.both(row) })));
  return ok({ ...written, values: [...written.values, ...read.value.filter(({ row }) => !typed.has(row))] });
}

/** Where a figure stands, for a sentence about it: its title, and its cell when it came in a file. */
export const placed = (title: string, { cell }: Figure): string => (cell === undefined ? title : `${title} (${cell})`);

/** A figure looked at where it is to stand. */
export type FigureRead<T> =
  | { readonly kind: 'wrong'; readonly text: string }
  /** It is what is there already. */
  | { readonly kind: 'same'; readonly title: string }
  | { readonly kind: 'fresh'; readonly title: string; readonly value: T; readonly odd: readonly string[] };

/**
 * What goes on record of figures of a year: all that are new, or nothing, with everything that is wrong. What is odd is asked once.
 * @param checked whether somebody has said that what is odd is right
 */
export function toRecord<T>(
  read: readonly FigureRead<T>[],
  year: number,
  checked: boolean,
): Result<readonly (T & { readonly odd: string | undefined })[], readonly Refusal[]> {
  const wrong = read.flatMap((one) => (one.kind === 'wrong' ? [{ field: 'values', text: one.text }] : []));
  if (wrong.length > 0) return err(firstOf(wrong, (more) => ({ field: 'values', text: fileWords.more(more) })));
  const fresh = read.flatMap((one) => (one.kind === 'fresh' ? [one] : []));
  const [same] = read.flatMap((one) => (one.kind === 'same' ? [one.title] : []));
  const { refused } = seriesWords;
  if (fresh.length === 0)
    return err([{ field: 'values', text: same === undefined ? refused.nothing : refused.already(same, year) }]);
  const odd = fresh.flatMap((one) => one.odd.map((text) => refused.of(one.title, text)));
  if (odd.length > 0 && !checked) return err([{ field: 'checked', text: refused.odd(odd) }]);
  return ok(fresh.map((one) => ({ ...one.value, odd: one.odd.length === 0 ? undefined : one.odd.join('; ') })));
}

/** A figure on record, with what is said of it. */
interface RecordedFigure {
  readonly id: number;
  readonly row: string;
  readonly year: number;
  readonly said: string;
}

/**
 * How the figures of a form stand. Who wrote others meanwhile takes nobody's place: only the same rows of the same year are asked about.
 * @param records oldest first
 */
export function figuresStanding(records: readonly RecordedFigure[], about: About): Standing {
  // What a form is about is empty, or what its own fields have read.
  const { year, values = [], file = [] } = about as Partial<Taken & { readonly year: number }>;
  const rows = new Set(values.map(({ row }) => row));
  const touched = records.filter((one) => one.year === year && (file.length > 0 || rows.has(one.row)));
  const last = new Map(touched.map(({ row, said }) => [row, said]));
  return {
    version: String(records.at(-1)?.id ?? 0),
    said: seriesWords.standsNow(year, firstOf([...last.values()], seriesWords.standsMore)),
    concerns: (seen) => touched.some(({ id }) => id > Number(seen)),
  };
}

/** Where figures came from: the form, or the file that was sent. */
export const cameFrom = ([file]: readonly SentFile[]):
  | { readonly origin: 'form'; readonly source: undefined }
  | { readonly origin: 'sheet'; readonly source: string } =>
  file === undefined ? { origin: 'form', source: undefined } : { origin: 'sheet', source: file.name };
