import type { Indicator, Plan } from '../../../domain/plan.js';
import type { ListId } from '../../../domain/plan-lists.js';
import type { OutlineList, PlanPart } from '../../../domain/plan-outline.js';
import type { PlanningScene } from './scene.js';

/** What a form is about: an indicator of a list, or a new one of it. */
export interface Subject {
  readonly scene: PlanningScene;
  readonly plan: Plan;
  readonly version: number;
  readonly part: PlanPart;
  readonly list: OutlineList;
  readonly listId: ListId;
  readonly indicator: Indicator | undefined;
}
