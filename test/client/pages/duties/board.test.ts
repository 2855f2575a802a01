import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { decisionsOf } from '../../../../src/register/decisions.js';
import { logOf } from '../../../../src/register/log.js';
import { addSubstitution } from '../../../../src/register/people.js';
import { listPlanVersions } from '../../../../src/register/plans.js';
import { stepOf } from '../../../../src/register/steps.js';
import { aLiveCycle, eventually, hidden } from '../live-cycle.js';
import { draftTargets } from '../plan/drafts.js';
import { textOf } from '../site.js';

const STEP = 'piano-approvazione';
const SECRETARY = 'fiorenzo.altobellini';

describe('a document before the Giunta', () => {
  const live = aLiveCycle('2016-01-25');
  let secretary: string;
  let preparer: string;

  const shown = async (): Promise<string> =>
    await eventually(async () => {
      const html = await live.page(secretary);
      return html.includes('name="impronta"') && html;
    });
  const form = (html: string, fields: Readonly<Record<string, string>>): FormData => {
    const data = new FormData();
    for (const name of ['chiave', 'impronta', 'visto']) data.set(name, hidden(html, name));
    data.set('controllato', 'si');
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };
  const decided = () => decisionsOf(live.register.db, live.cycle, STEP);
  const counts = async (): Promise<string> => {
    const rows = await Promise.all(
      (['decisions', 'log', 'acts', 'attachments', 'delayReasons', 'planVersions', 'enclosures'] as const).map(
        (table) =>
          live.register.db
            .selectFrom(table)
            .select((e) => e.fn.countAll<number>().as('n'))
            .executeTakeFirstOrThrow(),
      ),
    );
    return rows.map((r) => r.n).join();
  };

  beforeAll(async () => {
    await live.open(STEP);
    secretary = await live.link(STEP, SECRETARY);
    preparer = await live.link(STEP, 'guglielmo.tarasconi');
  });

  test('the secretary is mailed a link, and finds what is asked, by when, by what norm, on what document', async () => {
    const mail = await eventually(async () =>
      live.mails.find((m) => m.to.address === 'fiorenzo.altobellini@ccms.example'),
    );
    expect(mail.text).toContain(secretary);
    expect(mail.text).toContain('Registra la decisione');
    const text = textOf(await shown());
    expect(text).toContain('Registra la decisione: Piano della performance 2016-2018');
    expect(text).toContain('Fiorenzo Altobellini');
    expect(text).toContain('29/01/2016');
    expect(text).toContain('D.Lgs. 150/2009, art. 10, c. 1, lett. a)');
    expect(text).toMatch(/Impronta \(SHA-256\) [0-9a-f]{64}/);
    expect(text).toContain('Ottavia Brandini');
    expect(text).toContain('È la prima versione');
  });

  test('what was understood is shown to be read again, with its file, and can be changed: nothing is on record before', async () => {
    const data = form(await shown(), { esito: 'deferred', rinvio: '28/01/2016' });
    data.delete('controllato');
    data.append('atto', new File(['%PDF-1.7 verbale'], 'verbale.pdf', { type: 'application/pdf' }));
    const answer = await live.request(`${secretary}/decisione`, data);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(textOf(html)).toMatch(
      /Controllare prima di confermare .*Organo Giunta camerale .*28\/01\/2016 .*verbale\.pdf/,
    );
    expect(await decided()).toEqual([]);
    const again = new URLSearchParams({ controllato: 'no' });
    for (const name of ['chiave', 'impronta', 'visto', 'esito', 'rinvio']) again.set(name, hidden(html, name));
    const changing = await live.request(`${secretary}/decisione`, again);
    expect(changing.status).toBe(200);
    const back = await changing.text();
    expect(hidden(back, 'chiave')).not.toBe('');
    expect(back).toContain('value="28/01/2016"');
    expect(textOf(back)).toContain('«verbale.pdf» è già caricato');
    expect(textOf(back)).not.toContain('da correggere');
    expect(await decided()).toEqual([]);
    await live.register.db.deleteFrom('enclosures').execute();
  });

  test('looking changes nothing', async () => {
    const html = await shown();
    const hash = hidden(html, 'impronta');
    const before = await counts();
    for (const below of ['', '/documento', `/documento/${hash}`, `/documento/${hash}/json`, '/decisione', '/atto/x'])
      await live.request(`${secretary}${below}`);
    expect(await counts()).toBe(before);
  });

  test('the document opens below the link, in an origin of its own, and no other does', async () => {
    const hash = hidden(await shown(), 'impronta');
    const opened = await live.request(`${secretary}/documento/${hash}`);
    expect(opened.status).toBe(200);
    expect(opened.headers.get('content-security-policy')).toContain('sandbox');
    expect((await live.request(`${secretary}/documento`)).headers.get('location')).toBe(
      `${secretary}/documento/${hash}`,
    );
    const other = await live.register.db
      .selectFrom('documents')
      .select('hash')
      .where('kind', '=', 'rpp')
      .executeTakeFirstOrThrow();
    expect((await live.request(`${secretary}/documento/${other.hash}`)).status).toBe(404);
    // Who came by a link finds nothing else open: the console itself asks to sign in for what changes something.
    expect((await live.request(`${secretary}/documento/${'0'.repeat(64)}`)).status).toBe(404);
  });

  test.each([
    [{}, 'Scegliere l’esito'],
    [{ esito: 'approved', 'numero-atto': '12', 'data-atto': '31/02/2016' }, 'il giorno 31/02/2016 non esiste'],
    [{ esito: 'approved', 'numero-atto': '12', 'data-atto': '2016-01-26' }, 'è nel futuro (oggi è il 25/01/2016)'],
    [{ esito: 'approved', 'numero-atto': '12', 'data-atto': '2016-01-20' }, 'precede la trasmissione del documento'],
    [{ esito: 'approved', 'data-atto': '2016-01-25' }, 'serve il numero dell’atto'],
    [{ esito: 'rejected' }, 'osservazioni scritte'],
    [{ esito: 'deferred', rinvio: '2016-01-25' }, 'deve essere successiva a oggi'],
    [
      { esito: 'rejected', osservazioni: 'x', presenti: 'sette', favorevoli: '1', contrari: '1', astenuti: '1' },
      'Presenti: «sette»',
    ],
    [{ esito: 'rejected', osservazioni: 'x', presenti: '7' }, 'manca favorevoli'],
    [
      { esito: 'rejected', osservazioni: 'x', presenti: '3', favorevoli: '3', contrari: '1', astenuti: '0' },
      'superano i presenti',
    ],
    [
      {
        esito: 'approved',
        'numero-atto': '12',
        'data-atto': '25/01/2016',
        presenti: '7',
        favorevoli: '2',
        contrari: '5',
        astenuti: '0',
      },
      'favorevoli 2 e contrari 5',
    ],
    [
      { esito: 'approved', 'numero-atto': '12', 'data-atto': '25/01/2016', rinvio: '20/02/2016' },
      'si indica solo per un rinvio',
    ],
    [{ esito: 'deferred', rinvio: '20/02/2016' }, 'va oltre il termine di legge, 31/01/2016'],
    [{ esito: 'rejected', osservazioni: 'a\u0000b' }, 'carattere che non si può registrare'],
    [{ esito: 'rejected', osservazioni: 'x', impronta: 'f'.repeat(64) }, 'non è quella del documento trasmesso'],
  ])('what will not do is named and nothing is recorded: %o', async (fields, named) => {
    const before = await counts();
    const answer = await live.request(`${secretary}/decisione`, form(await shown(), fields));
    const html = await answer.text();
    expect(textOf(html)).toContain(named);
    expect(answer.status).toBe(422);
    expect(html).toContain('role="alert"');
    expect(await counts()).toBe(before);
  });

  test('everything that is wrong is told at once, each at its field', async () => {
    const fields = {
      esito: 'approved',
      'data-atto': '31/02/2016',
      presenti: '7',
      favorevoli: 'due',
      rinvio: '20/02/2016',
    };
    const html = await (await live.request(`${secretary}/decisione`, form(await shown(), fields))).text();
    for (const id of ['numero-atto', 'data-atto', 'favorevoli', 'rinvio']) {
      expect(html).toContain(`href="#${id}"`);
      expect(html).toMatch(new RegExp(`<input[^>]*id="${id}"[^>]*aria-invalid="true"`));
    }
    expect(textOf(html)).toContain('Ci sono 4 dati da correggere');
  });

  test('a file that is no act is refused by name; what was typed stays in the form', async () => {
    const html = await shown();
    for (const [file, why] of [
      [new File(['<script>alert(1)</script>'], 'delibera.pdf'), 'delibera.pdf'],
      [new File(['MZ'], 'programma.exe'), 'programma.exe'],
      [new File(['a;b'], 'tabella.csv', { type: 'text/csv' }), 'tabella.csv'],
    ] as const) {
      const data = form(html, { esito: 'approved', 'numero-atto': '<b>12</b>', 'data-atto': '2016-01-25' });
      data.set('atto', file);
      const answer = await live.request(`${secretary}/decisione`, data);
      const page = await answer.text();
      expect(answer.status).toBe(422);
      expect(textOf(page)).toContain(why);
      expect(page).toContain('value="&lt;b&gt;12&lt;/b&gt;"');
    }
    expect(await decided()).toEqual([]);
  });

  test('who prepared the document, their substitute, and who shares their mailbox do not decide', async () => {
    const { db } = live.register;
    // Rosalba records for the Giunta while Fiorenzo is away, and in those days shares the preparers' mailbox.
    const away = { from: '2016-01-25', to: '2016-01-25', reason: 'congedo' } as const;
    await addSubstitution(db, 'ccms', { ...away, absent: SECRETARY, substitute: 'guglielmo.tarasconi' });
    const cookie = await live.session('guglielmo.tarasconi');
    const own = `/cicli/ccms/2016/attivita/${STEP}/adempimento`;
    const html = await (await live.request(own, undefined, cookie)).text();
    expect(textOf(html)).toContain(
      'Chi ha preparato il documento (Guglielmo Tarasconi) non può registrarne la decisione',
    );
    const hash = /\/documento\/([0-9a-f]{64})/.exec(html)?.[1] ?? '';
    const data = new FormData();
    const fields = {
      chiave: crypto.randomUUID(),
      impronta: hash,
      esito: 'rejected',
      osservazioni: 'x',
    };
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    const answer = await live.request(`${own}/decisione`, data, cookie);
    expect(answer.status).toBe(422);
    await sql`delete from ${sql.table('substitutes')} where absent = ${SECRETARY} and reason = 'congedo'`.execute(db);

    await db
      .updateTable('people')
      .set({ email: 'Ottavia.Brandini@ccms.example' })
      .where('id', '=', SECRETARY)
      .execute();
    const shared = await live.request(
      `${secretary}/decisione`,
      form(htmlWithForm(hash), { esito: 'rejected', osservazioni: 'x' }),
    );
    expect(textOf(await shared.text())).toContain('usa la stessa casella di posta');
    await db
      .updateTable('people')
      .set({ email: 'fiorenzo.altobellini@ccms.example' })
      .where('id', '=', SECRETARY)
      .execute();
    expect(await decided()).toEqual([]);
  });

  test('a deferral counts once; a second secretary with an older page is asked, and nothing of theirs is kept before they say so', async () => {
    const [mine, hers] = [await shown(), await shown()];
    const first = await live.request(`${secretary}/decisione`, form(mine, { esito: 'deferred', rinvio: '2016-01-27' }));
    expect(first.status).toBe(303);
    // The very form sent twice is the same decision.
    const twice = await live.request(`${secretary}/decisione`, form(mine, { esito: 'deferred', rinvio: '2016-01-27' }));
    expect(twice.headers.get('location')).toContain('gia=si');
    await live.register.db.deleteFrom('enclosures').execute();
    const before = await counts();
    const data = form(hers, { esito: 'deferred', rinvio: '2016-01-28' });
    data.set('atto', new File(['%PDF-1.7\n%%EOF'], 'verbale.pdf', { type: 'application/pdf' }));
    const second = await live.request(`${secretary}/decisione`, data);
    expect(second.status).toBe(422);
    const html = await second.text();
    expect(textOf(html)).toContain('è cambiato qualcosa. Risulta registrato un rinvio al 27/01/2016.');
    // The file waits to be confirmed with the rest; nothing of it is on record.
    expect(textOf(html)).toContain('«verbale.pdf» è già caricato');
    expect(html).toContain('value="2016-01-28"');
    await live.register.db.deleteFrom('enclosures').execute();
    expect(await counts()).toBe(before);
    expect(await decided()).toHaveLength(1);
  });

  test('rejected with remarks, with its act: on record, and the preparers have the remarks', async () => {
    const data = form(await shown(), {
      esito: 'rejected',
      osservazioni: 'Il target dell’indicatore 1.1.1-01\nè troppo basso <b>',
      presenti: '7',
      favorevoli: '1',
      contrari: '5',
      astenuti: '1',
    });
    data.set(
      'atto',
      new File(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF'], 'verbale n. 3.pdf', { type: 'application/pdf' }),
    );
    const [one, two] = await Promise.all([1, 2].map(() => live.request(`${secretary}/decisione`, data)));
    expect([one?.status, two?.status]).toEqual([303, 303]);
    expect((await decided()).map((d) => d.outcome)).toEqual(['deferred', 'rejected']);

    // Whichever of the two came first.
    const places = [one, two].map((answer) => answer?.headers.get('location') ?? '');
    const recorded = await live.page(places.find((place) => !place.includes('gia=si')) ?? '');
    expect(textOf(recorded)).toContain('La decisione è stata registrata.');
    expect(textOf(recorded)).toContain('presenti 7, favorevoli 1, contrari 5, astenuti 1');
    expect(recorded).toContain('troppo basso &lt;b&gt;');
    const file = /href="([^"]*\/atto\/[0-9a-f]{64})"/.exec(recorded)?.[1] ?? '';
    const act = await live.request(file);
    expect(act.headers.get('content-disposition')).toContain('attachment; filename="verbale n. 3.pdf"');
    expect(act.headers.get('content-security-policy')).toContain('sandbox');
    expect(await act.text()).toContain('%PDF-1.7');

    const third = await live.request(`${secretary}/decisione`, data);
    expect(third.headers.get('location')).toContain('gia=si');
    expect(textOf(await live.page(third.headers.get('location') ?? ''))).toContain('conta una sola volta');
    expect(await decided()).toHaveLength(2);

    const mail = await eventually(async () =>
      live.mails.find((m) => m.subject.includes('respinto') && m.to.address.startsWith('guglielmo')),
    );
    expect(mail.text).toContain('Rivedi e ritrasmetti');
    const owners = textOf(await live.page(preparer));
    expect(owners).toContain('Osservazioni (Giunta camerale)');
    expect(owners).toContain('è troppo basso <b>');
    expect(textOf(await live.page(secretary))).toContain('lo rivedono e lo trasmettono di nuovo');
  });

  test('the text signed later is added to the act; nothing else is', async () => {
    const key = (await decided()).at(-1)?.key ?? '';
    const data = new FormData();
    data.set('modulo', key.split('/').at(-1) ?? '');
    data.set('atto', new File(['non firmato'], 'verbale.pdf.p7m'));
    expect((await live.request(`${secretary}/atto`, data)).status).toBe(422);
    const signed = Buffer.concat([Buffer.from('308006092a864886f70d010702a080', 'hex'), Buffer.from('firma')]);
    data.set('atto', new File([signed], 'verbale.pdf.p7m'));
    const answer = await live.request(`${secretary}/atto`, data);
    expect(answer.status).toBe(303);
    expect(await live.page(answer.headers.get('location') ?? '')).toContain('verbale.pdf.p7m');
  });

  test('the preparers are led to what they put right: the plan, or the draft a document is transmitted from', async () => {
    const planPage = '/cicli/ccms/2016/piano';
    expect(await live.page(preparer)).toContain(`href="${planPage}"`);
    const step = await stepOf(live.register.db, live.cycle, STEP);
    if (step === undefined) throw new Error('no step');
    const { planned } = step;
    const asPlanned = (transmits: true | undefined) =>
      live.register.db
        .updateTable('steps')
        .set({ planned: JSON.stringify({ ...planned, transmits }) })
        .where('cycle', '=', live.cycle)
        .where('id', '=', STEP)
        .execute();
    await asPlanned(true);
    const led = await live.page(preparer);
    await asPlanned(undefined);
    expect(led).toMatch(/href="\/cicli\/ccms\/2016\/documenti\/piano\/bozza"[^>]*>Correggi e ritrasmetti dalla bozza/);
    expect(led).not.toContain('/ritrasmissione');
  });

  test('the preparers transmit it again, once, with a note; the board sees what changed', async () => {
    const change = { person: 'guglielmo.tarasconi', at: live.now(), reason: 'osservazioni della Giunta' };
    await draftTargets(live.register.db, live.ref, change, new Map([['1.1.1-01', '≥ 77']]));
    const html = await live.page(preparer);
    expect(textOf(html)).toContain('Che cosa cambierebbe ritrasmettendo ora');
    expect(textOf(html)).toContain('≥ 77');
    const data = new FormData();
    for (const name of ['chiave', 'visto']) data.set(name, hidden(html, name));
    data.set('controllato', 'si');
    data.set('nota', '  ');
    expect(textOf(await (await live.request(`${preparer}/ritrasmissione`, data)).text())).toContain(
      'Indicare che cosa è stato modificato',
    );
    data.set('nota', 'alzato il target di 1.1.1-01');
    const sent = await live.request(`${preparer}/ritrasmissione`, data);
    expect(sent.status).toBe(303);
    expect(textOf(await live.page(sent.headers.get('location') ?? ''))).toContain('trasmesso di nuovo');
    // The same form again is the same act; another is refused.
    const again = await live.request(`${preparer}/ritrasmissione`, data);
    expect([again.status, again.headers.get('location')]).toEqual([303, sent.headers.get('location')]);
    data.set('chiave', crypto.randomUUID());
    const other = await live.request(`${preparer}/ritrasmissione`, data);
    expect(other.status).toBe(409);
    expect(textOf(await other.text())).toContain('risulta già ritrasmesso');

    const second = textOf(await shown());
    expect(second).toContain('2°, dopo le osservazioni');
    expect(second).toContain('un target modificato');
    expect(second).toContain('Nota di chi ritrasmette: alzato il target di 1.1.1-01');
    expect(second).toMatch(/1\.1\.1-01 .* target 2016 .* ≥ 77/);
    expect(second).toContain('Decisioni precedenti');
  });

  test('approved by the substitute for the absent secretary: on record for whom, and the plan is in force', async () => {
    const away = { from: '2016-01-25', to: '2016-01-26', reason: 'malattia' } as const;
    await addSubstitution(live.register.db, 'ccms', { ...away, absent: SECRETARY, substitute: 'rosalba.ceccarini' });
    const gone = await live.request(secretary);
    expect(gone.status).toBe(403);
    const link = await live.link(STEP, 'rosalba.ceccarini', SECRETARY);
    const html = await live.page(link);
    expect(textOf(html)).toContain('Rosalba Ceccarini, in sostituzione di Fiorenzo Altobellini');
    const data = form(html, { esito: 'approved', 'numero-atto': '12', 'data-atto': '25/01/2016' });
    const stranger = await live.link(STEP, 'matilde.orsolini');
    expect((await live.request(`${stranger}/decisione`, data)).status).toBe(403);
    const sent = await live.request(`${link}/decisione`, data);
    expect(sent.status).toBe(303);
    const recorded = textOf(await live.page(sent.headers.get('location') ?? ''));
    expect(recorded).toContain('n. 12 del 25/01/2016');
    expect(recorded).toContain('Rosalba Ceccarini, in sostituzione di Fiorenzo Altobellini');
    expect((await decided()).at(-1)).toMatchObject({
      outcome: 'approved',
      decidedBy: 'rosalba.ceccarini',
      actingFor: SECRETARY,
      round: 2,
    });
    const log = await logOf(live.register.db, { cycle: live.cycle, step: STEP });
    expect(log.find((l) => l.action === 'decision-approved')).toMatchObject({
      actor: 'rosalba.ceccarini',
      actingFor: SECRETARY,
    });
    expect((await listPlanVersions(live.register.db, 'ccms', 2016)).at(-1)?.status).toBe('in-force');

    // The step has ended: the same form again is the same decision, another one is told whose counts.
    const same = await live.request(`${link}/decisione`, data);
    expect(same.headers.get('location')).toContain('gia=si');
    data.set('chiave', crypto.randomUUID());
    const other = await live.request(`${link}/decisione`, data);
    expect(other.status).toBe(409);
    expect(textOf(await other.text())).toContain('già approvato con atto n. 12 del 25/01/2016');
    await eventually(async () =>
      textOf(await (await live.request(`${link}/decisione`, data)).text()).includes('registrato da Rosalba Ceccarini'),
    );
    expect(await decided()).toHaveLength(3);
  });

  /** A page whose form is of the document with a hash, for who is shown none. */
  function htmlWithForm(hash: string): string {
    const field = (name: string, value: string) => `<input type="hidden" name="${name}" value="${value}">`;
    return field('chiave', crypto.randomUUID()) + field('impronta', hash) + field('visto', '');
  }
});
