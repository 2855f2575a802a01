import { type Command, InvalidArgumentError } from 'commander';
import { formatItalian, parseCivilDate } from '../../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import type { Result } from '../../../domain/result.js';
import type { StepRecord } from '../../../register/steps.js';
import { actWords as words } from '../../../words/cli-verbs.js';
import type { Actor, CycleRef } from '../../../workflows/messages.js';
import type { AtWork } from '../../with-actions.js';
import { year } from '../rehearse.js';

/** What every act is given. */
export interface ActOptions {
  readonly entity: string;
  readonly year: number;
  readonly as: string;
  readonly space?: string;
  readonly json: boolean;
}

/** An act about to be taken: on what, and by whom. */
export interface Acting extends AtWork {
  readonly ref: CycleRef;
  readonly today: CivilDate;
  /** The actor for somebody with one of these roles today, in their own right or for somebody absent. */
  actorAs(roles: readonly string[]): Promise<Actor>;
  /** @throws Refused when the cycle has no such step */
  step(id: string): Promise<StepRecord>;
}

/** What was done: the sentence for a person, the facts for a program. */
export interface Done {
  readonly said: string;
  readonly facts?: object;
}

/** Said no, before or by what was asked. */
export class Refused extends Error {}

/** The options of every act. */
export function anAct(command: Command): Command {
  return command
    .requiredOption('--entity <ente>', words.entity)
    .requiredOption('--year <anno>', words.year, year)
    .requiredOption('--as <persona>', words.as)
    .option('--space <spazio>', words.space)
    .option('--json', words.json, false);
}

/** Takes an act through the actions of the client and tells how it went. Exit 0 done, 1 refused, 3 nobody there. */
export async function act(options: ActOptions, take: (acting: Acting) => Promise<Result<Done, string>>): Promise<void> {
  const { loadConfig } = await import('../../../config.js');
  const { withActions } = await import('../../with-actions.js');
  const { actingOn } = await import('./acting.js');
  const answer = await withActions(loadConfig(), options.space, async (at): Promise<Result<Done, string>> => {
    try {
      return await take(await actingOn(at, options));
    } catch (cause) {
      if (cause instanceof Refused) return { ok: false, error: cause.message };
      throw cause;
    }
  });
  if (options.json) {
    const told = answer.ok ? { ok: true, ...answer.value.facts } : { ok: false, error: answer.error };
    process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
  } else if (answer.ok) process.stdout.write(`${answer.value.said}\n`);
  else process.stderr.write(`${answer.error}\n`);
  process.exitCode = answer.ok ? 0 : 1;
}

/** A date as an option: `31/03/2027` or `2027-03-31`. */
export function date(text: string): CivilDate {
  const [, d, m, y] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? [];
  const iso = d === undefined || m === undefined ? text.trim() : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const parsed = parseCivilDate(iso);
  if (!parsed.ok) throw new InvalidArgumentError(words.notADate(text));
  return parsed.value;
}

/** A reason, with the act that orders it when there is one. */
export const withAct = (reason: string, ordered: string | undefined): string =>
  ordered === undefined ? reason : `${reason} (${ordered})`;

export const italian = (day: CivilDate): string => formatItalian(day);
