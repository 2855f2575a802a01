import { type Client, QueryNotRegisteredError, WorkflowNotFoundError } from '@temporalio/client';
import { STEERING } from '../../access/roles.js';
import { addDays, formatItalian } from '../../domain/calendar/civil-date.js';
import type { CivilDate, Instant } from '../../domain/calendar/types.js';
import { at, romeDate, romeInstant } from '../../domain/calendar/zone.js';
import { instantOfMs, msOfInstant } from '../../domain/clock.js';
import type { ApprovalState } from '../../domain/decision.js';
import type { Indicator } from '../../domain/plan.js';
import { never } from '../../domain/result.js';
import type { Reading, TargetOutcome } from '../../domain/target/types.js';
import { type FrozenIndicator, frozenIndicators } from '../../register/checkpoints.js';
import { cycleId } from '../../register/cycles.js';
import type { Register } from '../../register/database.js';
import { decisionsOf } from '../../register/decisions.js';
import { type Holder, holdersOf } from '../../register/people.js';
import { type StepRecord, stepsOf } from '../../register/steps.js';
import { stepId } from '../../workflows/ids.js';
import { type Actor, approvalQuery, type CycleRef } from '../../workflows/messages.js';
import type { Actions } from '../actions.js';
import { confirmReadings, draftTargets } from '../planning.js';
import { chance } from './random.js';
import type { Script, ScriptedDecision } from './script.js';
import { simulateActual } from './simulate.js';

export interface CastDeps {
  readonly ref: CycleRef;
  readonly script: Script;
  readonly actions: Actions;
  readonly temporal: Client;
  readonly register: Register;
  now(): Instant;
  /** What the cast does and what it is refused, for the terminal. */
  tell(line: string): void;
}

/** Something a person will do on a day. */
interface Act {
  readonly at: Instant;
  run(): Promise<void>;
}

/** What people have decided to do and have not done yet, by a name that is the same however often it is planned. */
export type Agenda = Map<string, Act & { done: boolean }>;

/**
 * Plays the people of a rehearsal through the client's own actions: officers, preparers, secretaries, controllo di
 * gestione. It knows only what the register shows, so a rehearsal that was interrupted goes on with a new cast.
 */
export function startCast(deps: CastDeps): { stop(): Promise<void>; readonly failed: Promise<never> } {
  const agenda: Agenda = new Map();
  let stopped = false;
  const playing = (async () => {
    while (!stopped) {
      await turn(deps, agenda);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await playing;
    },
    failed: playing.then(() => new Promise<never>(() => undefined)),
  };
}

/** One look at the register and whatever is due to be done by now. */
export async function turn(deps: CastDeps, agenda: Agenda): Promise<void> {
  const steps = await stepsOf(deps.register.db, idOf(deps.ref));
  const open = steps.filter((s) => s.status === 'open' || s.status === 'late');
  for (const [key, act] of (await Promise.all(open.map((step) => plan(deps, step)))).flat()) {
    if (!agenda.has(key)) agenda.set(key, { ...act, done: false });
  }
  const due = [...agenda.values()].filter((a) => !a.done && a.at <= deps.now()).sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const act of due) {
    act.done = true;
    await act.run();
  }
}

type Planned = readonly (readonly [string, Act])[];

async function plan(deps: CastDeps, step: StepRecord): Promise<Planned> {
  const own = extensions(deps, step);
  switch (step.planned.kind) {
    case 'task':
      return [...own, ...completion(deps, step)];
    case 'approval':
      return [...own, ...(await boardSitting(deps, step, deps.script.decisions[step.id] ?? []))];
    case 'amendment':
      return [
        ...amendments(deps, step),
        ...(await boardSitting(
          deps,
          step,
          deps.script.amendments.map((a) => a.decision),
        )),
      ];
    case 'checkpoint':
      return await monitoring(deps, step);
    case 'publication':
      return [];
    default:
      return never(step.planned.kind);
  }
}

function completion(deps: CastDeps, step: StepRecord): Planned {
  const late = deps.script.late.find((l) => l.step === step.id);
  const usual = within(deps, step, `${step.id}/${step.round}`, 0.35, 0.95);
  const extension = deps.script.extensions.find((e) => e.step === step.id);
  const extended = extension === undefined ? usual : morning(addDays(extension.on, 7));
  const moment = late === undefined ? extended : morning(addDays(step.dueOn, late.days));
  const act = async () => {
    const owner = await firstHolder(deps, step.planned.owners);
    if (step.id === deps.script.confirmTargetsAt) await confirmTargets(deps);
    const note = late?.note ?? '';
    await report(deps, `${step.planned.title}: concluso da ${owner.name}`, () =>
      deps.actions.complete(deps.ref, step.id, actorOf(owner), note, `${step.id}/${step.round}`),
    );
  };
  return [[`${step.id}/${step.round}/complete`, { at: moment, run: act }]];
}

