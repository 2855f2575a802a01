import { describe, expect, test } from 'vitest';
import type { DatedStep } from '../../../src/domain/calendar/types.js';
import { type PhaseStep, phaseMoments, readRecipients } from '../../../src/domain/voices/communication.js';

describe('addresses', () => {
  test.each([
    ['one a line', 'a@x.example\nb@x.example', ['a@x.example', 'b@x.example']],
    [
      'with commas and semicolons',
      'a@x.example, b@x.example; c@x.example',
      ['a@x.example', 'b@x.example', 'c@x.example'],
    ],
    ['each once, whatever its capitals', 'a@x.example\nA@X.example', ['A@x.example']],
    ['none', ' \n ,', []],
  ])('%s', (_, written, read) => {
    expect(readRecipients(written)).toEqual({ ok: true, value: read });
  });

  test('those that are none are all said, and nothing is read', () => {
    const read = readRecipients('a@x.example\nnessuno\n@x.example\nb@x.example\r\nBcc: c@x.example');
    expect(read).toEqual({ ok: false, error: ['nessuno', '@x.example', 'Bcc: c@x.example'] });
  });
});

describe('the moments of a phase its participants are told', () => {
  const phases = [
    { id: 'analisi', number: 1, title: 'Analisi' },
    { id: 'piano', number: 2, title: 'Piano' },
  ];
  const step = (
    phase: string,
    status: string,
    openedAt: PhaseStep['openedAt'],
    ...participants: string[]
  ): PhaseStep => ({
    planned: { phase, participants } as unknown as DatedStep,
    status,
    openedAt,
    before: false,
  });
  const onPaper = (one: PhaseStep): PhaseStep => ({ ...one, before: true });
  const moments = (...steps: PhaseStep[]) =>
    phaseMoments({ phases }, steps).map(({ phase, moment, told }) => [phase.id, moment, ...told]);
  const AT = '2015-06-01T06:00:00Z';

  test('none before any of its steps has opened', () => {
    expect(moments(step('analisi', 'waiting', null, 'giunta'))).toEqual([]);
  });

  test('that it has opened, to everybody its steps name, each once', () => {
    expect(
      moments(step('analisi', 'open', AT, 'giunta', 'oiv'), step('analisi', 'waiting', null, 'giunta', 'dirigenti')),
    ).toEqual([['analisi', 'opened', 'giunta', 'oiv', 'dirigenti']]);
  });

  test('that it is concluded, once all its steps are over, those that were cancelled too', () => {
    expect(moments(step('analisi', 'done', AT, 'giunta'), step('analisi', 'late', AT, 'giunta'))).toHaveLength(1);
    expect(moments(step('analisi', 'done', AT, 'giunta'), step('analisi', 'cancelled', null, 'oiv'))).toEqual([
      ['analisi', 'opened', 'giunta', 'oiv'],
      ['analisi', 'concluded', 'giunta', 'oiv'],
    ]);
  });

  test('none of what was done before Ciclo: a phase opens by the first of its steps that is done here', () => {
    const [done, todo] = [onPaper(step('analisi', 'done', AT, 'giunta')), step('analisi', 'waiting', null, 'giunta')];
    expect(moments(done)).toEqual([]);
    expect(moments(done, todo)).toEqual([]);
    expect(moments(done, { ...todo, status: 'done', openedAt: AT })).toHaveLength(2);
  });

  test('none of a phase that names nobody beside who acts', () => {
    expect(moments(step('piano', 'done', AT))).toEqual([]);
  });
});
