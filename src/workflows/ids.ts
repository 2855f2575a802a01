import type { CycleRef } from '../domain/acting.js';
import { cycleId } from '../domain/cycle-id.js';

/** `ciclo/ccms/2016` */
export function cycleWorkflow(ref: CycleRef): string {
  return `${ref.space}/${cycleId(ref)}`;
}

/** `ciclo/ccms/2016/piano-approvazione` */
export function stepWorkflow(ref: CycleRef, step: string): string {
  return `${cycleWorkflow(ref)}/${step}`;
}

/** The entity a workflow of ours is about, from its id: `ciclo/ccms/2016/piano-approvazione` → `ccms`. */
export function entityOf(workflowId: string): string {
  return workflowId.split('/')[1] ?? '';
}

/** The entity's yearly Schedule: `ciclo/ccms`. */
export function scheduleId(space: string, entity: string): string {
  return `${space}/${entity}`;
}

/** Every process of a space works on one task queue, named after it. */
export function taskQueue(space: string): string {
  return space;
}
