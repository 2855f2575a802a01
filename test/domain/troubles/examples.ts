import type { Trouble } from '../../../src/domain/trouble.js';

const step = { entity: 'ccms', exercise: 2016, step: 'piano', title: 'Approvazione del Piano' } as const;
const since = '2016-01-10T08:00:00Z';
/** One of each kind, whole and with what may be missing. */
export const EXAMPLES: readonly Trouble[] = [
  { kind: 'process-missing', entity: 'ccms', exercise: 2016 },
  { kind: 'process-missing', entity: 'ccms', exercise: 2016, step: 'piano' },
  { kind: 'process-stray', entity: 'ccms', workflow: 'ccms/2016/piano' },
  {
    kind: 'activity-retrying',
    entity: 'ccms',
    workflow: 'ccms/2016',
    activity: 'publish',
    attempts: 11,
    failure: 'il disco è pieno.',
  },
  { kind: 'task-failing', entity: 'ccms', workflow: 'ccms/2016', attempts: 4, failure: 'il disco è pieno.' },
  { kind: 'mail-refused', entity: 'ccms', mails: 1, since },
  { kind: 'mail-uncertain', entity: 'ccms', mails: 2, since, failure: 'il disco è pieno.' },
  { kind: 'mail-unsent', entity: 'ccms', mails: 1, since },
  { kind: 'mail-unsent', entity: 'ccms', mails: 54, since, failure: 'il disco è pieno.' },
  {
    kind: 'source-failing',
    entity: 'ccms',
    exercise: 2016,
    step: 'm1',
    indicator: 'A-1',
    source: 'S',
    since,
    attempts: 1,
    failure: 'il disco è pieno.',
  },
  { kind: 'readings-unconfirmed', entity: 'ccms', exercise: 2016, readings: 1, inForce: true },
  { kind: 'readings-unconfirmed', entity: 'ccms', exercise: 2016, readings: 7, share: '12.5', inForce: false },
  { kind: 'worker-absent' },
  { kind: 'worker-absent', lastSeen: since },
  { kind: 'migration-pending', pending: ['a'], foreign: [] },
  { kind: 'migration-pending', pending: [], foreign: ['b'] },
  { kind: 'plan-missing', ...step },
  { kind: 'launch-failing', entity: 'ccms', since },
  { kind: 'file-unreadable', file: 'ccms/entity.yaml', failure: 'il disco è pieno.' },
  { kind: 'file-unreadable', file: 'ccms/plan.yaml', failure: 'riga 3: manca il nome', leftOut: true },
  { kind: 'clock-doubted', machine: 'worker-1', doubt: 'l’orologio è in avanti di 3 ore' },
  { kind: 'step-stuck', ...step, failure: 'il disco è pieno.' },
  { kind: 'step-failed', ...step, failure: 'il disco è pieno.' },
  { kind: 'not-computed', ...step, since, indicators: ['A-1', 'A-2'] },
  { kind: 'not-computed', ...step, since, indicators: [], failure: 'il disco è pieno.' },
];
