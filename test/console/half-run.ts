import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { assessing } from '../../src/activities/assess.js';
import { collecting } from '../../src/activities/collect.js';
import { composeWave } from '../../src/activities/compose.js';
import type { Deps } from '../../src/activities/deps.js';
import { freezing } from '../../src/activities/freeze.js';
import { preparing } from '../../src/activities/prepare.js';
import { publishing } from '../../src/activities/publish.js';
import { recording } from '../../src/activities/record.js';
import type { StepChange } from '../../src/activities/types.js';
import { confirmReadings } from '../../src/client/planning.js';
import { chance } from '../../src/client/rehearsal/random.js';
import { simulateActual } from '../../src/client/rehearsal/simulate.js';
import { addDays, maxDate } from '../../src/domain/calendar/civil-date.js';
import type { CivilDate, DatedStep, Instant } from '../../src/domain/calendar/types.js';
import { at, romeDate, romeInstant } from '../../src/domain/calendar/zone.js';
import { type Clock, REAL_TIME } from '../../src/domain/clock.js';
import { deliverDue } from '../../src/mail/deliver.js';
import { openTransport } from '../../src/mail/transport.js';
import { startSink } from '../../src/platform/sink.js';
import { checkpointOf, frozenIndicators } from '../../src/register/checkpoints.js';
import type { Register } from '../../src/register/database.js';
import { submitMeasurements } from '../../src/register/measurements.js';
import { planNotices } from '../../src/register/notices.js';
import { holdersOf } from '../../src/register/people.js';
import { requireBodies } from '../../src/seeds/bodies.js';
import { seedsFolder } from '../../src/seeds/locate.js';
import type { CycleRef } from '../../src/workflows/messages.js';

/** What happened to a step besides the ordinary, which is: opened on its day, ended two days before it was due. */
interface Story {
  /** Days after the due date on which it ended; absent: not late. */
  readonly lateDays?: number;
  /** It has not ended, however late. */
  readonly stuck?: boolean;
  readonly extendedTo?: CivilDate;
  readonly rejectedFirst?: string;
  readonly actNumber?: string;
}

const STORIES: Readonly<Record<string, Story>> = {
  'analisi-finanziaria': { lateDays: 6 },
  'obiettivi-operativi': { extendedTo: '2016-01-11' },
  'rpp-approvazione': { rejectedFirst: 'mancano le risorse previste per i programmi dell’area 3', actNumber: '13' },
  'preventivo-approvazione': { actNumber: '17' },
  'budget-approvazione': { actNumber: '141' },
  'piano-approvazione': { actNumber: '12' },
  'piano-comunicazione': { lateDays: 9 },
  'monitoraggio-1': { lateDays: 14 },
  'monitoraggio-2': { stuck: true },
};

const SILENT_OFFICES = ['ufficio-provveditorato', 'metrologia-legale'];
const SEED = 2016;

/** Where a half-run cycle was put. */
export interface HalfRun {
  readonly ref: CycleRef;
  readonly cycle: string;
  readonly now: Instant;
  readonly mailboxDir: string;
}

interface Act {
  readonly at: Instant;
  readonly run: () => Promise<void>;
}

/**
 * Fills an empty register with Massa-Carrara's 2016 cycle as it stands at noon of a day: the activities that workflows
 * call, in the order of the calendar, with the mails in a mailbox of their own.
 */
export async function halfRun(
  register: Register,
  today: CivilDate,
  options: { mails?: boolean } = {},
): Promise<HalfRun> {
  const folder = mkdtempSync(join(tmpdir(), 'ciclo-console-'));
  const mailboxDir = join(folder, 'posta');
  const sink = await startSink({ dir: mailboxDir });
  const transport = openTransport({ url: sink.url });
  let clock: Instant = '2015-06-01T06:00:00Z';
  const deps: Deps = {
    register,
    bodies: requireBodies(seedsFolder({})),
    post: {
      transport,
      from: { name: 'Ciclo', address: 'ciclo@ccms.example' },
      domain: 'ccms.example',
      consoleUrl: 'http://127.0.0.1:8080',
      clock: (): Clock => REAL_TIME,
    },
    publicDir: join(folder, 'sito'),
    rehearsalSeed: SEED,
    log: pino({ level: 'silent' }),
    now: () => clock,
  };
  const run = new Run(deps, { space: 'prova_1', entity: 'ccms', exercise: 2016 }, options.mails ?? true);
  const now = romeInstant(today, at(12));
  try {
    const { calendar } = await preparing(deps).prepareCycle(
      { space: 'prova_1', entity: 'ccms', exercise: 2016, clock: REAL_TIME },
      clock,
    );
    const ends = new Map<string, Instant>();
    const acts = calendar.steps.flatMap((step) => {
      const story = STORIES[step.id] ?? {};
      const opens = latest([step.opensAt, ...step.after.map((id) => ends.get(id) ?? NEVER)]);
      if (opens === NEVER) return [];
      const end = endOf(step, story, opens);
      if (end !== undefined) ends.set(step.id, end);
      return run.actsOf(step, story, opens, end);
    });
    for (const act of acts.filter((a) => a.at <= now).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
      clock = act.at;
      await act.run();
    }
  } finally {
    transport.close();
    await sink.stop();
  }
  return { ref: run.ref, cycle: 'ccms/2016', now, mailboxDir };
}

