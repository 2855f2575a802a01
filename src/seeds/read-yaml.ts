import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { err, ok, type Result } from '../domain/result.js';
import { fileProblem } from '../words/platform.js';

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
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    return err([{ file, line: 0, field: '', message: `non si può leggere: ${fileProblem(cause)}` }]);
  }
  return parseYaml(file, text, schema);
}

/** As `readYaml`, on text already in memory. */
export function parseYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): Result<Located<z.output<S>>, readonly SeedError[]> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return err(
      document.errors.map((e) => ({
        file,
        line: lines.linePos(e.pos[0]).line,
        field: '',
        message: `YAML non valido: ${e.message}`,
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
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success) {
    return err(
      parsed.error.issues.map((issue) => ({
        file,
        line: lineOf(issue.path),
        field: issue.path.map(String).join('.'),
        message: issue.message,
      })),
    );
  }
  return ok({ file, value: parsed.data, lineOf });
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
