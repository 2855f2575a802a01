import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { setStepState } from '../../../src/register/steps.js';
import { aHalfRunSite, rowOf, textOf } from './site.js';

const site = aHalfRunSite('2016-09-20');
const CYCLE = '/cicli/ccms/2016';

describe('the first page', () => {
  test('of a register with one cycle is that cycle', async () => {
    const answer = await site.app.request('/');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, CYCLE]);
  });
});

describe('the year at a glance', () => {
  test('says it is a rehearsal, in two lines, with the calendar’s date', async () => {
    const page = textOf(await site.page(CYCLE));
    expect(page).toContain('Prova generale: i valori misurati sono simulati.');
    expect(page).toContain('Data di calendario della prova: martedì 20 settembre 2016.');
  });

  test('counts each step once', async () => {
    const page = await site.page(CYCLE);
    const figures = [...page.matchAll(/<strong>(\d+)<\/strong><span>([a-z ]+)<\/span>/g)].map((m) => [
      m[2],
      Number(m[1]),
    ]);
    expect(figures).toEqual([
      ['concluse', 26],
      ['in corso', 1],
      ['in ritardo', 1],
      ['da aprire', 13],
    ]);
  });

  test.each([
    [
      'a step ended on time',
      'Analisi del contesto',
      ['Conclusa', 'Giu-Set', '01/06/2015', '30/09/2015', '28/09/2015', 'Controllo di gestione', 'Guglielmo Tarasconi'],
    ],
    ['a step ended late', 'Analisi Finanziaria', ['Conclusa', 'con 6 giorni di ritardo', '09/10/2015', '15/10/2015']],
    [
      'a term of law',
      'Approvazione della RPP',
      [
        '30/10/2015',
        'spostata: il 31/10/2015 era sabato',
        'termine di legge',
        'D.P.R. 254/2005, art. 5',
        'Segretario Generale',
        'Ottavia Brandini',
      ],
    ],
    [
      'an extended step',
      'Traduzione degli obiettivi strategici',
      ['11/01/2016', 'prorogata: il termine era il 04/12/2015', 'termine dell’ente'],
    ],
    [
      'a late checkpoint',
      'Secondo monitoraggio',
      ['In ritardo', 'da 5 giorni', 'si attende', 'ISR', 'Osvaldo Quercetani', 'Evaristo Lombardelli'],
    ],
    [
      'a step not yet open',
      'Raccolta finale dei risultati',
      ['Da aprire', 'si apre dopo', 'Secondo monitoraggio quadrimestrale', '31/03/2017'],
    ],
    ['the second step numbered 7', '7. Aggiornamento del piano', ['In corso', 'In itinere', '31/12/2016']],
  ])('shows %s', async (_what, title, facts) => {
    const row = rowOf(await site.page(CYCLE), title);
    for (const fact of facts) expect(row).toContain(fact);
  });

  test('shares one note among the body’s terms instead of citing it on every row', async () => {
    const page = textOf(await site.page(CYCLE));
    expect(page.split('fasi e tempi (D.Lgs. 150/2009, art. 7)')).toHaveLength(2);
  });

  test('reproaches nobody with what was due before the cycle began: it is told in one line', async () => {
    const late = 'Secondo monitoraggio quadrimestrale';
    const attention = async (): Promise<string> => {
      const page = textOf(await site.page(CYCLE));
      return page.slice(page.indexOf('In ritardo'), page.indexOf('Prossimi dieci giorni'));
    };
    expect(await attention()).toContain(late);
    const { rows } = await site.owner.query<{ at: Date }>('select opened_at as at from cycles');
    await site.owner.query(`update cycles set opened_at = '2016-09-18T08:00:00Z'`);
    const told = await attention();
    await site.owner.query('update cycles set opened_at = $1', [rows[0]?.at]);
    expect(told).toContain(
      'Il 18/09/2016, quando il ciclo è stato avviato, il termine di un’attività era già passato. Fasi e attività',
    );
    expect(told).not.toContain(late);
  });

  test('draws a bar for each step with an alternative in words', async () => {
    const page = await site.page(CYCLE);
    expect(page.match(/class="planned"/g)?.length).toBe(41 + 1); // and one in the legend
    expect(page).toContain('aria-label="Diagramma di Gantt del ciclo 2016, da giugno 2015 a giugno 2017');
  });
});