/** When a step ends: late as its story says, else two days before it is due, never before its third day. */
function endOf(step: DatedStep, story: Story, opens: Instant): Instant | undefined {
  if (story.stuck === true || step.kind === 'amendment') return undefined;
  const due = story.extendedTo ?? step.dueOn;
  const day = story.lateDays === undefined ? addDays(due, -2) : addDays(due, story.lateDays);
  const soonest = addDays(romeDate(opens), step.kind === 'approval' ? 4 : 2);
  return romeInstant(maxDate(day, soonest), at(16, 30));
}

class Run {
  readonly ref: CycleRef;
  readonly #deps: Deps;
  readonly #mails: boolean;

  constructor(deps: Deps, ref: CycleRef, mails: boolean) {
    this.#deps = deps;
    this.ref = ref;
    this.#mails = mails;
  }

  /** Everything that happens to one step, each at its instant. */
  actsOf(step: DatedStep, story: Story, opens: Instant, end: Instant | undefined): readonly Act[] {
    const ended = end ?? NEVER;
    const dueAt = story.extendedTo === undefined ? step.dueAt : romeInstant(story.extendedTo, at(23, 59, 59));
    const change = (
      when: Instant,
      action: string,
      status: StepChange['status'],
      extra: Partial<StepChange> = {},
    ): Act => ({
      at: when,
      run: () =>
        recording(this.#deps).recordStep(this.ref, step, {
          at: when,
          run: 1,
          status,
          dueOn: story.extendedTo !== undefined && when > step.opensAt ? story.extendedTo : step.dueOn,
          dueAt,
          action,
          ...extra,
        }),
    });
    const notices = step.notices.filter((n) => n.at >= opens && n.at < ended);
    return [
      change(opens, 'opened', 'open'),
      ...(story.extendedTo === undefined
        ? []
        : [
            change(romeInstant(addDays(step.dueOn, -20), at(10)), 'extended', 'open', {
              actor: { person: 'guglielmo.tarasconi' },
              reason: 'schede di programmazione in attesa del preventivo',
            }),
          ]),
      ...this.#work(step, story, opens, end),
      ...(dueAt < ended ? [change(addSecond(dueAt), 'late', 'late')] : []),
      ...(this.#mails ? notices.map((n) => ({ at: n.at, run: () => this.#post(step, n.kind, n.at) })) : []),
      ...(end === undefined
        ? []
        : [
            change(end, 'completed', 'done', {
              reason: story.actNumber === undefined ? 'conclusa' : `atto n. ${story.actNumber}`,
            }),
          ]),
    ];
  }

