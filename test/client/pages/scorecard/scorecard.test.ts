import { beforeAll, describe, expect, test } from 'vitest';
import { saveEvidence } from '../../../../src/register/evidence.js';
import { submitMeasurements } from '../../../../src/register/measurements.js';
import { type Reader, signedIn } from '../signed-in.js';
import { aHalfRunSite, rowOf, textOf } from '../site.js';

const site = aHalfRunSite('2017-02-20');
const CYCLE = '/cicli/ccms/2016';

describe('the scorecard', () => {
  test('has the columns the Piano prints, by perspective, with the objective’s weight under each', async () => {
    const page = await site.page(`${CYCLE}/cruscotto`);
    const captions = [...page.matchAll(/<h3 class="ciclo-caption"><span[^>]*>(.*?)<\/span>/g)].map((m) => m[1]);
    expect(captions).toEqual([
      'Imprese, Territorio e Consumatori',
      'Processi Interni',
      'Apprendimento e Crescita',
      'Dimensione Economico-Finanziaria dell&#39;Ente',
    ]);
    const headings = textOf(/<table class="[^"]*ciclo-scorecard-full.*?<\/thead>/s.exec(page)?.[0] ?? '');
    expect(headings).toMatch(
      /Indicatore Peso Risultato 2015 Risultato 2016 Target 2016 Target 2017 Target 2018 Missione \/ Programma Grado di realizzazione Andamento$/,
    );
    expect(rowOf(page, 'Percentuale di realizzazione del progetto')).toMatch(/2,00% – .* 10% 40% 50% 032 \/ 002/);
    expect(textOf(page)).toContain(
      'Obiettivo 3.1. Promuovere lo sviluppo delle imprese e la competitività del sistema',
    );
    expect(page).toMatch(/Obiettivo 3\.1\..*?peso 20,00%.*?Obiettivo 3\.1\..*?peso 3,00%/s);
  });

  test('folds by objective, each with its weight and result beside its title, and stays so from one view to another', async () => {
    const page = await site.page(`${CYCLE}/cruscotto?sezioni=chiuse`);
    const folds = [...page.matchAll(/<details class="ciclo-fold"([^>]*)><summary>(.*?)<\/summary>/gs)];
    expect(folds.length).toBeGreaterThan(6);
    expect(folds.filter(([, attributes]) => attributes?.includes('open'))).toEqual([]);
    for (const [, , title] of folds)
      expect(textOf(title ?? '')).toMatch(/^Obiettivo \d\.\d\. .* peso [\d,]+% .* del peso/);
    expect(page).toContain('sezioni=chiuse&amp;ordine=aree#tabelle');
    expect(page).toContain('Apri tutte le sezioni');
  });

  test('can be read by area instead, where each programme can be pointed at', async () => {
    const page = await site.page(`${CYCLE}/cruscotto?ordine=aree`);
    expect(textOf(page)).toContain('Area 1. LA CCIAA "CABINA DI REGIA" DEL TESSUTO ECONOMICO LOCALE');
    expect(page).toContain('id="programma-2.1.1"');
  });

  test('says in words what the line of each indicator draws over the checkpoints', async () => {
    const page = await site.page(`${CYCLE}/cruscotto`);
    expect(page).toMatch(
      /aria-label="Andamento del grado di realizzazione, 2\.2\.1-01\. 30\/04: [\d,]+%; 31\/12: [\d,]+%"/,
    );
  });

  test('draws nothing of a later checkpoint when an earlier one is asked for', async () => {
    const page = await site.page(`${CYCLE}/cruscotto?monitoraggio=monitoraggio-1`);
    expect(page).not.toContain('31/12: ');
  });

  test('says beside each result what it is on course for at the end of the year, and so does the grid', async () => {
    const said = /Previsione a fine anno: [^(]+\([^)]+\); (?:in proporzione ai giorni|è un livello|come andò)/;
    expect(textOf(await site.page(`${CYCLE}/cruscotto?monitoraggio=monitoraggio-1`))).toMatch(said);
    // The last one collected is of the whole year: there is nothing left to foresee.
    expect(textOf(await site.page(`${CYCLE}/cruscotto`))).not.toContain('Previsione a fine anno:');
    expect(textOf(await site.page(`${CYCLE}/monitoraggi`))).toMatch(said);
  });

  test('stands beside the Media Toscana where the plan has its series, and says who does better', async () => {
    const page = await site.page(`${CYCLE}/cruscotto`);
    const section = page.slice(page.indexOf('id="confronto"'));
    expect(rowOf(section, 'Tempo medio di lavorazione pratiche')).toMatch(/6,4 7 migliore della media/);
    expect(rowOf(section, 'evase in 5 gg')).toMatch(/99% 91% migliore della media/);
    expect(section).toContain('Media Toscana: 2012: 11,31; 2013: 11,4; 2014: 7');
  });
});