async function confirmTargets(deps: CastDeps): Promise<void> {
  const person = await firstHolder(deps, [STEERING]);
  const change = { person: person.id, at: deps.now(), reason: 'letture dei target confermate con i responsabili' };
  const result = await confirmReadings(deps.register.db, deps.ref, change, confirmed);
  deps.tell(`${person.name} conferma la lettura di ${result.confirmed} target; ${result.open} restano da chiarire`);
}

/** What the cast confirms: the plain reading or the most plausible, and whether a count grows along the year. */
export function confirmed(_indicator: Indicator, outcome: TargetOutcome): Reading | undefined {
  const reading = outcome.outcome === 'parsed' ? outcome.reading : firstCandidate(outcome);
  if (reading?.kind !== 'threshold' || reading.accumulation !== undefined) return reading;
  const counts = reading.unit.kind === 'count' || reading.unit.kind === 'number';
  return { ...reading, accumulation: counts && reading.direction === 'more-is-better' ? 'accumulates' : 'level' };
}

const firstCandidate = (outcome: TargetOutcome): Reading | undefined =>
  outcome.outcome === 'ambiguous' ? outcome.candidates[0]?.reading : undefined;

function extensions(deps: CastDeps, step: StepRecord): Planned {
  return deps.script.extensions
    .filter((e) => e.step === step.id)
    .map((e): readonly [string, Act] => [
      `${step.id}/extend/${e.on}`,
      {
        at: morning(e.on),
        run: async () => {
          const person = await firstHolder(deps, [STEERING]);
          const dueOn = addDays(step.dueOn, e.days);
          await report(deps, `${step.planned.title}: proroga al ${formatItalian(dueOn)}`, () =>
            deps.actions.extend(deps.ref, step.id, dueOn, e.reason, actorOf(person)),
          );
        },
      },
    ]);
}

function amendments(deps: CastDeps, step: StepRecord): Planned {
  return deps.script.amendments.map((amendment, i): readonly [string, Act] => [
    `${step.id}/propose/${i}`,
    {
      at: morning(amendment.on),
      run: async () => {
        const owner = await firstHolder(deps, step.planned.owners);
        const targets = new Map(amendment.changes.map((c) => [c.indicator, c.target]));
        const change = { person: owner.id, at: deps.now(), reason: amendment.reason };
        await draftTargets(deps.register.db, deps.ref, change, targets);
        const { version } = await confirmReadings(deps.register.db, deps.ref, change, confirmed);
        const proposal = {
          key: `${step.id}/${i}`,
          actor: actorOf(owner),
          planVersion: version,
          reason: amendment.reason,
        };
        await report(deps, `proposto l’aggiornamento del Piano, versione ${version}`, () =>
          deps.actions.propose(deps.ref, step.id, proposal),
        );
      },
    },
  ]);
}

/** What the board and the preparers do next, by where the document stands. */
async function boardSitting(deps: CastDeps, step: StepRecord, scripted: readonly ScriptedDecision[]): Promise<Planned> {
  const state = await approvalState(deps, step);
  const taken = (await decisionsOf(deps.register.db, idOf(deps.ref), step.id)).filter((d) => d.round > 0);
  switch (state?.phase) {
    case 'before-board': {
      if (state.deferredTo !== undefined && romeDate(deps.now()) < state.deferredTo) return [];
      const next = scripted[taken.length];
      const moment = next === undefined ? within(deps, step, `${step.id}/${taken.length}`, 0.4, 0.9) : morning(next.on);
      const run = () => decide(deps, step, state, scripted.slice(taken.length), taken.length);
      return [[`${step.id}/decide/${taken.length}`, { at: moment, run }]];
    }
    case 'to-revise': {
      const last = taken.at(-1);
      const moment = morning(addDays(romeDate(last?.at ?? deps.now()), 5));
      const run = async () => {
        const owner = await firstHolder(deps, step.planned.owners);
        const note = 'integrato secondo le osservazioni dell’organo';
        await report(deps, `${step.planned.title}: ritrasmesso da ${owner.name}`, () =>
          deps.actions.resubmit(deps.ref, step.id, actorOf(owner), note, `${step.id}/${taken.length}`),
        );
      };
      return [[`${step.id}/resubmit/${taken.length}`, { at: moment, run }]];
    }
    case 'preparing':
    case 'recording':
    case 'approved':
    case undefined:
      return [];
    default:
      return never(state);
  }
}

