import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { calendarChanges } from '../../../../src/client/pages/plan/supposed-dates.js';
import { createConsole } from '../../../../src/client/system/app.js';
import { actualAtTarget } from '../../../../src/domain/achievement/at-target.js';
import { planCalendar } from '../../../../src/domain/calendar/plan-calendar.js';
import { redateStep } from '../../../../src/domain/calendar/redate-step.js';
import type { CivilDate } from '../../../../src/domain/calendar/types.js';
import { workingDays } from '../../../../src/domain/calendar/working-days.js';
import { romeDate } from '../../../../src/domain/calendar/zone.js';
import { entityOf } from '../../../../src/register/entities.js';
import { stepOf } from '../../../../src/register/steps.js';
import { loadTemplate } from '../../../../src/seeds/calendar.js';
import { italianDay, italianPercent } from '../../../../src/words/format.js';
import { bodiesOnFile } from '../../../setup/bodies.js';
import { consoleParts } from '../parts.js';
import { aHalfRunSite, rowOf, textOf } from '../site.js';

const WHAT_IF = '/cicli/ccms/2016/ipotesi';
const site = aHalfRunSite('2016-09-20');
let get: (path: string) => Promise<Response>;

beforeAll(() => {
  const created = createConsole({
    ...consoleParts(),
    register: site.register,
    clock: () => site.run.now,
    calendarOf: bodiesOnFile().calendar,
    log: { line: () => undefined },
  });
  created.stop();
  get = async (path) => created.app.request(path);
});

const page = async (path: string, search: Readonly<Record<string, string>>, status = 200): Promise<string> => {
  const answer = await get(`${path}?${new URLSearchParams(search)}`);
  expect(answer.status).toBe(status);
  return answer.text();
};
const results = (search: Readonly<Record<string, string>>, status = 200) =>
  page(`${WHAT_IF}/risultati`, search, status);

/** How many rows every table of the register has. */
async function rowCounts(): Promise<Readonly<Record<string, number>>> {
  const { db, schema } = site.register;
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = ${schema} and table_type = 'BASE TABLE'`.execute(
    db,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.id(schema, name)}`.execute(db);
    counts[name] = rows[0]?.n ?? -1;
  }
  return counts;
}

/** The two figures of the whole body, now and with the hypotheses. */
const totals = (html: string): readonly string[] =>
  [...html.matchAll(/class="ciclo-figure"><strong>(.*?)<\/strong>/g)].map((m) => m[1] ?? '');

describe('if a date were another', () => {
  test('an extension shows the deadline and the notices the workflow would plan', async () => {
    const step = await stepOf(site.register.db, 'ccms/2016', 'monitoraggio-3');
    const entity = await entityOf(site.register.db, 'ccms');
    if (step === undefined || entity === undefined) throw new Error('no step');
    const due = '2017-02-18';
    const expected = redateStep(step.planned, due, {
      policy: entity.notices,
      days: workingDays(entity.patronSaint),
      decidedOn: romeDate(site.run.now),
    });
    const html = await page(WHAT_IF, { attivita: 'monitoraggio-3', scadenza: due });
    const row = rowOf(html, step.planned.title);
    expect(row).toContain(`scade il ${italianDay(expected.dueOn)}`);
    for (const notice of expected.notices.filter((n) => n.kind !== 'opening'))
      expect(row).toContain(italianDay(notice.on));
    expect(textOf(html)).toContain('Attività che aspettano questa');
  });

  test('is read as offices write it, and what is no day stays in its field', async () => {
    const shown = textOf(await page(WHAT_IF, { attivita: 'monitoraggio-3', scadenza: '18/2/2017' }));
    expect(shown).toContain('il giorno chiesto, 18/02/2017, non è lavorativo');
    const wrong = await page(WHAT_IF, { attivita: 'monitoraggio-3', scadenza: '31 febbraio' }, 422);
    expect(wrong).toMatch(/<input id="scadenza"[^>]*type="text" value="31 febbraio"/);
  });

  test('another term for the budget moves what the norm ties to it, of what has not ended', () => {
    const template = loadTemplate('seeds/calendars/piao.yaml');
    if (!template.ok) throw new Error('no template');
    const planned = (budgetTerm?: CivilDate) => {
      const entity = { ...bodiesOnFile().entity('ccms'), template: 'piao' };
      const calendar = planCalendar(template.value.value, { entity, exercise: 2024, budgetTerm });
      if (!calendar.ok) throw new Error(calendar.error.map((p) => p.message).join());
      return calendar.value;
    };
    const steps = planned().steps.map((step) => ({
      id: step.id,
      planned: step,
      status: step.id === 'piano-pubblicazione' ? ('done' as const) : ('waiting' as const),
      dueOn: step.dueOn,
    }));
    const changes = calendarChanges(planned(), planned('2024-03-15'), steps, '2024-01-10');
    const of = (id: string) => changes.find((change) => change.step.id === id);
    expect(of('piano-approvazione')).toMatchObject({ now: { dueOn: '2024-01-31' }, would: { dueOn: '2024-04-12' } });
    expect(of('piano-approvazione')?.added.length).toBeGreaterThan(0);
    expect(of('piano-pubblicazione')).toMatchObject({ gone: [], added: [] });
    expect(of('analisi-contesto')).toBeUndefined();
  });

  test.each([
    [{ attivita: 'monitoraggio-3', scadenza: 'presto' }, '«presto» non è una data'],
    [{ attivita: 'niente', scadenza: '2017-03-01' }, 'manca l’attività'],
    [{ attivita: 'monitoraggio-3', scadenza: '2016-01-01' }, 'la nuova scadenza è prima del'],
    [{ attivita: 'monitoraggio-1', scadenza: '2017-03-01' }, 'l’attività è conclusa'],
    [{ preventivo: '2016-04-30' }, 'nessuna scadenza segue il differimento del bilancio'],
  ])('%o can not be supposed, and why', async (search, why) => {
    expect(textOf(await page(WHAT_IF, search, 422))).toContain(why);
  });
});

