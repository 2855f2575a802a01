import { type CycleRef, SYSTEM } from '../domain/acting.js';
import { legalTermOf } from '../domain/calendar/legal-term.js';
import type { DatedStep, Instant } from '../domain/calendar/types.js';
import { romeDate, romeInstant } from '../domain/calendar/zone.js';
import { cycleId } from '../domain/cycle-id.js';
import type { Decision, FrozenDocument } from '../domain/decision.js';
import { remarksBySection } from '../domain/drafting/remarks.js';
import { STEERING } from '../domain/entity.js';
import { oivTaskOf } from '../domain/oiv/asked.js';
import type { StepChange } from '../domain/step-change.js';
import { endInbox } from '../office/close-inbox.js';
import { cycleFacts } from '../office/cycle-facts.js';
import { writeDelayNotice } from '../office/delay.js';
import type { Deps } from '../office/deps.js';
import { keepEnclosed } from '../office/enclosed.js';
import { proposalKey } from '../office/freeze.js';
import { writeOivDocument } from '../office/write-oiv-document.js';
import { checkpointOf } from '../register/checkpoints.js';
import { setCycleStatus } from '../register/cycles.js';
import { type Db, inTransaction } from '../register/database.js';
import { recordDecision as putDecision, roundsSettled } from '../register/decisions.js';
import { draftedOf, setSectionState } from '../register/drafting.js';
import { addRemarks } from '../register/drafting-remarks.js';
import { keepEnclosures } from '../register/enclosures.js';
import { transmitAgain, withdrawHearing } from '../register/hearing-acts.js';
import { appendLog, isLogged } from '../register/log.js';
import { ownRulesOf } from '../register/own-rules.js';
import { draftAgain, proposePlanVersion } from '../register/plans.js';
import { addReportRemark } from '../register/report-remarks.js';
import { type StepRecord, setStepState, stepToChange } from '../register/steps.js';
import { closingWords } from '../words/process.js';
import { refused } from './refused.js';
import { settlePlanVersion } from './settle-plan-version.js';
import type { LocalActivities } from './types.js';

type Recording = Pick<
  LocalActivities,
  'recordStep' | 'redateStep' | 'roundsHeld' | 'recordDecision' | 'recordProposal' | 'recordWithdrawal' | 'closeCycle'
>;

