import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../../src/domain/targets/outcome.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import { asked, bare, rightOrAsked, written } from './handed.js';
import { meaning, meaningOf, means } from './meaning.js';

describe('the first strings that were read wrongly with confidence', () => {
  it.each(asked)('«%s» for «%s» is not taken as written', (text, name) =>
    expect(parseTarget(text, { name, year: 2016 }).outcome).not.toBe('parsed'),
  );

  it.each(rightOrAsked)('«%s» for «%s» is read as «%s» or asked', (text, name, meant) => {
    const outcome = parseTarget(text, { name, year: 2016 });
    const right = outcome.outcome !== 'parsed' || means(outcome.reading, meaning(meant));
    expect(right, JSON.stringify(outcome)).toBe(true);
  });

  it.each(written)('«%s» for «%s» is read as «%s»', (text, name, meant, year) => {
    const outcome = parseTarget(text, { name, year });
    expect(outcome.outcome === 'parsed' && means(outcome.reading, meaning(meant)), JSON.stringify(outcome)).toBe(true);
  });

  it.each(bare)('bare «%s» for «%s» is not taken as written, and goes %s', (text, name, direction) => {
    const outcome = parseTarget(text, { name, year: 2023 });
    const [first] = candidatesOf(outcome);
    expect(outcome.outcome).toMatch(direction === '?' ? /^ambiguous$/ : /^(proposed|ambiguous)$/);
    if (direction !== '?') expect(first && meaningOf(first.reading).op).toBe(direction);
  });
});
