import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Cell, DocumentContent } from '../../src/documents/content.js';
import { datasetsOf } from '../../src/documents/forms/datasets.js';
import { currentContent, type Writable } from '../../src/office/exports.js';
import { documentOf, saveDocument } from '../../src/register/documents.js';
import { appendLog, logOf } from '../../src/register/log.js';
import { aHalfRunSite } from '../client/pages/site.js';
import { readPdf } from './read-pdf.js';
import { plan, seedBodies } from './seed.js';

const site = aHalfRunSite('2016-09-20');
const REF = { space: 'prova_1', entity: 'ccms', exercise: 2016 };

async function hashOf(kind: string): Promise<string> {
  const found = await documentOf(site.register.db, 'ccms/2016', kind);
  if (found === undefined) throw new Error(`no document ${kind}`);
  return found.hash;
}

const contentOf = (kind: Writable, role?: string): Promise<DocumentContent> =>
  currentContent({ db: site.register.db, bodies: seedBodies }, REF, kind, '2016-09-20T10:00:00Z', role);

describe('the page of a document', () => {
  test('links its other forms and each of its tables', async () => {
    const hash = await hashOf('piano');
    const page = await site.page(`/documenti/${hash}`);
    for (const form of ['html', 'pdf', 'xlsx', 'csv', 'json']) {
      expect(page).toContain(`href="/documenti/${hash}/${form}"`);
    }
    expect(page).toContain(`href="/documenti/${hash}/tabelle/cruscotto"`);
  });

  test('of a document frozen as a page shows it, without other forms', async () => {
    const hash = await saveDocument(site.register.db, {
      cycle: 'ccms/2016',
      kind: 'antico',
      version: 1,
      title: 'Documento di una volta',
      mime: 'text/html',
      bytes: Buffer.from('<!doctype html><title>Antico</title>'),
      simulated: true,
      frozenAt: '2016-01-01T10:00:00Z',
    });
    expect(await site.page(`/documenti/${hash}`)).not.toContain('/pdf"');
    expect((await site.app.request(`/documenti/${hash}/pdf`)).status).toBe(404);
    expect(await (await site.app.request(`/documenti/${hash}/contenuto`)).text()).toContain('Antico');
  });
});

