import { type ExampleOf, type WorkedExample, workedExamples } from '../../../../domain/achievement/example.js';
import { lightName } from '../../../../domain/achievement/lights.js';
import type { Policy } from '../../../../domain/policy.js';
import { PERIODS } from '../../../../domain/targets/sentence.js';
import type { Reading } from '../../../../domain/targets/types.js';
import { agreeingSuffix } from '../../../../domain/targets/units.js';
import { italianDay, italianNumber, italianPercent } from '../../../../words/format.js';
import { actualText } from '../../../../words/measure.js';
import { readingWords as words } from '../../../../words/readings.js';

/** What it takes to work an example out: the rules of the cycle, and what the reading is of. */
export interface ExampleBasis {
  readonly policy: Policy;
  readonly of: ExampleOf;
}

/** What a value on the wrong side and one on the right side would score, one to a line. */
export function Examples({ reading, basis }: { readonly reading: Reading; readonly basis: ExampleBasis }) {
  return (
    <span class="ciclo-examples">
      {exampleLines(reading, basis).map((line) => (
        <span>{line}</span>
      ))}
    </span>
  );
}

/** The same as lines: one that says so where nothing can be computed. */
export function exampleLines(reading: Reading, { policy, of }: ExampleBasis): readonly string[] {
  const examples = workedExamples(reading, policy, of);
  if (examples.length === 0) return [words.noExample];
  return examples.map((example) =>
    words.example(exampleValue(example, reading), shortPercent(example.achievement), lightName(example.light)),
  );
}

/** `Con 60% il risultato sarebbe 75% (giallo): è quello che intende?`; undefined where nothing can be computed. */
export function exampleQuestion(reading: Reading, { policy, of }: ExampleBasis): string | undefined {
  const [example] = workedExamples(reading, policy, of);
  if (example === undefined) return undefined;
  return words.question(exampleValue(example, reading), shortPercent(example.achievement), lightName(example.light));
}

/** `75%` of `75.00`: an example is to be read at a glance. */
const shortPercent = (percent: string): string => italianPercent(percent.replace(/\.0+$/, ''));

function exampleValue({ actual, start }: WorkedExample, reading: Reading): string {
  const value = measured(actual, reading);
  return start === undefined ? value : words.from(`${italianNumber(start)}${suffix(reading)}`, value);
}

function measured(actual: WorkedExample['actual'], reading: Reading): string {
  switch (actual.kind) {
    case 'number':
      return words.measured(`${italianNumber(actual.value)}${suffix(reading, actual.value)}`);
    case 'date':
      return words.doneOn(italianDay(actual.on));
    case 'not-yet':
      return words.notDone;
    case 'yes-no':
      return words.said(actual.value);
    case 'ratio':
    case 'missing':
    case 'not-assessable':
      return actualText(actual, undefined);
  }
}

function suffix(reading: Reading, value = '2'): string {
  if (reading.kind === 'within-period') return ` ${PERIODS[reading.unit][value === '1' ? 0 : 1]}`;
  return 'unit' in reading ? agreeingSuffix(value, reading.unit) : '';
}