/** What workflows write in the register: each a short transaction with its line in the log. */
export function recording({ register, bodies, guard }: Deps): Recording {
  const { db } = register;
  return {
    recordStep: async (ref, step, change) => {
      // Tried again until the clocks agree: that a term of law has passed is never taken back.
      const term = legalTermOf(step);
      const ofLaw = change.action === 'late' && term !== undefined && term < romeDate(change.at);
      const doubt = ofLaw ? await guard?.doubt(change.at) : undefined;
      if (doubt !== undefined) throw new Error(doubt);
      let explained = false;
      let overtaken = false;
      await inTransaction(db, async (tx) => {
        const key = `${cycleId(ref)}/${step.id}/${change.run}/${change.action}/${change.key ?? change.at}`;
        // An attempt that was given up and comes through late must not undo what has been written since.
        if (change.key !== undefined && (await isLogged(tx, key))) return;
        const before = await stepToChange(tx, cycleId(ref), step.id);
        // The step ended, or began anew, while nobody could say that it was late.
        overtaken = change.action === 'late' && before !== undefined && isPast(change, before);
        if (overtaken) return;
        // A step ends a moment before its cycle hears of it: what is decided in between comes too late.
        if (change.action === 'extended' && before !== undefined && hasEnded(before.status))
          throw refused({ text: closingWords.ended(step.title) });
        await setStepState(tx, cycleId(ref), step.id, statePatch(change, before));
        if (change.action === 'resubmitted')
          await transmitAgain(tx, { cycle: cycleId(ref), step: step.id, at: change.at, revision: change.reason });
        if (change.action === 'cancelled' && step.kind === 'checkpoint')
          await endInbox(tx, { cycle: cycleId(ref), checkpoint: step.id }, { at: change.at, by: SYSTEM });
        explained = await keepEnclosed(tx, { ...step, cycle: cycleId(ref) }, change.actor, change.at);
        await appendLog(tx, {
          key,
          at: change.at,
          actor: change.actor?.person ?? SYSTEM,
          actingFor: change.actor?.actingFor,
          via: change.actor?.via,
          action: `step-${change.action}`,
          subject: step.title,
          cycle: cycleId(ref),
          step: step.id,
          detail: {
            run: change.run,
            dueOn: change.dueOn,
            reason: change.reason,
          },
        });
      });
      if (ofLaw && !overtaken) {
        await writeDelayNotice(db, { cycle: cycleId(ref), step: step.id }, change.at, `${change.run}/${change.dueOn}`);
      }
      const enclosed = change.actor?.enclosed;
      if (explained && enclosed !== undefined && step.norm.force === 'law')
        await writeDelayNotice(db, { cycle: cycleId(ref), step: step.id }, change.at, enclosed);
    },
    roundsHeld: async (ref, step) => await roundsSettled(db, cycleId(ref), step),
    redateStep: async (ref, step, dueOn, openFrom) =>
      bodies.redateStep(ref.entity, step, dueOn, openFrom, await ownRulesOf(db, ref.entity, ref.exercise)),
    recordDecision: async (ref, step, round, document, decision, at) => {
      await inTransaction(db, async (tx) => {
        const { simulated } = await cycleFacts(tx, ref);
        const { recordedOn: _recordedOn, knows: _knows, via: _via, ...content } = decision;
        const answer = await putDecision(tx, {
          ...content,
          cycle: cycleId(ref),
          step: step.id,
          round,
          board: step.board ?? '',
          simulated,
          at,
        });
        if (answer.answer === 'taken') {
          throw refused({ text: 'su questo documento risulta già registrata un’altra decisione' });
        }
        await settlePlanVersion(tx, ref, step.kind === 'amendment', document, decision);
        await keepRemarkOfNote(tx, ref, step, document, decision, at);
        await keepEnclosures(tx, decision.key);
        if (decision.outcome === 'rejected' && step.transmits === true)
          await sendBack(tx, ref, step, round, decision, at);
        await appendLog(tx, {
          key: `${cycleId(ref)}/${step.id}/decision/${decision.key}`,
          at,
          actor: decision.decidedBy,
          actingFor: decision.actingFor,
          via: decision.via,
          action: `${oivTaskOf(step) ?? 'decision'}-${decision.outcome}`,
          subject: document.title,
          cycle: cycleId(ref),
          step: step.id,
          detail: {
            round,
            board: step.board,
            actNumber: decision.actNumber,
            actDate: decision.actDate,
            remarks: decision.remarks,
            deferredTo: decision.deferredTo,
          },
        });
      });
      await writeOivDocument({ db, bodies }, ref, { step, document, decision }, at);
      const { deferredTo } = decision;
      return {
        askAgainAt: deferredTo === undefined ? undefined : romeInstant(deferredTo, bodies.noticeTime(ref.entity)),
      };
    },
    recordProposal: async (ref, step, version, reason, actor, at) => {
      await inTransaction(db, async (tx) => {
        await proposePlanVersion(tx, ref.entity, ref.exercise, version);
        await appendLog(tx, {
          key: await proposalKey(tx, cycleId(ref), step.id, version),
          at,
          actor: actor.person,
          actingFor: actor.actingFor,
          via: actor.via,
          action: 'amendment-proposed',
          subject: step.title,
          cycle: cycleId(ref),
          step: step.id,
          detail: { planVersion: version, reason },
        });
      });
    },
    recordWithdrawal: async (ref, step, round, { planVersion, reason, actor }, at) => {
      await inTransaction(db, async (tx) => {
        await withdrawHearing(tx, { cycle: cycleId(ref), step: step.id, round, at });
        await draftAgain(tx, ref.entity, ref.exercise, planVersion);
        await appendLog(tx, {
          key: `${cycleId(ref)}/${step.id}/withdrawal/${round}`,
          at,
          actor: actor.person,
          actingFor: actor.actingFor,
          via: actor.via,
          action: 'amendment-withdrawn',
          subject: step.title,
          cycle: cycleId(ref),
          step: step.id,
          detail: { round, planVersion, reason },
        });
      });
    },
    closeCycle: async (ref, status, at, actor, reason) => {
      await inTransaction(db, async (tx) => {
        await setCycleStatus(tx, cycleId(ref), status, at, reason);
        await appendLog(tx, {
          key: `${cycleId(ref)}/${status}`,
          at,
          actor: actor?.person ?? SYSTEM,
          actingFor: actor?.actingFor,
          via: actor?.via,
          action: `cycle-${status}`,
          subject: cycleId(ref),
          cycle: cycleId(ref),
          detail: { reason },
        });
      });
    },
  };
}

