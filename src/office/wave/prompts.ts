import type { CivilDate } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { cycleId } from '../../domain/cycle-id.js';
import { oivTaskOf } from '../../domain/oiv/asked.js';
import { diffPlans } from '../../domain/plan-diff.js';
import { never } from '../../domain/result.js';
import type { StepFacts } from '../../mail/message-base.js';
import { decisionsOf } from '../../register/decisions.js';
import { type HeardDocument, hearingsOf } from '../../register/hearings.js';
import { titlesOf } from '../../register/people.js';
import { boardWords } from '../../words/board.js';
import { planChangesInWords } from '../../words/plan-changes.js';
import { draftPrompts } from '../drafting/prompts.js';
import { proposedPlans, roundChanges } from '../round-changes.js';
import { about, type ComposedMail, holders, type Prompt, type WaveFacts } from './facts.js';
import { checkpointRequests } from './values.js';

/** Asks whoever the step waits for: for values, for the board's decision, or to get on with it. */
export async function prompts(facts: WaveFacts, moment: Prompt): Promise<readonly ComposedMail[]> {
  const { step } = facts.wave;
  switch (step.kind) {
    case 'checkpoint':
      return await checkpointRequests(facts, moment === 'deferred-again' ? 'reminder' : moment);
    case 'approval':
    case 'amendment': {
      const before = await documentBefore(facts);
      if (before !== undefined) return await decisionRequests(facts, moment, before);
      return await preparersPrompts(facts, moment);
    }
    case 'task':
    case 'publication':
      return await preparersPrompts(facts, moment);
    default:
      return never(step.kind);
  }
}

const STEP_MESSAGE = {
  opening: 'step-opening',
  reminder: 'step-reminder',
  'deferred-again': 'step-reminder',
  'due-today': 'step-due-today',
  late: 'step-late',
} as const;

async function stepPrompts(facts: WaveFacts, moment: Prompt): Promise<readonly ComposedMail[]> {
  const kind = STEP_MESSAGE[moment];
  const step = { ...facts.step, document: await askedOfPreparers(facts) };
  return (await holders(facts, facts.wave.step.owners)).map((to) => ({
    to,
    message: { ...about(facts, to), step, kind },
  }));
}

/** What a step asks of its preparers about its document. One that its board has had before it is revised. */
async function askedOfPreparers({ db, wave }: WaveFacts): Promise<StepFacts['document']> {
  const { kind, prepares, transmits, id } = wave.step;
  if (kind === 'task') return prepares === undefined ? undefined : 'write';
  if (kind !== 'approval' || transmits !== true) return undefined;
  return (await hearingsOf(db, cycleId(wave.ref), id)).length === 0 ? 'transmit' : undefined;
}

/** Who is to do the step, and who owns what its document still lacks. */
async function preparersPrompts(facts: WaveFacts, moment: Prompt): Promise<readonly ComposedMail[]> {
  const prompted = await stepPrompts(facts, moment);
  if (moment === 'deferred-again') return prompted;
  return [
    ...prompted,
    ...(await draftPrompts(
      facts,
      moment,
      prompted.map(({ to }) => to),
    )),
  ];
}

interface BeforeBoard {
  readonly title: string;
  readonly hash: string;
  readonly frozenOn: CivilDate;
  readonly round: number;
  readonly planVersion: number | null;
  /** Why an amendment is proposed. */
  readonly reason: string | null;
  /** What the board saw of it the last time, where it has. */
  readonly seen?: HeardDocument | undefined;
}

/** The document the step's board has before it; undefined while the preparers are at work on it. */
export async function documentBefore({ db, wave }: WaveFacts): Promise<BeforeBoard | undefined> {
  const cycle = cycleId(wave.ref);
  const [last, seen] = (await hearingsOf(db, cycle, wave.step.id)).toReversed();
  if (last === undefined || last.decision !== null || last.withdrawnAt !== null) return undefined;
  return {
    title: last.title,
    hash: last.hash,
    frozenOn: romeDate(last.frozenAt),
    round: last.round,
    planVersion: last.planVersion,
    reason: last.reason,
    seen,
  };
}

/**
 * Of a document that comes again: what the board had remarked, what the preparers say, and what is not as it was. Of an amendment: why
 * it is proposed, and what it changes.
 */
async function changesSince({ db, wave }: WaveFacts, { seen, ...now }: BeforeBoard): Promise<string | undefined> {
  if (wave.step.kind === 'amendment') {
    const plans = now.planVersion === null ? undefined : await proposedPlans(db, wave.ref, now.planVersion);
    const diff = plans && diffPlans(plans.before.plan, plans.after.plan);
    return boardWords.amendedInShort(now.reason ?? '', diff && planChangesInWords(diff)) || undefined;
  }
  if (seen === undefined) return undefined;
  const decisions = await decisionsOf(db, cycleId(wave.ref), wave.step.id);
  const { sections, plan } = await roundChanges(db, wave.ref, wave.step.id, { before: seen, now });
  return boardWords.inShort({
    remarks: decisions.find(({ key }) => key === seen.decision)?.remarks,
    note: seen.revision,
    sections: sections?.map(({ title }) => title),
    plan: plan && { ...plan, summary: planChangesInWords(plan.diff) },
  });
}

async function decisionRequests(
  facts: WaveFacts,
  moment: Prompt,
  before: BeforeBoard,
): Promise<readonly ComposedMail[]> {
  const { step } = facts.wave;
  const titles = await titlesOf(facts.db, facts.wave.ref.entity);
  const board = titles.get(step.board ?? '') ?? step.board ?? '';
  const { title, hash, frozenOn, round } = before;
  const changes = await changesSince(facts, before);
  return (await holders(facts, step.recorder === undefined ? [] : [step.recorder])).map((to) => ({
    to,
    message: {
      ...about(facts, to),
      kind: 'decision-request',
      moment,
      asked: oivTaskOf(step),
      amends: step.kind === 'amendment' ? true : undefined,
      board,
      document: { title, hash, frozenOn },
      round,
      changes,
    },
  }));
}
