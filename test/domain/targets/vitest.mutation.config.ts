import { defineConfig } from 'vitest/config';

/**
 * The suites a mutation run of the parser needs: tables of targets read by people. The property suites stay out: they
 * take seconds for every mutant, and what they alone would notice is not what somebody is paid by.
 */
export default defineConfig({
  test: {
    include: ['test/domain/targets/**/*.test.ts'],
    exclude: ['test/domain/targets/properties.test.ts', 'test/domain/targets/robustness.test.ts'],
    testTimeout: 60_000,
  },
});
