import { defineConfig } from 'vitest/config';

/**
 * The suites a mutation run of the parser needs: tables of targets read by people. The property suites stay out: they
 * take seconds for every mutant, and what they alone would notice is not what somebody is paid by.
 */
export default defineConfig({
  test: {
    include: ['test/target/**/*.test.ts'],
    exclude: ['test/target/command.test.ts', 'test/target/properties.test.ts', 'test/target/robustness.test.ts'],
    testTimeout: 60_000,
  },
});
