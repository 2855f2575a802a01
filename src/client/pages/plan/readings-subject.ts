import type { Policy } from '../../../domain/policy.js';
import type { ToRead } from '../../../domain/to-read.js';
import type { PlanPageData } from './page-data.js';

/** What a page of readings is about: all the plan, or a part of it. */
export interface Subject {
  readonly data: PlanPageData;
  readonly version: number;
  readonly policy: Policy;
  /** Absent: all of them. */
  readonly part?: PlanPageData['parts'][number];
  /** What waits for a reading in all the plan. */
  readonly open: readonly ToRead[];
  /** What this page asks: of all the plan what is written, of a part also what is proposed. */
  readonly asked: readonly ToRead[];
  /** Version of what waits, as the page shows it. */
  readonly seen: string;
}
