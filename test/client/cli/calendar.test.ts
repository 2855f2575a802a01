import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { seedsFolder } from '../../../src/seeds/locate.js';
import { calendarOf } from '../../domain/calendar/ccms.js';
import { type Seen, ciclo as terminal } from './terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'ciclo-calendar-'));
const dlgs150 = join(seedsFolder(), 'calendars', 'dlgs150.yaml');

/** Runs `ciclo calendar …` as the terminal would. */
const ciclo = (...args: string[]): Promise<Seen> => terminal('calendar', ...args);

afterAll(() => rmSync(folder, { recursive: true }));

describe('ciclo calendar plan', () => {
  it('prints the calendar of 2027 as a table, with the deadlines that moved and the terms of law', async () => {
    const { code, out } = await ciclo('plan', '--entity', 'ccms', '--year', '2027');
    expect(code).toBe(0);
    expect(out).toContain('Camera di Commercio di Massa-Carrara: ciclo della performance 2027');
    expect(out).toMatch(/5 +Approvazione del Piano della Performance +Gen +sab 23\/01\/2027 +ven 29\/01\/2027 \* L/);
    expect(out).toMatch(
      /- da 31\/01\/2027 \(domenica\) a ven 29\/01\/2027: Approvazione del Piano della Performance\./,
    );
    expect(out).toMatch(/- resta 31\/01\/2027 \(domenica\): Pubblicazione/);
    expect(out).toContain('D.P.R. 254/2005, art. 5');
    for (const step of calendarOf(2027).steps) expect(out).toContain(`    ${step.id}\n`);
  });

  it('answers in JSON the very calendar a cycle runs on', async () => {
    const { code, out } = await ciclo('plan', '--entity', 'ccms', '--year', '2016', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(calendarOf(2016));
  });

  it('follows another template, and a budget the law has postponed', async () => {
    const args = ['plan', '--entity', 'ccms', '--year', '2027', '--template', 'piao', '--json'];
    const calendar = JSON.parse((await ciclo(...args, '--budget-term', '2027-03-31')).out);
    expect(calendar.template).toBe('piao');
    const approval = calendar.steps.find((s: { id: string }) => s.id === 'piano-approvazione');
    expect(approval.dueOn).toBe('2027-04-30');
  });

  it('writes iCalendar with two all-day events a step, the same text each time', async () => {
    const first = (await ciclo('plan', '--entity', 'ccms', '--year', '2016', '--ics')).out;
    const file = join(folder, 'ciclo.ics');
    const second = await ciclo('plan', '--entity', 'ccms', '--year', '2016', '--out', file);
    expect(second.out).toBe(`Calendario scritto in ${file}\n`);
    expect(readFileSync(file, 'utf8')).toBe(first);
    const uids = [...first.matchAll(/^UID:(.*)\r$/gm)].map((m) => m[1]);
    expect(uids.length).toBe(82);
    expect(new Set(uids).size).toBe(82);
    expect(first.match(/^SEQUENCE:[1-9]\d*\r$/gm)).toHaveLength(82);
    expect(uids).toContain('ccms.2016.piano-approvazione.scadenza@ciclo');
    const unfolded = first.replaceAll('\r\n ', '');
    expect(unfolded).toMatch(
      /UID:ccms\.2016\.piano-approvazione\.scadenza@ciclo.*?DTSTART;VALUE=DATE:20160129.*?SUMMARY:Scadenza: Approvazione del Piano della Performance/s,
    );
    expect(first.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it.each([
    [['--year', '2027'], /^Indicare l’ente/],
    [['--entity', 'ccms', '--year', '27'], /^--year: «27» non è un esercizio/],
    [
      ['--entity', 'roma', '--year', '2027'],
      /nessun file entity\.yaml descrive l’ente «roma» in seeds: ci sono «ccms»/,
    ],
    [
      ['--entity', 'ccms', '--year', '2027', '--template', 'camere'],
      /«camere» non esiste in seeds\/calendars: ci sono .*«dlgs150», .*«piao»/,
    ],
    [['--entity', 'ccms', '--year', '2027', '--ics', '--json'], /Scegliere un solo formato/],
    [
      ['--entity', 'ccms', '--year', '2027', '--budget-term', '32/03/2027'],
      /^--budget-term: «32\/03\/2027» non è una data/,
    ],
    [
      ['--entity', 'ccms', '--year', '2027', '--out', '/nowhere/at/all.json'],
      /^Il file \/nowhere\/at\/all\.json non si può scrivere/,
    ],
    [['--entity-file', '/nowhere.yaml', '--year', '2027'], /^\/nowhere\.yaml: non si può leggere/],
  ])('with %j ends with 2 and says why', async (args, reason) => {
    const { code, out, err } = await ciclo('plan', ...args);
    expect(code).toBe(2);
    // With --json what went wrong is the answer.
    expect(args.includes('--json') ? JSON.parse(out).error : err).toMatch(reason);
    expect(args.includes('--json') ? err : out).toBe('');
  });

  it('ends with 1 when the calendar is refused, with file, line and reason', async () => {
    const { code, err } = await ciclo('plan', '--entity', 'ccms', '--year', '2020', '--template', 'piao');
    expect(code).toBe(1);
    expect(err).toMatch(
      /^seeds\/calendars\/piao\.yaml:\d+: phases\.3\.steps\.4\.norms: alla scadenza di «piano-approvazione»/,
    );
    expect(err).toContain('Il calendario è rifiutato per 2 motivi.');
  });
});

describe('ciclo calendar check', () => {
  it('says that the templates of the seeds are sound', async () => {
    const { code, out } = await ciclo('check', dlgs150, '--entity', 'ccms', '--year', '2016', '2024');
    expect(code).toBe(0);
    expect(out).toContain('il modello è corretto. 41 attività, date provate per gli esercizi 2016, 2024.');
  });

  it('without a year tries the coming ones', async () => {
    const { code, out } = await ciclo('check', dlgs150);
    expect(code).toBe(0);
    expect(out).toMatch(/esercizi \d{4}(, \d{4}){4}\.$/m);
  });

  it.each([
    [
      'window: Giu-Ott',
      'window: Giu-Boh',
      1,
      /:\d+: phases\.0\.steps\.3\.window: tempi «Giu-Boh»: «Boh» non è il nome di un mese/,
    ],
    ['board: oiv', 'board: nucleo', 1, /«nucleo» non esiste nell’ente «ccms»/],
    ['due: 22 gennaio Y', 'due: 22 febbraio Y', 1, /esercizio 2024: il 22\/02\/2024 è fuori dai tempi «Gen»/],
    ['kind: publication', 'kind: pubblicazione', 2, /atteso uno fra task, approval/],
    ['phases:', 'fasi:', 2, /manca: atteso/],
  ] as const)('refuses «%s» become «%s»', async (from, to, expected, reason) => {
    const file = join(folder, 'spoiled.yaml');
    writeFileSync(file, readFileSync(dlgs150, 'utf8').replace(from, to));
    const { code, out, err } = await ciclo('check', file, '--entity', 'ccms', '--year', '2024');
    expect([code, out]).toEqual([expected, '']);
    expect(err).toMatch(reason);
  });
});
