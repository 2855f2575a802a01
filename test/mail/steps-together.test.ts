import { describe, expect, test } from 'vitest';
import { dueIcs } from '../../src/mail/due-ics.js';
import type { StepPrompt } from '../../src/mail/letters/steps-together.js';
import { renderTogether } from '../../src/mail/render.js';
import { LINK, opening, STEP } from './messages.js';

const prompt = (n: number, change: Partial<StepPrompt> = {}): StepPrompt => ({
  ...opening,
  link: `${LINK}-${n}`,
  step: { ...STEP, id: `attivita-${n}`, title: `Attività <${n}>`, dueOn: `2016-01-${10 + n}` as const },
  ...change,
});
const SEVEN = [7, 1, 2, 3, 4, 5, 6].map((n) => prompt(n)) as [StepPrompt, ...StepPrompt[]];

describe('seven steps that ask one person on one day', () => {
  const mail = renderTogether(SEVEN, { name: 'Controllo di gestione', email: 'cdg@camera.example' });

  test('are one mail, which begins with what is due first', () => {
    expect(mail.subject).toBe('11/01/2016: 7 attività da concludere');
    expect([...mail.text.matchAll(/- Attività <(\d)>/g)].map(([, n]) => n)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ]);
    expect(mail.text).toContain('Gentile Anna Prova,');
    expect(mail.replyTo?.address).toBe('cdg@camera.example');
  });

  test('have each its own way in, in both bodies', () => {
    for (let n = 1; n <= 7; n++) {
      expect(mail.html).toContain(`<a href="${LINK}-${n}"`);
      expect(mail.text).toContain(`Concludi l’attività: ${LINK}-${n}\n`);
    }
    expect(mail.html).toContain('Attività &lt;1&gt;');
    expect(mail.html).not.toContain('Attività <1>');
  });

  test('are seven events of one calendar file', () => {
    const ics = dueIcs(mail.due ?? [], { name: 'Ciclo', address: 'ciclo@camera.example' });
    expect([...ics.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid)).toEqual(
      [7, 1, 2, 3, 4, 5, 6].map((n) => `ccms.2016.attivita-${n}.scadenza@ciclo`),
    );
  });

  test('say what is due today and what is late', () => {
    const at = '2016-01-13T08:00:00Z';
    const { text, subject } = renderTogether([prompt(2, { at }), prompt(3, { at, kind: 'step-due-today' })]);
    expect(subject).toBe('12/01/2016: 2 attività da concludere');
    expect(text).toMatch(/Attività <2>[\s\S]*in ritardo di un giorno[\s\S]*Attività <3>[\s\S]*scade oggi/);
  });
});
