import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatedStep, Instant } from '../../src/domain/calendar/types.js';
import type { FrozenDocument } from '../../src/domain/decision.js';
import { completeSite } from '../../src/office/complete-site.js';
import { formOf } from '../../src/office/forms.js';
import { freezeDocument } from '../../src/office/freeze.js';
import { publish as publishStep } from '../../src/office/publish.js';
import { writeOivDocument } from '../../src/office/write-oiv-document.js';
import { recordDecision } from '../../src/register/decisions.js';
import { stepsOf } from '../../src/register/steps.js';
import { aHalfRunRegister } from '../client/pages/half-run-register.js';
import { seedBodies } from './seed.js';

const register = aHalfRunRegister('2016-09-20');
const REF = { space: 'prova_1', entity: 'ccms', exercise: 2016 };
const CYCLE = 'ccms/2016';
const PIANO = 'ccms/performance/piano-della-performance/2016';
const RELAZIONE = 'ccms/performance/relazione-sulla-performance/2016';
let site: string;
let lastOfBefore = 0;
let steps: ReadonlyMap<string, DatedStep>;

beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'ciclo-sito-'));
  // The half-run year says of its own publications too, of which no site was made.
  const { last } = await register.db
    .selectFrom('log')
    .select((e) => e.fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  lastOfBefore = last;
  steps = new Map((await stepsOf(register.db, CYCLE)).map((step) => [step.id, step.planned]));
});
afterAll(() => {
  rmSync(site, { recursive: true, force: true });
});

const deps = () => ({ register: { ...register, close: async () => undefined }, bodies: seedBodies, publicDir: site });

function stepNamed(id: string): DatedStep {
  const found = steps.get(id);
  if (found === undefined) throw new Error(`no step ${id}`);
  return found;
}

const publish = (id: string, at: Instant, run = 1) => publishStep(deps(), REF, stepNamed(id), run, at);

async function freeze(id: string, round: number, at: Instant): Promise<FrozenDocument> {
  return await freezeDocument(deps(), REF, stepNamed(id), round, at);
}

async function approve(step: string, document: FrozenDocument, round: number, at: Instant): Promise<void> {
  const answer = await recordDecision(register.db, {
    key: `${step}/${round}`,
    cycle: CYCLE,
    step,
    round,
    board: stepNamed(step).board ?? '',
    outcome: 'approved',
    actNumber: String(70 + round),
    actDate: '2016-09-15',
    decidedBy: 'fiorenzo.altobellini',
    documentHash: document.hash,
    simulated: true,
    at,
  });
  expect(answer.answer).toBe('recorded');
}

