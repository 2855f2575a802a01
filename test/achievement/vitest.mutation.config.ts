import { defineConfig } from 'vitest/config';

/** The suites a mutation run of formulas and roll-up needs: those of the mutated code, without the command line. */
export default defineConfig({
  test: {
    include: ['test/achievement/**/*.test.ts', 'test/scorecard/**/*.test.ts'],
    exclude: ['test/achievement/achieve-cli.test.ts'],
    testTimeout: 60_000,
  },
});
