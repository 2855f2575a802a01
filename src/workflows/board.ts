import { condition, setHandler } from '@temporalio/workflow';
import type { LocalActivities } from '../activities/types.js';
import type { ResubmitCommand } from '../domain/acting.js';
import type { Instant } from '../domain/calendar/types.js';
import type { ApprovalState, Decision, DecisionReceipt } from '../domain/decision.js';
import { isSettling } from '../domain/decision.js';
import { refuseDecision } from '../domain/refuse-decision.js';
import { never } from '../domain/result.js';
import { firstTries, office, register } from './activities.js';
import { approvalQuery, decideUpdate, resubmitUpdate } from './messages.js';
import type { OpenStep } from './open-step.js';
import { refuse, refuseIfAny } from './refuse.js';
import { transmissionsOf } from './transmission.js';

interface Hearing {
  /**
   * Brings a document before the board: freeze, ask, record the decision; rejected goes back to the preparers and
   * comes again as the next round; deferred comes back on its day.
   * @param planVersion the proposed plan version the document is written from, when it is not the one in force
   * @returns the decision that ends the matter; none where it was taken back
   */
  hear(planVersion?: number): Promise<{ readonly decision: Decision | undefined; readonly round: number }>;
  /** Why what is before the board cannot be taken back now, in Italian; undefined when it can. */
  refusesWithdrawal(): string | undefined;
  /**
   * Takes back what is before the board: nobody decides on it any more.
   * @param record puts it on record as of its round; until then nobody decides either
   */
  withdraw(key: string, record: (round: number) => Promise<void>): Promise<void>;
}

/**
 * Installs the handlers of a board's decisions on a step; `hear` can then be called once or, for amendments, again.
 * @param options.rejectionEnds whether a rejection ends the matter instead of sending it back to the preparers
 */