describe('a form is downloaded', () => {
  test.each([
    ['pdf', 'application/pdf', 'pdf'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
    ['csv', 'application/zip', 'zip'],
    ['json', 'application/json', 'json'],
    ['html', 'text/html; charset=utf-8', 'html'],
  ])('%s, as a file with the document’s name', async (form, mime, ending) => {
    const answer = await site.app.request(`/documenti/${await hashOf('monitoraggio-1')}/${form}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, mime]);
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="?rapporto-primo-monitoraggio-quadrimestrale-2016-v1\\.${ending}`),
    );
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  });

  test('json: its SHA-256 is the address it was asked at', async () => {
    const hash = await hashOf('piano');
    const bytes = Buffer.from(await (await site.app.request(`/documenti/${hash}/json`)).arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
  });

  test('the same bytes every time, and not again to who has them', async () => {
    const address = `/documenti/${await hashOf('budget')}/xlsx`;
    const [first, second] = [await site.app.request(address), await site.app.request(address)];
    expect(Buffer.from(await first.arrayBuffer()).equals(Buffer.from(await second.arrayBuffer()))).toBe(true);
    const again = await site.app.request(address, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  test('one table as csv, the same as in the zip', async () => {
    const hash = await hashOf('budget');
    const table = Buffer.from(await (await site.app.request(`/documenti/${hash}/tabelle/allegato-2`)).arrayBuffer());
    const zip = unzipSync(new Uint8Array(await (await site.app.request(`/documenti/${hash}/csv`)).arrayBuffer()));
    expect(Buffer.from(zip['allegato-2.csv'] ?? []).equals(table)).toBe(true);
    expect(table.length).toBeGreaterThan(1000);
  });

  test.each(['/documenti/0000/pdf', `/documenti/${'0'.repeat(64)}/pdf`, `/documenti/${'0'.repeat(64)}/tabelle/x`])(
    '%s is not found',
    async (address) => {
      expect((await site.app.request(address)).status).toBe(404);
    },
  );

  test('a form or a table nobody knows is not found', async () => {
    const hash = await hashOf('piano');
    expect((await site.app.request(`/documenti/${hash}/docx`)).status).toBe(404);
    expect((await site.app.request(`/documenti/${hash}/tabelle/nessuna`)).status).toBe(404);
  });
});

describe('the monitoring report', () => {
  test('in PDF has the figures of the snapshot and no person’s', async () => {
    const hash = await hashOf('monitoraggio-1');
    const bytes = Buffer.from(await (await site.app.request(`/documenti/${hash}/pdf`)).arrayBuffer());
    const { text } = await readPdf(bytes);
    expect(text).toContain(hash);
    expect(text).toContain('Entenelsuoinsieme');
    expect(text).not.toContain('Garantiremiglioramentodelbenessereorganizzativo');
  });
});

describe('results beside the plan', () => {
  const rowsOf = async (dataset: string) =>
    datasetsOf(await contentOf('relazione')).find((one) => one.name === dataset)?.rows ?? [];
  const percents = (row: readonly Cell[] | undefined) =>
    (row ?? []).flatMap((cell) => (typeof cell === 'object' && cell.kind === 'percent' ? [cell.value] : []));

  test('rows of the sheets that repeat an indicator have its achievement, as the scorecard has', async () => {
    const [sheets, scorecard] = [await rowsOf('schede'), await rowsOf('cruscotto')];
    const repeats = plan().sheets.flatMap((sheet) => sheet.indicators.filter((i) => i.repeats !== undefined));
    const pairs = repeats.map(({ code, repeats: of = '' }) => {
      const [weight, ...achievement] = percents(scorecard.find((row) => row.includes(of)));
      return { weight, scorecard: achievement, sheet: percents(sheets.find((row) => row.includes(code))) };
    });
    expect(pairs.filter((pair) => pair.sheet.length > 0).length).toBeGreaterThan(3);
    for (const pair of pairs) expect(pair.sheet).toEqual(pair.scorecard);
  });

  test('among the indicators it says in which sheet it is repeated', async () => {
    const repeated = (await rowsOf('indicatori')).find((row) => row.includes('1.1.1-s01'));
    expect(repeated).toContainEqual(expect.stringMatching(/\(ripetuto nella scheda 1\.1\.1\)$/));
  });

  test('what the traces share is said once, before the table, and no value twice', async () => {
    const relazione = await contentOf('relazione');
    const section = relazione.sections.find((one) => one.title === 'Indicatori');
    expect(JSON.stringify(section?.blocks[0])).toContain('Data di riferimento: 30/04/2016');
    expect(section?.blocks[0]?.kind).toBe('paragraph');
    const traces = (await rowsOf('indicatori')).map((row) => String(row.at(-1)));
    expect(traces.length).toBeGreaterThan(80);
    expect(traces.filter((trace) => /Data di riferimento|Valore rilevato/.test(trace))).toEqual([]);
    expect(traces.every((trace) => trace.startsWith('Lettura: '))).toBe(true);
  });
});

describe('what is written when asked', () => {
  test('the log of the OIV has every line of the cycle, from the first', async () => {
    const lines = await logOf(site.register.db, { cycle: 'ccms/2016', limit: 10_000 });
    const [log] = datasetsOf(await contentOf('registro'));
    expect(log?.rows).toHaveLength(lines.length);
    expect(log?.rows[0]?.[5]).toBe('ciclo avviato');
    expect(log?.rows.map((row) => (typeof row[0] === 'object' ? row[0].value : ''))).toEqual(
      lines.map((line) => String(line.id)).toReversed(),
    );
  });

  test('the log is in words: its details too, with people by their names; programs have them whole beside', async () => {
    await appendLog(site.register.db, {
      at: '2016-09-19T10:00:00Z',
      actor: 'sistema',
      action: 'step-completed',
      subject: 'monitoraggio-1',
      cycle: 'ccms/2016',
      detail: { run: 1, dueOn: '2016-09-15', reason: 'conclusa da ottavia.brandini: fatto' },
    });
    const [log] = datasetsOf(await contentOf('registro'));
    const [words, data] = ['Dettaglio', 'Dettaglio per i programmi (JSON)'].map((title) =>
      (log?.columns ?? []).findIndex((column) => column.title === title),
    );
    const texts = (log?.rows ?? []).map((row) => String(row[words ?? -1]));
    expect(texts.filter((text) => /[{}]|\b[a-z]+\.(tarasconi|brandini)\b/.test(text))).toEqual([]);
    expect(texts).toContain('scadenza 15/09/2016; nota conclusa da Ottavia Brandini: fatto');
    expect(log?.rows.at(-1)).toContain('Primo monitoraggio quadrimestrale');
    expect(texts.join('\n')).toContain('indicatori 1.1.1-01');
    expect((log?.rows ?? []).some((row) => String(row[data ?? -1]).startsWith('{"'))).toBe(true);
    expect(log?.columns[data ?? -1]?.dataOnly).toBe(true);
  });

  test('the dossier answers what the register knows, and leaves the rest to the OIV', async () => {
    const dossier = await contentOf('dossier');
    const checks = datasetsOf(dossier).find((one) => one.name === 'lista-di-controllo')?.rows ?? [];
    const answers = new Map(checks.map((row) => [row[1], row[2]]));
    expect(answers.get('Il Piano è pubblicato in Amministrazione trasparente?')).toBe('sì');
    expect(answers.get('La Relazione è stata approvata dall’organo di indirizzo?')).toBe('no');
    expect(answers.get('I monitoraggi dell’esercizio sono chiusi e calcolati?')).toBe('no');
    expect(answers.get('I valori sono stati rilevati dagli uffici?')).toBe('no');
    expect(answers.get('La Relazione è sintetica, chiara e di immediata comprensione per i cittadini?')).toBe(
      'da verificare a cura dell’organismo di valutazione',
    );
    const acts = datasetsOf(dossier).find((one) => one.name === 'atti')?.rows ?? [];
    expect(acts.length).toBeGreaterThan(3);
    expect(acts.every((row) => typeof row[5] === 'string' && /^[0-9a-f]{64}$/.test(row[5]))).toBe(true);
  });

  test('the individual sheet has the results of the last checkpoint, and is not kept', async () => {
    const sheet = await contentOf('individuale', 'segretario-generale');
    expect(JSON.stringify(sheet)).toContain('% Realizzazione');
    expect(await documentOf(site.register.db, 'ccms/2016', 'individuale')).toBeUndefined();
  });

  test('the PIRA and the draft of a Piano are had before any board', async () => {
    expect((await contentOf('pira')).sections.length).toBeGreaterThan(3);
    expect((await contentOf('piano')).version).toBeGreaterThan(1);
  });
});
