import type { Refusal } from '../domain/refusal.js';
import { err, ok, type Result } from '../domain/result.js';
import { fieldWords as words } from './words.js';

/** How a page asks for it. */
export type Control =
  | { readonly kind: 'line'; readonly keyboard?: 'decimal' | 'numeric' }
  | { readonly kind: 'lines'; readonly rows: number }
  | { readonly kind: 'day' }
  | { readonly kind: 'one-of' | 'any-of'; readonly options?: readonly string[] }
  | { readonly kind: 'yes-no' }
  /** A value for each of several named things, `codice=valore`: what is offered has a row for each; else a page has rows of its own. */
  | { readonly kind: 'each' }
  /** Figures that go together, by name: all of them or none. */
  | { readonly kind: 'counts'; readonly parts: readonly string[]; readonly most: number }
  /** `pictures`: each is looked at as a picture, by its bytes, before the act begins. */
  | { readonly kind: 'files'; readonly most: number; readonly pictures?: true };

/** A file somebody sent, looked at: it is of a kind that is kept, and no larger than it may be. */
export interface SentFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  /** Of a picture, in pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** What came in for one field, whichever way: texts as they were written, files already looked at. */
export interface Written {
  readonly texts: readonly string[];
  readonly files: readonly Result<SentFile, string>[];
}

/** Where what was written is looked up, by the name of the field. */
export type WrittenIn = (name: string) => Written;

/** Something a person writes, read in one way whatever it comes by: a page, an option of a command, a call. */
export interface Field<T> {
  readonly control: Control;
  /** May be left empty. */
  readonly optional: boolean;
  /** What the document of the API says of it, beside that it is a text. */
  readonly limits: { readonly maxLength?: number; readonly format?: string; readonly options?: readonly string[] };
  /** @returns the value, or an Italian sentence with what was written and what was expected */
  read(written: Written): Result<T, string>;
  /** Of several named things, what is wrong with each: `field` of a refusal is then `weights/1.1`. */
  problemsOf?(written: Written): readonly { readonly of: string; readonly text: string }[];
}

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type Values<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** A field of one text. An empty one is missing, unless it may be left so. */
export const oneText = <T>(
  control: Control,
  limits: Field<T>['limits'],
  read: (written: string) => Result<T, string>,
): Field<T> => ({
  control,
  limits,
  optional: false,
  read: ({ texts }) => {
    const written = tidy(texts.at(-1) ?? '');
    return written === '' ? err(words.missing) : read(written);
  },
});

/** The same, or nothing. */
export const optional = <T>(of: Field<T>): Field<T | undefined> => ({
  ...of,
  optional: true,
  read: (written) =>
    written.files.length === 0 && written.texts.every((text) => tidy(text) === '') ? ok(undefined) : of.read(written),
});

/** Field of a refusal that is about one of several named things. */
export const fieldFor = (name: string, of: string): string => `${name}/${of}`;

/** The field of an act that a refusal is about, also of one of its named things; absent: the whole. */
export const fieldOf = ({ field }: Refusal): string | undefined => field?.split('/')[0];

/** As everybody writes lines, without what stands around them. */
export const tidy = (text: string): string => text.trim().replaceAll('\r\n', '\n');

/** What was written in one field, by text alone. */
export const writtenText = (...texts: readonly string[]): Written => ({ texts, files: [] });

/** What was written, as far as it can be read, and everything that is wrong with the rest. */
interface ReadFields<F extends Fields> {
  readonly values: Partial<Values<F>>;
  readonly refusals: readonly Refusal[];
}

/** Everything that was written, read; or everything that is wrong with it. @param missing what is said of an empty field */
export function readFields<F extends Fields>(
  fields: F,
  written: WrittenIn,
  missing?: (name: keyof F & string) => string | undefined,
): Result<Values<F>, readonly Refusal[]> {
  const { values, refusals } = readAsFar(fields, written, missing);
  // Where nothing is wrong, every field has been read by its own reader.
  return refusals.length > 0 ? err(refusals) : ok(values as Values<F>);
}

/** The same, with what could be read beside what could not. */
export function readAsFar<F extends Fields>(
  fields: F,
  written: WrittenIn,
  missing: (name: keyof F & string) => string | undefined = () => undefined,
): ReadFields<F> {
  const refusals: Refusal[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(fields)) {
    const read = one.read(written(name));
    const each = read.ok ? [] : (one.problemsOf?.(written(name)) ?? []);
    if (read.ok) values[name] = read.value;
    else if (each.length > 0) refusals.push(...each.map(({ of, text }) => ({ field: fieldFor(name, of), text })));
    else
      refusals.push({ field: name, text: read.error === words.missing ? (missing(name) ?? read.error) : read.error });
  }
  // Each by the reader of its own field.
  return { values: values as Partial<Values<F>>, refusals };
}
