import { SYSTEM } from '../domain/acting.js';
import { romeDate } from '../domain/calendar/zone.js';
import type { CheckpointProgress } from '../domain/checkpoint-progress.js';
import { cycleId } from '../domain/cycle-id.js';
import { endInbox, logClosing } from '../office/close-inbox.js';
import { cycleFacts } from '../office/cycle-facts.js';
import type { Deps } from '../office/deps.js';
import { frozenFor } from '../office/frozen-indicators.js';
import { takeInbox } from '../office/take-inbox.js';
import {
  type CheckpointRef,
  checkpointOf,
  frozenIndicators,
  holdCheckpoint,
  openCheckpoint,
  reopenCheckpoint,
} from '../register/checkpoints.js';
import { withReadings } from '../register/confirmed-readings.js';
import { type Db, inTransaction } from '../register/database.js';
import { appendLog } from '../register/log.js';
import { missingIndicators } from '../register/measurements.js';
import { planInForce } from '../register/plans.js';
import { returnMeasurement } from '../register/returned.js';
import { surveyedIndicators } from '../register/surveys.js';
import { refused } from './refused.js';
import type { LocalActivities, RemoteActivities } from './types.js';

type Collecting = Pick<LocalActivities, 'takeArrived' | 'returnValue' | 'closeCheckpoint'> &
  Pick<RemoteActivities, 'openCheckpoint'>;

/** A checkpoint's inbox: opened with what it freezes, taken from, closed. */
export function collecting({ register, bodies }: Deps): Collecting {
  const { db } = register;
  return {
    openCheckpoint: async (ref, step, at) => {
      const period = step.checkpoint;
      if (period === undefined) throw new Error(`step ${step.id} is a checkpoint without a period`);
      const target = { cycle: cycleId(ref), checkpoint: step.id };
      const before = await checkpointOf(db, target);
      if (before?.state === 'closed') {
        await inTransaction(db, async (tx) => {
          // Closings from before there was a line for each: what is erased here stays in the log.
          if (before.closedAt !== null && before.closeReason !== null)
            await logClosing(tx, target, {
              at: before.closedAt,
              by: before.closedBy ?? '',
              reason: before.closeReason,
            });
          await reopenCheckpoint(tx, target);
        });
      }
      if (before === undefined) {
        const version = await planInForce(db, ref.entity, ref.exercise, romeDate(at));
        if (version === undefined)
          throw new Error(`nessuna versione del Piano ${ref.exercise} è in vigore: il monitoraggio attende`);
        await openCheckpoint(db, {
          ...target,
          ordinal: period.ordinal,
          final: period.final ?? false,
          from: period.from,
          to: period.to,
          planVersion: version.version,
          planHash: version.hash,
          simulated: (await cycleFacts(db, ref)).simulated,
          openedAt: at,
          ...frozenFor((await withReadings(db, version)).plan, { exercise: ref.exercise, period, dueOn: step.dueOn }),
        });
      }
      const surveyed = (await surveyedIndicators(db, ref.entity, ref.exercise)).length;
      return { ...(await progressOf(db, target)), sources: bodies.sources(ref.entity).length + surveyed };
    },
    takeArrived: async (ref, checkpoint) => {
      const target = { cycle: cycleId(ref), checkpoint };
      const taken = await takeInbox(db, target);
      return { ...(await progressOf(db, target)), taken };
    },
    returnValue: async (ref, checkpoint, indicator, remark, actor, at) => {
      const target = { cycle: cycleId(ref), checkpoint };
      return await inTransaction(db, async (tx) => {
        await holdCheckpoint(tx, target);
        const returned = await returnMeasurement(tx, {
          ...target,
          indicator,
          remark,
          at,
          returnedBy: actor.person,
          actingFor: actor.actingFor,
        });
        if (!returned.ok) throw refused({ text: returned.error });
        await appendLog(tx, {
          key: `${target.cycle}/${checkpoint}/return/${returned.value.measurement}`,
          at,
          actor: actor.person,
          actingFor: actor.actingFor,
          via: actor.via,
          action: 'value-returned',
          subject: indicator,
          cycle: target.cycle,
          step: checkpoint,
          detail: { remark, officer: returned.value.officer },
        });
        return await progressOf(tx, target);
      });
    },
    closeCheckpoint: async (ref, checkpoint, by, at) => {
      const target = { cycle: cycleId(ref), checkpoint };
      // What has its receipt already is taken before anybody has to wait for the closing.
      await takeInbox(db, target);
      return await inTransaction(db, async (tx) => {
        await holdCheckpoint(tx, target);
        const progress = await progressOf(tx, target);
        if (by === undefined && progress.missing > 0) return { ...progress, closed: false };
        await endInbox(tx, target, {
          at,
          by: by?.actor.person ?? SYSTEM,
          actingFor: by?.actor.actingFor,
          via: by?.actor?.via,
          reason: by?.reason,
        });
        return { ...progress, closed: true };
      });
    },
  };
}

async function progressOf(db: Db, target: CheckpointRef): Promise<CheckpointProgress> {
  const [expected, missing] = await Promise.all([frozenIndicators(db, target), missingIndicators(db, target)]);
  return { expected: expected.length, missing: missing.length };
}
