import { defineConfig } from 'vitest/config';

/** The suites a mutation run of values, formulas and roll-up needs: those of the mutated code, without what people open. */
export default defineConfig({
  test: {
    include: ['test/achievement/**/*.test.ts', 'test/measured/**/*.test.ts', 'test/scorecard/**/*.test.ts'],
    exclude: ['test/achievement/achieve-cli.test.ts', 'test/measured/properties.test.ts'],
    testTimeout: 60_000,
  },
});