/** Every file of the site with the hash of its bytes. */
function filesOf(folder = site): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((n) =>
    statSync(join(folder, n)).isFile(),
  );
  return Object.fromEntries(
    names.sort().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

const read = (path: string): string => readFileSync(join(site, path), 'utf8');

describe('the Piano is published', () => {
  test('under the prescribed label, in every form, with its hash', async () => {
    const published = await publish('piano-pubblicazione', '2016-02-10T10:00:00Z');
    expect(read('ccms/performance/index.html')).toContain('>Piano della Performance</a>');
    const page = read(`${PIANO}/index.html`);
    expect(page).toContain(published.hash);
    expect(page).toContain('Creative Commons Attribuzione 4.0');
    expect(page).toContain('Giunta camerale, atto n. 12');
    for (const ending of ['html', 'pdf', 'xlsx', 'json']) {
      expect(page).toContain(`href="v1/piano-della-performance-2016-2018-v1.${ending}"`);
    }
    expect(existsSync(join(site, PIANO, 'v1/tabelle/cruscotto.csv'))).toBe(true);
    expect(
      createHash('sha256')
        .update(read(`${PIANO}/v1/piano-della-performance-2016-2018-v1.json`))
        .digest('hex'),
    ).toBe(published.hash);
  });

  test('as the very page the board had before it', async () => {
    const { sha256 } = JSON.parse(read(`${PIANO}/v1/pubblicazione.json`)) as { sha256: string };
    const before = await formOf(register.db, sha256, 'html');
    expect(read(`${PIANO}/v1/piano-della-performance-2016-2018-v1.html`)).toBe(before?.bytes.toString('utf8'));
  });

  test('with every link of every page leading to a file of the site', () => {
    for (const path of Object.keys(filesOf()).filter((name) => /(^|\/)index\.html$/.test(name))) {
      for (const [, href = ''] of read(path).matchAll(/href="([^"#:]+)"/g)) {
        const target = join(site, path, '..', href);
        expect(existsSync(href.endsWith('/') ? join(target, 'index.html') : target), `${path} → ${href}`).toBe(true);
      }
    }
  });

  test('once, however often it is asked', async () => {
    const before = filesOf();
    await publish('piano-pubblicazione', '2016-02-11T10:00:00Z');
    await publish('piano-pubblicazione', '2016-02-12T10:00:00Z', 2);
    expect(filesOf()).toEqual(before);
  });

  test('whole after a kill that left half a version and no pages', async () => {
    const before = filesOf();
    rmSync(join(site, PIANO, 'index.html'));
    rmSync(join(site, 'ccms/performance/catalogo.jsonld'));
    mkdirSync(join(site, PIANO, '.parziale-00000000'));
    writeFileSync(join(site, PIANO, '.parziale-00000000', 'mezzo.pdf'), '%PDF');
    utimesSync(join(site, PIANO, '.parziale-00000000'), 0, 0);
    await publish('piano-pubblicazione', '2016-02-13T10:00:00Z');
    expect(filesOf()).toEqual(before);
  });

  test('again when corrected: the new version in front, the old one untouched behind it', async () => {
    const before = filesOf(join(site, PIANO, 'v1'));
    const corrected = await freeze('piano-approvazione', 9, '2016-09-18T10:00:00Z');
    await approve('piano-approvazione', corrected, 9, '2016-09-19T10:00:00Z');
    const published = await publish('piano-pubblicazione', '2016-09-20T10:00:00Z', 3);
    expect(published.hash).toBe(corrected.hash);
    expect(filesOf(join(site, PIANO, 'v1'))).toEqual(before);
    const page = read(`${PIANO}/index.html`);
    expect(page.indexOf('Versione 2, in vigore')).toBeGreaterThan(0);
    expect(page.indexOf('Versione 1, sostituita')).toBeGreaterThan(page.indexOf('Versioni precedenti'));
    expect(page).toContain('href="v1/piano-della-performance-2016-2018-v1.pdf"');
  });
});

describe('the Relazione', () => {
  let relazione: FrozenDocument;

  test('is not published before a board approved it', async () => {
    const before = filesOf();
    await expect(publish('relazione-pubblicazione', '2017-06-01T10:00:00Z')).rejects.toThrow(
      'non è ancora stato approvato',
    );
    expect(filesOf()).toEqual(before);
  });

  test('is not published before the OIV has validated it', async () => {
    relazione = await freeze('relazione-approvazione', 1, '2017-06-05T10:00:00Z');
    await approve('relazione-approvazione', relazione, 1, '2017-06-06T10:00:00Z');
    await expect(publish('relazione-pubblicazione', '2017-06-07T10:00:00Z')).rejects.toThrow(
      'la Relazione non è ancora stata validata: non si pubblica',
    );
    expect(existsSync(join(site, RELAZIONE))).toBe(false);
  });

  test('goes before the OIV as the very bytes the Giunta approved, and is then published', async () => {
    const validated = await freeze('relazione-validazione', 1, '2017-06-08T10:00:00Z');
    expect(validated.hash).toBe(relazione.hash);
    await approve('relazione-validazione', validated, 1, '2017-06-09T10:00:00Z');
    const step = stepNamed('relazione-validazione');
    const recordedOn = '2017-06-09';
    const said = { documentHash: validated.hash, decidedBy: 'zeno.bragadini', recordedOn } as const;
    const decision = { ...said, key: 'v', outcome: 'approved', remarks: 'metodo e dati in ordine' } as const;
    await writeOivDocument(
      { db: register.db, bodies: seedBodies },
      REF,
      { step, document: validated, decision },
      '2017-06-09T10:00:00Z',
    );
    await publish('relazione-pubblicazione', '2017-06-10T10:00:00Z');
    const page = read(`${RELAZIONE}/index.html`);
    expect(page).toContain('Organismo Indipendente di Valutazione, atto n. 71');
    expect(page).toContain('valori simulati');
  });

  test('has beside it the document of its validation', () => {
    const page = read('ccms/performance/validazione-della-relazione/2016/index.html');
    expect(page).toContain('Documento di validazione della Relazione sulla Performance');
    expect(page).toMatch(/href="v1\/[^"]+\.pdf"/);
  });
});

describe('the metadata', () => {
  type Node = Readonly<Record<string, unknown>>;
  const catalogue = (): Node & {
    readonly 'dcat:dataset': readonly (Node & { 'dcat:distribution': readonly Node[] })[];
  } => JSON.parse(read('ccms/performance/catalogo.jsonld'));

  test('have what DCAT-AP_IT prescribes of a catalogue', () => {
    const whole = catalogue();
    expect(whole['@type']).toContain('dcatapit:Catalog');
    for (const property of ['dct:title', 'dct:description', 'dct:publisher', 'dct:modified', 'dcat:dataset']) {
      expect(whole).toHaveProperty([property]);
    }
  });

  test('have what it prescribes of each dataset', () => {
    const datasets = catalogue()['dcat:dataset'];
    expect(datasets.map((dataset) => dataset['dct:identifier'])).toEqual([
      'ccms:piano:2016',
      'ccms:relazione:2016',
      'ccms:validazione:2016',
    ]);
    for (const dataset of datasets) {
      expect(dataset['@type']).toContain('dcatapit:Dataset');
      for (const property of [
        'dct:identifier',
        'dct:title',
        'dct:description',
        'dct:modified',
        'dcat:theme',
        'dct:rightsHolder',
        'dct:accrualPeriodicity',
        'dcat:distribution',
      ]) {
        expect(dataset).toHaveProperty([property]);
      }
    }
  });

  test('have what it prescribes of each distribution, and lead to a file with that hash', () => {
    for (const distribution of catalogue()['dcat:dataset'].flatMap((dataset) => dataset['dcat:distribution'])) {
      expect(distribution['@type']).toContain('dcatapit:Distribution');
      for (const property of ['dct:format', 'dcat:accessURL', 'dct:license']) {
        expect(distribution).toHaveProperty([property]);
      }
      expect(distribution).toMatchObject({ 'dct:license': { 'dct:type': { '@id': expect.any(String) } } });
      const { 'dcat:downloadURL': address, 'spdx:checksum': checksum } = distribution as {
        'dcat:downloadURL': { '@id': string };
        'spdx:checksum': { 'spdx:checksumValue': { '@value': string } };
      };
      const bytes = readFileSync(join(site, 'ccms/performance', address['@id']));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(checksum['spdx:checksumValue']['@value']);
    }
  });

  test('name the version in force alone', () => {
    const [piano] = catalogue()['dcat:dataset'];
    expect(piano?.['owl:versionInfo']).toBe('2');
  });
});

test('the site is whole also where another worker published: from the register, to the byte, and once', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'ciclo-altrove-'));
  const failed: unknown[] = [];
  const complete = () =>
    completeSite({ ...deps(), publicDir: elsewhere }, lastOfBefore, (_cycle, cause) => failed.push(cause));
  await complete();
  expect(failed).toEqual([]);
  // The half-run year has the first publication of version 1 on record already, with a date of its own: what tells it differs.
  const dated = ['ccms/performance/catalogo.jsonld', `${PIANO}/index.html`, `${PIANO}/v1/pubblicazione.json`];
  const undated = (files: Readonly<Record<string, string>>) =>
    Object.entries(files).filter(([name]) => !dated.includes(name));
  expect(undated(filesOf(elsewhere))).toEqual(undated(filesOf()));
  expect(Object.keys(filesOf(elsewhere))).toEqual(Object.keys(filesOf()));
  const written = join(elsewhere, PIANO, 'v1/pubblicazione.json');
  const before = statSync(written).mtimeMs;
  await complete();
  expect(statSync(written).mtimeMs).toBe(before);
  const whole = filesOf(elsewhere);
  for (const unwritten of [`${PIANO}/index.html`, 'ccms/performance/catalogo.jsonld'])
    rmSync(join(elsewhere, unwritten));
  await complete();
  expect(filesOf(elsewhere)).toEqual(whole);
  expect(statSync(written).mtimeMs).toBe(before);
  rmSync(elsewhere, { recursive: true, force: true });
});

describe('a form', () => {
  test('once made is the same for ever, also when two ask for it at once', async () => {
    const { sha256 } = JSON.parse(read(`${RELAZIONE}/v1/pubblicazione.json`)) as { sha256: string };
    const made = await Promise.all([formOf(register.db, sha256, 'csv'), formOf(register.db, sha256, 'csv')]);
    expect(made[0]?.bytes.equals(made[1]?.bytes ?? Buffer.of())).toBe(true);
    await expect(
      register.db.updateTable('documentForms').set({ mime: 'text/plain' }).where('document', '=', sha256).execute(),
    ).rejects.toThrow();
  });

  test('of no document is none', async () => {
    expect(await formOf(register.db, '0'.repeat(64), 'pdf')).toBeUndefined();
  });
});
