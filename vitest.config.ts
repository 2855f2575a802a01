import { defineConfig } from 'vitest/config';

/** Suites that need PostgreSQL or a Temporal server; anywhere else a file can join them with the ending `.server.test.ts`. */
const WITH_SERVERS = ['register', 'office', 'workflows', 'activities', 'worker', 'client/api', 'client/pages', 'client/rehearsal', 'client/system', 'attack', 'faults', 'histories'];
const serverSuites = [...WITH_SERVERS.map((area) => `test/${area}/**/*.test.ts?(x)`), 'test/**/*.server.test.ts?(x)'];

export default defineConfig({
  test: {
    reporters: ['default'],
    // Two cores are what a small office machine and a CI runner have.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts?(x)'],
          exclude: serverSuites,
          // What a file imports is read once for all: half of the time went into reading it again.
          isolate: false,
          // Only to end what hangs: how fast a machine is, is not what a test says.
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: serverSuites,
          globalSetup: ['test/setup/postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
