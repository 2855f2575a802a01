import type { Readable, Writable } from 'node:stream';
import { flattenOutcome } from '../../domain/targets/flat.js';
import type { TargetContext } from '../../domain/targets/outcome.js';
import { parseTarget } from '../../domain/targets/parse.js';
import { targetWords } from '../../words/target.js';

const words = targetWords.line;

/** A longer line is refused without being kept in memory. */
const LONGEST_LINE = 1_000_000;

/**
 * Answers one JSON line for each JSON line, in order, as they come; blank lines are passed over.
 *
 * In: `{"text": "almeno 25", "name"?: "N. incontri", "year"?: 2016, "previous"?: "20"}`; `null` is the same as absent,
 * other fields are ignored.
 *
 * Out, for a line understood: `{"line": 1, "outcome": "parsed" | "proposed" | "ambiguous" | "not-measurable", "text", "readings":
 * [{"kind", "operator", "value", "to", "unit", "noun", "outOf", "date", "dateFrom", "event", "baseline", "direction",
 * "accumulation", "expected", "what", "bands", "sentence"}], "sentence", "reasons": [{"code", "message"}], "notes"}`,
 * as `FlatOutcome` documents. For a line that is not: `{"line": 2, "error": "riga 2: …; atteso …"}`, and the run goes on.
 *
 * @returns 0, or 2 when a line was refused
 */
export async function answerLines(input: Readable, output: Writable): Promise<number> {
  let number = 0;
  let refused = false;
  let broken = false;
  // The reader may leave before the end (`| head`): that ends the work and is no error.
  const stopped = (): void => {
    broken = true;
  };
  output.on('error', stopped);
  output.on('close', stopped);
  for await (const lines of batches(input)) {
    if (broken) break;
    let answers = '';
    for (const line of lines) {
      number += 1;
      if (line.trim() === '') continue;
      const answer = answerLine(number, line);
      if ('error' in answer) refused = true;
      answers += `${JSON.stringify(answer)}\n`;
    }
    if (answers !== '' && !output.write(answers)) await drained(output, () => broken);
  }
  output.off('error', stopped);
  output.off('close', stopped);
  return refused ? 2 : 0;
}

/** The answer to one line; `number` counts from 1. */
export function answerLine(number: number, line: string): object {
  const refuse = (problem: string, expected: string): object => ({
    line: number,
    error: words.refused(number, problem, expected),
  });
  if (line.length > LONGEST_LINE) return refuse(words.tooLong(LONGEST_LINE), words.expected);
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return refuse(words.notJson, words.expected);
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refuse(words.notObject, words.expected);
  const { text, name = null, year = null, previous = null } = given as Partial<Record<string, unknown>>;
  if (text === undefined || text === null) return refuse(words.noText, words.expected);
  if (typeof text !== 'string') return refuse(words.text, words.expectedText);
  if (name !== null && typeof name !== 'string') return refuse(words.name, words.expectedText);
  if (previous !== null && typeof previous !== 'string') return refuse(words.previous, words.expectedText);
  if (year !== null && !isYear(year)) return refuse(words.year, words.expectedYear);
  const context: TargetContext = {
    name: name ?? undefined,
    year: year ?? undefined,
    previous: previous ?? undefined,
  };
  return { line: number, ...flattenOutcome(parseTarget(text, context)) };
}

const isYear = (year: unknown): year is number =>
  typeof year === 'number' && Number.isInteger(year) && year >= 1950 && year <= 2099;

/** The lines that each piece of input completes. Cut at `\n` only: JSON may hold any other separator in its texts. */
async function* batches(input: Readable): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    // The start of an endless line is enough to refuse it.
    if (rest.length > 2 * LONGEST_LINE) rest = rest.slice(0, LONGEST_LINE + 1);
    if (lines.length > 0) yield lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield [rest];
}

/** Waits for a slow reader, or for it to go away. */
async function drained(output: Writable, broken: () => boolean): Promise<void> {
  if (broken()) return;
  await new Promise<void>((resolve) => {
    const go = (): void => {
      output.off('drain', go);
      output.off('error', go);
      output.off('close', go);
      resolve();
    };
    output.once('drain', go);
    output.once('error', go);
    output.once('close', go);
  });
}
