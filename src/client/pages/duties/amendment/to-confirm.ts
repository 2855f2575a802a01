import { accumulationQuestion, completeReading } from '../../../../domain/accumulation.js';
import type { Policy } from '../../../../domain/policy.js';
import { candidatesOf } from '../../../../domain/targets/outcome.js';
import type { Accumulation, Reading, TargetOutcome } from '../../../../domain/targets/types.js';
import { amendmentWords as words } from '../../../../words/amendment.js';
import { accumulationIn } from '../../kit/parts/accumulation-choice.js';
import { textIn } from '../officer/posted.js';
import { CONFIRM, type FieldError, fieldOf } from './fields.js';

/** A new target with the ways it may be read, and what was answered of it. */
export interface ToConfirm {
  readonly code: string;
  readonly outcome: TargetOutcome;
  /** The sentence chosen, when it is one of its readings. */
  readonly chosen?: string;
  readonly said?: Accumulation;
  /** As it would be put on record; absent while something of it is not confirmed. */
  readonly reading?: Reading;
}

/** New targets with what somebody answered of their readings, and what can be read in no way. */
export interface Confirming {
  readonly toConfirm: readonly ToConfirm[];
  /** Whether those written in their targets were confirmed, all together. */
  readonly ticked: boolean;
  readonly errors: readonly FieldError[];
}

/** Reads the answers of a form about new targets. A written one counts for the sentence that was shown, once all are ticked. */
export function confirmingIn(data: FormData, outcomes: ReadonlyMap<string, TargetOutcome>, policy: Policy): Confirming {
  const errors: FieldError[] = [];
  const ticked = data.has(CONFIRM);
  const toConfirm = [...outcomes].flatMap(([code, outcome]): readonly ToConfirm[] => {
    const why = problemOf(code, outcome);
    if (why !== undefined) {
      errors.push({ field: fieldOf('target', code), message: why });
      return [];
    }
    const sentence = textIn(data, fieldOf('reading', code));
    const candidate = candidatesOf(outcome).find((one) => one.sentence === sentence);
    const said = accumulationIn(textIn(data, fieldOf('accumulation', code)));
    const confirmed = candidate !== undefined && (outcome.outcome !== 'parsed' || ticked);
    const reading = confirmed ? completeReading(candidate.reading, said, policy) : undefined;
    return [
      {
        code,
        outcome,
        ...(candidate === undefined ? {} : { chosen: candidate.sentence }),
        ...(said === undefined ? {} : { said }),
        ...(reading === undefined ? {} : { reading }),
      },
    ];
  });
  return { toConfirm, ticked, errors };
}

/** What is missing before an amendment can be proposed, each with its field. */
export function unconfirmedIn({ toConfirm, ticked }: Confirming, policy: Policy): readonly FieldError[] {
  const open = toConfirm.filter((one) => one.reading === undefined);
  const untold = open.filter(
    ({ outcome, chosen }) =>
      chosen !== undefined &&
      (outcome.outcome !== 'parsed' || ticked) &&
      candidatesOf(outcome).some((one) => one.sentence === chosen && accumulationQuestion(one.reading, policy).asked),
  );
  const rest = open.filter((one) => !untold.includes(one));
  const written = rest.filter(({ outcome }) => outcome.outcome === 'parsed');
  return [
    ...(written.length === 0
      ? []
      : [{ field: CONFIRM, message: words.errors.unticked(written.map((one) => one.code)) }]),
    ...rest
      .filter((one) => !written.includes(one))
      .map(({ code }) => ({ field: fieldOf('reading', code), message: words.errors.unconfirmed(code) })),
    ...untold.map(({ code }) => ({ field: fieldOf('accumulation', code), message: words.errors.accumulation(code) })),
  ];
}

/** The readings confirmed, by indicator. */
export const readingsIn = ({ toConfirm }: Pick<Confirming, 'toConfirm'>): ReadonlyMap<string, Reading> =>
  new Map(toConfirm.flatMap(({ code, reading }) => (reading === undefined ? [] : [[code, reading] as const])));

/** The same, and of what is not confirmed yet the one reading it has: to see what a proposal would do. */
export function supposedIn({ toConfirm }: Pick<Confirming, 'toConfirm'>): ReadonlyMap<string, Reading> {
  return new Map(
    toConfirm.flatMap(({ code, outcome, reading, said, chosen }) => {
      const candidates = candidatesOf(outcome);
      const only =
        candidates.find((one) => one.sentence === chosen) ?? (candidates.length === 1 ? candidates[0] : undefined);
      const supposed = reading ?? (only === undefined ? undefined : withSaid(only.reading, said));
      return supposed === undefined ? [] : [[code, supposed] as const];
    }),
  );
}

const withSaid = (reading: Reading, said: Accumulation | undefined): Reading =>
  said === undefined || reading.kind !== 'threshold' ? reading : { ...reading, accumulation: said };

/** Why a new target cannot be confirmed in any way, in Italian. */
function problemOf(code: string, outcome: TargetOutcome): string | undefined {
  if (outcome.outcome === 'not-measurable') {
    return words.errors.notMeasurable(code, outcome.text, outcome.reason.message);
  }
  if (outcome.outcome === 'ambiguous' && outcome.candidates.length === 0) {
    return words.errors.unread(code, outcome.text, outcome.reasons.map((r) => r.message).join('; '));
  }
  return undefined;
}