async function decide(
  deps: CastDeps,
  step: StepRecord,
  state: Extract<ApprovalState, { phase: 'before-board' }>,
  ahead: readonly ScriptedDecision[],
  ordinal: number,
): Promise<void> {
  const secretary = await firstHolder(deps, [step.planned.recorder ?? '']);
  const today = romeDate(deps.now());
  // Under a very fast clock the day a matter was to be deferred to may have gone by: the board then decides.
  const scripted = ahead.find((d) => d.deferredTo === undefined || d.deferredTo > today);
  const outcome = scripted?.outcome ?? 'approved';
  const actNumber = scripted?.actNumber ?? String(10 + Math.floor(chance(deps.script.seed, step.id) * 90));
  const sat =
    scripted === undefined || scripted.on > today || scripted.on < state.document.frozenOn ? today : scripted.on;
  await report(deps, `${step.planned.title}: ${OUTCOMES[outcome]}`, () =>
    deps.actions.decide(deps.ref, step.id, {
      key: `${idOf(deps.ref)}/${step.id}/${ordinal}`,
      outcome,
      decidedBy: secretary.id,
      ...(secretary.actingFor === undefined ? {} : { actingFor: secretary.actingFor }),
      documentHash: state.document.hash,
      ...(outcome === 'approved' ? { actNumber, actDate: sat } : {}),
      ...(scripted?.remarks === undefined ? {} : { remarks: scripted.remarks }),
      ...(scripted?.deferredTo === undefined ? {} : { deferredTo: scripted.deferredTo }),
    }),
  );
}

const OUTCOMES = { approved: 'approvato', rejected: 'respinto con osservazioni', deferred: 'rinviato' } as const;

/** What officers and controllo di gestione do at a checkpoint. */
async function monitoring(deps: CastDeps, step: StepRecord): Promise<Planned> {
  const part = deps.script.checkpoints[step.id];
  const indicators = await frozenIndicators(deps.register.db, { cycle: idOf(deps.ref), checkpoint: step.id });
  const byOfficer = new Map<string, { officer: Holder; indicators: FrozenIndicator[] }>();
  for (const office of new Set(indicators.map((i) => i.office))) {
    if (part?.silentOffices.includes(office) === true) continue;
    const officer = await firstHolder(deps, [`ufficio:${office}`]);
    const entry = byOfficer.get(officer.id) ?? { officer, indicators: [] };
    entry.indicators.push(...indicators.filter((i) => i.office === office));
    byOfficer.set(officer.id, entry);
  }
  const planned: [string, Act][] = [];
  const key = `${step.id}/${step.round}`;
  for (const { officer, indicators: asked } of byOfficer.values()) {
    const offices = new Set(asked.map((i) => i.office));
    const late = part?.lateOffices.some((o) => offices.has(o)) ?? false;
    const returned = part?.returned !== undefined && offices.has(part.returned.office) ? part.returned : undefined;
    const usual = within(
      deps,
      step,
      `${key}/${officer.id}`,
      returned === undefined ? 0.25 : 0.05,
      returned === undefined ? 0.9 : 0.1,
    );
    const moment = late ? morning(addDays(step.dueOn, 4)) : usual;
    if (part?.wrongFirst.some((o) => offices.has(o)) === true) {
      planned.push([
        `${key}/${officer.id}/wrong`,
        { at: later(moment, -1), run: () => submitWrong(deps, step, officer, asked) },
      ]);
    }
    planned.push([
      `${key}/${officer.id}/submit`,
      { at: moment, run: () => submit(deps, step, officer, asked, 'first') },
    ]);
    const [first] = asked;
    if (returned !== undefined && first !== undefined) {
      planned.push([
        `${key}/return`,
        { at: later(moment, 1), run: () => giveBack(deps, step, first, returned.remark) },
      ]);
      planned.push([
        `${key}/again`,
        { at: later(moment, 3), run: () => submit(deps, step, officer, [first], 'again') },
      ]);
    }
  }
  if (part !== undefined && part.silentOffices.length > 0) {
    const run = async () => {
      const person = await firstHolder(deps, [STEERING]);
      await report(deps, `${step.planned.title}: chiuso da ${person.name} con valori mancanti`, () =>
        deps.actions.closeCheckpoint(deps.ref, step.id, part.closingReason, actorOf(person)),
      );
    };
    planned.push([`${key}/close`, { at: morning(addDays(step.dueOn, part.closedAfterDays)), run }]);
  }
  return planned;
}

