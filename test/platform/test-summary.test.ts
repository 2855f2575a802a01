import { expect, test } from 'vitest';
import { summarise } from '../../scripts/test-summary.mjs';

const report = (numPassedTests: number, numFailedTests: number, unloaded = 0): string =>
  JSON.stringify({
    numPassedTests,
    numFailedTests,
    testResults: [
      { status: 'passed', assertionResults: [{}] },
      ...Array.from({ length: unloaded }, () => ({ status: 'failed', assertionResults: [] })),
    ],
  });

test.each([
  ['all passed', report(7, 0), 0, { passed: 7, failed: 0 }],
  ['some failed', report(5, 2), 1, { passed: 5, failed: 2 }],
  ['a file could not be loaded', report(5, 0, 1), 1, { passed: 5, failed: 1 }],
  ['the run ended badly though no test failed', report(7, 0), 1, { passed: 7, failed: 1 }],
  ['the run left no report', '', 1, { passed: 0, failed: 1 }],
  ['the run left no report and yet ended well', '', 0, { passed: 0, failed: 1 }],
])('when %s', (_when, text, status, expected) => {
  expect(summarise(text, status)).toEqual(expected);
});
