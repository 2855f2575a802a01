import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import type { RehearsalEvent } from '../../../src/client/rehearsal/rehearsal-event.js';
import { rehearsalSentences } from '../../../src/client/rehearsal/sentences.js';
import { type ServingEvent, servingSentences } from '../../../src/client/system/serving-event.js';
import { collectedTeller, teller } from '../../../src/client/system/telling.js';
import type { CivilDate } from '../../../src/domain/calendar/types.js';
import { seen } from '../cli/terminal.js';

const on = '2016-05-02' as CivilDate;
const OPENED: RehearsalEvent = {
  event: 'logged',
  on,
  action: 'step-opened',
  subject: 'Primo monitoraggio',
  step: 'monitoraggio-1',
  title: 'Primo monitoraggio',
  actor: 'sistema',
  detail: { dueOn: '2016-05-15' },
};

describe('a running system', () => {
  test('tells programs one object a line on the standard output, and its progress beside it', async () => {
    const { out, err } = await seen(async () => {
      const { tell, log } = teller(true, rehearsalSentences);
      await log.during('Creazione della base dati', async () => tell(OPENED));
      tell({ event: 'stopped' });
    });
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([OPENED, { event: 'stopped' }]);
    expect(err).toContain('Creazione della base dati: fatto');
  });

  test('tells people sentences, all in one place', async () => {
    const { out, err } = await seen(async () => {
      const { tell, log } = teller(false, rehearsalSentences);
      log.line('Si comincia.');
      tell(OPENED);
    });
    expect([out, err]).toEqual(['Si comincia.\n02/05/2016  Primo monitoraggio: aperta\n', '']);
  });
});

test('a collector of logs hears everything as one object a line, progress too', async () => {
  const lines: string[] = [];
  const journal = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const { tell, log } = collectedTeller(journal, servingSentences);
  log.line('Si comincia.');
  await log.during('Creazione della base dati', async () => undefined);
  tell({ event: 'console-ready', console: 'http://localhost:8150' });
  const told = lines.map((line) => JSON.parse(line));
  expect(told.map(({ msg }) => msg)).toEqual([
    'Si comincia.',
    'Creazione della base dati…',
    expect.stringContaining('Creazione della base dati: fatto'),
    'Console: http://localhost:8150. Ctrl-C per fermare.',
  ]);
  expect(told.at(-1)).toMatchObject({ event: 'console-ready', console: 'http://localhost:8150', level: 30 });
});

describe('a rehearsal, for people', () => {
  const sentence = (told: RehearsalEvent): string => rehearsalSentences(told).join('\n');

  test('says its addresses and its speed', () => {
    const ready = sentence({
      event: 'ready',
      entity: 'ccms',
      exercise: 2016,
      space: 'prova_1',
      simulated: true,
      console: 'http://localhost:8150',
      mailbox: 'http://localhost:8150/posta',
      temporal: 'http://localhost:8233',
      speed: 273_600,
    });
    for (const part of ['simulati', 'http://localhost:8150/posta', 'http://localhost:8233', '3,2 giorni']) {
      expect(ready).toContain(part);
    }
  });

  test('says who decided, with which act, and why', () => {
    const decided: RehearsalEvent = {
      ...OPENED,
      action: 'decision-rejected',
      actor: 'rosalba.ceccarini',
      who: 'Rosalba Ceccarini',
      detail: { actNumber: '12', remarks: 'mancano i pesi' },
    };
    expect(sentence(decided)).toBe(
      '02/05/2016  Primo monitoraggio: respinto con osservazioni (Rosalba Ceccarini) – atto n. 12 – «mancano i pesi»',
    );
  });

  test('counts what is open and names what is late', () => {
    const late = [{ step: 'monitoraggio-1', title: 'Primo monitoraggio' }];
    const state: RehearsalEvent = { event: 'state', on, phase: 'Monitoraggio', open: ['a', 'b'], late, mailsSent: 9 };
    expect(sentence(state)).toMatch(/fase Monitoraggio · attività aperte 2 · mail inviate 9 · in ritardo: Primo monit/);
  });

  test('says that the console stays only when it does', () => {
    expect(sentence({ event: 'ended', console: 'http://c', staysOpen: true })).toContain('resta aperta su http://c');
    expect(sentence({ event: 'ended', console: 'http://c', staysOpen: false })).toBe('');
  });
});

test('a system in real time says where mail stays when it does not leave', () => {
  const serving: ServingEvent = { event: 'serving', console: 'http://c', entities: [{ id: 'ccms', name: 'Camera' }] };
  expect(servingSentences(serving).join('\n')).not.toContain('SMTP_URL');
  const kept = servingSentences({ ...serving, mailbox: '/dati/mailbox' }).join('\n');
  expect(kept).toMatch(/in servizio per Camera[\s\S]*SMTP_URL[\s\S]*\/dati\/mailbox/);
});
