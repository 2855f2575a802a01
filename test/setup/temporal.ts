import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { loadConfig } from '../../src/config.js';
import { quietLog } from '../../src/platform/log.js';
import { addSearchAttributes } from '../../src/platform/namespace.js';
import { type RunningTemporal, startTemporal } from '../../src/platform/temporal.js';
import { resolveTestServer } from '../../src/platform/test-server.js';

// A server that comes and goes makes the SDK talkative; what matters fails a test.
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } },
});

/** The SDK waits five seconds for the server it starts; on a busy machine a Java one may take longer. */
const ATTEMPTS = 8;

/** A server that skips time, for one test file: its clock is one for everything that runs on it. End it with `teardown()`. */
export async function timeSkippingEnvironment(): Promise<TestWorkflowEnvironment> {
  const path = await resolveTestServer({ cacheDir: loadConfig().cacheDir, log: quietLog });
  for (let attempt = 1; ; attempt++) {
    try {
      const env = await TestWorkflowEnvironment.createTimeSkipping({
        server: { executable: { type: 'existing-path', path } },
      });
      await addSearchAttributes(env.connection, env.namespace ?? 'default');
      return env;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

/** A development server for one test file, with its data in a folder of its own that goes when it stops. */
export async function devServer(namespace = 'prova'): Promise<RunningTemporal> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ciclo-temporal-'));
  const server = await startTemporal({
    dataDir,
    cacheDir: loadConfig().cacheDir,
    namespace,
    log: quietLog,
    headless: true,
  });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