describe('the page of an indicator', () => {
  test('has the target verbatim and read, each value with who and when, and the trace of each result', async () => {
    const page = await site.page(`${CYCLE}/indicatori/2.2.1-01`);
    expect(textOf(page)).toContain('al massimo 7 giorni: più è basso, meglio è');
    expect(textOf(page)).toContain('Lettura confermata da Guglielmo Tarasconi');
    expect(rowOf(page, '30/04/2016')).toMatch(/Lidia Fornasetti 04\/05\/2016 alle 09:40, prova generale/);
    expect(page.match(/Come si è calcolato/g)).toHaveLength(2);
  });

  test('has the series of past years beside the Media Toscana', async () => {
    const page = await site.page(`${CYCLE}/indicatori/2.2.1-01`);
    expect(page).toContain('Camera di Commercio di Massa-Carrara. 2012: 8,5; 2013: 5,8; 2014: 6,4');
    expect(page).toContain('Media Toscana. 2012: 11,31; 2013: 11,4; 2014: 7');
  });

  test('has the values that came back, with the remark', async () => {
    const page = await site.page(`${CYCLE}/indicatori/1.1.1-01`);
    expect(textOf(page.slice(page.indexOf('id="osservazioni"')))).toMatch(
      /restituito da Guglielmo Tarasconi il .* il valore non corrisponde alla rassegna stampa allegata/,
    );
  });

  test('names the files behind a value, and opens them to who checks values', async () => {
    const { db } = site.register;
    const file = {
      name: 'rassegna.pdf',
      mime: 'application/pdf',
      bytes: Buffer.from('%PDF-1.7'),
      uploadedBy: 'lidia.fornasetti',
    };
    const hash = await saveEvidence(db, 'ccms', { ...file, at: site.run.now });
    const receipt = await submitMeasurements(db, {
      cycle: 'ccms/2016',
      checkpoint: 'monitoraggio-2',
      officer: 'lidia.fornasetti',
      at: site.run.now,
      simulated: true,
      channel: 'form',
      lateReason: 'archivio fermo',
      rows: [
        { indicator: '2.2.1-02', actual: { kind: 'number', value: '97' }, evidence: [hash], note: 'dal gestionale' },
      ],
    });
    expect(receipt.ok).toBe(true);
    const path = `${CYCLE}/indicatori/2.2.1-02`;
    const link = `href="${CYCLE}/attivita/monitoraggio-2/evidenze/${hash}"`;
    const page = await site.page(path);
    expect(rowOf(page, '31/08/2016')).toContain(
      '97% simulato Lidia Fornasetti 20/02/2017 alle 12:00, modulo dal gestionale in ritardo: archivio fermo Documento: rassegna.pdf',
    );
    expect(page).not.toContain(link);
    expect(await (await signedIn(site, 'guglielmo.tarasconi')).page(path)).toContain(link);
  });

  test('that is not in the plan is not there', async () => {
    expect((await site.app.request(`${CYCLE}/indicatori/9.9.9-99`)).status).toBe(404);
  });
});

