import { Client, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import type { Actions } from '../../acts/actions.js';
import { NotYetRecorded } from '../../acts/awaited.js';
import { connectionOptions } from '../../config/connection-options.js';
import type { Config } from '../../config.js';
import type { Instant } from '../../domain/calendar/types.js';
import { EnvironmentError } from '../../platform/errors.js';
import { converting } from '../../platform/payload-codec.js';
import { presentIn } from '../../register/clock.js';
import type { Register } from '../../register/database.js';
import { awaitedWords } from '../../words/awaited.js';
import { actWords as words } from '../../words/cli-verbs.js';
import { createActions } from './actions.js';
import { ownDatabaseUrl } from './doctor/database.js';
import { ownTemporalAddress } from './doctor/temporal.js';
import { payloadKeysOf } from './payload-keys.js';
import { reachTemporal } from './reach.js';
import { withRegister } from './with-register.js';

/** What somebody acts with, beside a system at work. */
export interface AtWork {
  readonly register: Register;
  readonly actions: Actions;
  now(): Instant;
}

const PATIENCE_MS = 60_000;

/**
 * Lets `work` act on a space of a system at work: the configured servers, or those of the instance that runs on this data folder.
 * @param space of the register; absent: `ciclo` or, where there is none, the latest rehearsal
 * @param entity the body whose rows it acts on; it sees no other's
 * @throws EnvironmentError when nothing runs, or nobody answers
 */
export async function withActions<T>(
  config: Config,
  space: string | undefined,
  entity: string,
  work: (at: AtWork) => Promise<T>,
): Promise<T> {
  const own = config.temporal.address === undefined;
  const address = config.temporal.address ?? ownTemporalAddress(config);
  if (address === undefined || (config.databaseUrl ?? ownDatabaseUrl(config)) === undefined) {
    throw new EnvironmentError(...words.notRunning);
  }
  const connection = await reachTemporal(own ? { address } : connectionOptions(address, config.temporal));
  try {
    return await withRegister(config, space, entity, async (register) => {
      const temporal = new Client({
        connection,
        namespace: config.temporal.namespace,
        ...converting(await payloadKeysOf(config.temporal, register.db)),
      });
      const at = await presentIn(register.db);
      const now = (): Instant => at;
      const actions = createActions({ temporal, register, now });
      return await temporal.withDeadline(Date.now() + PATIENCE_MS, () => work({ register, actions, now }));
    });
  } catch (cause) {
    if (cause instanceof NotYetRecorded) {
      throw new EnvironmentError(awaitedWords.told(`${config.console.url}${cause.path}`));
    }
    if (cause instanceof WorkflowUpdateRPCTimeoutOrCancelledError) throw new EnvironmentError(...words.noAnswer);
    throw cause;
  } finally {
    await connection.close();
  }
}
