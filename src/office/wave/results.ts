import { whyNotComputed } from '../../domain/achievement/trace.js';
import { cycleId } from '../../domain/cycle-id.js';
import { oivTaskOf } from '../../domain/oiv/asked.js';
import { assessmentOf } from '../../register/assessments.js';
import { frozenIndicators } from '../../register/checkpoints.js';
import { type DecisionRecord, decisionsOf } from '../../register/decisions.js';
import { documentsOf } from '../../register/documents.js';
import { hearingsOf } from '../../register/hearings.js';
import { personById, titlesOf } from '../../register/people.js';
import { about, type ComposedMail, holders, steering, type WaveFacts } from './facts.js';

/** The indicators of the latest results that the computation broke on, with why; nothing when there are none any more. */
export async function indicatorsNotComputed(facts: WaveFacts): Promise<readonly ComposedMail[]> {
  const ref = { cycle: cycleId(facts.wave.ref), checkpoint: facts.wave.step.id };
  const [frozen, assessment] = await Promise.all([frozenIndicators(facts.db, ref), assessmentOf(facts.db, ref)]);
  const names = new Map(frozen.map((i) => [i.indicator, i.name]));
  const indicators = (assessment?.indicators ?? []).flatMap((a) => {
    if (a.state !== 'not-computed') return [];
    return [{ code: a.indicator, name: names.get(a.indicator) ?? a.indicator, reason: whyNotComputed(a) }];
  });
  if (indicators.length === 0) return [];
  const period = facts.wave.step.checkpoint?.to ?? facts.on;
  return (await steering(facts)).map((to) => ({
    to,
    message: { ...about(facts, to), kind: 'not-computed', period, indicators },
  }));
}

/** Tells the preparers what their board has decided. */
export async function decisionResults(facts: WaveFacts): Promise<readonly ComposedMail[]> {
  const decision = (await decisionsOf(facts.db, cycleId(facts.wave.ref), facts.wave.step.id)).at(-1);
  if (decision === undefined) return [];
  const titles = await titlesOf(facts.db, facts.wave.ref.entity);
  const document =
    (await documentsOf(facts.db, cycleId(facts.wave.ref))).find((d) => d.hash === decision.documentHash)?.title ??
    facts.wave.step.title;
  return (await holders(facts, facts.wave.step.owners)).map((to) => ({
    to,
    message: {
      ...about(facts, to),
      kind: 'decision-result',
      asked: oivTaskOf(facts.wave.step),
      amends: facts.wave.step.kind === 'amendment' ? true : undefined,
      board: titles.get(decision.board) ?? decision.board,
      document,
      outcome: decision.outcome,
      final: facts.wave.kind === 'decision-taken' ? true : undefined,
      ...present(decision),
    },
  }));
}

/** Tells who records the board's decisions that there is none to take any more. */
export async function proposalWithdrawn(facts: WaveFacts): Promise<readonly ComposedMail[]> {
  const { step, ref, remark = '', by } = facts.wave;
  const [heard, titles, who] = await Promise.all([
    hearingsOf(facts.db, cycleId(ref), step.id),
    titlesOf(facts.db, ref.entity),
    by === undefined ? undefined : personById(facts.db, ref.entity, by),
  ]);
  const document = heard.findLast((one) => one.withdrawnAt !== null)?.title ?? step.title;
  const board = titles.get(step.board ?? '') ?? step.board ?? '';
  return (await holders(facts, step.recorder === undefined ? [] : [step.recorder])).map((to) => ({
    to,
    message: {
      ...about(facts, to),
      kind: 'proposal-withdrawn',
      board,
      document,
      reason: remark,
      by: who?.name ?? by ?? '',
    },
  }));
}

const present = (d: DecisionRecord) => ({
  actNumber: d.actNumber ?? undefined,
  actDate: d.actDate ?? undefined,
  remarks: d.remarks ?? undefined,
  deferredTo: d.deferredTo ?? undefined,
});