describe('if targets, weights or values were others', () => {
  test('without hypotheses nothing is shown as changed', async () => {
    expect(textOf(await results({}))).not.toContain('Con le ipotesi');
  });

  test('all missing at the target never gives less than none at it, and both fill the coverage', async () => {
    const [all, none] = await Promise.all(
      ['target', 'none'].map((mancanti) => results({ mancanti, monitoraggio: 'monitoraggio-2' })),
    );
    const figure = (html = ''): number => Number((totals(html)[1] ?? '').replace('%', '').replace(',', '.'));
    expect(figure(all)).toBeGreaterThan(figure(none));
    expect(totals(all ?? '')[0]).toBe(totals(none ?? '')[0]);
    expect(textOf(all ?? '')).toContain('valore supposto');
  });

  test('what it shows as it is now is what the checkpoint was computed as', async () => {
    const row = await site.register.db
      .selectFrom('rollupResults as r')
      .innerJoin('assessments as a', 'a.id', 'r.assessment')
      .select('r.achievement')
      .where('a.cycle', '=', 'ccms/2016')
      .where('a.checkpoint', '=', 'monitoraggio-1')
      .where('r.node', '=', 'entity')
      .orderBy('a.id', 'desc')
      .executeTakeFirstOrThrow();
    const html = await results({ monitoraggio: 'monitoraggio-1', mancanti: 'target' });
    expect(totals(html)[0]).toBe(italianPercent(row.achievement ?? ''));
  });

  test('a harder target, another weight and a typed value show before and after with their computation', async () => {
    const html = await results({
      monitoraggio: 'monitoraggio-1',
      c1: '1.1.1-01',
      t1: 'almeno 500',
      p1: '20',
      v1: '10',
    });
    const row = rowOf(html, '1.1.1-01');
    expect(row).toContain('target «almeno 500»');
    expect(row).toContain('a 20%');
    expect(row).toContain('Formula');
    expect(row).toContain('500');
    const [before, after] = totals(html);
    expect(after).not.toBe(before);
    expect(textOf(html)).toContain('gli indicatori sommano a');
  });

  test('a target with several readings is asked by their sentences, in the address alone', async () => {
    const search = { monitoraggio: 'monitoraggio-1', c1: '1.1.1-01', t1: '30 o 40' };
    const html = await results(search, 422);
    expect(textOf(html)).toContain('si può leggere in più modi');
    const [, value] = /type="radio"[^>]*name="l1" value="(\d)"/.exec(html) ?? [];
    expect(value).toBeDefined();
    const chosen = await results({ ...search, l1: value ?? '', r1: search.t1 });
    expect(rowOf(chosen, '1.1.1-01')).toContain('target «30 o 40»');
    await results({ ...search, l1: value ?? '', r1: 'un altro testo' }, 422);
  });

  test.each([
    [{ c1: '9.9.9-99', t1: '≥ 1' }, 'il Piano non ha un indicatore «9.9.9-99»'],
    [{ c1: '', t1: '≥ 1' }, 'manca il codice'],
    [{ c1: '1.1.1-01' }, 'scrivere un nuovo target'],
    [{ c1: '1.1.1-01', p1: 'tanto' }, '«tanto» non è un peso'],
    [{ c1: '1.1.1-01', v1: 'boh' }, '«boh» non è un valore'],
    [{ c1: '1.1.1-01', t1: '-' }, 'non si può misurare'],
    [{ c1: '1.1.1-01', t1: '≥ 1', c2: '1.1.1-01', t2: '≥ 2' }, 'è scritto due volte'],
  ])('%o can not be supposed, and why', async (search, why) => {
    const html = await results(search, 422);
    expect(textOf(html)).toContain(why);
    expect(totals(html)).toEqual([]);
  });
});

test('whatever is supposed, nothing is written: no table has a row more or less', async () => {
  const before = await rowCounts();
  expect(before.log).toBeGreaterThan(10);
  await page(WHAT_IF, { attivita: 'monitoraggio-3', scadenza: '2017-03-01' });
  await page(WHAT_IF, { preventivo: '2016-04-30' }, 422);
  await results({ mancanti: 'target' });
  await results({ mancanti: 'none', c1: '1.1.1-01', t1: '≥ 99', p1: '30', v1: '3' });
  await results({ c1: 'x', t1: 'y' }, 422);
  expect(await rowCounts()).toEqual(before);
});

test.each([
  [
    { kind: 'threshold', operator: '>=', value: '25', unit: { kind: 'number' }, direction: 'more-is-better' },
    { kind: 'number', value: '25' },
  ],
  [{ kind: 'threshold', operator: '>', value: '25', unit: { kind: 'number' }, direction: 'more-is-better' }, undefined],
  [
    { kind: 'by-date', by: '2016-06-30', strict: true },
    { kind: 'date', on: '2016-06-29' },
  ],
  [
    { kind: 'yes-no', expected: false },
    { kind: 'yes-no', value: false },
  ],
] as const)('the value at the target of %o', (reading, expected) => {
  expect(actualAtTarget(reading)).toEqual(expected);
});
