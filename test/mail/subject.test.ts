import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/mail/message.js';
import { renderMessage } from '../../src/mail/render.js';
import { shortSubject } from '../../src/mail/subject.js';
import { noticeKinds } from '../../src/words/console.js';
import { ALL, checkpoint, corrective, decision, escalation, opening, returned, STEP } from './messages.js';

const LONG = 'Traduzione degli obiettivi strategici in obiettivi operativi: cruscotto di area, schede';

describe('a subject', () => {
  test.each([
    ['31/01/2016, da avviare: Approvazione del Piano', '31/01/2016, da avviare: Approvazione del Piano'],
    [`31/01/2016, da avviare: ${LONG}`, '31/01/2016, da avviare: Traduzione degli obiettivi…'],
    [
      'Un’osservazione su «Relazione previsionale e programmatica 2016»',
      'Un’osservazione su «Relazione previsionale e…»',
    ],
    ['x'.repeat(80), `${'x'.repeat(57)}…`],
  ])('%s', (written, shown) => {
    expect(shortSubject(written)).toBe(shown);
    expect(shortSubject(written).length).toBeLessThan(60);
  });

  const long = (message: Message): Message =>
    'step' in message ? { ...message, step: { ...message.step, title: LONG } } : message;

  test.each(ALL.map((m) => [m.kind, m] as const))('of %s is under 60 letters, whatever the title', (_, message) => {
    expect(renderMessage(long(message)).subject.length).toBeLessThan(60);
    expect(renderMessage(long(message)).html).toContain('<title>');
  });

  test.each<[string, Message]>([
    ['an opening', opening],
    ['a reminder', { ...opening, kind: 'step-reminder' }],
    ['the word of the day', { ...opening, kind: 'step-due-today', at: '2016-01-31T08:00:00Z' }],
    ['a delay', { ...opening, kind: 'step-late', at: '2016-02-02T08:00:00Z' }],
    ['an escalation', escalation],
    ['values asked', checkpoint],
    ['values still missing', { ...checkpoint, moment: 'late' }],
    ['a document before a board', decision],
    ['a value that came back', returned],
  ])('of %s begins with the day it is due', (_, message) => {
    expect(renderMessage(message).subject).toMatch(/^31\/01\/2016[,:] /);
    expect(STEP.dueOn).toBe('2016-01-31');
  });

  test.each(ALL.map((m) => [m.kind, m] as const))(
    'of %s begins with a day: of its term, or of the mail',
    (_, message) => {
      expect(renderMessage(message).subject).toMatch(
        /^\d{2}\/\d{2}\/\d{4}[,:] [^\s\d]|^\d{2}\/\d{2}\/\d{4}[,:] \d+ [a-z]/,
      );
    },
  );

  test('of what has no term begins with the day of the mail, and says what it is about', () => {
    expect(renderMessage(corrective).subject).toBe('21/01/2016, un indicatore lontano dal target al 31/08/2016');
  });

  test('of every kind is looked at', () => {
    const kinds = Object.keys(noticeKinds).filter((kind) => kind !== 'reminder-by-hand');
    const shown = new Set<string>(ALL.map(({ kind }) => kind));
    expect(kinds.filter((kind) => !shown.has(kind))).toEqual([]);
  });
});