  #work(step: DatedStep, story: Story, opens: Instant, end: Instant | undefined): readonly Act[] {
    switch (step.kind) {
      case 'approval':
        return end === undefined ? [] : this.#board(step, story, opens, end);
      case 'checkpoint':
        return this.#collection(step, opens, end);
      case 'publication':
        return end === undefined
          ? []
          : [{ at: end, run: async () => void (await publishing(this.#deps).publish(this.ref, step, 1, end)) }];
      case 'task':
        if (step.id !== 'piano-predisposizione' || end === undefined) return [];
        return [{ at: end, run: async () => void (await this.#confirm(end)) }];
      case 'amendment':
        return [];
    }
  }

  #confirm(when: Instant) {
    const change = { person: 'guglielmo.tarasconi', at: when, reason: 'letture confermate con gli uffici' };
    return confirmReadings(this.#deps.register.db, this.ref, change, (_indicator, outcome) => {
      if (outcome.outcome === 'parsed') return outcome.reading;
      return outcome.outcome === 'ambiguous' ? outcome.candidates[0]?.reading : undefined;
    });
  }

  #board(step: DatedStep, story: Story, opens: Instant, end: Instant): readonly Act[] {
    const decide = (round: number, when: Instant, approved: boolean): Act => ({
      at: when,
      run: async () => {
        const document = await freezing(this.#deps).freezeDocument(this.ref, step, round, when);
        const on = romeDate(when);
        const secretary = (await holdersOf(this.#deps.register.db, 'ccms', step.recorder ?? '', on))[0];
        await recording(this.#deps).recordDecision(
          this.ref,
          step,
          round,
          document,
          {
            key: `${step.id}-${round}`,
            outcome: approved ? 'approved' : 'rejected',
            decidedBy: secretary?.id ?? '',
            documentHash: document.hash,
            recordedOn: on,
            ...(approved ? { actNumber: story.actNumber ?? '1', actDate: on } : { remarks: story.rejectedFirst ?? '' }),
            votes: { present: 7, inFavour: approved ? 6 : 2, against: approved ? 0 : 5, abstained: approved ? 1 : 0 },
          },
          when,
        );
      },
    });
    if (story.rejectedFirst === undefined) return [decide(1, end, true)];
    return [decide(1, romeInstant(addDays(romeDate(opens), 2), at(11)), false), decide(2, end, true)];
  }

  #collection(step: DatedStep, opens: Instant, end: Instant | undefined): readonly Act[] {
    const day = (n: number): Instant => romeInstant(addDays(romeDate(opens), n), at(9, 40));
    return [
      { at: opens, run: async () => void (await collecting(this.#deps).openCheckpoint(this.ref, step, opens)) },
      ...[2, 4, 6, 9].map((n, wave) => ({ at: day(n), run: () => this.#submit(step, wave, day(n)) })),
      {
        at: day(7),
        run: async () =>
          void (await collecting(this.#deps).returnValue(
            this.ref,
            step.id,
            '1.1.1-01',
            'il valore non corrisponde alla rassegna stampa allegata',
            { person: 'guglielmo.tarasconi' },
            day(7),
          )),
      },
      ...(end === undefined
        ? []
        : [
            {
              at: end,
              run: async () => {
                const reason = 'gli uffici mancanti non hanno risposto ai solleciti: si calcola su quanto pervenuto';
                await collecting(this.#deps).closeCheckpoint(
                  this.ref,
                  step.id,
                  { actor: { person: 'guglielmo.tarasconi' }, reason },
                  end,
                );
                await assessing(this.#deps).assess(this.ref, step, end);
              },
            },
          ]),
    ];
  }

  /** A quarter of the offices sends what it has; those that stay silent never do. */
  async #submit(step: DatedStep, wave: number, when: Instant): Promise<void> {
    const { db } = this.#deps.register;
    const target = { cycle: 'ccms/2016', checkpoint: step.id };
    const frozen = await frozenIndicators(db, target);
    const checkpoint = await checkpointOf(db, target);
    if (checkpoint === undefined || step.checkpoint === undefined) throw new Error(`${step.id} is not open`);
    const offices = [...new Set(frozen.map((f) => f.office))].filter((o) => !SILENT_OFFICES.includes(o));
    for (const office of offices.filter((o) => Math.floor(chance(SEED, `${o}/when`) * 4) === wave)) {
      const officer = (await holdersOf(db, 'ccms', `ufficio:${office}`, romeDate(when)))[0];
      if (officer === undefined) continue;
      const receipt = await submitMeasurements(db, {
        ...target,
        officer: officer.id,
        ...(officer.actingFor === undefined ? {} : { actingFor: officer.actingFor }),
        at: when,
        simulated: true,
        channel: 'rehearsal',
        rows: frozen
          .filter((f) => f.office === office)
          .map((f) => ({
            indicator: f.indicator,
            actual: simulateActual(SEED, f.indicator, f.reading, step.checkpoint ?? checkpoint, {
              from: '2016-01-01',
              to: '2016-12-31',
            }),
          })),
      });
      if (!receipt.ok) throw new Error(`${office}: ${JSON.stringify(receipt.error)}`);
    }
    await collecting(this.#deps).takeArrived(this.ref, step.id);
  }

  async #post(step: DatedStep, kind: DatedStep['notices'][number]['kind'], when: Instant): Promise<void> {
    const { register, post } = this.#deps;
    const composed = await composeWave(this.#deps, { ref: this.ref, step, kind, at: when, occasion: `1/${kind}` });
    const keys = await planNotices(
      register.db,
      composed.map(({ to, message }) => ({
        cycle: 'ccms/2016',
        step: step.id,
        kind: message.kind,
        on: romeDate(when),
        person: to.id,
        occasion: kind,
        ...(to.actingFor === undefined ? {} : { actingFor: to.actingFor }),
        to: { name: to.name, address: to.email },
        message,
        simulated: true,
        dueAt: when,
      })),
      post.domain,
    );
    if (keys.length === 0) return;
    await deliverDue({ db: register.db, transport: post.transport, from: post.from, wave: { keys }, now: () => when });
  }
}

/** After everything. */
const NEVER: Instant = '9999-12-31T00:00:00Z';

const latest = (instants: readonly Instant[]): Instant => [...instants].sort().at(-1) ?? NEVER;

const addSecond = (instant: Instant): Instant =>
  `${new Date(Date.parse(instant) + 1000).toISOString().slice(0, 19)}Z` as Instant;