describe('the page of a step', () => {
  test('tells the rounds before the board, the acts and the documents with their hash', async () => {
    const page = await site.page(`${CYCLE}/attivita/rpp-approvazione`);
    expect(rowOf(page, '1. Consiglio camerale')).toContain('Respinto con osservazioni');
    expect(rowOf(page, '1. Consiglio camerale')).toContain('mancano le risorse previste per i programmi dell’area 3');
    expect(rowOf(page, '2. Consiglio camerale')).toMatch(
      /Approvato n\. 13 del 28\/10\/2015 presenti 7, favorevoli 6, contrari 0, astenuti 1/,
    );
    const hashes = [...page.matchAll(/href="\/documenti\/([0-9a-f]{64})"/g)].map((m) => m[1]);
    expect(new Set(hashes).size).toBe(2);
  });

  test('tells who did what when, the latest first', async () => {
    const page = textOf(await site.page(`${CYCLE}/attivita/obiettivi-operativi`));
    const history = page.slice(page.indexOf('Cronologia'));
    expect(history).toContain(
      'Scadenza prorogata scadenza 11/01/2016; nota schede di programmazione in attesa del preventivo Guglielmo Tarasconi',
    );
    expect(history.indexOf('Attività conclusa')).toBeLessThan(history.indexOf('Attività aperta'));
  });

  test('lists the notices with kind, person and state', async () => {
    const page = textOf(await site.page(`${CYCLE}/attivita/monitoraggio-2`));
    expect(page.slice(page.indexOf('Promemoria e solleciti'))).toMatch(
      /Richiesta dei valori [A-Z][a-z]+ [A-Z][a-z]+ Partito/,
    );
  });

  test('tells what it opens after and what it prepares', async () => {
    const page = textOf(await site.page(`${CYCLE}/attivita/piano-approvazione`));
    const links = page.slice(page.indexOf('Collegamenti con le altre attività'), page.indexOf('Cronologia'));
    expect(links).toMatch(
      /Si apre dopo.*Predisposizione del Piano della Performance Conclusa.*Prepara.*Aggiornamento del piano In corso/,
    );
  });

  test('names a substitute in the place of the absent, and for whom', async () => {
    await site.register.db
      .insertInto('substitutes')
      .values({
        entity: 'ccms',
        absent: 'matilde.orsolini',
        substitute: 'noemi.ghirlandini',
        fromDate: '2016-09-19',
        toDate: '2016-09-23',
        scope: ['comunicazione'],
        origin: 'console',
      })
      .execute();
    expect(rowOf(await site.page(CYCLE), 'Pubblicazione della Relazione')).toContain(
      'Noemi Ghirlandini (per Matilde Orsolini)',
    );
  });
});

describe('the page of a checkpoint', () => {
  test('in progress tells which office misses what', async () => {
    const page = await site.page(`${CYCLE}/attivita/monitoraggio-2`);
    expect(rowOf(page, 'Ufficio Provveditorato')).toContain('Mancano 4 valori');
    expect(rowOf(page, 'ISR')).toContain('1 valore da rivedere');
    expect(rowOf(page, '1.1.1-01')).toContain('restituito: il valore non corrisponde alla rassegna stampa allegata');
    expect(rowOf(page, '2.1.2-01')).toContain('non pervenuto');
  });

  test('closed tells the result with coverage and between what it may end, and how each figure was computed', async () => {
    const page = await site.page(`${CYCLE}/attivita/monitoraggio-1`);
    const text = textOf(page);
    expect(text).toMatch(
      /Grado di realizzazione .*Copertura calcolato sul \d+(,\d+)?% del peso Minimo e massimo possibili \d+(,\d+)?% – \d+(,\d+)?%/,
    );
    expect(text).toContain(
      'Raccolta chiusa il 30/05/2016 da Guglielmo Tarasconi. Motivo: gli uffici mancanti non hanno risposto',
    );
    expect(rowOf(page, '1.2.3-01')).toMatch(/Come si è calcolato.*Formula/i);
  });

  test('says beside every value that it is simulated', async () => {
    const page = await site.page(`${CYCLE}/attivita/monitoraggio-2`);
    const values = [...page.matchAll(/data-label="Valore rilevato"[^>]*>(.*?)<\/td>/gs)].map((m) => textOf(m[1] ?? ''));
    expect(values.length).toBeGreaterThan(30);
    for (const value of values.filter((v) => !/^(non pervenuto|restituito)/.test(v)))
      expect(value).toContain('simulato');
  });

  test('keeps individual objectives to who may see them', async () => {
    const page = await site.page(`${CYCLE}/attivita/monitoraggio-1`);
    expect(textOf(page)).toMatch(/\d+ indicatori di obiettivi individuali sono riservati/);
    expect(page).not.toContain('SG-1-01');
    expect(await site.page(`${CYCLE}/cruscotto`)).not.toContain('individual:');
  });

  test('not yet open says so', async () => {
    expect(textOf(await site.page(`${CYCLE}/attivita/monitoraggio-3`))).toContain(
      'Il monitoraggio non è ancora aperto',
    );
  });
});

