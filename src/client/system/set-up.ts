import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { type ConnectionOptions, connectionOptions } from '../../config/connection-options.js';
import { loadConfig } from '../../config.js';
import { EnvironmentError } from '../../platform/errors.js';
import { terminalLog } from '../../platform/log.js';
import { prepareNamespace } from '../../platform/namespace.js';
import { postgresBinaries } from '../../platform/postgres-binaries.js';
import { resolveTemporalBinary } from '../../platform/temporal-binary.js';
import { resolveTestServer } from '../../platform/test-server.js';
import { migrate } from '../../register/migrate.js';
import { PRODUCTION_SCHEMA } from '../../register/names.js';
import { words } from '../../words/platform.js';
import { reachDatabase } from './reach.js';

const CLUSTER_PATIENCE_MS = 120_000;

/** A program that is there to be started. */
export interface ReadyProgram {
  readonly program: 'postgresql' | 'temporal' | 'temporal-test-server';
  readonly path: string;
  readonly version?: string;
}

/**
 * Gets every program the configuration calls for. Nothing is done, or said, for what is already there.
 * @returns the programs; none for a server that the configuration names
 * @throws EnvironmentError when one of them cannot be had in any way
 */
export async function setUp(o: { tests: boolean }): Promise<readonly ReadyProgram[]> {
  const config = loadConfig();
  const log = terminalLog();
  const programs: ReadyProgram[] = [];
  // The tests use servers of their own, whatever the configuration says of the real ones.
  if (config.databaseUrl === undefined || o.tests) {
    const { postgres, major } = await postgresBinaries(config.cacheDir, log);
    programs.push({ program: 'postgresql', path: postgres, version: major });
  }
  if (config.temporal.address === undefined || o.tests) {
    const { path, version } = await resolveTemporalBinary({ cacheDir: config.cacheDir, log });
    programs.push({ program: 'temporal', path, version });
  }
  if (o.tests) {
    const path = await resolveTestServer({ cacheDir: config.cacheDir, log });
    programs.push({ program: 'temporal-test-server', path });
  }
  return programs;
}

/**
 * Makes the register of the configured database, or brings it up to date, as who owns it; who the program runs as is let in.
 * @returns names of the migrations applied now
 * @throws EnvironmentError when no database is configured or it does not answer
 */
export async function setUpDatabase(): Promise<readonly string[]> {
  const { databaseUrl, databaseOwnerUrl } = loadConfig();
  if (databaseUrl === undefined) throw new EnvironmentError(words.setup.noDatabase);
  const url = await reachDatabase(databaseOwnerUrl ?? databaseUrl);
  return await migrate({ url, runUrl: databaseUrl, schema: PRODUCTION_SCHEMA });
}

/**
 * Gets the namespace of the configured cluster ready, waiting for a cluster that has only just been started.
 * @returns its name
 * @throws EnvironmentError when no cluster is configured, none answers, or it does not let us
 */
export async function setUpNamespace(): Promise<string> {
  const { temporal } = loadConfig();
  if (temporal.address === undefined) throw new EnvironmentError(words.setup.noAddress);
  const connection = await untilConnected(connectionOptions(temporal.address, temporal));
  try {
    await prepareNamespace(connection, temporal.namespace);
  } finally {
    await connection.close();
  }
  return temporal.namespace;
}

async function untilConnected(options: ConnectionOptions): Promise<Connection> {
  const deadline = Date.now() + CLUSTER_PATIENCE_MS;
  for (;;) {
    try {
      return await Connection.connect(options);
    } catch (error) {
      if (Date.now() > deadline) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new EnvironmentError(words.setup.clusterSilent(options.address, reason));
      }
      await sleep(1_000);
    }
  }
}
