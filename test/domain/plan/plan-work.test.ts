import { describe, expect, test } from 'vitest';
import { draftIn, type PlanVersionStatus, type PlanWork, planWork } from '../../../src/domain/plan-work.js';

const versions = (...statuses: readonly PlanVersionStatus[]) =>
  statuses.map((status, i) => ({
    version: i + 1,
    status,
    inForceFrom: status === 'in-force' || status === 'superseded' ? ('2016-01-29' as const) : null,
  }));

describe('where the work on a plan stands', () => {
  test.each<[string, readonly PlanVersionStatus[], PlanWork, number]>([
    ['nothing is written', [], { kind: 'first', draft: 0 }, 0],
    ['the first plan is a draft', ['draft', 'draft'], { kind: 'first', draft: 2 }, 2],
    ['the plan is in force', ['draft', 'in-force'], { kind: 'in-force', inForce: 2 }, 0],
    ['an amendment is begun', ['draft', 'in-force', 'draft'], { kind: 'amending', inForce: 2, draft: 3 }, 3],
    ['it is worked on', ['in-force', 'draft', 'draft'], { kind: 'amending', inForce: 1, draft: 3 }, 3],
    ['it is before the board', ['in-force', 'draft', 'proposed'], { kind: 'proposed', inForce: 1, proposed: 3 }, 0],
    ['it is approved', ['superseded', 'draft', 'in-force'], { kind: 'in-force', inForce: 3 }, 0],
    ['it is rejected', ['in-force', 'draft', 'rejected'], { kind: 'in-force', inForce: 1 }, 0],
    ['it is given up', ['in-force', 'discarded', 'discarded'], { kind: 'in-force', inForce: 1 }, 0],
    ['another is begun', ['in-force', 'rejected', 'draft'], { kind: 'amending', inForce: 1, draft: 3 }, 3],
    ['saved as it was proposed', ['in-force', 'proposed', 'draft'], { kind: 'proposed', inForce: 1, proposed: 2 }, 0],
  ])('%s', (_, statuses, work, draft) => {
    expect(planWork(versions(...statuses))).toEqual(work);
    expect(draftIn(work)).toBe(draft);
  });
});
