import { readFile } from 'node:fs/promises';
import type { WrittenAnswer } from '../../acts/checkpoint/written-answers.js';
import { err, ok, type Result } from '../../domain/result.js';
import { decodeUnicode } from '../../files/text.js';
import { Failure } from '../../platform/errors.js';
import { apiWords } from '../../words/api.js';
import { fileWords } from '../../words/files.js';
import { fileProblem } from '../../words/platform.js';
import type { Submitted, ToSubmit } from './submit-ways.js';

const words = apiWords.cli.submit;

/** What the command was given. */
export interface SubmitOptions {
  readonly file?: string;
  readonly entity: string;
  readonly year: number;
  readonly checkpoint: string;
  readonly person?: string;
  readonly value: ReadonlyMap<string, string>;
  readonly note: ReadonlyMap<string, string>;
  readonly lateReason?: string;
  readonly url?: string;
  readonly token?: string;
  readonly space?: string;
  readonly key?: string;
  readonly partial: boolean;
  /** What is odd in the values is right. */
  readonly confirm: boolean;
  readonly json: boolean;
}

/** @throws Failure when they are refused (1), can not be read (2), or there is nothing to send them to (3) */
export async function submitValues(options: SubmitOptions): Promise<void> {
  const content = await contentOf(options);
  if (!content.ok) throw new Failure(2, content.error);
  const { overApi, withDatabase } = await import('./submit-ways.js');
  const { entity, year, checkpoint, lateReason, key, partial, confirm } = options;
  const what: ToSubmit = {
    entity,
    exercise: year,
    checkpoint,
    content: content.value,
    partial,
    confirm,
    lateReason,
    key,
  };
  if (options.url !== undefined) {
    const token = options.token ?? process.env.CICLO_TOKEN;
    if (token === undefined) throw new Failure(2, words.noToken);
    return report(await overApi(what, options.url, token), options);
  }
  if (options.person === undefined) throw new Failure(2, words.noPerson);
  return report(await withDatabase(what, options.space, options.person), options);
}

async function contentOf({ file, value, note }: SubmitOptions): Promise<Result<ToSubmit['content'], string>> {
  if (file !== undefined && value.size > 0) return err(words.both);
  if (file === undefined) {
    if (value.size === 0) return err(words.nothing);
    return ok({ rows: [...value].map(([indicator, text]) => rowOf(indicator, text, note.get(indicator))) });
  }
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    return err(words.unreadable(file, fileProblem(cause)));
  }
  return file.toLowerCase().endsWith('.json') ? rowsIn(file, bytes, note) : ok({ sheet: new Uint8Array(bytes) });
}

/** `{"A-1": "82,5%"}`, or a code with the fields of the API: `{"A-1": {"numerator": 3, "denominator": 4}}`. */
function rowsIn(file: string, bytes: Buffer, notes: ReadonlyMap<string, string>): Result<ToSubmit['content'], string> {
  const text = decodeUnicode(bytes);
  if (!text.ok) return err(words.unreadable(file, fileWords.dataFile.notUtf8));
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.value);
  } catch (cause) {
    return err(words.unreadable(file, fileProblem(cause)));
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return err(words.notJson(file));
  const rows = Object.entries(parsed).map(([indicator, written]: [string, unknown]) =>
    rowOf(indicator, written, notes.get(indicator)),
  );
  return rows.length === 0 ? err(words.nothing) : ok({ rows });
}

function rowOf(indicator: string, written: unknown, note: string | undefined): WrittenAnswer {
  // What the fields hold is checked by the schema of the API, whichever way they go.
  if (typeof written === 'object' && written !== null) return { note, ...written, indicator };
  return { indicator, value: isScalar(written) ? written : String(written), note };
}

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function report(submitted: Submitted, { json }: SubmitOptions): void {
  if (!submitted.ok) {
    const lines = [submitted.code === 1 ? words.refused : '', submitted.message, ...indented(submitted.problems)];
    throw new Failure(submitted.code, ...lines.filter((line) => line !== ''));
  }
  const { code: _code, ...told } = submitted;
  if (json) process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
  else {
    process.stdout.write(`${words.sent(submitted.indicators, submitted.submissions)}\n`);
    if (submitted.left.length > 0) process.stderr.write(`${[words.left, ...indented(submitted.left)].join('\n')}\n`);
  }
}

const indented = (problems: readonly string[]): readonly string[] => problems.map((line) => `  ${line}`);
