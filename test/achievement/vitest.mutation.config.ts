import { defineConfig } from 'vitest/config';

/** The suites a mutation run needs: those of the mutated code, without the command line. */
export default defineConfig({
  test: {
    include: ['test/achievement/**/*.test.ts', 'test/scorecard/**/*.test.ts', 'test/target/**/*.test.ts'],
    exclude: ['test/achievement/achieve-cli.test.ts', 'test/target/command.test.ts'],
    testTimeout: 60_000,
  },
});
