import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { type ConnectionOptions, connectionOptions } from '../../config/connection-options.js';
import { type Config, loadConfig } from '../../config.js';
import { EnvironmentError } from '../../platform/errors.js';
import { terminalLog } from '../../platform/log.js';
import { prepareNamespace } from '../../platform/namespace.js';
import { postgresBinaries } from '../../platform/postgres-binaries.js';
import { resolveTemporalBinary } from '../../platform/temporal-binary.js';
import { resolveTestServer } from '../../platform/test-server.js';
import { requireWritable } from '../../platform/writable.js';
import { migrate } from '../../register/migrate.js';
import { PRODUCTION_SCHEMA } from '../../register/names.js';
import { words } from '../../words/platform.js';
import { PATIENCE_MS, reasonOf } from './doctor/check.js';
import { reachDatabase, reachTemporal } from './reach.js';

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
  if (!o.tests) {
    requireWritable(config.dataDir, 'CICLO_DATA');
    await reachNamed(config);
  }
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

/** The servers that are named must answer: with those, nothing else is to be got ready. */
async function reachNamed({ databaseUrl, databaseOwnerUrl, temporal }: Config): Promise<void> {
  if (databaseUrl !== undefined) await reachDatabase(databaseOwnerUrl ?? databaseUrl);
  if (temporal.address === undefined) return;
  await (await reachTemporal(connectionOptions(temporal.address, temporal))).close();
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
 * Gets the namespace of the configured cluster ready.
 * @param waitS seconds for a cluster that has only just been started
 * @returns its name
 * @throws EnvironmentError when no cluster is configured, none answers, or it does not let us
 */
export async function setUpNamespace(waitS: number): Promise<string> {
  const { temporal } = loadConfig();
  if (temporal.address === undefined) throw new EnvironmentError(words.setup.noAddress);
  const connection = await untilConnected(connectionOptions(temporal.address, temporal), waitS * 1_000);
  try {
    await prepareNamespace(connection, temporal.namespace);
  } finally {
    await connection.close();
  }
  return temporal.namespace;
}

async function untilConnected(options: ConnectionOptions, waitMs: number): Promise<Connection> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    try {
      return await Connection.connect({ connectTimeout: PATIENCE_MS, ...options });
    } catch (error) {
      if (Date.now() >= deadline)
        throw new EnvironmentError(...words.setup.clusterSilent(options.address, reasonOf(error)));
      await sleep(1_000);
    }
  }
}