function statePatch(change: StepChange, before: StepRecord | undefined): Parameters<typeof setStepState>[3] {
  const dates = { dueOn: change.dueOn, dueAt: change.dueAt };
  if (change.action === 'extended') {
    // A new date says nothing else of the step, but that it is not late any more.
    const noLonger = before?.status === 'late' && change.at <= change.dueAt;
    return { ...dates, status: noLonger ? 'open' : undefined, note: change.reason };
  }
  const ended = hasEnded(change.status);
  const opening = ['opened', 'reopened', 'resumed'].includes(change.action);
  const trouble = troubleOf(change, before);
  return {
    status: change.status,
    ...dates,
    run: Math.max(1, change.run),
    openedAt: opening ? (before?.openedAt ?? change.at) : undefined,
    completedAt: ended ? change.at : null,
    waitingFor: ended || before === undefined ? [] : trouble === null ? waitingRoles(before, opening) : [STEERING],
    trouble,
    note: trouble === null ? change.reason : undefined,
  };
}

const hasEnded = (status: string): boolean => status === 'done' || status === 'cancelled';

const isPast = ({ run }: StepChange, before: StepRecord): boolean =>
  before.run > run || (before.run === run && hasEnded(before.status));

/** Why the step does not go on, after the change: it stays until it goes on, begins anew or ends. */
function troubleOf({ action, status, reason }: StepChange, before: StepRecord | undefined): string | null {
  switch (action) {
    case 'stuck':
    case 'failed':
      return reason ?? closingWords.unknownTrouble;
    case 'unstuck':
    case 'opened':
    case 'reopening':
    case 'reopened':
    case 'restarting':
    case 'resumed':
      return null;
    default:
      return hasEnded(status) ? null : (before?.trouble ?? null);
  }
}

/** @param opening whether it opens or begins anew: what is to be transmitted then waits for its preparers */
function waitingRoles({ planned, waitingFor, trouble }: StepRecord, opening: boolean): readonly string[] {
  if (planned.transmits !== true) return planned.board === undefined ? planned.owners : [planned.board];
  // Who mends a trouble waits no more when it is over; a board that has been asked meanwhile does.
  const mended = trouble !== null && waitingFor.join() === STEERING;
  return opening || mended || waitingFor.length === 0 ? planned.owners : waitingFor;
}

/** What the board remarked, beside the sections it concerns; what it names is a draft again, and the step waits for its preparers. */
async function sendBack(
  tx: Db,
  ref: CycleRef,
  step: DatedStep,
  round: number,
  { key, decidedBy, actingFor, remarks = '' }: Decision,
  at: Instant,
): Promise<void> {
  await setStepState(tx, cycleId(ref), step.id, { waitingFor: step.owners });
  const draft =
    step.document === undefined ? undefined : await draftedOf(tx, { cycle: cycleId(ref), document: step.document });
  if (draft === undefined) return;
  const { cycle, document } = draft;
  const made = remarksBySection(remarks, draft.outline.sections);
  await addRemarks(
    tx,
    made.map(({ section, text }, i) => ({
      ...{ cycle, document, section, text, by: decidedBy, actingFor, at, round },
      origin: 'board',
      key: `${key}/${i + 1}`,
    })),
  );
  for (const { section } of made)
    if (section !== null) await setSectionState(tx, { cycle, document, section }, 'draft');
}

/** What a board remarks when it takes note of a report waits for an answer, like what the OIV remarks. */
async function keepRemarkOfNote(
  db: Db,
  ref: CycleRef,
  step: DatedStep,
  document: FrozenDocument,
  { key, outcome, remarks, decidedBy, actingFor }: Decision,
  at: Instant,
): Promise<void> {
  const cycle = cycleId(ref);
  const text = remarks?.trim() ?? '';
  if (outcome !== 'noted' || text === '') return;
  if ((await checkpointOf(db, { cycle, checkpoint: document.kind })) === undefined) return;
  await addReportRemark(db, {
    ...{
      key: `decisione/${key}`,
      cycle,
      checkpoint: document.kind,
      documentHash: document.hash,
      decision: key,
      text,
      at,
    },
    board: step.board ?? '',
    person: decidedBy,
    actingFor: actingFor ?? null,
  });
}