describe('the drawings of the plan', () => {
  test('the strategic map has every area, objective and programme, and the same as a list', async () => {
    const page = await site.page(`${CYCLE}/mappa`);
    expect(page).toContain('3 aree, 6 obiettivi, 16 programmi');
    const list = textOf(page.slice(page.indexOf('id="elenco"')));
    for (const programme of ['1.1.1', '1.2.2', '2.1.4', '3.2.3']) expect(list).toContain(`${programme} `);
    expect(list).toMatch(
      /Processi Interni Grado di realizzazione : [\d,]+%|Processi Interni Grado di realizzazione: [\d,]+%/,
    );
  });

  test('every programme of a drawing leads to its sheet, or to its rows when it has none', async () => {
    const page = await site.page(`${CYCLE}/albero`);
    const links = [
      ...new Set(
        [...page.matchAll(/href="(\/cicli\/ccms\/2016\/(?:programmi|cruscotto)[^"]*#[^"]*)"/g)].map((m) => m[1] ?? ''),
      ),
    ];
    expect(links).toHaveLength(16);
    for (const link of links) {
      const [path = '', anchor = ''] = link.replaceAll('&amp;', '&').split('#');
      expect(await site.page(path)).toContain(`id="${anchor}"`);
    }
  });

  test('say what they draw without the drawing', async () => {
    expect(await site.page(`${CYCLE}/albero`)).toContain(
      '3 aree, 6 obiettivi strategici, 16 programmi, 30 indicatori. L’elenco che segue dice le stesse cose.',
    );
  });
});

describe('the programmes', () => {
  const SPENDING = `${CYCLE}/programmi/1.1.1/spesa`;
  let controller: Reader;
  beforeAll(async () => {
    controller = await signedIn(site, 'guglielmo.tarasconi');
  });

  test('have what was planned, as the plan writes it, and nothing spent until somebody says so', async () => {
    const page = await site.page(`${CYCLE}/programmi`);
    expect(rowOf(page, '1.1.1 Produrre e diffondere')).toMatch(/250\.000,00 € non ancora registrata –/);
  });

  test('have the actions and the expected results of their sheet', async () => {
    const page = textOf(await site.page(`${CYCLE}/programmi`));
    expect(page).toContain("Azioni Monitoraggio dell'economia locale");
    expect(page).toContain('Risultati attesi Congiuntura locale seguita con continuità');
  });

  test('take what was spent from who runs the cycle, keep the last figure and its share', async () => {
    for (const importo of ['100.000,00', '125.500,50']) {
      const answer = await controller.post(SPENDING, { importo, data: '2016-12-31', nota: '', chiave: importo });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `${CYCLE}/programmi#programma-1.1.1`]);
    }
    expect(rowOf(await site.page(`${CYCLE}/programmi`), '1.1.1 Produrre e diffondere')).toMatch(
      /250\.000,00 € 125\.500,50 € al 31\/12\/2016 50,2%/,
    );
  });

  test.each([
    [
      'not an amount',
      { importo: 'tanto', data: '2016-12-31' },
      'importo',
      '«tanto» non è un numero: serve un importo in euro, per esempio 12.500,00',
    ],
    ['negative', { importo: '-5,00', data: '2016-12-31' }, 'importo', '«-5,00» è meno di 0: serve un importo in euro'],
    [
      'spent tomorrow',
      { importo: '5,00', data: '2017-02-21' },
      'data',
      'la data della spesa (21/02/2017) è nel futuro',
    ],
    ['on a day that is not', { importo: '5,00', data: '2017-02-30' }, 'data', 'il giorno 30/02/2017 non esiste'],
  ])('refuse what is %s, at its own field and with what was expected', async (_, fields, at, message) => {
    const answer = await controller.post(SPENDING, fields);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(textOf(page)).toContain(message);
    expect([...page.matchAll(/id="spesa-(\w+)-errore"/g)].map(([, name]) => name)).toEqual([at]);
    expect(await site.page(`${CYCLE}/programmi`)).toContain('125.500,50');
  });

  test('are not for officers to write', async () => {
    const officer = await signedIn(site, 'lidia.fornasetti');
    expect((await officer.get(SPENDING)).status).toBe(403);
    expect((await officer.post(SPENDING, { importo: '1,00', data: '2016-12-31' })).status).toBe(403);
    expect((await site.app.request(SPENDING)).status).toBe(403);
  });
});

describe('individual objectives', () => {
  const PAGE = `${CYCLE}/obiettivi-individuali`;

  test.each(['ottavia.brandini', 'guglielmo.tarasconi', 'zeno.bragadini'])('are shown to %s', async (person) => {
    const reader = await signedIn(site, person);
    expect(textOf(await reader.page(PAGE))).toContain('Obiettivo SG-1. LA CCIAA “CABINA DI REGIA”');
    expect((await reader.get(`${CYCLE}/indicatori/SG-1-01`)).status).toBe(200);
  });

  test('are kept from everybody else, also one by one', async () => {
    const officer = await signedIn(site, 'lidia.fornasetti');
    expect((await officer.get(PAGE)).status).toBe(403);
    expect((await officer.get(`${CYCLE}/indicatori/SG-1-01`)).status).toBe(404);
    const visitor = await site.app.request(PAGE);
    expect([visitor.status, visitor.headers.get('location')]).toEqual([
      303,
      '/accesso?verso=%2Fcicli%2Fccms%2F2016%2Fobiettivi-individuali',
    ]);
    expect((await site.app.request(`${CYCLE}/indicatori/SG-1-01`)).status).toBe(404);
  });
});

describe('every page about the plan', () => {
  test.each([
    [`${CYCLE}/cruscotto`, 14],
    [`${CYCLE}/indicatori/2.2.1-01`, 14],
    [`${CYCLE}/mappa`, 6],
    [`${CYCLE}/albero`, 6],
    [`${CYCLE}/programmi`, 14],
  ])('asks the register a bounded number of questions: %s', async (path, most) => {
    const before = site.queries();
    const page = await site.page(path);
    expect(site.queries() - before).toBeLessThanOrEqual(most);
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+="|<script(?![^>]*\bsrc=)/);
    expect(page).not.toContain('SG-1-01');
  });
});
