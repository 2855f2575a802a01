import { describe, expect, it } from 'vitest';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import { checkRow } from './check-row.js';
import * as readAsElse from './kinds.js';
import * as ofBodies from './kinds-of-bodies.js';
import * as ofPractice from './kinds-of-practice.js';
import * as ofTheName from './kinds-own-name.js';

const kinds = { ...readAsElse, ...ofPractice, ...ofBodies, ...ofTheName };

describe.each(Object.entries(kinds))('kinds of target easily read as something else: %s', (_, rows) => {
  it.each(
    rows.map(
      (row) => [`«${row.text}»${row.context.name === undefined ? '' : ` for «${row.context.name}»`}`, row] as const,
    ),
  )('%s', (_label, row) => checkRow(row));
});

describe('what is quoted from the text', () => {
  const texts = Object.values(kinds).flatMap((rows) => rows.map((row) => row));
  it.each(texts.map((row) => [row.text, row] as const))('is never half a sentence: «%s»', (_, { text, context }) => {
    const outcome = parseTarget(text, context);
    const sentences = outcome.outcome === 'ambiguous' ? outcome.candidates.map((c) => c.sentence) : [];
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/ (?:di|del|con|per|in|nel|e|o|a|su|da|ogni)(?:»|:|,)/);
      expect(sentence).not.toMatch(/«(?:e|o|,|di|del|dei|delle) /);
    }
  });
});
