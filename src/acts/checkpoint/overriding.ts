import type { Actor, CycleRef } from '../../domain/acting.js';
import type { Instant } from '../../domain/calendar/types.js';
import { cycleId } from '../../domain/cycle-id.js';
import { type Refusal, Refused } from '../../domain/refusal.js';
import type { Result } from '../../domain/result.js';
import { assessAgain } from '../../office/assess-again.js';
import { writeReports } from '../../office/report.js';
import { type Db, inTransaction } from '../../register/database.js';
import type { OverrideAct, OverrideEffect } from '../../register/override-acts.js';
import { type OverrideRecord, recordOverride, withdrawOverride } from '../../register/overrides.js';

/** An act over the result of one indicator, as a person writes it. */
export type WithdrawalCommand = Omit<OverrideAct, 'recordedBy' | 'actingFor' | 'at'> & { readonly indicator: string };
export type OverrideCommand = WithdrawalCommand & OverrideEffect;

/** Proof that the act is on record, and the checkpoint it was computed into; absent when that comes later. */
export interface OverrideReceipt {
  readonly override: number;
  readonly checkpoint?: string;
}

/**
 * Records an override and computes the results it changes: both, or neither.
 * @throws a `Refused` with the sentence for the person
 */
export async function override(
  db: Db,
  ref: CycleRef,
  command: OverrideCommand,
  actor: Actor,
  at: Instant,
): Promise<OverrideReceipt> {
  return await carriedOut(db, ref, (tx) => recordOverride(tx, { ...command, ...recording(ref, actor, at) }));
}

/** As `override`, for taking out of force the one that an indicator has. */
export async function withdraw(
  db: Db,
  ref: CycleRef,
  command: WithdrawalCommand,
  actor: Actor,
  at: Instant,
): Promise<OverrideReceipt> {
  return await carriedOut(db, ref, (tx) => withdrawOverride(tx, { ...command, ...recording(ref, actor, at) }));
}

const recording = (ref: CycleRef, { person, actingFor }: Actor, at: Instant) => ({
  cycle: cycleId(ref),
  recordedBy: person,
  actingFor,
  at,
});

/** The act and what is computed from it, in one transaction; the report is written once they are on record. */
async function carriedOut(
  db: Db,
  ref: CycleRef,
  record: (tx: Db) => Promise<Result<OverrideRecord, readonly Refusal[]>>,
): Promise<OverrideReceipt> {
  const receipt = await inTransaction(db, async (tx): Promise<OverrideReceipt> => {
    const recorded = await record(tx);
    if (!recorded.ok) throw new Refused(...recorded.error);
    const { id, at } = recorded.value;
    return { override: id, checkpoint: await assessAgain(tx, ref, { at, name: `override-${id}` }) };
  });
  const { checkpoint } = receipt;
  if (checkpoint !== undefined) await writeReports(db, { cycle: cycleId(ref), checkpoint });
  return receipt;
}