describe('the scorecard', () => {
  test('shows perspectives, areas, programmes and indicators with targets, value and achievement', async () => {
    const page = await site.page(`${CYCLE}/cruscotto`);
    expect(textOf(page)).toContain('Primo monitoraggio quadrimestrale: situazione al 30/04/2016.');
    expect(rowOf(page, 'Processi Interni')).toMatch(/15% .*%/);
    expect(textOf(page)).toContain('Programma 1.2.3. Comunicazione');
    const row = rowOf(page, '1.2.3-01');
    expect(row).toContain('>= 15');
    expect(row).toMatch(/verde|giallo|rosso/);
  });

  test('of a checkpoint not computed is not there', async () => {
    expect((await site.app.request(`${CYCLE}/cruscotto?monitoraggio=monitoraggio-2`)).status).toBe(404);
  });
});

describe('the mailbox', () => {
  test('lists the mails and finds them by recipient', async () => {
    const page = textOf(await site.page('/posta?destinatario=MALASPINI'));
    expect(page).toContain('Clelia Malaspini clelia.malaspini@ccms.example');
    expect(page).not.toContain('Osvaldo Quercetani');
  });

  test('pages through them, and an address beyond the end goes to the last page', async () => {
    const count = Number(/(\d+) messaggi/.exec(textOf(await site.page('/posta')))?.[1]);
    const pages = Math.ceil(count / 50);
    expect(count).toBe(readdirSync(site.run.mailboxDir).length);
    expect(textOf(await site.page('/posta?pagina=2'))).toContain(`Pagina 2 di ${pages}`);
    expect((await site.app.request('/posta?pagina=999')).headers.get('location')).toBe(`/posta?pagina=${pages}`);
  });

  test('shows a message as HTML in a frame, as text, and its attachment as a file', async () => {
    const id = /\/posta\/([0-9A-Za-z-]+\.eml)/.exec(await site.page('/posta?destinatario=brandini'))?.[1] ?? '';
    const page = await site.page(`/posta/${id}`);
    expect(page).toContain(`<iframe class="ciclo-foreign" src="/posta/${id}/contenuto"`);
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(textOf(await site.page(`/posta/${id}?vista=testo`))).toContain('Gentile Ottavia Brandini');
    const content = await site.app.request(`/posta/${id}/contenuto`);
    expect(content.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*frame-ancestors 'self'.*sandbox allow-popups/,
    );
  });

  test('never lets a mail run anything, and saves any attachment as a file', async () => {
    writeFileSync(join(site.run.mailboxDir, '9999999999999-000001-aaaaaaaa.eml'), EVIL);
    const list = await site.page('/posta');
    expect(list).not.toContain('<script>alert');
    expect(textOf(list)).toContain('<script>alert(1)</script>');
    const attachment = await site.app.request('/posta/9999999999999-000001-aaaaaaaa.eml/allegati/1');
    expect(attachment.headers.get('content-type')).toBe('application/octet-stream');
    expect(attachment.headers.get('content-disposition')).toBe(
      `attachment; filename="a_b_c.html"; filename*=UTF-8''a%22b%0Ac.html`,
    );
    expect(attachment.headers.get('content-security-policy')).toContain('sandbox');
  });

  test.each(['..%2f..%2fpackage.json', '..%2f..%2f..%2fetc%2fpasswd', 'x.eml', 'a%00.eml'])(
    'has no message %s',
    async (id) => {
      expect((await site.app.request(`/posta/${id}`)).status).toBe(404);
    },
  );
});

