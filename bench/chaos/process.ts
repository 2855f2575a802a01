// First of all: what follows reads the clock.
import './skewed-clock.js';
import { startConsole } from '../../src/client/system/server.js';
import { reachServers } from '../../src/client/system/servers.js';
import { consoleDepsOf, openSpace } from '../../src/client/system/system.js';
import { loadConfig } from '../../src/config.js';
import type { Clock } from '../../src/domain/clock.js';
import { terminalLog } from '../../src/platform/log.js';
import { handleShutdown } from '../../src/platform/shutdown.js';

/** What a process of the chaos run is told. */
export interface Orders {
  readonly part: 'worker' | 'console';
  readonly space: string;
  readonly clock: Clock;
  readonly seed: number;
}

/**
 * `ciclo worker` or `ciclo console` as production has them, by themselves beside servers that are there, but for the clock and
 * the page on which the cast signs in: `process.ts ORDERS` (JSON). The rest is in the environment.
 */
// Written by the chaos run that starts this process.
const orders = JSON.parse(process.argv[2] ?? '') as Orders;
const log = terminalLog();
const shutdown = handleShutdown(log);
const config = loadConfig();
try {
  const servers = await reachServers(config, log, shutdown);
  const space = await openSpace(servers, {
    name: orders.space,
    clock: orders.clock,
    rehearsalSeed: orders.seed,
    guarded: true,
    consoleUrl: config.console.url,
  });
  if (orders.part === 'worker') await space.work();
  else {
    const running = await startConsole({
      port: config.console.port,
      ...consoleDepsOf(space),
      rehearsal: true,
      log,
    });
    shutdown.add('la console', () => running.stop());
  }
  process.stdout.write('ready\n');
  await new Promise<void>((resolve) => shutdown.requested.addEventListener('abort', () => resolve(), { once: true }));
} finally {
  await shutdown.now();
}
