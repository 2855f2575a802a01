import type { CivilDate } from './calendar/types.js';
import type { SourcePlace } from './plan.js';

interface TransparencyObligation {
  /** As the document numbers it within its group. */
  readonly number: string;
  readonly text: string;
  /** As written; empty when the document says nothing. */
  readonly state: string;
}

interface TransparencyGroup {
  readonly id: string;
  readonly title: string;
  readonly source: SourcePlace;
  readonly obligations: readonly TransparencyObligation[];
}

/** State of the obligations of publication on a day. */
export interface Transparency {
  readonly asOf: CivilDate;
  readonly groups: readonly TransparencyGroup[];
}

/** What the body promises to improve in its own performance cycle. */
export interface ImprovementItem {
  readonly subject: string;
  readonly actions: readonly string[];
  readonly source: SourcePlace;
}
