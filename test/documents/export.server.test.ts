import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type ExportRequest, exportDocument } from '../../src/client/system/export.js';
import { writeDocument } from '../../src/documents/write.js';
import { saveCycle } from '../../src/register/cycles.js';
import { openRegister } from '../../src/register/database.js';
import { saveDocument } from '../../src/register/documents.js';
import { saveEntity } from '../../src/register/entities.js';
import { appendLog } from '../../src/register/log.js';
import { migrate } from '../../src/register/migrate.js';
import { savePlanVersion } from '../../src/register/plans.js';
import { type FreshDatabase, freshDatabase } from '../setup/database.js';
import { pianoOfTheSeed, plan, seedBodies } from './seed.js';

const CICLO = fileURLToPath(new URL('../../bin/ciclo', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ciclo-export-'));
const written = await writeDocument(pianoOfTheSeed());
let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  vi.stubEnv('DATABASE_URL', database.url);
  const place = { url: database.url, schema: 'prova_1' };
  await migrate(place);
  const { db, close } = await openRegister({ ...place, unsaid: 'every-body' });
  const calendar = seedBodies.calendar('ccms', 2016);
  if (!calendar.ok) throw new Error('the seed has no calendar');
  await saveEntity(db, seedBodies.entity('ccms'));
  const { template, templateVersion } = calendar.value;
  const cycle = { entity: 'ccms', exercise: 2016, template, templateVersion, simulated: false };
  await saveCycle(db, { ...cycle, calendar: calendar.value, policy: seedBodies.policyOf('ccms') });
  const version = { entity: 'ccms', exercise: 2016, version: 1, plan: plan(), hash: 'ab'.repeat(32) };
  await savePlanVersion(db, { ...version, inForceFrom: null, decisionKey: null, status: 'draft' });
  await saveDocument(db, {
    cycle: 'ccms/2016',
    kind: 'piano',
    version: 1,
    title: written.title,
    mime: written.mime,
    bytes: written.bytes,
    forms: written.forms,
    simulated: false,
    frozenAt: '2016-01-25T10:00:00Z',
  });
  await appendLog(db, {
    at: '2016-01-25T10:00:00Z',
    actor: 'guglielmo.tarasconi',
    action: 'document-frozen',
    subject: 'Piano',
    cycle: 'ccms/2016',
  });
  await close();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `ciclo export --entity ccms --year 2016` with other words. */
function ciclo(...words: readonly string[]): Promise<Answer> {
  const env = { ...process.env, DATABASE_URL: database.url, CICLO_DATA: join(folder, 'dati') };
  const all = [CICLO, 'export', '--entity', 'ccms', '--year', '2016', ...words];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err });
    });
  });
}

const PIANO: ExportRequest = { entity: 'ccms', year: 2016, document: 'piano', out: 'piano.pdf' };

const file = (name: string): string => join(folder, name);

describe('ciclo export', () => {
  test('writes a frozen document as JSON, whose SHA-256 is its hash, and answers in JSON', async () => {
    const { code, out } = await ciclo('--document', 'piano', '-o', file('piano.json'), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ document: 'piano', format: 'json', hash: written.hash, frozen: true });
    expect(
      createHash('sha256')
        .update(readFileSync(file('piano.json')))
        .digest('hex'),
    ).toBe(written.hash);
  });

  test('writes the PDF and one table as csv', async () => {
    const [pdf, csv] = await Promise.all([
      ciclo('--document', 'piano', '--format', 'pdf', '-o', file('p')),
      ciclo('--document', 'piano', '--table', 'cruscotto', '-o', file('c.csv')),
    ]);
    expect([pdf.code, csv.code]).toEqual([0, 0]);
    expect(pdf.out).toContain(`Impronta SHA-256: ${written.hash}`);
    expect(readFileSync(file('p')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readFileSync(file('c.csv'), 'utf8')).toContain('almeno 25;+5%;+5%;032/002');
  });

  test('writes the log for the OIV, with names', async () => {
    expect((await ciclo('--document', 'registro', '-o', file('registro.csv'))).code).toBe(0);
    expect(readFileSync(file('registro.csv'), 'utf8')).toContain('Guglielmo Tarasconi;;documento depositato;Piano');
  });

  test.each<[Partial<ExportRequest>, 1 | 2, string]>([
    [{ out: 'x.csv' }, 2, 'il documento ha 43 tabelle: indicarne una con --table'],
    [{ out: 'x.doc' }, 2, 'dal nome «x.doc» non si capisce il formato'],
    [{ format: 'docx' }, 2, '«docx» non è un formato'],
    [{ table: 'nessuna' }, 1, 'il documento non ha la tabella «nessuna»'],
    [{ table: 'cruscotto', format: 'pdf' }, 2, '--table vale solo per il csv'],
    [{ documentVersion: 7 }, 1, 'il documento «piano» non ha una versione 7'],
    [{ document: 'relazione' }, 1, 'con --draft si ha come si scriverebbe adesso'],
    [{ document: 'monitoraggio-1', draft: true }, 2, 'non si fa una bozza'],
    [{ document: 'boh' }, 1, 'nel ciclo ci sono: piano'],
    [{ document: 'individuale' }, 2, 'serve --role; il Piano ha obiettivi per: segretario-generale'],
    [{ entity: 'altro' }, 2, 'l’ente «altro» non è tra i file dei dati'],
    [{ year: 2019 }, 1, 'il ciclo 2019 dell’ente ccms non è nel registro'],
  ])('%j is refused with %i and its reason', async (asked, exitCode, sentence) => {
    const answer = await exportDocument({ ...PIANO, ...asked });
    expect(answer).toMatchObject({ ok: false, error: { exitCode, message: expect.stringContaining(sentence) } });
  });

  test('names the spaces there are when asked for another', async () => {
    await expect(exportDocument({ ...PIANO, space: 'prova_7' })).rejects.toMatchObject({
      lines: ['lo spazio «prova_7» non è nel registro; ci sono: prova_1'],
    });
  });

  test.each(['piano', 'rpp', 'preventivo', 'budget'] as const)(
    'has the draft of %s before any board',
    async (document) => {
      const answer = await exportDocument({ ...PIANO, document, draft: true, out: 'x.json' });
      expect(answer).toMatchObject({ ok: true, value: { document, frozen: false } });
    },
  );
});
