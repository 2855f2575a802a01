import { beforeAll, describe, expect, test } from 'vitest';
import { appendLog } from '../../../../src/register/log.js';
import { type Reader, signedIn } from '../signed-in.js';
import { aHalfRunSite, textOf } from '../site.js';

const site = aHalfRunSite('2016-09-20');
const at = (asked: string): string => `/enti/ccms/cerca?${new URLSearchParams({ q: asked })}`;
let steering: Reader;
let officer: Reader;

beforeAll(async () => {
  steering = await signedIn(site, 'guglielmo.tarasconi');
  officer = await signedIn(site, 'lidia.fornasetti');
  const entry = { at: site.run.now, actor: 'guglielmo.tarasconi', action: 'step-noted', cycle: 'ccms/2016' } as const;
  await appendLog(
    site.register.db,
    { ...entry, subject: 'monitoraggio-2', step: 'monitoraggio-2', detail: { reason: 'Zafferano nella città' } },
    { ...entry, subject: 'monitoraggio-2', step: 'monitoraggio-2', detail: { reason: 'Zafferano per SG-1-01' } },
  );
});

describe('the search of a body', () => {
  test('stands on every page of it, and needs no script', async () => {
    for (const path of ['/cicli/ccms/2016', '/cicli/ccms/2016/cruscotto', '/enti/ccms', '/enti/ccms/chi-siamo']) {
      const page = await steering.page(path);
      expect(page).toMatch(/<form class="ciclo-search" method="get" action="\/enti\/ccms\/cerca"/);
    }
  });

  test.each([
    ['a person', 'fornasetti', 'Lidia Fornasetti', '/cicli/ccms/2016/registro?persona=lidia.fornasetti'],
    ['an indicator by its code', '2.2.1-01', '2.2.1-01', '/cicli/ccms/2016/indicatori/2.2.1-01'],
    ['a step', 'secondo monitoraggio', 'Secondo monitoraggio', '/cicli/ccms/2016/attivita/monitoraggio-2'],
    ['a document', 'relazione previsionale', 'Relazione previsionale e programmatica 2016', '/documenti/'],
    ['a line of the log', 'zafferano', 'Zafferano nella città', '/cicli/ccms/2016/registro?operazione=step-noted'],
  ])('finds %s, and leads there', async (_what, asked, said, href) => {
    const page = await steering.page(at(asked));
    expect(textOf(page)).toContain(said);
    expect(page.replaceAll('&amp;', '&')).toContain(`href="${href}`);
  });

  test.each(['ZAFFERANO CITTA', 'citta zafferano', 'Zafferano cittÀ'])(
    'takes «%s» for «Zafferano nella città»: no accents, no capitals, words in any order',
    async (asked) => {
      expect(textOf(await steering.page(at(asked)))).toContain('Zafferano nella città');
    },
  );

  test('says when there is nothing, and when too little was written', async () => {
    expect(textOf(await steering.page(at('zzzz inesistente')))).toContain('Nessun risultato per «zzzz inesistente»');
    expect(textOf(await steering.page(at('a')))).toContain('Servono almeno due lettere');
    expect(textOf(await steering.page(at('100% _')))).toContain('Nessun risultato per');
  });

  test('shows so many of a kind and no more', async () => {
    const page = await steering.page(at('di'));
    const [, indicators = ''] = /<h2 id="indicatori">(.*?)<\/section>/s.exec(page) ?? [];
    expect(indicators.match(/<li>/g)).toHaveLength(20);
    expect(textOf(indicators)).toContain('Sono mostrati i primi 20');
  });
});

describe('what the reader is not to see', () => {
  test('the log is for who may read it', async () => {
    const page = await officer.page(at('zafferano'));
    expect(textOf(page)).toContain('Nessun risultato per «zafferano»');
    expect(await officer.page(at('fornasetti'))).not.toContain('/registro?persona');
    expect(textOf(await site.page(at('zafferano')))).toContain('Nessun risultato per');
  });

  test('objectives of single persons are found by who may see everybody’s alone', async () => {
    expect(await steering.page(at('SG-1-01'))).toContain('/indicatori/SG-1-01');
    expect(textOf(await officer.page(at('SG-1-01')))).toContain('Nessun risultato per');
    expect(textOf(await site.page(at('SG-1-01')))).toContain('Nessun risultato per');
  });

  test('an administrator reads the log, and not the lines about single persons’ objectives', async () => {
    await site.register.db
      .insertInto('holdings')
      .values({
        entity: 'ccms',
        role: 'amministratore',
        person: 'lidia.fornasetti',
        origin: 'file',
        fromDate: '2016-01-01',
        toDate: '2016-12-31',
      })
      .execute();
    const administrator = await signedIn(site, 'lidia.fornasetti');
    expect(textOf(await administrator.page(at('zafferano citta')))).toContain('Zafferano nella città');
    expect(textOf(await administrator.page(at('zafferano SG-1-01')))).toContain('Nessun risultato per');
    expect(textOf(await administrator.page(at('zafferano')))).not.toContain('SG-1-01');
  });

  test('another body’s pages do not answer', async () => {
    expect((await steering.get('/enti/altro/cerca?q=x')).status).toBe(404);
  });
});
