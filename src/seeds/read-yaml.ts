import { readFileSync, statSync } from 'node:fs';
import { type ErrorCode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { err, ok, type Result } from '../domain/result.js';
import { FILE_LIMITS as LIMITS } from '../files/limits.js';
import { decodeUnicode } from '../files/text.js';
import { fileWords } from '../words/files.js';
import { fileProblem } from '../words/platform.js';

const words = fileWords.dataFile;

/** What is wrong in a data file, where, and what was expected. `message` is in Italian. */
export interface SeedError {
  readonly file: string;
  /** From 1; 0 when the file as a whole is meant. */
  readonly line: number;
  /** Dotted path of the field: `phases.0.steps.3.due`. */
  readonly field: string;
  readonly message: string;
}

/** A value read from a file that remembers on which line each of its fields stands. */
export interface Located<T> {
  readonly file: string;
  readonly value: T;
  /** The line, from 1, of the field at `path` or of its nearest ancestor that is written. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Reads and validates one YAML file.
 * @param file path as it should appear in errors
 * @returns the value with its places, or every error found with file, line, field and what was expected
 */
export function readYaml<S extends z.ZodType>(
  file: string,
  schema: S,
): Result<Located<z.output<S>>, readonly SeedError[]> {
  const text = readDataText(file);
  return text.ok ? parseYaml(file, text.value, schema) : text;
}

/** The text of a data file, in UTF-8 or UTF-16 with its mark; of any other encoding the line where it shows. */
export function readDataText(file: string): Result<string, readonly SeedError[]> {
  const wrong = (line: number, message: string) => err([{ file, line, field: '', message }]);
  let bytes: Buffer;
  try {
    if (statSync(file).size > LIMITS.dataFile) return wrong(0, words.tooLarge(LIMITS.dataFile / 1_000_000));
    bytes = readFileSync(file);
  } catch (cause) {
    return wrong(0, `non si può leggere: ${fileProblem(cause)}`);
  }
  // In another encoding «è» would become a replacement character, and nobody would be told.
  const text = decodeUnicode(bytes);
  return text.ok ? text : wrong(text.error.line, words.notUtf8);
}

/** As `readYaml`, on text already in memory. */
export function parseYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): Result<Located<z.output<S>>, readonly SeedError[]> {
  const lines = new LineCounter();
  const read = withinLimits(() => {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    return { document, data: document.errors.length === 0 ? document.toJS() : undefined };
  });
  if (!read.ok) return err([{ file, line: 0, field: '', message: `YAML non valido: ${read.error}` }]);
  const { document, data } = read.value;
  if (document.errors.length > 0) {
    // Beyond the depth it can go, what the library says of each level is only an echo, and depends on who called it.
    const deep = document.errors.filter((e) => e.code === 'RESOURCE_EXHAUSTION').slice(0, 1);
    return err(
      firstErrors(file, deep.length > 0 ? deep : document.errors, (e) => ({
        file,
        line: lines.linePos(e.pos[0]).line,
        field: '',
        message: `YAML non valido: ${WRONG_YAML[e.code]}`,
      })),
    );
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      const range = rangeOf(node);
      if (range !== undefined) return lines.linePos(range).line;
    }
    return 1;
  };
  const parsed = schema.safeParse(data, { error: ITALIAN });
  if (!parsed.success) {
    return err(
      firstErrors(file, parsed.error.issues, (issue) => ({
        file,
        line: lineOf(issue.path),
        field: issue.path.map(String).join('.'),
        message: issue.message,
      })),
    );
  }
  return ok({ file, value: parsed.data, lineOf });
}

/** For what a schema does not say in its own words. */
const ITALIAN = z.locales.it().localeError;

/** What is wrong in the text itself, by the library's code: its own sentences are in English. */
const WRONG_YAML: Readonly<Record<ErrorCode, string>> = {
  BAD_INDENT: words.yaml.indent,
  TAB_AS_INDENT: words.yaml.tab,
  BLOCK_AS_IMPLICIT_KEY: words.yaml.nested,
  BLOCK_IN_FLOW: words.yaml.nested,
  MISSING_CHAR: words.yaml.missing,
  UNEXPECTED_TOKEN: words.yaml.unexpected,
  IMPOSSIBLE: words.yaml.unexpected,
  BAD_COLLECTION_TYPE: words.yaml.unexpected,
  BAD_SCALAR_START: words.yaml.start,
  DUPLICATE_KEY: words.yaml.twice,
  MULTILINE_IMPLICIT_KEY: words.yaml.multiline,
  KEY_OVER_1024_CHARS: words.yaml.multiline,
  NON_STRING_KEY: words.yaml.multiline,
  BAD_DQ_ESCAPE: words.yaml.escape,
  MULTIPLE_DOCS: words.yaml.documents,
  ALIAS_PROPS: words.yaml.special,
  BAD_ALIAS: words.yaml.special,
  BAD_DIRECTIVE: words.yaml.special,
  BAD_PROP_ORDER: words.yaml.special,
  MULTIPLE_ANCHORS: words.yaml.special,
  MULTIPLE_TAGS: words.yaml.special,
  TAG_RESOLVE_FAILED: words.yaml.special,
  RESOURCE_EXHAUSTION: words.tooDeep,
};

/** The first of what is wrong with its places, and how many more there are. */
function firstErrors<T>(file: string, all: readonly T[], toError: (one: T) => SeedError): readonly SeedError[] {
  const first = all.slice(0, LIMITS.messages).map(toError);
  const more = all.length - first.length;
  return more === 0 ? first : [...first, { file, line: 0, field: '', message: fileWords.more(more) }];
}

/** What the library refuses by throwing: references that would explode, and levels deeper than it can go. */
function withinLimits<T>(work: () => T): Result<T, string> {
  try {
    return ok(work());
  } catch (cause) {
    if (cause instanceof ReferenceError) return err(words.aliases);
    if (cause instanceof RangeError) return err(words.tooDeep);
    throw cause;
  }
}

/** One error as one line for a terminal: `file:line campo: messaggio`. */
export function formatSeedError(e: SeedError): string {
  const place = e.line > 0 ? `${e.file}:${e.line}` : e.file;
  return e.field === '' ? `${place}: ${e.message}` : `${place}: ${e.field}: ${e.message}`;
}

function rangeOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  const range = node.range;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
}
