import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { planCalendar } from '../../../src/domain/calendar/plan-calendar.js';
import { DEFAULT_NOTICE_POLICY } from '../../../src/domain/calendar/plan-notices.js';
import { checkEntity } from '../../../src/domain/check-entity.js';
import { everHeldBy, knowsRole } from '../../../src/domain/entity.js';
import { findTemplate, templateIds } from '../../../src/seeds/calendar.js';
import { entityFiles, findEntity, loadEntity, parseEntity } from '../../../src/seeds/entity.js';
import { seedsFolder } from '../../../src/seeds/locate.js';
import { loadPolicy } from '../../../src/seeds/policy.js';
import { ccms, stepOf, templateOf, unwrap } from './ccms.js';

const SOUND = `id: ente
name: Ente di prova
seat: Massa
patronSaint: { name: San Francesco, month: 10, day: 4 }
template: dlgs150
policy: smvp
head: segretario
offices:
  - { id: protocollo, title: Protocollo }
roles:
  - { id: segretario, title: Segretario }
  - { id: segreteria, title: Segreteria }
  - { id: giunta, title: Giunta, board: true, recordedBy: segreteria }
  - { id: cittadini, title: Cittadini, external: true }
people:
  - { id: a.rossi, name: Anna Rossi, email: a.rossi@ente.example, holds: [{ role: segretario }] }
  - { id: b.verdi, name: Bice Verdi, email: b.verdi@ente.example, offices: [protocollo], manager: a.rossi, holds: [{ role: segreteria }] }
substitutes:
  - { absent: a.rossi, substitute: b.verdi, from: 2016-08-01, to: 2016-08-31, reason: Ferie }
`;

function refusals(source: string): string[] {
  const parsed = parseEntity('ente.yaml', source);
  return parsed.ok ? [] : parsed.error.map((e) => `${e.line} ${e.field}: ${e.message}`);
}

describe('Massa-Carrara', () => {
  it('sits in Carrara and keeps the day of San Ceccardo', () => {
    expect([ccms.id, ccms.seat, ccms.patronSaint]).toEqual([
      'ccms',
      'Carrara',
      { name: 'San Ceccardo', month: 6, day: 16 },
    ]);
    expect([ccms.template, ccms.policy]).toEqual(['dlgs150', 'smvp-2016']);
  });

  it('has somebody who answers for every office the plan names', () => {
    const folder = join(seedsFolder(), 'massa-carrara-2016', 'plan');
    const text = ['scorecard.yaml', 'sheets.yaml'].map((f) => readFileSync(join(folder, f), 'utf8')).join('\n');
    const named = new Set([
      ...[...text.matchAll(/\boffice: ([a-z-]+)/g)].map((m) => m[1] ?? ''),
      ...[...text.matchAll(/\boffices: \[([^\]]*)\]/g)].flatMap((m) => (m[1] ?? '').split(',').map((o) => o.trim())),
    ]);
    expect(named.size).toBeGreaterThan(8);
    expect([...named].filter((o) => everHeldBy(ccms, `ufficio:${o}`).length === 0)).toEqual([]);
  });

  it('has invented people at addresses that reach nobody', () => {
    expect(ccms.people.length).toBeGreaterThanOrEqual(15);
    for (const p of ccms.people) expect(p.email).toBe(`${p.id}@ccms.example`);
  });

  it('records decisions by people who prepare nothing', () => {
    const preparers = ['segretario-generale', 'controllo-gestione'].flatMap((r) => everHeldBy(ccms, r));
    const recorders = ['segreteria-giunta', 'segreteria-consiglio', 'oiv'].flatMap((r) => everHeldBy(ccms, r));
    expect(recorders.filter((p) => preparers.includes(p))).toEqual([]);
    const standIns = ccms.substitutes.filter((s) => recorders.includes(s.absent)).map((s) => s.substitute);
    expect(standIns.filter((p) => preparers.includes(p))).toEqual([]);
  });

  it('has substitutes with a period, some for everything and some for one task', () => {
    expect(ccms.substitutes.map((s) => s.scope)).toEqual([
      undefined,
      ['ufficio:ufficio-protesti-agricoltura-brevetti'],
      ['segreteria-giunta'],
    ]);
  });

  it('knows roles and offices by name', () => {
    expect(knowsRole(ccms, 'giunta')).toBe(true);
    expect(knowsRole(ccms, 'ufficio:isr')).toBe(true);
    expect(knowsRole(ccms, 'isr')).toBe(false);
    expect(knowsRole(ccms, 'ufficio:giunta')).toBe(false);
  });
});

