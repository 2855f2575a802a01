import { hostname } from 'node:os';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Instant } from '../domain/calendar/types.js';
import type { TroubleOf } from '../domain/trouble.js';
import type { Facts } from '../domain/trouble-facts.js';
import {
  AWAITED_FOR_HOURS,
  disagreements,
  ENDS_WITHIN_MINUTES,
  troublesOf,
  UNSENT_AFTER_HOURS,
  UNVERIFIED_AFTER_HOURS,
} from '../domain/troubles-of.js';
import { actsWaitingFor } from '../register/awaited-acts.js';
import type { Register } from '../register/database.js';
import { stuckMails } from '../register/mail-reports.js';
import { failedPublications } from '../register/publication-checks.js';
import { lookAtSchema, lookAtWorkers } from '../register/reading/installation.js';
import {
  failingSources,
  resultsNotComputed,
  runningPlaces,
  stepsEndedWithin,
  stepsInTrouble,
} from '../register/trouble-facts.js';
import { endSilentDoubts, keepTroubles } from '../register/troubles.js';
import { announceWorker } from '../register/workers.js';
import { lookAtLaunches } from './launch-look.js';
import { planLook } from './plan-look.js';
import { repeating } from './repeating.js';
import { attemptsOf, runningWorkflows } from './temporal-look.js';

/** What the watch looks at, and with what. */
export interface TroubleWatchDeps {
  readonly client: Client;
  readonly register: Register;
  readonly space: string;
  readonly log: Pick<Logger, 'warn'>;
  /** What the calendar shows now. */
  now(): Instant;
  /** Whether the worker of this process carries out what is due. */
  isAtWork(): boolean;
  /** Writes to who is to mend what was found. */
  tell(): Promise<void>;
  /** What is not ready of documents whose board's day has come; `failed` hears of the steps whose could not be looked at. */
  missing(
    now: Instant,
    failed: (step: string, cause: unknown) => void,
  ): Promise<readonly Omit<TroubleOf<'sections-missing'>, 'kind'>[]>;
  /** Bodies whose cycle a yearly Schedule starts: none in a rehearsal. */
  scheduled(): readonly string[];
}

/** Workflows looked at in one round: where there are more, the next round goes on from there. */
const AT_A_TIME = 200;

/**
 * Looks every now and then for what is stuck and keeps the register's list of it. That this worker is there is said beside:
 * a round takes as long as the mail server makes it wait.
 * @returns stops the watch
 */
export function startTroubleWatch(deps: TroubleWatchDeps, everyMs = 60_000): () => Promise<void> {
  const stops = [repeating(everyMs, announcing(deps)), repeating(everyMs, troubleWatch(deps))];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

/** Says at each call that this worker is there, while it is at work. */
export function announcing({ register, isAtWork, log }: Pick<TroubleWatchDeps, 'register' | 'isAtWork' | 'log'>) {
  return async (): Promise<void> => {
    try {
      if (isAtWork()) await announceWorker(register.db, `${process.pid}@${hostname()}`);
    } catch (cause) {
      log.warn({ cause }, 'word of this worker: it will be given again');
    }
  };
}

/** One round of the watch at each call; it remembers what it has still to look at, and what disagreed. */
export function troubleWatch(deps: TroubleWatchDeps): () => Promise<void> {
  const { register, log, now } = deps;
  const { db } = register;
  let doubted: ReadonlySet<string> = new Set();
  let from = 0;
  const plans = planLook(db);

  const lookAtProcesses = async (): Promise<Facts> => {
    const places = await runningPlaces(db);
    const temporal = (await runningWorkflows(deps)).filter((name) => !name.includes('/avvio'));
    const ending = await stepsEndedWithin(db, ENDS_WITHIN_MINUTES);
    const facts = { about: 'processes' as const, register: places, temporal, doubted, ending };
    doubted = new Set(disagreements(facts));
    return facts;
  };
  const lookAtAttempts = async (): Promise<Facts> => {
    const running = await runningWorkflows(deps);
    const turn = running.length > AT_A_TIME ? [...running, ...running].slice(from, from + AT_A_TIME) : running;
    from = running.length > AT_A_TIME ? (from + AT_A_TIME) % running.length : 0;
    return { about: 'attempts', running, examined: await attemptsOf(deps, turn) };
  };
  /** What a look that goes from one to the next could not see of some, each told in the log. */
  const unseenAmong = (what: string): { readonly unseen: string[]; failed(name: string, cause: unknown): void } => {
    const unseen: string[] = [];
    const failed = (name: string, cause: unknown): void => {
      log.warn({ cause, name }, `${what}: it will be looked at again`);
      unseen.push(name);
    };
    return { unseen, failed };
  };
  const lookAtDrafts = async (): Promise<Facts> => {
    const { unseen, failed } = unseenAmong('a document that is not ready');
    return { about: 'drafts', drafts: await deps.missing(now(), failed), unseen };
  };
  const lookAtPlans = async (): Promise<Facts> => {
    const { unseen, failed } = unseenAmong('a Piano that could not be read');
    return { about: 'plans', now: now(), cycles: await plans(now(), failed), unseen };
  };
  const looks: Readonly<Record<string, () => Promise<Facts>>> = {
    processes: lookAtProcesses,
    attempts: lookAtAttempts,
    mails: async () => ({ about: 'mails', mails: await stuckMails(db, now(), UNSENT_AFTER_HOURS) }),
    sources: async () => ({ about: 'sources', failing: await failingSources(db) }),
    plans: lookAtPlans,
    drafts: lookAtDrafts,
    publications: async () => ({ about: 'publications', failed: await failedPublications(db, UNVERIFIED_AFTER_HOURS) }),
    acts: async () => ({ about: 'acts', acts: await actsWaitingFor(db, AWAITED_FOR_HOURS) }),
    steps: async () => ({ about: 'steps', steps: await stepsInTrouble(db) }),
    results: async () => ({ about: 'results', results: await resultsNotComputed(db) }),
    workers: () => lookAtWorkers(db),
    schema: () => lookAtSchema(db),
    launches: () => lookAtLaunches(deps, deps.scheduled(), now()),
  };
  return async () => {
    const trying = async (what: string, work: () => Promise<unknown>): Promise<void> => {
      await work().catch((cause: unknown) => log.warn({ cause }, `${what}: it will be looked at again`));
    };
    // Each by itself: what cannot be looked at now stays as it was, and keeps nothing else from being seen.
    for (const [what, look] of Object.entries(looks))
      await trying(`what is stuck among ${what}`, async () => keepTroubles(db, troublesOf(await look()), now()));
    await trying('doubts about clocks', () => endSilentDoubts(db, now()));
    await trying('mails about what is stuck', deps.tell);
  };
}
