import { describe, expect, test } from 'vitest';
import { communicationMailWords } from '../../src/words/communication-mail.js';
import { decisionRequestWords, decisionResultWords } from '../../src/words/decision-mail.js';
import { logSentences } from '../../src/words/log-sentences.js';
import { oivWords } from '../../src/words/oiv.js';
import { saidOf, wordsOf } from '../../src/words/validator.js';

/** Every sentence there is in words, what their functions say for any text among them. */
const sentencesIn = (words: unknown): readonly string[] => {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [String(words)];
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(sentencesIn);
};

describe('who validates, in the words of a body', () => {
  test.each([
    ['Nucleo di valutazione', 'Il Nucleo di valutazione', 'del Nucleo di valutazione', 'al Nucleo di valutazione'],
    [
      'Commissione di valutazione',
      'La Commissione di valutazione',
      'della Commissione di valutazione',
      'alla Commissione di valutazione',
    ],
    ['Chi valida la Relazione', 'Chi valida la Relazione', 'di chi valida la Relazione', 'a chi valida la Relazione'],
    ['Organismo Indipendente di Valutazione', 'L’OIV', 'dell’OIV', 'all’OIV'],
  ])('%s', (title, subject, of, to) => {
    expect(saidOf(title)('L’OIV decide; giudizio dell’OIV; va all’OIV.')).toBe(
      `${subject} decide; giudizio ${of}; va ${to}.`,
    );
  });

  test('the desk of a Nucleo never says OIV', () => {
    expect(sentencesIn(wordsOf(oivWords, 'Nucleo di valutazione')).filter((one) => /\bOIV\b/.test(one))).toEqual([]);
    expect(wordsOf(oivWords, 'Nucleo di valutazione').title).toBe('Scrivania del Nucleo di valutazione');
  });

  test('neither do the log nor the mails, which do not know whose they are', () => {
    const all = sentencesIn([logSentences, communicationMailWords, decisionRequestWords, decisionResultWords]);
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter((one) => /\bOIV\b|Giunta camerale|\bCamera\b/.test(one))).toEqual([]);
  });
});
