import type { Indicator, Plan } from '../../../domain/plan.js';
import type { ListId } from '../../../domain/plan-lists.js';
import type { OutlineList, PlanPart } from '../../../domain/plan-outline.js';
import type { PlanPageData } from './page-data.js';

/** What a form is about: an indicator of a list, or a new one of it. */
export interface Subject {
  readonly data: PlanPageData;
  readonly plan: Plan;
  readonly version: number;
  readonly part: PlanPart;
  readonly list: OutlineList;
  readonly listId: ListId;
  readonly indicator: Indicator | undefined;
}