describe('what an entity chooses of its calendar', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ciclo-entity-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const [file, beside] = [join(folder, 'entity.yaml'), join(folder, 'calendar.yaml')];
  const load = (entity: string, calendar: string) => {
    writeFileSync(file, entity);
    writeFileSync(beside, calendar);
    const loaded = loadEntity(file);
    return loaded.ok ? loaded.value.value : loaded.error.map((e) => `${e.file}:${e.line} ${e.message}`);
  };
  const bare = SOUND.replace('template: dlgs150\n', '');

  it('may stand in a file beside it', () => {
    const choices = 'template: piao\nnotices: { late: [2] }\nbudgetTerms: [{ exercise: 2027, term: 2027-03-31 }]\n';
    expect(load(bare, choices)).toMatchObject({
      template: 'piao',
      notices: { ...DEFAULT_NOTICE_POLICY, late: [2] },
      budgetTerms: [{ exercise: 2027, term: '2027-03-31' }],
    });
  });

  it.each([
    [
      'said in both files',
      SOUND,
      'template: piao\n',
      () => `${beside}:1 «template» è già in ${file}: va detto in un solo file`,
    ],
    [
      'said nowhere',
      bare,
      'budgetTerms: []\n',
      () => `${file}:1 manca il modello di calendario dell’ente (template), qui o in calendar.yaml accanto`,
    ],
    ['misspelt', bare, 'template: piao\nmodello: piao\n', () => `${beside}:1 campo non previsto: modello`],
    [
      'given twice for one exercise',
      SOUND,
      'budgetTerms:\n  - { exercise: 2027, term: 2027-03-31 }\n  - { exercise: 2027, term: 2027-04-30 }\n',
      () => `${beside}:3 l’esercizio 2027 è già nell’elenco`,
    ],
  ])('is refused when %s', (_, entity, calendar, expected) => {
    expect(load(entity, calendar)).toEqual([expected()]);
  });

  it('moves the deadlines of the exercise it speaks of, and of no other', () => {
    const entity = { ...ccms, budgetTerms: [{ exercise: 2027, term: '2027-03-31' as const }] };
    const due = (exercise: number) =>
      stepOf(unwrap(planCalendar(templateOf('piao'), { entity, exercise })), 'piano-approvazione').nominalDueOn;
    expect([due(2026), due(2027), due(2028)]).toEqual(['2026-01-31', '2027-04-30', '2028-01-31']);
  });

  it('writes to people as its own SMVP says', () => {
    const { at: _, ...numbers } = ccms.notices;
    expect(unwrap(loadPolicy(join(seedsFolder(), 'policies', 'smvp-2016.yaml'))).value.notices).toEqual(numbers);
  });
});

