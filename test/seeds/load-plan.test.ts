import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { loadPlan } from '../../src/seeds/plan.js';
import { loadBeside } from '../../src/seeds/plan-beside.js';
import { formatSeedError } from '../../src/seeds/read-yaml.js';
import { loadSeries } from '../../src/seeds/series.js';
import { read, SEED, seedPlan } from '../domain/plan/seed.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ciclo-plan-'));
  for (const part of ['plan', 'series']) cpSync(join(SEED, part), join(folder, part), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Replaces the first occurrence of `from`, and says on which line it was. */
function spoil(file: string, from: string, to: string): number {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const at = text.indexOf(from);
  if (at < 0) throw new Error(`«${from}» is not in ${file}`);
  writeFileSync(path, text.slice(0, at) + to + text.slice(at + from.length));
  return text.slice(0, at).split('\n').length;
}

function errors(): readonly string[] {
  const loaded = loadPlan(folder);
  return loaded.ok ? [] : loaded.error.map((e) => formatSeedError({ ...e, file: e.file.slice(folder.length + 1) }));
}

describe('a wrong plan is refused with file, line, field and what was expected', () => {
  test.each([
    [
      'plan/scorecard.yaml',
      '2016: "almeno 25"',
      '2016: 25',
      'targets.2016: atteso un testo tra virgolette, come scritto nel documento, trovato il numero 25',
    ],
    [
      'plan/scorecard.yaml',
      'weight: 6,00%',
      'weight: 6%%',
      'weight: atteso una percentuale all’italiana, per esempio 6,00%, trovato «6%%»',
    ],
    ['plan/scorecard.yaml', 'office: isr', 'uffici: isr', 'campo non previsto: uffici'],
    [
      'plan/scorecard.yaml',
      '  - code: "1"',
      '  - code: 1',
      'areas.0.code: atteso un codice tra virgolette, per esempio "1", trovato il numero 1',
    ],
    [
      'plan/sheets.yaml',
      'total: 250.000,00',
      'total: 250000',
      'resources.total: atteso un importo all’italiana con i centesimi, per esempio 1.250,00, trovato il numero 250000',
    ],
    ['plan/sheets.yaml', '    offices: [isr]\n', '', 'sheets.0.offices: manca: atteso un elenco'],
    [
      'plan/individual.yaml',
      'code: SG-1\n',
      'code: SG1\n',
      'individual.0.code: atteso un codice tra virgolette, per esempio "SG-1", trovato «SG1»',
    ],
    [
      'plan/budget.yaml',
      'level: programme',
      'level: programma',
      'budget.totals.0.level: atteso uno fra programme, objective, area, total, trovato «programma»',
    ],
    [
      'plan/plan.yaml',
      'date: 2016-09-08',
      'date: 8/9/2016',
      'approval.date: atteso una data nella forma AAAA-MM-GG, per esempio 2016-01-31, trovato «8/9/2016»',
    ],
    [
      'plan/plan.yaml',
      'date: 2016-09-08',
      'date: 2016-02-30',
      'approval.date: il giorno «2016-02-30» non esiste nel calendario',
    ],
    [
      'plan/plan.yaml',
      'exercise: 2016',
      'exercise: duemilasedici',
      'exercise: atteso un anno di quattro cifre, per esempio 2016, trovato «duemilasedici»',
    ],
  ])('%s: %s', (file, from, to, expected) => {
    const line = spoil(file, from, to);
    const all = errors();
    expect(all.some((e) => e.endsWith(expected))).toBe(true);
    const said = all.find((e) => e.endsWith(expected)) ?? '';
    expect(said.startsWith(`${file}:`)).toBe(true);
    if (!from.endsWith('\n') || to !== '') {
      expect(Math.abs(Number(said.split(':')[1]) - line)).toBeLessThanOrEqual(to.startsWith('uffici') ? 10 : 0);
    }
  });

  test('YAML that can not be parsed is named with its line', () => {
    const line = spoil('plan/sheets.yaml', 'sheets:', 'sheets: [');
    expect(errors()[0]).toMatch(/^plan\/sheets.yaml:\d+: YAML non valido/);
    expect(line).toBe(3);
  });

  test('levels deeper than can be read are said once, in the same words whoever reads', () => {
    spoil('plan/sheets.yaml', 'sheets:', `sheets: ${'['.repeat(20_000)}`);
    const deeper = (levels: number): readonly string[] => (levels === 0 ? errors() : deeper(levels - 1));
    expect(errors()).toEqual(['plan/sheets.yaml:3: YAML non valido: i dati sono annidati troppo a fondo']);
    expect(deeper(1_000)).toEqual(errors());
  });

  test('errors of several files come together', () => {
    spoil('plan/sheets.yaml', 'total: 250.000,00', 'total: tanto');
    spoil('plan/plan.yaml', 'entity: ccms', 'entity: Camera di Commercio');
    expect(errors().map((e) => e.split(':')[0])).toEqual(['plan/plan.yaml', 'plan/sheets.yaml']);
  });

  test.each([
    [
      'plan/scorecard.yaml',
      'code: 1.2.1-01',
      'code: 1.1.1-01',
      'il codice 1.1.1-01 è già usato: ogni codice deve essere unico nel piano',
    ],
    [
      'plan/scorecard.yaml',
      'perspective: imprese-consumatori-territorio',
      'perspective: altra',
      'prospettiva sconosciuta «altra»',
    ],
    [
      'plan/sheets.yaml',
      'repeats: 1.1.1-01',
      'repeats: 1.1.1-99',
      '«1.1.1-99» non è il codice di un indicatore del cruscotto',
    ],
    [
      'plan/plan.yaml',
      'indicators: [2.1.4-04]',
      'indicators: [2.1.4-09]',
      '«2.1.4-09» non è il codice di un indicatore del cruscotto',
    ],
  ])('a reference that leads nowhere: %s, %s', (file, from, to, message) => {
    const line = spoil(file, from, to);
    const [first = ''] = errors();
    expect(first.startsWith(`${file}:${line}: `)).toBe(true);
    expect(first).toContain(message);
  });

  test('a folder without plan.yaml, a path that is not there', () => {
    rmSync(join(folder, 'plan/plan.yaml'));
    expect(errors()).toEqual(['plan: manca il file plan.yaml con ente, esercizio, titolo e prospettive']);
    expect(loadPlan(join(folder, 'nulla')).ok).toBe(false);
  });

  test('a plan without areas', () => {
    rmSync(join(folder, 'plan/scorecard.yaml'));
    expect(errors()[0]).toContain('il piano non ha aree strategiche');
  });

  test('a section written twice', () => {
    writeFileSync(
      join(folder, 'plan/plan.yaml'),
      `${readFileSync(join(folder, 'plan/plan.yaml'), 'utf8')}\nindividual: []\n`,
    );
    expect(errors()).toEqual([expect.stringContaining('la sezione individual è già in')]);
  });
});

describe('a plan may be one file', () => {
  test('all sections under one heading give the same plan', () => {
    const parts = readdirSync(join(folder, 'plan')).map((f) => readFileSync(join(folder, 'plan', f), 'utf8'));
    const file = join(folder, 'intero.yaml');
    writeFileSync(file, parts.join('\n'));
    expect(read(loadPlan(file)).plan).toEqual(seedPlan());
  });

  test('the smallest plan: a heading and one area', () => {
    const indicator = { code: '1.1.1-01', name: 'Incontri', office: 'isr', targets: { 2024: '3' }, source: 'p. 1' };
    const programme = { code: '1.1.1', title: 'Incontrare', indicators: [indicator], source: 'p. 1' };
    const objective = {
      code: '1.1',
      title: 'Fare',
      weights: [{ perspective: 'utenti', weight: '100%' }],
      programmes: [programme],
      source: 'p. 1',
    };
    const file = join(folder, 'minimo.yaml');
    const area = { code: '1', title: 'Area', objectives: [objective], source: 'p. 1' };
    writeFileSync(
      file,
      stringify({
        entity: 'ente',
        exercise: 2024,
        title: 'Piano',
        perspectives: [{ id: 'utenti', title: 'Utenti' }],
        areas: [area],
      }),
    );
    const { plan } = read(loadPlan(file));
    expect([plan.sheets, plan.individual, plan.budget]).toEqual([[], [], { lines: [], totals: [] }]);
  });
});

describe('what a reader of the data gets', () => {
  test('Italian amounts and weights become exact decimals, absent fields stay absent', () => {
    const plan = seedPlan();
    expect(plan.budget.lines[0]?.amount).toBe('210000.00');
    expect(plan.areas[0]?.objectives[0]?.programmes[0]?.weight).toBe('6.00');
    const [indicator] = plan.sheets[0]?.indicators ?? [];
    expect(Object.keys(indicator ?? {})).not.toContain('weight');
    expect(Object.values(indicator ?? {})).not.toContain(undefined);
  });

  test('every field knows its file and line', () => {
    const { places } = read(loadPlan(folder));
    const { file, line } = places.of(['individual', 1, 'indicators', 0, 'targets', 2016]);
    expect(readFileSync(file, 'utf8').split('\n')[line - 1]).toContain('per almeno 85%');
    expect(places.of(['approval', 'date']).file).toBe(join(folder, 'plan/plan.yaml'));
  });
});

describe('historical tables', () => {
  test.each([
    [
      'series/2-staff.yaml',
      'cells: ["1", "1", "1", "1", "1"]',
      'cells: ["1", "1"]',
      'attese 5 celle, una per colonna, trovate 2',
    ],
    [
      'series/2-staff.yaml',
      'right: [category/totale]',
      'right: [category/tot]',
      '«category/tot» non è una riga delle tabelle lette',
    ],
    [
      'series/2-staff.yaml',
      'category-sex/a@donne',
      'category-sex/a@bambini',
      '«category-sex/a@bambini» non è una riga delle tabelle lette',
    ],
    ['series/3-isr.yaml', 'id: isr-staff', 'id: outputs', 'il codice outputs è già usato'],
  ])('%s: %s', (file, from, to, message) => {
    spoil(file, from, to);
    const loaded = loadSeries(folder);
    expect(loaded.ok ? [] : loaded.error.map((e) => e.message)).toEqual(
      expect.arrayContaining([expect.stringContaining(message)]),
    );
    expect(!loaded.ok && loaded.error.every((e) => e.line > 0)).toBe(true);
  });

  test('what stands beside a plan may be absent, and is then named', () => {
    expect(read(loadBeside(join(folder, 'plan'))).absent).toEqual(['series', 'transparency', 'entity']);
    expect(read(loadBeside(SEED)).absent).toEqual([]);
    expect(read(loadBeside(join(SEED, 'plan'))).absent).toEqual([]);
  });
});
