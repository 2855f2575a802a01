// Says how many tests passed and failed according to a vitest JSON report, on one line, and ends with 1 when any did.
//   node scripts/test-summary.mjs REPORT STATUS
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * A file that could not even be loaded counts as one failed test; so does a run that ended badly without saying which test failed,
 * or without leaving a report.
 * @param {string} text the report; empty when there is none
 * @param {number} status how the run ended
 */
export function summarise(text, status) {
  if (text === '') return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(text);
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = numFailedTests + unloaded;
  return { passed: numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , report, status] = process.argv;
  const { passed, failed } = summarise(readFileSync(report, 'utf8'), Number(status));
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}
