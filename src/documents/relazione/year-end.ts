import { decimalText } from '../../domain/achievement/format.js';
import type { Rollup, TrafficLight } from '../../domain/achievement/types.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import { rational, subtract } from '../../domain/rational.js';
import type { DecimalText } from '../../domain/targets/types.js';
import { relazioneWords as words } from '../../words/relazione.js';
import type { CheckpointContent } from '../checkpoint-content.js';
import { type Cell, percent } from '../content.js';

/** The results a Relazione reports: those of the last checkpoint that has any. */
export interface YearEnd {
  readonly exercise: number;
  readonly checkpoint: CheckpointContent;
  /** The entity's tree: areas, objectives, programmes, indicators. */
  readonly entity: Rollup;
  /** The corrective action that was proposed for an indicator, by its code. */
  readonly remedies: ReadonlyMap<string, string>;
}

/** Why an indicator was far from its target, and what was to be done, each with the last day of the period it was said of. */
export interface SaidBefore {
  readonly cause?: Said;
  readonly remedy?: Said;
}

interface Said {
  readonly text: string;
  readonly to: CivilDate;
}

export type Assessed = CheckpointContent['indicators'][number];

/** The light that counts: the one of the act that fixed the result, or the computed one. */
export const lightOf = ({ assessment, override }: Assessed): TrafficLight =>
  override !== undefined ? override.light : assessment.state === 'assessed' ? assessment.light : 'none';

/** The achievement that counts, percent. */
export const countedOf = ({ assessment, override }: Assessed): DecimalText | undefined =>
  override === undefined
    ? assessment.achievement
    : override.override.kind === 'forced'
      ? override.override.value
      : undefined;

/** `area:1` is 1. */
export const codeOf = (node: string): string => node.slice(node.indexOf(':') + 1);

/** A percentage, or that there is none. */
export const percentOr = (value: DecimalText | undefined, none: string): Cell =>
  value === undefined ? none : percent(value);

/** Percentage points between two percentages, with their sign; nothing where one is missing. */
export const pointsBetween = (now: DecimalText | undefined, then: DecimalText | undefined): string =>
  now === undefined || then === undefined ? '' : words.points(decimalText(subtract(rational(now), rational(then))));

/** An achievement in an earlier or at an interim moment. */
export interface EarlierResult {
  readonly exercise: number;
  readonly to: CivilDate;
  /** `entity`, `area:1`, or the code of an indicator. */
  readonly of: string;
  readonly achievement: DecimalText | null;
  /** Share of the weight it stands on. */
  readonly coverage: DecimalText;
}