describe('an entity', () => {
  it('that holds together is accepted, with the usual notices when it says nothing of them', () => {
    const entity = unwrap(parseEntity('ente.yaml', SOUND)).value;
    expect(checkEntity(entity)).toEqual([]);
    expect(entity.notices).toEqual(DEFAULT_NOTICE_POLICY);
    expect(entity.people[1]?.holds).toEqual([{ role: 'segreteria' }]);
  });

  it('may change some notices and keep the others', () => {
    const entity = unwrap(parseEntity('ente.yaml', `${SOUND}notices: { at: "08:30", reminders: [5] }\n`)).value;
    expect(entity.notices).toEqual({
      ...DEFAULT_NOTICE_POLICY,
      at: { hour: 8, minute: 30, second: 0 },
      reminders: [5],
    });
  });

  it.each([
    [
      'an office twice',
      '  - { id: protocollo, title: Protocollo }',
      '$&\n$&',
      '10 offices.1.id: l’ufficio «protocollo» è già presente nell’elenco',
    ],
    [
      'a person twice',
      'id: b.verdi, name',
      'id: a.rossi, name',
      '17 people.1.id: la persona «a.rossi» è già presente nell’elenco',
    ],
    [
      'a role twice',
      'id: segreteria, title',
      'id: segretario, title',
      '12 roles.1.id: il ruolo «segretario» è già presente nell’elenco',
    ],
    [
      'an address twice',
      'b.verdi@ente.example',
      'A.Rossi@ente.example',
      '17 people.1.email: l’indirizzo «A.Rossi@ente.example» è già di «a.rossi»',
    ],
    [
      'an unknown role',
      'role: segreteria }',
      'role: sindaco }',
      '17 people.1.holds.0.role: il ruolo «sindaco» non esiste nell’ente',
    ],
    [
      'an unknown office',
      'offices: [protocollo]',
      'offices: [anagrafe]',
      '17 people.1.offices.0: l’ufficio «anagrafe» non esiste nell’ente',
    ],
    [
      'an unknown manager',
      'manager: a.rossi',
      'manager: c.neri',
      '17 people.1.manager: il responsabile «c.neri» non è tra le persone dell’ente',
    ],
    [
      'a circle of managers',
      'email: a.rossi@ente.example,',
      '$& manager: b.verdi,',
      '16 people.0.manager: la catena dei responsabili è circolare: a.rossi → b.verdi → a.rossi',
    ],
    [
      'an outsider who holds a role',
      'role: segreteria }',
      'role: cittadini }',
      '17 people.1.holds.0.role: il ruolo «cittadini» è esterno: nessuno può ricoprirlo',
    ],
    [
      'a head nobody is',
      'head: segretario',
      'head: presidente',
      '7 head: il ruolo di vertice «presidente» non esiste nell’ente',
    ],
    [
      'a head that is vacant',
      'head: segretario',
      'head: cittadini',
      '7 head: nessuno ricopre il ruolo di vertice «cittadini»',
    ],
    [
      'a board without a recorder',
      ', recordedBy: segreteria',
      '',
      '13 roles.2: l’organo «giunta» non dice chi ne registra le delibere (recordedBy)',
    ],
    [
      'a recorder that does not exist',
      'recordedBy: segreteria',
      'recordedBy: notaio',
      '13 roles.2.recordedBy: il ruolo «notaio» non esiste nell’ente',
    ],
    [
      'a recorder that is vacant',
      'recordedBy: segreteria',
      'recordedBy: cittadini',
      '13 roles.2.recordedBy: nessuno ricopre «cittadini», che registra le delibere di «giunta»',
    ],
    [
      'decisions recorded for no board',
      ', board: true',
      '',
      '13 roles.2.recordedBy: «giunta» non è un organo: le delibere sono solo degli organi',
    ],
    [
      'a substitute nobody is',
      'substitute: b.verdi',
      'substitute: c.neri',
      '19 substitutes.0.substitute: «c.neri» non è tra le persone dell’ente',
    ],
    [
      'a person in their own place',
      'substitute: b.verdi',
      'substitute: a.rossi',
      '19 substitutes.0.substitute: «a.rossi» non può sostituire se stesso',
    ],
    [
      'a substitution that ends first',
      'to: 2016-08-31',
      'to: 2016-07-31',
      '19 substitutes.0.to: la sostituzione finisce (2016-07-31) prima di cominciare (2016-08-01)',
    ],
    [
      'a substitution for nothing known',
      'reason: Ferie',
      'scope: [giunta, sindaco], $&',
      '19 substitutes.0.scope.1: il ruolo o ufficio «sindaco» non esiste nell’ente',
    ],
    [
      'a term that ends first',
      '{ role: segreteria }',
      '{ role: segreteria, from: 2016-02-01, to: 2016-01-01 }',
      '17 people.1.holds.0.to: il periodo finisce (2016-01-01) prima di cominciare (2016-02-01)',
    ],
    [
      'a saint of no day',
      'month: 10, day: 4',
      'month: 2, day: 30',
      '4 patronSaint.day: il giorno non esiste in quel mese',
    ],
    [
      'a day that does not exist',
      'from: 2016-08-01',
      'from: 2016-02-30',
      '19 substitutes.0.from: il giorno «2016-02-30» non esiste nel calendario',
    ],
    [
      'an address that is none',
      'b.verdi@ente.example',
      'b.verdi',
      '17 people.1.email: atteso un indirizzo di posta elettronica, trovato «b.verdi»',
    ],
    ['no name', 'name: Ente di prova\n', '', '1 name: manca: atteso un testo'],
    ['a field nobody knows', 'seat: Massa', 'seat: Massa\nsede: Massa', '1 : campo non previsto: sede'],
    [
      'notices at night',
      'policy: smvp\n',
      'policy: smvp\nnotices: { at: "07:59" }\n',
      '7 notices.at: atteso un orario tra 08:00 e 18:00, per esempio "09:00", trovato «07:59»',
    ],
  ])('with %s is refused with line, field and reason', (_, from, to, expected) => {
    expect(SOUND).toContain(from);
    expect(refusals(SOUND.replace(from, to))).toContain(expected);
  });
});

describe('the seeds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ciclo-seeds-'));
  mkdirSync(join(folder, 'ente'));
  mkdirSync(join(folder, 'calendars'));
  writeFileSync(join(folder, 'ente', 'entity.yaml'), SOUND);
  writeFileSync(join(folder, 'calendars', 'mio.yaml'), 'id: altro\n');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are found beside the program, or where CICLO_SEEDS says', () => {
    expect(seedsFolder({})).toMatch(/\/seeds$/);
    expect(seedsFolder({ CICLO_SEEDS: folder })).toBe(folder);
    expect(entityFiles(folder)).toEqual([join(folder, 'ente', 'entity.yaml')]);
    expect(templateIds()).toEqual(expect.arrayContaining(['comune', 'dlgs150', 'piao']));
  });

  it('name the entities they have when asked for another', () => {
    expect(unwrap(findEntity('ente', folder)).value.name).toBe('Ente di prova');
    const missing = findEntity('roma', folder);
    expect(missing.ok ? '' : missing.error[0]?.message).toContain('ci sono «ente»');
  });

  it('name the templates that can be had, theirs and the program’s, when asked for another, and take no path for a name', () => {
    const missing = findTemplate('camere', folder);
    expect(missing.ok ? '' : missing.error[0]?.message).toMatch(/ci sono .*«dlgs150», .*«mio», .*«piao»/);
    expect(findTemplate('../ente/entity', folder).ok).toBe(false);
  });
});
