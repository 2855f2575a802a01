import { ApplicationFailure } from '@temporalio/activity';
import { romeDate } from '../domain/calendar/zone.js';
import { targetOf } from '../domain/confirmed-readings.js';
import { allIndicators } from '../domain/findings/walk.js';
import type { Indicator, Plan } from '../domain/plan.js';
import { REFUSED } from '../domain/refusal.js';
import type { Reading, Unit } from '../domain/targets/types.js';
import type { Via } from '../domain/via.js';
import {
  type CheckpointRef,
  checkpointOf,
  closeCheckpoint,
  type FrozenIndicator,
  frozenIndicators,
  openCheckpoint,
  reopenCheckpoint,
} from '../register/checkpoints.js';
import { withReadings } from '../register/confirmed-readings.js';
import { type Db, inTransaction } from '../register/database.js';
import { appendLog, viaOf } from '../register/log.js';
import {
  markTaken,
  missingIndicators,
  returnMeasurement,
  type UntakenSubmission,
  untakenSubmissions,
} from '../register/measurements.js';
import { planInForce } from '../register/plans.js';
import type { Deps } from './deps.js';
import { cycleFacts, idOf } from './record.js';
import type { CheckpointProgress, LocalActivities, RemoteActivities } from './types.js';

type Collecting = Pick<LocalActivities, 'takeArrived' | 'returnValue' | 'closeCheckpoint'> &
  Pick<RemoteActivities, 'openCheckpoint'>;

/** A checkpoint's inbox: opened with what it freezes, taken from, closed. */
export function collecting({ register }: Deps): Collecting {
  const { db } = register;
  return {
    openCheckpoint: async (ref, step, at) => {
      const period = step.checkpoint;
      if (period === undefined) throw new Error(`step ${step.id} is a checkpoint without a period`);
      const target = { cycle: idOf(ref), checkpoint: step.id };
      const before = await checkpointOf(db, target);
      if (before?.state === 'closed') await reopenCheckpoint(db, target);
      if (before === undefined) {
        const version = await planInForce(db, ref.entity, ref.exercise, romeDate(at));
        if (version === undefined)
          throw new Error(`nessuna versione del Piano ${ref.exercise} è in vigore: il monitoraggio attende`);
        await openCheckpoint(db, {
          ...target,
          ordinal: period.ordinal,
          from: period.from,
          to: period.to,
          planVersion: version.version,
          planHash: version.hash,
          simulated: (await cycleFacts(db, ref)).simulated,
          openedAt: at,
          indicators: monitoredIndicators((await withReadings(db, version)).plan).map((i) => freeze(i, ref.exercise)),
        });
      }
      return await progressOf(db, target);
    },
    takeArrived: async (ref, checkpoint) => {
      const target = { cycle: idOf(ref), checkpoint };
      return await inTransaction(db, async (tx) => {
        const arrived = await untakenSubmissions(tx, target);
        for (const form of arrived) {
          await appendLog(tx, {
            key: `${target.cycle}/${checkpoint}/submission/${form.submission}`,
            at: form.at,
            actor: form.officer,
            ...(form.actingFor === null ? {} : { actingFor: form.actingFor }),
            ...wayOf(form),
            action: 'measurements-submitted',
            subject: checkpoint,
            cycle: target.cycle,
            step: checkpoint,
            detail: { indicators: form.indicators, channel: form.channel, lateReason: form.lateReason },
          });
        }
        await markTaken(
          tx,
          arrived.map((form) => form.submission),
        );
        return await progressOf(tx, target);
      });
    },
    returnValue: async (ref, checkpoint, indicator, remark, actor, at) => {
      const target = { cycle: idOf(ref), checkpoint };
      return await inTransaction(db, async (tx) => {
        const returned = await returnMeasurement(tx, {
          ...target,
          indicator,
          remark,
          at,
          returnedBy: actor.person,
          ...(actor.actingFor === undefined ? {} : { actingFor: actor.actingFor }),
        });
        if (!returned.ok) throw ApplicationFailure.nonRetryable(returned.error, REFUSED);
        await appendLog(tx, {
          key: `${target.cycle}/${checkpoint}/return/${returned.value.measurement}`,
          at,
          actor: actor.person,
          ...viaOf(actor),
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
      await closeCheckpoint(
        db,
        { cycle: idOf(ref), checkpoint },
        { at, by: by?.actor.person ?? 'sistema', ...(by === undefined ? {} : { reason: by.reason }) },
      );
    },
  };
}

/**
 * What is measured at a checkpoint: the scorecard's indicators, then those of the sheets and of the individual
 * objectives. A row that repeats another shares its measurement and is not asked twice.
 */
export function monitoredIndicators(plan: Plan): readonly Indicator[] {
  const codes = new Set<string>();
  return allIndicators(plan)
    .map((placed) => placed.node)
    .filter((i) => i.repeats === undefined && !codes.has(i.code) && codes.add(i.code) !== undefined);
}

async function progressOf(db: Db, target: CheckpointRef): Promise<CheckpointProgress> {
  const [expected, missing] = await Promise.all([frozenIndicators(db, target), missingIndicators(db, target)]);
  return { expected: expected.length, missing: missing.length };
}

/** An indicator as the checkpoint asks for it: the target of the exercise, with the reading a person confirmed, if any has. */
export function freeze(indicator: Indicator, exercise: number): FrozenIndicator {
  const target = targetOf(indicator, exercise);
  const reading = target?.confirmed;
  const unit = reading === undefined ? undefined : unitOf(reading);
  return {
    indicator: indicator.code,
    name: indicator.name,
    office: indicator.office,
    target: target?.text ?? '',
    ...(unit === undefined ? {} : { unit }),
    ...(reading === undefined ? {} : { reading }),
    ...(indicator.weight === undefined ? {} : { weight: indicator.weight }),
  };
}

const unitOf = (reading: Reading): Unit | undefined =>
  'unit' in reading && typeof reading.unit === 'object' ? reading.unit : undefined;

/** How a form came: what the register keeps beside it. */
function wayOf({ via, token }: UntakenSubmission): { readonly via?: Via } {
  if (via === null) return {};
  return via === 'token' ? { via: { channel: via, token: token ?? '' } } : { via: { channel: via } };
}
