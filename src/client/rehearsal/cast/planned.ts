import type { CycleRef } from '../../../domain/acting.js';
import { addDays } from '../../../domain/calendar/civil-date.js';
import type { CivilDate, Instant } from '../../../domain/calendar/types.js';
import { romeInstant, timeOfDay } from '../../../domain/calendar/zone.js';
import { instantOfMs, msOfInstant } from '../../../domain/clock.js';
import type { MailMessage } from '../../../platform/mailbox.js';
import { castWords } from '../../../words/cast.js';
import type { Page } from '../page.js';
import { chance } from '../random.js';
import type { Script } from '../script.js';
import type { Visit } from '../visitor.js';
import type { SeenStep } from './seen-step.js';

/** A mail as its recipient has it. */
export type Letter = Pick<MailMessage, 'html' | 'text' | 'attachments'>;

/** What the cast of a rehearsal lives on. */
export interface CastDeps {
  readonly ref: Omit<CycleRef, 'space'>;
  readonly script: Script;
  /** The mails to an address, the latest first; absent where mail really leaves and nobody of the cast reads it. */
  readonly mailsOf?: (address: string) => AsyncIterable<Letter>;
  readonly visit: Visit;
  /** How people reach the console, without a slash at the end. */
  readonly consoleUrl: string;
  now(): Instant;
  /** What the cast does and what it is refused, for the terminal. */
  tell(line: string): void;
}

/**
 * How it went: whoever cannot do it yet, because the mail or the page is not there, tries again; so does, a few times, who
 * was refused: the calendar may have moved on between the page and what was sent from it.
 */
export type Outcome = 'done' | 'waiting' | 'refused';

/** Something a person will do on a day. */
export interface Act {
  readonly at: Instant;
  /** The step it belongs to, while it is open; absent of what belongs to none. */
  readonly step?: string;
  /** Who, or which part: one person does one thing after the other, several at once. */
  readonly by: string;
  run(): Promise<Outcome>;
}

/** Acts by a name that is the same however often they are planned. */
export type Planned = readonly (readonly [string, Act])[];

/** Tells what somebody has done, as the page that came back has it. */
export function report(deps: CastDeps, line: string, page: Page): Outcome {
  if (page.status >= 400 || page.errors.length > 0) {
    deps.tell(castWords.refused(line, page.errors.join('; ') || page.heading));
    return 'refused';
  }
  deps.tell(castWords.done(line, firstSentence(page.notice)));
  return 'done';
}

const firstSentence = (text: string): string => /^.*?[.!](?=\s*\p{Lu}|$)/u.exec(text)?.[0] ?? text;

/** When offices and boards are at work. */
export const morning = (date: CivilDate): Instant => romeInstant(date, timeOfDay(9));

export const later = (instant: Instant, days: number): Instant => instantOfMs(msOfInstant(instant) + days * 86_400_000);

const midnight = (date: CivilDate): Instant => romeInstant(date, timeOfDay(0));

export const mornings = (date: CivilDate, days: number): Instant => morning(addDays(date, days));

/** A moment between two shares of the step's days, the same for the same seed; work began the day the step opened. */
export function within(deps: CastDeps, step: SeenStep, name: string, from: number, to: number): Instant {
  const opened = msOfInstant(midnight(step.openedOn));
  const due = Math.max(msOfInstant(midnight(addDays(step.dueOn, 1))), opened + 5 * 86_400_000);
  return instantOfMs(opened + (due - opened) * (from + (to - from) * chance(deps.script.seed, name)));
}
