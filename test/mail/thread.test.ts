import { describe, expect, it } from 'vitest';
import { threadsOf } from '../../src/mail/thread.js';
import { ALL, BASE, LINK, STEP } from './messages.js';

const notice = (message: object, toAddress = 'anna@prova.example', messageId = '<1@ciclo.example>') => ({
  message,
  toAddress,
  messageId,
});
const opening = { ...BASE, kind: 'step-opening', step: STEP, link: LINK };

describe('the thread of a mail', () => {
  it('is one for what one person is asked about one step, whatever the mail', () => {
    const first = threadsOf([notice(opening)]);
    expect(first).toHaveLength(1);
    expect(first?.[0]).toMatch(/^<filo-[0-9a-f]{32}@ciclo\.example>$/);
    const reminder = notice({ ...opening, kind: 'step-reminder' }, 'Anna@prova.example', '<2@ciclo.example>');
    expect(threadsOf([reminder])).toEqual(first);
  });

  it('is another for another person, step, exercise or body', () => {
    const all = [
      notice(opening),
      notice(opening, 'bruno@prova.example'),
      notice({ ...opening, step: { ...STEP, id: 'rpp-approvazione' } }),
      notice({ ...opening, exercise: 2017 }),
      notice({ ...opening, entity: { ...BASE.entity, id: 'altra' } }),
    ];
    expect(new Set(all.flatMap((one) => threadsOf([one]) ?? [])).size).toBe(all.length);
  });

  it('of a mail about several steps are all theirs; what is about no step is in none', () => {
    const other = { ...opening, step: { ...STEP, id: 'rpp-approvazione' } };
    expect(threadsOf([notice(opening), notice(other), notice(other)])).toHaveLength(2);
    const summary = ALL.find(({ kind }) => kind === 'cycle-summary');
    expect(threadsOf([notice(summary ?? {})])).toBeUndefined();
  });
});
