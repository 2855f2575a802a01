import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Suites that need PostgreSQL or a Temporal server; anywhere else a file can join them with the ending `.server.test.ts`. */
const WITH_SERVERS = ['register', 'office', 'workflows', 'activities', 'worker', 'client/api', 'client/pages', 'client/rehearsal', 'client/system', 'attack', 'faults', 'histories'];
const serverSuites = [...WITH_SERVERS.map((area) => `test/${area}/**/*.test.ts?(x)`), 'test/**/*.server.test.ts?(x)'];

/** Those of them that start workers, servers and programs, and wait for them more than they work. */
const WITH_PROCESSES = ['workflows', 'client/system', 'faults', 'histories', 'documents', 'mail', 'observability', 'platform'];
/**
 * What another file of the same process would find (a module in the place of one, an environment, the runtime of a Temporal worker),
 * and programs that are started and waited for.
 */
const LEAVES_TRACES =
  /\bvi\.(?:mock|stubEnv)\(|process\.env\.\w+ =|\/live-cycle\.js'|\/setup\/temporal\.js'|^import \{[^}]*\} from '(?:@temporalio\/worker|node:child_process)'/m;

const TESTS = new URL('test/', import.meta.url);
const isApart = (name: string): boolean =>
  WITH_PROCESSES.some((area) => name.startsWith(`${area}/`)) || LEAVES_TRACES.test(readFileSync(new URL(name, TESTS), 'utf8'));
const apart = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.server\.test\.tsx?$/.test(name) || (/\.test\.tsx?$/.test(name) && WITH_SERVERS.some((area) => name.startsWith(`${area}/`))))
  .filter(isApart)
  .map((name) => `test/${name}`);

export default defineConfig({
  test: {
    reporters: ['default'],
    // Two cores are what a small office machine and a CI runner have.
    maxWorkers: 2,
    // Only to end what hangs: how fast a machine is, is not what a test says.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts?(x)'],
          exclude: serverSuites,
          // What a file imports is read once for all: half of the time went into reading it again.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: serverSuites,
          exclude: apart,
          globalSetup: ['test/setup/postgres.ts'],
          isolate: false,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'servers',
          include: apart,
          globalSetup: ['test/setup/postgres.ts'],
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
