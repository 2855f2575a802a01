import { defineSearchAttributeKey, type SearchAttributePair, SearchAttributeType } from '@temporalio/common';
import type { CycleRef, StepStatus } from '../domain/acting.js';
import type { DatedStep } from '../domain/calendar/types.js';
import { msOfInstant } from '../domain/clock.js';

const ENTITY = defineSearchAttributeKey('CicloEntity', SearchAttributeType.KEYWORD);
const EXERCISE = defineSearchAttributeKey('CicloExercise', SearchAttributeType.INT);
const PHASE = defineSearchAttributeKey('CicloPhase', SearchAttributeType.KEYWORD);
const STATUS = defineSearchAttributeKey('CicloStatus', SearchAttributeType.KEYWORD);
const DUE = defineSearchAttributeKey('CicloDue', SearchAttributeType.DATETIME);

/** What one can search cycles and steps by in Temporal. A cycle as a whole has no phase and no due date. */
export function cycleAttributes(
  ref: CycleRef,
  step: DatedStep | undefined,
  status: StepStatus | 'running' | 'closed',
): SearchAttributePair[] {
  const pairs: SearchAttributePair[] = [
    { key: ENTITY, value: ref.entity },
    { key: EXERCISE, value: ref.exercise },
    { key: STATUS, value: status },
  ];
  if (step !== undefined) {
    pairs.push({ key: PHASE, value: step.phase }, { key: DUE, value: new Date(msOfInstant(step.dueAt)) });
  }
  return pairs;
}
