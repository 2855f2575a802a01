import type { Config } from '../../config.js';
import { EnvironmentError, Failure } from '../../platform/errors.js';
import { acquireInstanceLock } from '../../platform/instance-lock.js';
import { quietLog } from '../../platform/log.js';
import { type RunningPostgres, startPostgres } from '../../platform/postgres.js';
import { openRegister, type Register } from '../../register/database.js';
import { admit, listRegisters } from '../../register/migrate.js';
import { PRODUCTION_SCHEMA } from '../../register/names.js';
import { inSightOf } from '../../register/sight.js';
import { through } from '../../register/via.js';
import { exportWords as words } from '../../words/export.js';
import { ownDatabaseUrl, ownRunUrl } from './doctor/database.js';
import { reachDatabase } from './reach.js';

/**
 * Lets `work` use a register, whether the system is running or not: the configured database, that of the instance which runs on
 * this data folder, or our own, started for as long as it takes.
 * @param space of the register; absent: `ciclo` or, where there is none, the latest rehearsal
 * @param whose rows are seen: a body's id, or `EVERY_BODY` where what is asked for is of all of them
 * @throws EnvironmentError when there is no register; Failure when there is not that one
 */
export async function withRegister<T>(
  config: Config,
  space: string | undefined,
  whose: string,
  work: (register: Register) => Promise<T>,
  connections = 2,
): Promise<T> {
  if (config.databaseUrl !== undefined) return await inSpace(config.databaseUrl, space, whose, work, connections);
  const [url, runUrl] = [ownDatabaseUrl(config), ownRunUrl(config)];
  if (url !== undefined && runUrl !== undefined) {
    return await inSpace(await admitted({ url, runUrl }), space, whose, work, connections);
  }
  const lock = await acquireInstanceLock(config.dataDir);
  try {
    const server = await startPostgres({ dataDir: config.dataDir, cacheDir: config.cacheDir, log: quietLog });
    try {
      return await inSpace(await admitted(server), space, whose, work, connections);
    } finally {
      await server.stop();
    }
  } finally {
    await lock.release();
  }
}

/** The address of who runs, also where an earlier version left registers and no such user. */
async function admitted({ url, runUrl }: Pick<RunningPostgres, 'url' | 'runUrl'>): Promise<string> {
  if ((await listRegisters(url)).length > 0) await admit(url, runUrl);
  return runUrl;
}

async function inSpace<T>(
  url: string,
  space: string | undefined,
  whose: string,
  work: (register: Register) => Promise<T>,
  connections: number,
): Promise<T> {
  const known = await listRegisters(await reachDatabase(url));
  const schema = space ?? known.find((name) => name === PRODUCTION_SCHEMA) ?? known.at(-1);
  if (schema === undefined) throw new EnvironmentError(words.empty);
  const register = await openRegister({ url, schema, connections }).catch((cause: unknown) => {
    if (known.includes(schema)) throw cause;
    throw new Failure(1, words.noSpace(schema, known));
  });
  try {
    return await through({ channel: 'command-line' }, () => inSightOf(whose, () => work(register)));
  } finally {
    await register.close();
  }
}
