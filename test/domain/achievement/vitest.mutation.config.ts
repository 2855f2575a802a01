import { defineConfig } from 'vitest/config';

/** The suites a mutation run of values, formulas and roll-up needs: those of the mutated code, without what people open. */
export default defineConfig({
  test: {
    include: [
      'test/domain/achievement/**/*.test.ts',
      'test/domain/measured/**/*.test.ts',
      'test/domain/scorecard/**/*.test.ts',
    ],
    exclude: ['test/domain/measured/properties.test.ts'],
    testTimeout: 60_000,
  },
});
