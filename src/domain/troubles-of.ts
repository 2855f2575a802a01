import { addDays } from './calendar/civil-date.js';
import type { CivilDate } from './calendar/types.js';
import { romeDate } from './calendar/zone.js';
import { msOfInstant } from './clock.js';
import { never } from './result.js';
import { ofWorkflow, type Trouble, type TroubleKind } from './trouble.js';
import type {
  BackupFacts,
  Facts,
  LaunchFacts,
  PayloadFacts,
  PlanFacts,
  ProcessFacts,
  WorkflowAttempts,
} from './trouble-facts.js';

/** Beyond this an activity or a workflow task is not having bad luck. */
export const MOST_ATTEMPTS = { activity: 10, task: 3 } as const;
/** A checkpoint that opens within these days makes unconfirmed readings, or a missing Piano, a trouble. */
export const NEAR_DAYS = 30;
/** Hours after which a mail that is due and still here is a trouble. */
export const UNSENT_AFTER_HOURS = 24;
/** Seconds without a word from any worker after which none is there: each says so every minute. */
const ABSENT_AFTER_S = 180;
/** Seconds after its hour within which a body's yearly start is given its moment: not all at once. */
export const LAUNCH_SPREAD_S = 1_800;
/** Seconds a start may take, once given: one that is only late by minutes is on its way. */
const LAUNCH_TAKES_S = 900;
/** Hours after which an act that is kept and sent again is a trouble. */
export const AWAITED_FOR_HOURS = 1;
/** Hours after which something published that is not found where it should be is a trouble. */
export const UNVERIFIED_AFTER_HOURS = 1;
/** Within these minutes of its end a step's workflow may still wait for the mails it had under way, each as long as a mail server takes. */
export const ENDS_WITHIN_MINUTES = 15;

/** What a look at some part of the system found. */
export interface Found {
  /** Of which kinds it would have found any. */
  readonly kinds: readonly TroubleKind[];
  readonly troubles: readonly Trouble[];
  /** Subjects that were not looked at this time: theirs stay as they are. */
  readonly unseen: readonly string[];
}

/** What is stuck, by what was seen. */
export function troublesOf(facts: Facts): Found {
  switch (facts.about) {
    case 'processes':
      return found(['process-missing', 'process-stray'], processTroubles(facts));
    case 'attempts': {
      const examined = new Set(facts.examined.map(({ workflow }) => workflow));
      return {
        kinds: ['activity-retrying', 'task-failing'],
        troubles: facts.examined.flatMap(attemptTroubles),
        unseen: facts.running.filter((workflow) => !examined.has(workflow)),
      };
    }
    case 'mails':
      return found(['mail-refused', 'mail-uncertain', 'mail-unsent'], facts.mails);
    case 'sources':
      return found(
        ['source-failing'],
        facts.failing.map((one) => ({ ...one, kind: 'source-failing' })),
      );
    case 'plans': {
      const soon = addDays(romeDate(facts.now), NEAR_DAYS);
      return {
        kinds: ['plan-missing', 'readings-unconfirmed'],
        troubles: facts.cycles.flatMap((cycle) => planTroubles(cycle, soon)),
        unseen: facts.unseen,
      };
    }
    case 'steps':
      return found(
        ['step-stuck', 'step-failed'],
        facts.steps.map(({ failed, ...step }) => ({ ...step, kind: failed ? 'step-failed' : 'step-stuck' })),
      );
    case 'results':
      return found(
        ['not-computed'],
        facts.results.map((one) => ({ ...one, kind: 'not-computed' })),
      );
    case 'drafts':
      return {
        kinds: ['sections-missing'],
        troubles: facts.drafts.map((one) => ({ ...one, kind: 'sections-missing' })),
        unseen: facts.unseen,
      };
    case 'publications':
      return found(
        ['publication-unverified'],
        facts.failed.map((one) => ({ ...one, kind: 'publication-unverified' })),
      );
    case 'acts':
      return found(
        ['act-waiting'],
        facts.acts.map((one) => ({ ...one, kind: 'act-waiting' })),
      );
    case 'backups':
      return found(['backup-old'], backupTroubles(facts));
    case 'payloads':
      return found(['texts-in-clear'], payloadTroubles(facts));
    case 'launches':
      return found(['launch-failing'], launchTroubles(facts));
    case 'workers':
      return found(['worker-absent'], workerTroubles(facts));
    case 'schema': {
      const { pending, foreign } = facts;
      const drifted = pending.length + foreign.length > 0;
      return found(['migration-pending'], drifted ? [{ kind: 'migration-pending', pending, foreign }] : []);
    }
    default:
      return never(facts);
  }
}

