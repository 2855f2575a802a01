import { relazioneContent } from '../../documents/monitoraggio.js';
import { cycleId } from '../../domain/cycle-id.js';
import { spendingOf } from '../../register/spending.js';
import { checkpointContents } from '../checkpoint-results.js';
import type { ComputedPart } from './part.js';

/** The measurable part of the Relazione: how the year went, scorecard and sheets with their results, every checkpoint. */
export const relazioneResults: ComputedPart = async ({ db, plan }, ref) => {
  const spending = new Map(
    (await spendingOf(db, ref.entity, ref.exercise)).map((spent) => [spent.programme, spent] as const),
  );
  const heading = { kind: 'relazione', title: '', entity: '', exercise: ref.exercise, version: 1 } as const;
  const checkpoints = await checkpointContents(db, cycleId(ref));
  if (checkpoints.length === 0) return [];
  return relazioneContent({ ...heading, on: '2000-01-01', simulated: false }, checkpoints, plan?.plan, spending)
    .sections;
};