describe('a deposited document', () => {
  test('is shown as it was deposited, in a frame, and can be kept for ever', async () => {
    const hash = /\/documenti\/([0-9a-f]{64})/.exec(await site.page(`${CYCLE}/attivita/rpp-approvazione`))?.[1] ?? '';
    expect(textOf(await site.page(`/documenti/${hash}`))).toContain(hash);
    const content = await site.app.request(`/documenti/${hash}/contenuto`);
    expect(await content.text()).toContain(`<code>${hash}</code>`);
    const data = new Uint8Array(await (await site.app.request(`/documenti/${hash}/json`)).arrayBuffer());
    expect(Buffer.from(await crypto.subtle.digest('SHA-256', data)).toString('hex')).toBe(hash);
    expect(content.headers.get('content-security-policy')).toContain('sandbox');
    expect(content.headers.get('cache-control')).toContain('immutable');
    const again = await site.app.request(`/documenti/${hash}/contenuto`, { headers: { 'if-none-match': `"${hash}"` } });
    expect(again.status).toBe(304);
    const saved = await site.app.request(`/documenti/${hash}/contenuto?scarica`);
    expect(saved.headers.get('content-disposition')).toContain('attachment');
  });
});

describe('every page', () => {
  test('escapes what people write', async () => {
    await setStepState(site.register.db, 'ccms/2016', 'relazione-raccolta', { note: '<img src=x onerror=alert(1)>' });
    const page = await site.page(`${CYCLE}/attivita/relazione-raccolta`);
    expect(page).not.toContain('<img src=x');
    expect(page).toContain('&lt;img src=x');
  });

  test.each([CYCLE, `${CYCLE}/attivita/monitoraggio-1`, `${CYCLE}/cruscotto`, '/posta', '/nulla'])(
    'carries the headers that keep it safe: %s',
    async (path) => {
      const { headers } = await site.app.request(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('private, no-cache');
    },
  );

  test.each([CYCLE, `${CYCLE}/attivita/monitoraggio-1`, `${CYCLE}/cruscotto`])(
    'has no script or style inside: %s',
    async (path) => {
      const page = await site.page(path);
      expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
      expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+="/);
    },
  );

  test('refreshes by itself only when asked', async () => {
    expect(await site.page(CYCLE)).not.toContain('http-equiv="refresh"');
    expect(await site.page(`${CYCLE}?aggiorna=10`)).toContain('<meta http-equiv="refresh" content="10"');
  });

  test.each([
    [CYCLE, 10],
    [`${CYCLE}/attivita/piano-approvazione`, 18],
    [`${CYCLE}/attivita/monitoraggio-2`, 29],
    [`${CYCLE}/cruscotto`, 13],
    ['/posta', 1],
  ])('asks the register a bounded number of questions: %s', async (path, most) => {
    const before = site.queries();
    await site.page(path);
    expect(site.queries() - before).toBeLessThanOrEqual(most);
  });

  test.each([
    '/cicli/ccms/2015',
    '/cicli/altro/2016',
    `${CYCLE}/attivita/nessuna`,
    `${CYCLE}/nessuna`,
    `/documenti/${'0'.repeat(64)}`,
  ])('that is not there says so in the same layout: %s', async (path) => {
    const answer = await site.app.request(path);
    expect(answer.status).toBe(404);
    expect(textOf(await answer.text())).toContain('Pagina non trovata');
  });
});

const EVIL = [
  'From: Ciclo <ciclo@ccms.example>',
  'To: "<b>x</b>" <evil@ccms.example>',
  'Subject: <script>alert(1)</script>',
  'Date: Tue, 20 Sep 2016 07:00:00 +0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="x"',
  '',
  '--x',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Testo</p><script>parent.document.title = "preso"; document.title = "preso"</script><img src=x onerror="document.title=1">',
  '--x',
  'Content-Type: text/html',
  "Content-Disposition: attachment; filename*=utf-8''a%22b%0Ac.html",
  '',
  '<script>alert(1)</script>',
  '--x--',
  '',
].join('\r\n');
