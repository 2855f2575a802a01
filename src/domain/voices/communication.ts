import type { DatedCalendar, DatedPhase, DatedStep, Instant } from '../calendar/types.js';
import { readMailAddress } from '../mail-address.js';
import { err, ok, type Result } from '../result.js';

/** By what somebody is told. */
export const MEANS = ['mail', 'page', 'meeting', 'other'] as const;
export type Means = (typeof MEANS)[number];

/** Mails that one communication may ask for. */
export const MOST_RECIPIENTS = 5_000;
/** Those that are put in the ledger, and leave, at once: the others follow in the next rounds. */
export const RECIPIENTS_AT_ONCE = 500;

/**
 * Reads addresses as people list them: one a line, or with commas or semicolons between. Each once, whatever its capitals.
 * @returns the addresses, or those that are none
 */
export function readRecipients(written: string): Result<readonly string[], readonly string[]> {
  const parts = written
    .split(/[\n,;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map((part) => ({ part, address: readMailAddress(part) }));
  const wrong = read.filter(({ address }) => !address.ok).map(({ part }) => part);
  if (wrong.length > 0) return err(wrong);
  const addresses = read.flatMap(({ address }) => (address.ok ? [address.value] : []));
  return ok([...new Map(addresses.map((address) => [address.toLowerCase(), address])).values()]);
}

/** A step as far as its phase is concerned. */
export interface PhaseStep {
  readonly planned: DatedStep;
  readonly status: string;
  readonly openedAt: Instant | null;
  /** Done before Ciclo was there: nobody is told of it. */
  readonly before: boolean;
}

/** That a phase has opened, or has its result: what its participants are told. */
export interface PhaseMoment {
  readonly phase: DatedPhase;
  readonly moment: 'opened' | 'concluded';
  /** Roles that the source names and that have nothing to do in the phase: who acts is prompted anyway. */
  readonly told: readonly string[];
  readonly steps: readonly DatedStep[];
}

const OVER: ReadonlySet<string> = new Set(['done', 'cancelled']);

/**
 * Which phases of a cycle have opened, and which have their result: those with a step that has opened, and those whose steps are
 * all over; what was done before Ciclo opens none. Those without participants are left out.
 */
export function phaseMoments(
  { phases }: Pick<DatedCalendar, 'phases'>,
  steps: readonly PhaseStep[],
): readonly PhaseMoment[] {
  return phases.flatMap((phase): readonly PhaseMoment[] => {
    const own = steps.filter(({ planned }) => planned.phase === phase.id);
    const told = participantsOf(own.map(({ planned }) => planned));
    if (told.length === 0 || !own.some(({ openedAt, before }) => openedAt !== null && !before)) return [];
    const about = { phase, told, steps: own.map(({ planned }) => planned) };
    const opened: PhaseMoment = { ...about, moment: 'opened' };
    return own.every(({ status }) => OVER.has(status)) ? [opened, { ...about, moment: 'concluded' }] : [opened];
  });
}

/** Every role that a step of the phase names beside who acts, in their order. */
const participantsOf = (steps: readonly DatedStep[]): readonly string[] => [
  ...new Set(steps.flatMap(({ participants }) => participants)),
];