async function submit(
  deps: CastDeps,
  step: StepRecord,
  officer: Holder,
  asked: readonly FrozenIndicator[],
  occasion: string,
): Promise<void> {
  const period = step.planned.checkpoint;
  if (period === undefined) throw new Error(`checkpoint ${step.id} without a period`);
  const year = { from: `${deps.ref.exercise}-01-01`, to: `${deps.ref.exercise}-12-31` } as const;
  const late = deps.now() > step.dueAt;
  const receipt = await deps.actions.submit(deps.ref, {
    key: `${idOf(deps.ref)}/${step.id}/${step.round}/${officer.id}/${occasion}`,
    checkpoint: step.id,
    officer: officer.id,
    ...(officer.actingFor === undefined ? {} : { actingFor: officer.actingFor }),
    simulated: true,
    channel: 'rehearsal',
    ...(late ? { lateReason: 'dati disponibili solo ora' } : {}),
    rows: asked.map((i) => ({
      indicator: i.indicator,
      actual: simulateActual(deps.script.seed, i.indicator, i.reading, period, year),
      note: 'valore simulato dalla prova generale',
    })),
  });
  deps.tell(
    receipt.ok
      ? `${officer.name} invia ${receipt.value.indicators.length} valori per ${step.planned.title}`
      : `${officer.name}: modulo rifiutato, ${receipt.error.rows.map((r) => `${r.indicator}: ${r.message}`).join('; ') || receipt.error.message}`,
  );
}

async function submitWrong(
  deps: CastDeps,
  step: StepRecord,
  officer: Holder,
  asked: readonly FrozenIndicator[],
): Promise<void> {
  const receipt = await deps.actions.submit(deps.ref, {
    checkpoint: step.id,
    officer: officer.id,
    ...(officer.actingFor === undefined ? {} : { actingFor: officer.actingFor }),
    simulated: true,
    channel: 'rehearsal',
    rows: asked.slice(0, 1).map((i) => ({ indicator: i.indicator, actual: { kind: 'number', value: 'circa dieci' } })),
  });
  const answer = receipt.ok ? 'accettato' : `rifiutato: ${receipt.error.rows.map((r) => r.message).join('; ')}`;
  deps.tell(`${officer.name} scrive «circa dieci»: ${answer}`);
}

async function giveBack(deps: CastDeps, step: StepRecord, indicator: FrozenIndicator, remark: string): Promise<void> {
  const person = await firstHolder(deps, [STEERING]);
  await report(deps, `${indicator.indicator}: valore restituito da ${person.name} («${remark}»)`, () =>
    deps.actions.returnValue(deps.ref, step.id, indicator.indicator, remark, actorOf(person)),
  );
}

async function report<T>(
  deps: CastDeps,
  line: string,
  act: () => Promise<{ ok: true; value: T } | { ok: false; error: string }>,
): Promise<void> {
  const answer = await act();
  deps.tell(answer.ok ? line : `${line}: rifiutato, ${answer.error}`);
}

async function firstHolder(deps: CastDeps, roles: readonly string[]): Promise<Holder> {
  for (const role of roles) {
    const [holder] = await holdersOf(deps.register.db, deps.ref.entity, role, romeDate(deps.now()));
    if (holder !== undefined) return holder;
  }
  throw new Error(`nobody in ${deps.ref.entity} holds any of: ${roles.join(', ')}`);
}

async function approvalState(deps: CastDeps, step: StepRecord): Promise<ApprovalState | undefined> {
  try {
    return await deps.temporal.workflow.getHandle(stepId(deps.ref, step.id)).query(approvalQuery);
  } catch (cause) {
    // The register says open a moment before the workflow can answer; the next turn asks again.
    if (cause instanceof QueryNotRegisteredError || cause instanceof WorkflowNotFoundError) return undefined;
    throw cause;
  }
}

const idOf = (ref: CycleRef): string => cycleId(ref.entity, ref.exercise);

const actorOf = (holder: Holder): Actor => ({
  person: holder.id,
  ...(holder.actingFor === undefined ? {} : { actingFor: holder.actingFor }),
});

/** When offices and boards are at work. */
const morning = (date: CivilDate): Instant => romeInstant(date, at(9));

const later = (instant: Instant, days: number): Instant => instantOfMs(msOfInstant(instant) + days * 86_400_000);

/** A moment between two shares of the step's time, the same for the same seed; work began when the step opened. */
function within(deps: CastDeps, step: StepRecord, name: string, from: number, to: number): Instant {
  const opened = msOfInstant(step.openedAt ?? step.planned.opensAt);
  const due = Math.max(msOfInstant(step.dueAt), opened + 5 * 86_400_000);
  return instantOfMs(opened + (due - opened) * (from + (to - from) * chance(deps.script.seed, name)));
}
