import { assessing } from '../../../src/activities/assess.js';
import { collecting } from '../../../src/activities/collect.js';
import { recording } from '../../../src/activities/record.js';
import { chance } from '../../../src/client/rehearsal/random.js';
import { simulateActual } from '../../../src/client/rehearsal/simulate.js';
import type { CycleRef } from '../../../src/domain/acting.js';
import { addDays } from '../../../src/domain/calendar/civil-date.js';
import type { DatedStep, Instant } from '../../../src/domain/calendar/types.js';
import { romeDate, romeInstant, timeOfDay } from '../../../src/domain/calendar/zone.js';
import type { StepChange } from '../../../src/domain/step-change.js';
import { deliverDue } from '../../../src/mail/deliver.js';
import { collectAutomatic } from '../../../src/office/collect-automatic.js';
import { composeWave } from '../../../src/office/compose.js';
import type { Deps } from '../../../src/office/deps.js';
import { freezeDocument } from '../../../src/office/freeze.js';
import { publish } from '../../../src/office/publish.js';
import { checkpointOf, frozenIndicators } from '../../../src/register/checkpoints.js';
import { submitMeasurements } from '../../../src/register/measurements.js';
import { planNotices } from '../../../src/register/notices.js';
import { holdersOf } from '../../../src/register/people.js';
import type { Readings } from './half-run.js';
import { NEVER, type Story } from './half-run-stories.js';
import { draftReadings } from './plan/drafts.js';

const SILENT_OFFICES = ['ufficio-provveditorato', 'metrologia-legale'];
/** Of the simulated values. */
export const REHEARSAL_SEED = 2016;

/** Something that happens at an instant. */
export interface Act {
  readonly at: Instant;
  readonly run: () => Promise<void>;
}

/** What happens in a half-run cycle, through the activities that workflows call. */
export class Run {
  readonly ref: CycleRef;
  readonly #deps: Deps;
  readonly #readings: Readings;

  constructor(deps: Deps, ref: CycleRef, readings: Readings) {
    this.#deps = deps;
    this.#readings = readings;
    this.ref = ref;
  }

  /** Everything that happens to one step, each at its instant. */
  actsOf(step: DatedStep, story: Story, opens: Instant, end: Instant | undefined): readonly Act[] {
    const ended = end ?? NEVER;
    const dueAt = story.extendedTo === undefined ? step.dueAt : romeInstant(story.extendedTo, timeOfDay(23, 59, 59));
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
            change(romeInstant(addDays(step.dueOn, -20), timeOfDay(10)), 'extended', 'open', {
              actor: { person: 'guglielmo.tarasconi' },
              reason: 'schede di programmazione in attesa del preventivo',
            }),
          ]),
      ...this.#work(step, story, opens, end),
      ...(dueAt < ended ? [change(addSecond(dueAt), 'late', 'late')] : []),
      ...notices.map((n) => ({ at: n.at, run: () => this.#post(step, n.kind, n.at) })),
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
          : [{ at: end, run: async () => void (await publish(this.#deps, this.ref, step, 1, end)) }];
      case 'task':
        if (step.id !== 'piano-predisposizione' || end === undefined || this.#readings === 'open') return [];
        return [{ at: end, run: async () => void (await this.#confirm(end)) }];
      case 'amendment':
        return [];
    }
  }

  #confirm(when: Instant) {
    const change = { person: 'guglielmo.tarasconi', at: when, reason: 'letture confermate con gli uffici' };
    return draftReadings(this.#deps.register.db, this.ref, change);
  }

  #board(step: DatedStep, story: Story, opens: Instant, end: Instant): readonly Act[] {
    const decide = (round: number, when: Instant, approved: boolean): Act => ({
      at: when,
      run: async () => {
        const document = await freezeDocument(this.#deps, this.ref, step, round, when);
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
    return [decide(1, romeInstant(addDays(romeDate(opens), 2), timeOfDay(11)), false), decide(2, end, true)];
  }

  async #openCheckpoint(step: DatedStep, opens: Instant): Promise<void> {
    await collecting(this.#deps).openCheckpoint(this.ref, step, opens);
    await collectAutomatic(this.#deps, this.ref, step, 1, opens);
  }

  #collection(step: DatedStep, opens: Instant, end: Instant | undefined): readonly Act[] {
    const day = (n: number): Instant => romeInstant(addDays(romeDate(opens), n), timeOfDay(9, 40));
    return [
      { at: opens, run: () => this.#openCheckpoint(step, opens) },
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
    for (const office of offices.filter((o) => Math.floor(chance(REHEARSAL_SEED, `${o}/when`) * 4) === wave)) {
      const officer = (await holdersOf(db, 'ccms', `ufficio:${office}`, romeDate(when)))[0];
      if (officer === undefined) continue;
      const receipt = await submitMeasurements(db, {
        ...target,
        officer: officer.id,
        actingFor: officer.actingFor,
        at: when,
        simulated: true,
        channel: 'rehearsal',
        rows: frozen
          .filter((f) => f.office === office)
          .map((f) => ({
            indicator: f.indicator,
            actual: simulateActual(REHEARSAL_SEED, f.indicator, f.reading, step.checkpoint ?? checkpoint, {
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
        actingFor: to.actingFor,
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

const addSecond = (instant: Instant): Instant =>
  `${new Date(Date.parse(instant) + 1000).toISOString().slice(0, 19)}Z` as Instant;
