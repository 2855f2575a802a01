import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { OIV } from '../../src/domain/entity.js';
import { decisionsOf } from '../../src/register/decisions.js';
import { documentsOf } from '../../src/register/documents.js';
import { publishedOf } from '../../src/register/publications.js';
import { stepsOf } from '../../src/register/steps.js';
import { loadBodies } from '../../src/seeds/bodies.js';
import { formatSeedError } from '../../src/seeds/read-yaml.js';
import { exampleOf } from '../setup/example-body.js';
import { type PlayedYear, playYear } from './played-year.js';

const played: PlayedYear[] = [];

afterAll(async () => {
  for (const year of played) await year.close();
});

/** What is decided before a cycle has a Piano, and by whom, in the kinds that differ most. */
const DECIDED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  comune: {
    'dup-presentazione': 'giunta',
    'dup-consiglio': 'consiglio',
    'bilancio-approvazione': 'consiglio',
    'peg-approvazione': 'giunta',
  },
  provincia: { 'dup-presentazione': 'presidente', 'bilancio-assemblea': 'assemblea-sindaci' },
  universita: { 'budget-approvazione': 'consiglio-amministrazione' },
  'azienda-sanitaria': { 'budget-approvazione': 'direzione-generale' },
  'ministero-agenzia': { 'budget-approvazione': 'organo-vertice' },
  'ordine-piccolo': { 'budget-approvazione': 'assemblea' },
};

/** One kind alone, to look at it: `CICLO_KIND=comune`. */
const kinds = Object.keys(DECIDED).filter((kind) => (process.env.CICLO_KIND ?? kind) === kind);

describe.each(kinds)('an example body of the kind «%s», with invented people and figures', (kind) => {
  test('plays its whole year, from June to the Relazione its validator has validated', {
    timeout: 900_000,
  }, async () => {
    const folder = await exampleOf(kind, kind);
    const bodies = loadBodies(folder);
    if (!bodies.ok) throw new Error(bodies.error.map(formatSeedError).join('\n'));
    const year = await playYear(
      { space: 'prova_1', entity: 'valfiorita', exercise: 2027 },
      bodies.value,
      join(folder, 'valfiorita'),
    );
    played.push(year);
    const { db } = year.register;
    const cycle = 'valfiorita/2027';
    const steps = await stepsOf(db, cycle);
    expect(steps.filter(({ status }) => status !== 'done').map(({ id }) => id)).toEqual([]);
    const approved = (await decisionsOf(db, cycle)).filter(({ outcome }) => outcome === 'approved');
    for (const [step, board] of Object.entries(DECIDED[kind] ?? {}))
      expect(approved.find((one) => one.step === step)).toMatchObject({ board });
    expect(approved.find(({ step }) => step === 'relazione-validazione')).toMatchObject({ board: OIV });
    expect([...(await publishedOf(db, cycle)).keys()]).toEqual(
      expect.arrayContaining(['piano-pubblicazione', 'relazione-pubblicazione']),
    );
    // A document is called as its body's calendar calls it.
    const titles = (await documentsOf(db, cycle)).map(({ title }) => title);
    if (kind === 'comune')
      expect(titles).toEqual(expect.arrayContaining(['Documento unico di programmazione (DUP) 2027-2029']));
    expect(titles.join('\n')).not.toContain('{');
    expect(year.told.filter((line) => line.includes('rifiutato'))).toEqual([]);
  });
});