export function boardOf(open: OpenStep, options: { readonly rejectionEnds: boolean }): Hearing {
  let state: ApprovalState = { phase: 'preparing', round: open.input.roundsHeld };
  let lastReceipt: DecisionReceipt | undefined;
  let lastDecision: Decision | undefined;
  let takenBack = false;
  const transmission = transmissionsOf(open, roundDue);
  const fromPreparers: { resubmitted: ResubmitCommand | undefined } = { resubmitted: undefined };

  setHandler(approvalQuery, () => state);
  setHandler(
    decideUpdate,
    async (decision) => {
      if (isRecording(decision)) await condition(() => state.phase !== 'recording');
      if (lastReceipt?.key === decision.key) return lastReceipt;
      if (state.phase !== 'before-board') {
        refuseIfAny(refuseDecision(state, decision, open.step().asks));
        refuse('la decisione non si può registrare');
      }
      const before = state;
      const { document, round } = before;
      state = { phase: 'recording', round, key: decision.key };
      let recorded: Awaited<ReturnType<LocalActivities['recordDecision']>>;
      try {
        recorded = await register.recordDecision(open.input.ref, open.step(), round, document, decision, open.now());
      } catch (cause) {
        state = before;
        throw cause;
      }
      lastReceipt = { key: decision.key, outcome: decision.outcome, round, ...recorded };
      lastDecision = decision;
      state = afterDecision(decision, round, document);
      if (recorded.askAgainAt !== undefined) bringBack(decision.key, recorded.askAgainAt);
      return lastReceipt;
    },
    {
      validator: (decision) => {
        // Sent twice: the second waits for the first and gets its receipt.
        if (lastReceipt?.key === decision.key || isRecording(decision)) return;
        refuseIfAny(refuseDecision(state, decision, open.step().asks));
      },
    },
  );
  setHandler(
    resubmitUpdate,
    (command) => {
      fromPreparers.resubmitted = command;
      return state.round + 1;
    },
    {
      validator: (command) => {
        if (transmission.awaited) refuse('questo documento si ritrasmette dalla pagina della sua bozza');
        if (state.phase !== 'to-revise') refuse('il documento non è stato respinto: non c’è nulla da ritrasmettere');
        if (command.actor.person.trim() === '') refuse('manca la persona che ritrasmette il documento');
      },
    },
  );

  return {
    hear: async (planVersion) => {
      for (let round = state.round + 1; ; round++) {
        state = { phase: 'preparing', round };
        fromPreparers.resubmitted = undefined;
        takenBack = false;
        await transmission.of(round);
        const at = open.now();
        const document = await open.carryOut(
          () => firstTries.freezeDocument(open.input.ref, open.step(), round, at, planVersion),
          () => office.freezeDocument(open.input.ref, open.step(), round, open.now(), planVersion),
        );
        state = { phase: 'before-board', round, document };
        // A document that was transmitted comes before a board that has not heard of it yet.
        if (transmission.awaited || round > open.input.roundsHeld + 1) open.send('opening', `round-${round}`);
        await open.promptUntil(settled);
        if (takenBack) return { decision: undefined, round };
        const decision = lastDecision;
        if (decision === undefined) throw new Error('the hearing ended without a decision');
        if (isSettling(decision.outcome) || (options.rejectionEnds && decision.outcome === 'rejected'))
          return { decision, round };
        open.send('to-revise', `round-${round}`, { remark: decision.remarks ?? '' });
        if (transmission.awaited) {
          await transmission.of(round + 1);
          continue;
        }
        await open.promptUntil(hasResubmitted);
        await open.record(resubmission(fromPreparers.resubmitted));
      }
    },
    refusesWithdrawal: () => {
      switch (state.phase) {
        case 'before-board':
          return undefined;
        case 'recording':
          return 'l’organo sta decidendo sulla proposta: riaprire la pagina tra qualche secondo';
        case 'preparing':
          return 'la proposta non è ancora davanti all’organo: riprovare tra qualche minuto';
        case 'to-revise':
        case 'approved':
          return 'l’organo ha già deciso sulla proposta: non si ritira più';
        default:
          return never(state);
      }
    },
    withdraw: async (key, onRecord) => {
      const before = state;
      const { round } = before;
      state = { phase: 'recording', round, key };
      try {
        await onRecord(round);
      } catch (cause) {
        state = before;
        throw cause;
      }
      takenBack = true;
      // What was deferred does not come back.
      lastReceipt = undefined;
      state = { phase: 'preparing', round };
    },
  };

  function resubmission(command: ResubmitCommand | undefined): Parameters<OpenStep['record']>[0] {
    if (command === undefined) throw new Error('the preparers were awaited but did not resubmit');
    return { action: 'resubmitted', actor: command.actor, reason: command.note };
  }

  /** The round the preparers can transmit now. */
  function roundDue(): number | undefined {
    switch (state.phase) {
      case 'preparing':
        return Math.max(state.round, open.input.roundsHeld + 1);
      case 'to-revise':
        return state.round + 1;
      case 'before-board':
      case 'recording':
      case 'approved':
        return undefined;
      default:
        return never(state);
    }
  }

  function hasResubmitted(): boolean {
    return fromPreparers.resubmitted !== undefined;
  }

  function isRecording(decision: Decision): boolean {
    return state.phase === 'recording' && state.key === decision.key;
  }

  function settled(): boolean {
    return state.phase === 'approved' || state.phase === 'to-revise' || takenBack;
  }

  /** Asks the board again on the day it deferred the matter to, unless it decided, or deferred again, before. */
  function bringBack(key: string, on: Instant): void {
    const overtaken = () => open.isClosed() || lastReceipt?.key !== key;
    open.beside(async () => {
      await open.waitUntil(on, overtaken);
      if (!overtaken()) open.send('deferred-again', key);
    });
  }

  function afterDecision(
    decision: Decision,
    round: number,
    document: Extract<ApprovalState, { phase: 'before-board' }>['document'],
  ): ApprovalState {
    switch (decision.outcome) {
      case 'approved':
      case 'noted':
        return { phase: 'approved', round, decision };
      case 'rejected':
        return { phase: 'to-revise', round, remarks: decision.remarks ?? '' };
      case 'deferred':
        return {
          phase: 'before-board',
          round,
          document,
          deferral: decision.key,
          deferredTo: decision.deferredTo,
        };
    }
  }
}