const found = (kinds: readonly TroubleKind[], troubles: readonly Trouble[]): Found => ({
  kinds,
  troubles,
  unseen: [],
});

/** What only one of the two says is running. */
export function disagreements({ register, temporal }: Pick<ProcessFacts, 'register' | 'temporal'>): readonly string[] {
  const [known, running] = [new Set(register), new Set(temporal)];
  return [...register.filter((id) => !running.has(id)), ...temporal.filter((id) => !known.has(id))];
}

function processTroubles(facts: ProcessFacts): readonly Trouble[] {
  const [known, ending] = [new Set(facts.register), new Set(facts.ending)];
  return disagreements(facts)
    .filter((id) => facts.doubted.has(id) && !ending.has(id))
    .flatMap((id): readonly Trouble[] => {
      const of = ofWorkflow(id);
      if (of === undefined) return [];
      if (known.has(id)) return [{ kind: 'process-missing', ...of }];
      return [{ kind: 'process-stray', entity: of.entity, workflow: id }];
    });
}

function attemptTroubles({ workflow, task, activities }: WorkflowAttempts): readonly Trouble[] {
  const entity = workflow.split('/')[0] ?? '';
  const worst = [...activities].sort((a, b) => b.attempts - a.attempts)[0];
  return [
    ...(worst !== undefined && worst.attempts > MOST_ATTEMPTS.activity
      ? [{ kind: 'activity-retrying' as const, entity, workflow, ...worst }]
      : []),
    ...(task !== undefined && task.attempts > MOST_ATTEMPTS.task
      ? [{ kind: 'task-failing' as const, entity, workflow, ...task }]
      : []),
  ];
}

function planTroubles({ plan, needing, ...cycle }: PlanFacts, soon: CivilDate): readonly Trouble[] {
  const near = needing.filter(({ opensOn }) => opensOn <= soon);
  if (plan === undefined) {
    const first = near[0];
    return first === undefined ? [] : [{ kind: 'plan-missing', ...cycle, step: first.step, title: first.title }];
  }
  const { readings, inForce } = plan;
  if (readings === 0 || !(inForce || near.some(({ isCheckpoint }) => isCheckpoint))) return [];
  return [{ kind: 'readings-unconfirmed', ...cycle, readings, inForce, share: plan.share }];
}

function launchTroubles({ dueAt, now, bodies }: LaunchFacts): readonly Trouble[] {
  if (msOfInstant(now) - msOfInstant(dueAt) < (LAUNCH_SPREAD_S + LAUNCH_TAKES_S) * 1_000) return [];
  return bodies
    .filter(({ begun }) => !begun)
    .map(({ entity, failure }) => ({
      kind: 'launch-failing',
      entity,
      since: dueAt,
      failure,
    }));
}

function workerTroubles({ now, lastSeen }: Extract<Facts, { about: 'workers' }>): readonly Trouble[] {
  if (lastSeen === undefined) return [{ kind: 'worker-absent' }];
  const silent = (msOfInstant(now) - msOfInstant(lastSeen)) / 1_000;
  return silent > ABSENT_AFTER_S ? [{ kind: 'worker-absent', lastSeen }] : [];
}

function backupTroubles({ now, days, installed, last }: BackupFacts): readonly Trouble[] {
  if (msOfInstant(now) - msOfInstant(last ?? installed) <= days * DAY_MS) return [];
  return [{ kind: 'backup-old', days, last }];
}

/** Hosts whose connections stay on the machine, as `host:port` begins with them. */
const OF_THIS_MACHINE = /^(localhost|127(\.\d+){3}|\[::1\]):/;

function payloadTroubles({ address, encrypted }: PayloadFacts): readonly Trouble[] {
  return encrypted || OF_THIS_MACHINE.test(address) ? [] : [{ kind: 'texts-in-clear', address }];
}

const DAY_MS = 86_400_000;
