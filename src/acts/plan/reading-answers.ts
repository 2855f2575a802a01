import { completeReading } from '../../domain/accumulation.js';
import type { Policy } from '../../domain/policy.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok, type Result } from '../../domain/result.js';
import { candidatesOf } from '../../domain/targets/outcome.js';
import type { Accumulation, Reading } from '../../domain/targets/types.js';
import { isWritten, type ToRead } from '../../domain/to-read.js';
import { readingWords as words } from '../../words/readings.js';
import { fieldFor } from '../field.js';

/** What somebody says of targets, each named by its indicator's code, or by its place in the plan where a code is there twice. */
interface SaidOfReadings {
  /** Confirms all the written ones. */
  readonly written: boolean;
  /** Of the written ones, these. */
  readonly indicators: readonly string[];
  /** Of the others, which of the readings offered, from 1. */
  readonly choices: ReadonlyMap<string, number>;
  /** The text written anew: its reading waits. */
  readonly texts: ReadonlyMap<string, string>;
  readonly accumulations: ReadonlyMap<string, Accumulation>;
  /** For the measures that have no answer of their own. */
  readonly accumulation: Accumulation | undefined;
}

export interface ReadingAnswers {
  readonly readings: readonly { readonly one: ToRead; readonly reading: Reading }[];
  readonly rewritten: readonly { readonly one: ToRead; readonly text: string }[];
  /** Written ones of which nobody said whether they grow along the year: they stay open. */
  readonly incomplete: readonly Refusal[];
  /** What is to be corrected before anything is recorded. */
  readonly refusals: readonly Refusal[];
}

/**
 * What was said, target by target.
 * @param rewrites whether a text may be written anew: not of a plan in force
 * @param confirmed those somebody has confirmed already, who stay so
 */
export function answersTo(
  open: readonly ToRead[],
  said: SaidOfReadings,
  policy: Policy,
  { rewrites, confirmed }: { readonly rewrites: boolean; readonly confirmed: readonly ToRead[] },
): ReadingAnswers {
  const readings: { one: ToRead; reading: Reading }[] = [];
  const rewritten: { one: ToRead; text: string }[] = [];
  const [incomplete, refusals]: [Refusal[], Refusal[]] = [[], []];
  const isThere = (field: string, name: string): ToRead | undefined => {
    const found = targetNamed(open, name);
    if (found.ok) return found.value;
    if (!targetNamed(confirmed, name).ok) refusals.push({ field: fieldFor(field, name), text: found.error });
    return undefined;
  };
  const along = new Map<ToRead, Accumulation>();
  for (const [name, value] of said.accumulations) {
    const one = isThere('accumulations', name);
    if (one !== undefined) along.set(one, value);
  }
  const whole = (one: ToRead, reading: Reading): Reading | undefined =>
    completeReading(reading, along.get(one) ?? said.accumulation, policy);
  const missing = (one: ToRead, name: string): Refusal => ({
    field: fieldFor('accumulations', name),
    text: words.accumulation.missing(one.indicator.code),
  });

  const chosen = said.indicators.map((name) => [name, isThere('indicators', name)] as const);
  const all = said.written ? open.filter(isWritten).map((one) => [one.indicator.code, one] as const) : [];
  for (const [one, name] of new Map(
    [...all, ...chosen].flatMap(([name, one]) => (one ? [[one, name] as const] : [])),
  )) {
    if (one.outcome.outcome !== 'parsed') {
      refusals.push({ field: fieldFor('indicators', name), text: words.notWritten(one.indicator.code) });
      continue;
    }
    const reading = whole(one, one.outcome.reading);
    if (reading === undefined) incomplete.push(missing(one, name));
    else readings.push({ one, reading });
  }
  for (const [name, number] of said.choices) {
    const one = isThere('choices', name);
    if (one === undefined) continue;
    const candidate = candidatesOf(one.outcome)[number - 1];
    const reading = candidate === undefined ? undefined : whole(one, candidate.reading);
    if (candidate === undefined)
      refusals.push({ field: fieldFor('choices', name), text: words.staleChoice(one.indicator.code) });
    else if (said.texts.has(name))
      refusals.push({ field: fieldFor('texts', name), text: words.textBesideReading(one.indicator.code) });
    else if (reading === undefined) refusals.push(missing(one, name));
    else readings.push({ one, reading });
  }
  for (const [name, text] of said.texts) {
    const one = isThere('texts', name);
    if (one === undefined || said.choices.has(name)) continue;
    if (!rewrites) refusals.push({ field: fieldFor('texts', name), text: words.noneInForce });
    else if (text === one.text)
      refusals.push({ field: fieldFor('texts', name), text: words.noText(one.indicator.code) });
    else rewritten.push({ one, text });
  }
  return { readings, rewritten, incomplete, refusals };
}

/** The target of an indicator, by its code or, where several have it, by its place in the plan. */
export function targetNamed<T extends Pick<ToRead, 'key' | 'indicator'>>(
  targets: readonly T[],
  name: string,
): Result<T, string> {
  const byKey = targets.find(({ key }) => key === name);
  if (byKey !== undefined) return ok(byKey);
  const [one, other] = targets.filter(({ indicator }) => indicator.code === name);
  if (one === undefined) return err(words.noTarget(name));
  return other === undefined
    ? ok(one)
    : err(
        words.severalTargets(
          name,
          targets.flatMap((t) => (t.indicator.code === name ? [t.key] : [])),
        ),
      );
}
