import { Connection, type ConnectionOptions } from '@temporalio/client';
import { EnvironmentError } from '../../platform/errors.js';
import { askServer } from '../../register/server.js';
import { words } from '../../words/platform.js';
import { PATIENCE_MS, reasonOf } from './doctor/check.js';

/**
 * Makes sure that a database answers, before anything is asked of it.
 * @throws EnvironmentError saying why it does not, never with what is secret in its address
 */
export async function reachDatabase(url: string): Promise<string> {
  try {
    return await askServer(url, PATIENCE_MS, async () => url);
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    const where = `${hostname}:${port === '' ? 5432 : port}${pathname}`;
    throw new EnvironmentError(...words.reach.database(where, reasonOf(error)));
  }
}

/** @throws EnvironmentError saying why Temporal does not answer */
export async function reachTemporal(options: ConnectionOptions): Promise<Connection> {
  try {
    return await Connection.connect({ connectTimeout: PATIENCE_MS, ...options });
  } catch (error) {
    throw new EnvironmentError(...words.reach.temporal(options.address ?? '', reasonOf(error)));
  }
}
