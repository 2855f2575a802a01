import type { Via } from '../domain/via.js';
import type { CheckpointRef } from '../register/checkpoints.js';
import { type Db, inTransaction } from '../register/database.js';
import { appendLog } from '../register/log.js';
import { markTaken, type UntakenSubmission, untakenSubmissions } from '../register/untaken.js';

/** Forms taken in one transaction: what arrives in days without a worker is more than one should hold. */
const AT_A_TIME = 1_000;

/** Takes all that has a receipt from a checkpoint's inbox, each form with its line in the log. @returns how many */
export async function takeInbox(db: Db, target: CheckpointRef): Promise<number> {
  for (let taken = 0; ; ) {
    const now = await inTransaction(db, async (tx) => await takeSome(tx, target));
    taken += now;
    if (now < AT_A_TIME) return taken;
  }
}

async function takeSome(tx: Db, target: CheckpointRef): Promise<number> {
  const arrived = await untakenSubmissions(tx, target, AT_A_TIME);
  await appendLog(
    tx,
    ...arrived.map((form) => ({
      key: `${target.cycle}/${target.checkpoint}/submission/${form.submission}`,
      at: form.at,
      actor: form.officer,
      actingFor: form.actingFor ?? undefined,
      ...wayOf(form),
      action: 'measurements-submitted',
      subject: target.checkpoint,
      cycle: target.cycle,
      step: target.checkpoint,
      detail: { indicators: form.indicators, channel: form.channel, lateReason: form.lateReason },
    })),
  );
  await markTaken(
    tx,
    arrived.map((form) => form.submission),
  );
  return arrived.length;
}

/** How a form came: what the register keeps beside it. */
function wayOf({ via, token }: UntakenSubmission): { readonly via?: Via } {
  if (via === null) return {};
  return via === 'token' ? { via: { channel: via, token: token ?? '' } } : { via: { channel: via } };
}
