import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '../../../../src/domain/calendar/civil-date.js';
import { romeDate } from '../../../../src/domain/calendar/zone.js';
import { formOf } from '../../../../src/forms/form-of.js';
import { recordCollected } from '../../../../src/register/collected.js';
import { correctiveActionsOf } from '../../../../src/register/corrective-actions.js';
import { draftOf } from '../../../../src/register/drafts.js';
import { followedItem } from '../../../../src/register/follow-up.js';
import { invitationsOf, takeBackInvitation } from '../../../../src/register/invitations.js';
import { currentMeasurements } from '../../../../src/register/measurements.js';
import { returnMeasurement } from '../../../../src/register/returned.js';
import { writeOfficerSheet } from '../../../../src/sheets/officer-sheet.js';
import { CONSOLE_URL } from '../parts.js';
import { textOf } from '../site.js';
import { expectTakenAway } from '../taken-away.js';
import { anOfficerSite, CHECKPOINT, CYCLE, DUTY, filled, type OfficerSite } from './officer-site.js';

const REF = { cycle: CYCLE, checkpoint: CHECKPOINT };
type Changes = Parameters<typeof filled>[1];

/** An officer at work on a site: opens their page, fills it in, presses a button. */
function atWork(site: OfficerSite, who: { readonly person: string; readonly actingFor?: string }) {
  let link: string | undefined;
  const here = async (): Promise<string> => {
    link ??= await site.invite(who.person, who.actingFor);
    return link;
  };
  const get = async (below = ''): Promise<Response> => site.app.request((await here()) + below);
  const post = async (below: string, body: FormData): Promise<Response> =>
    site.app.request((await here()) + below, { method: 'POST', body, headers: { Origin: CONSOLE_URL } });
  const page = async (below = ''): Promise<string> => (await get(below)).text();
  return {
    here,
    get,
    post,
    page,
    press: async (button: string, changes: Changes): Promise<Response> =>
      post('', filled(await page(), changes, button)),
    send: async (changes: Changes): Promise<Response> => post('', filled(await page(), changes)),
    /** Follows a redirect to its page. */
    follow: async (answer: Response): Promise<string> => {
      const location = answer.headers.get('Location');
      if (answer.status !== 303 || location === null) {
        throw new Error(`no redirect: ${answer.status} ${textOf(await answer.text()).slice(0, 800)}`);
      }
      return (await site.app.request(location)).text();
    },
  };
}

const standingValue = async (site: OfficerSite, indicator: string) =>
  (await currentMeasurements(site.db, REF)).find((m) => m.indicator === indicator);

const PDF = new Uint8Array(Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'));
/** Without days of review. */
const CLOSES =
  'Il monitoraggio si chiude da sé appena ci sono i valori di tutti gli uffici: può dunque chiudersi prima della scadenza';
const pdf = (name = 'registro.pdf'): File => new File([PDF], name, { type: 'application/pdf' });

/** The errors a page shows, by the link that leads to each field. */
const errorsOf = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/<li><a href="(#[^"]+)">(.*?)<\/a><\/li>/gs)].map(([, href = '', text = '']) => [
      href,
      textOf(text),
    ]),
  );

describe('the form', () => {
  const site = anOfficerSite();
  const olga = atWork(site, { person: 'olga' });

  it('lists the indicators of the officer’s offices, and nobody else’s', async () => {
    const text = textOf(await olga.page());
    expect(text).toContain('Modulo di Olga Promotti');
    expect(text).toContain('Target approvato almeno 24 almeno 24 incontri: più è alto, meglio è');
    expect(text).toContain('Ultimo valore nessuno registrato');
    expect(text).toContain('9 da compilare su 9');
    expect(text).not.toContain('Imprese intervistate');
  });

  it('says before anything is sent that the checkpoint may close before its deadline', async () => {
    expect(textOf(await olga.page())).toContain(CLOSES);
  });

  it('changes nothing when it is only looked at, whatever of it', async () => {
    const page = await olga.page();
    expect(page).toContain('Invia');
    const before = await site.counts();
    for (const below of [
      '',
      '?fatto=bozza',
      '/foglio',
      '/ricevuta/1',
      `/allegati/${'a'.repeat(64)}`,
      '/calcola',
      '/azioni',
    ]) {
      await olga.get(below);
    }
    expect(await site.counts()).toEqual(before);
  });

  it.each([
    ['A-1', 'A-1', { 'valore:A-1': '7' }, { kind: 'number', value: '7' }],
    ['A-2', 'a percentage', { 'valore:A-2': '82,5%' }, { kind: 'number', value: '82.5' }],
    [
      'A-3',
      'numerator and denominator',
      { 'numeratore:A-3': '1.234,5', 'denominatore:A-3': '1500' },
      { kind: 'ratio', numerator: '1234.5', denominator: '1500' },
    ],
    ['A-4', 'euros', { 'valore:A-4': '€ 120.000,00' }, { kind: 'number', value: '120000' }],
    ['A-5', 'days', { 'valore:A-5': '12,5' }, { kind: 'number', value: '12.5' }],
    ['A-6', 'a day', { 'valore:A-6': '15/3/2016' }, { kind: 'date', on: '2016-03-15' }],
    ['A-7', 'yes', { 'risposta:A-7': 'yes' }, { kind: 'yes-no', value: true }],
    ['A-8', 'a score', { 'valore:A-8': '7,5' }, { kind: 'number', value: '7.5' }],
    ['A-9', 'what has no reading', { 'valore:A-9': 'sì' }, { kind: 'yes-no', value: true }],
  ] as const)('takes %s (%s)', async (code, _what, changes, actual) => {
    const receipt = textOf(await olga.follow(await olga.send(changes)));
    expect(receipt).toMatch(/Ricevuta n\. \d+/);
    expect((await standingValue(site, code))?.actual).toMatchObject(
      actual.kind === 'number' ? { kind: 'number' } : actual,
    );
    if (actual.kind === 'number') {
      const value = (await standingValue(site, code))?.actual;
      expect(value?.kind === 'number' ? Number(value.value) : undefined).toBe(Number(actual.value));
    }
    expect(await standingValue(site, code)).toMatchObject({ officer: 'olga', channel: 'form', simulated: true });
  });

  it('says in the end that nothing is missing, and can still be corrected', async () => {
    const receipt = textOf(await olga.follow(await olga.send({ 'valore:A-1': '8' })));
    expect(receipt).toContain('Non manca nulla');
    expect(receipt).toContain(CLOSES);
    expect(receipt).toContain('Valore: 8 incontri');
    expect((await standingValue(site, 'A-1'))?.actual).toEqual({ kind: 'number', value: '8' });
  });

  it('is prefilled with what was sent, and sends only what changed', async () => {
    const before = await site.counts();
    const html = await olga.page();
    expect(html).toContain('value="1.234,5"');
    expect(html).toContain('value="15/03/2016"');
    await olga.follow(await olga.send({ 'nota:A-2': 'indagine di aprile' }));
    const after = await site.counts();
    expect(after.measurements).toBe((before.measurements ?? 0) + 1);
    expect(await standingValue(site, 'A-2')).toMatchObject({ note: 'indagine di aprile' });
  });

  it('reads back every value exactly as it was sent', async () => {
    const before = await currentMeasurements(site.db, REF);
    const again = await olga.send({});
    expect(again.status).toBe(422);
    expect(textOf(await again.text())).toContain('Non c’è nulla di nuovo da inviare');
    expect(await currentMeasurements(site.db, REF)).toEqual(before);
  });

  it('wakes the checkpoint once its form is in', () => {
    expect(site.signals.length).toBeGreaterThan(0);
    expect(site.signals[0]).toMatch(/\/prova\/2016\/monitoraggio-1$/);
  });

  it('counts a double click once, and shows both the same receipt', async () => {
    const html = await olga.page();
    const before = await site.counts();
    const [first, second] = await Promise.all([
      olga.post('', filled(html, { 'valore:A-1': '10' })),
      olga.post('', filled(html, { 'valore:A-1': '10' })),
    ]);
    expect(second?.headers.get('Location')).toBe(first?.headers.get('Location'));
    const third = await olga.post('', filled(html, { 'valore:A-1': '10' }));
    expect(third.headers.get('Location')).toBe(first?.headers.get('Location'));
    expect((await site.counts()).submissions).toBe((before.submissions ?? 0) + 1);
  });

  it('takes what is corrected on the same page after going back as another form', async () => {
    const html = await olga.page();
    await olga.follow(await olga.post('', filled(html, { 'valore:A-1': '11' })));
    await olga.follow(await olga.post('', filled(html, { 'valore:A-1': '12' })));
    expect((await standingValue(site, 'A-1'))?.actual).toEqual({ kind: 'number', value: '12' });
  });

  it('is asked about when another page has sent a value meanwhile, and goes through when it is sent again', async () => {
    const older = await olga.page();
    await olga.follow(await olga.send({ 'valore:A-1': '14' }));
    const asked = await olga.post('', filled(older, { 'valore:A-1': '12' }));
    expect(asked.status).toBe(422);
    const html = await asked.text();
    expect(errorsOf(html)['#voce-1-value']).toContain('mentre la pagina era aperta Olga Promotti ha inviato «14');
    expect((await standingValue(site, 'A-1'))?.actual).toEqual({ kind: 'number', value: '14' });
    await olga.follow(await olga.post('', filled(html, {})));
    expect((await standingValue(site, 'A-1'))?.actual).toEqual({ kind: 'number', value: '12' });
  });

  it('shows its own receipts only', async () => {
    const irene = atWork(site, { person: 'irene' });
    await irene.follow(await irene.send({ 'valore:B-1': '60' }));
    const { id } = await site.db
      .selectFrom('submissions')
      .select('id')
      .where('officer', '=', 'irene')
      .executeTakeFirstOrThrow();
    expect((await irene.get(`/ricevuta/${id}`)).status).toBe(200);
    expect((await olga.get(`/ricevuta/${id}`)).status).toBe(404);
  });

  it('is found by who has signed in, and by nobody else', async () => {
    const signedIn = await site.app.request(DUTY, { headers: { Cookie: await site.cookie('olga') } });
    expect(textOf(await signedIn.text())).toContain('Modulo di Olga Promotti');
    expect((await site.app.request(DUTY)).status).toBe(303);
    const stranger = await site.app.request(DUTY, { headers: { Cookie: await site.cookie('sara') } });
    expect(stranger.status).toBe(403);
  });

  it('asks nothing of who only follows the checkpoint', async () => {
    const guido = await site.app.request(DUTY, { headers: { Cookie: await site.cookie('guido') } });
    expect(textOf(await guido.text())).toContain('non ci sono indicatori affidati a Lei');
  });

  it('is not taken from another site', async () => {
    const body = filled(await olga.page(), { 'valore:A-1': '1' });
    const answer = await site.app.request(await olga.here(), {
      method: 'POST',
      body,
      headers: { Origin: 'https://altrove.example' },
    });
    expect(answer.status).toBe(403);
    expect((await standingValue(site, 'A-1'))?.actual).toEqual({ kind: 'number', value: '12' });
  });

  it('no longer opens when its link is revoked', async () => {
    const sara = atWork(site, { person: 'olga' });
    const [invitation] = await invitationsOf(site.db, CYCLE, CHECKPOINT);
    const body = filled(await sara.page(), { 'valore:A-1': '20' });
    await takeBackInvitation(site.db, invitation?.id ?? '', { by: 'guido', reason: 'prova', at: site.now() });
    expect((await olga.get()).status).toBe(410);
    expect((await olga.post('', body)).status).toBe(410);
    expect((await standingValue(site, 'A-1'))?.actual).toEqual({ kind: 'number', value: '12' });
  });
});

describe('what can not be taken', () => {
  const site = anOfficerSite();
  const olga = atWork(site, { person: 'olga' });

  it.each([
    ['a broken number of cases', { 'valore:A-1': '7,5' }, '#voce-1-value', 'un numero di incontri deve essere intero'],
    ['a negative count', { 'valore:A-1': '-3' }, '#voce-1-value', 'non può essere negativo'],
    ['letters for a percentage', { 'valore:A-2': 'ottanta' }, '#voce-2-value', '«ottanta» non va bene'],
    ['another unit', { 'valore:A-2': '12 giorni' }, '#voce-2-value', 'è in un’altra unità di misura'],
    ['a spelling with two meanings', { 'valore:A-4': '1.5' }, '#voce-4-value', 'si può leggere in due modi'],
    ['half a fraction', { 'numeratore:A-3': '5' }, '#voce-3-numerator', 'manca il denominatore'],
    [
      'a fraction over nothing',
      { 'numeratore:A-3': '5', 'denominatore:A-3': '0' },
      '#voce-3-numerator',
      'il denominatore è zero',
    ],
    [
      'value and fraction together',
      { 'valore:A-3': '50', 'numeratore:A-3': '5', 'denominatore:A-3': '10' },
      '#voce-3-numerator',
      'lasciare l’uno o gli altri',
    ],
    ['a day that does not exist', { 'valore:A-6': '31/2/2016' }, '#voce-6-value', 'non esiste'],
    ['a number for a day', { 'valore:A-6': '15' }, '#voce-6-value', 'il target chiede la data'],
    [
      'a day and «non ancora»',
      { 'valore:A-6': '15/3/2016', 'risposta:A-6': 'not-yet' },
      '#voce-6-choice',
      'nei campi c’è «15/3/2016»',
    ],
    ['a score beyond the scale', { 'valore:A-8': '11' }, '#voce-8-value', 'il punteggio va da 0 a 10'],
    ['not assessable without a reason', { 'risposta:A-2': 'not-assessable' }, '#voce-2-reason', 'serve il motivo'],
    [
      'a value and a reason',
      { 'valore:A-2': '80', 'motivo:A-2': 'manca l’indagine' },
      '#voce-2-value',
      'lasciarne uno solo',
    ],
    [
      'not assessable, and yet a value',
      { 'valore:A-2': '80', 'risposta:A-2': 'not-assessable', 'motivo:A-2': 'x' },
      '#voce-2-choice',
      'nei campi c’è «80»',
    ],
    ['a note too long', { 'valore:A-1': '7', 'nota:A-1': 'x'.repeat(4_001) }, '#voce-1-note', 'al massimo 4000'],
    ['a character that can not be kept', { 'valore:A-1': '7\0' }, '#voce-1-value', 'non si può registrare'],
    ['an empty file', { 'allegati:A-1': new File([], 'vuoto.pdf') }, '#voce-1-files', '«vuoto.pdf» è vuoto'],
    [
      'a program',
      { 'allegati:A-1': new File([new Uint8Array([0x4d, 0x5a, 0, 0])], 'foto.exe') },
      '#voce-1-files',
      '«foto.exe» non è di un tipo ammesso',
    ],
    [
      'a page that calls itself a PDF',
      { 'allegati:A-1': new File(['<html><script>1</script></html>'], 'relazione.pdf') },
      '#voce-1-files',
      'il contenuto è di un altro tipo',
    ],
    [
      'a PDF that calls itself a text',
      { 'allegati:A-1': pdf('nota.txt') },
      '#voce-1-files',
      'il contenuto è di un altro tipo',
    ],
    [
      'a file too large',
      { 'allegati:A-1': new File([PDF, new Uint8Array(10_000_000)], 'grande.pdf') },
      '#voce-1-files',
      '«grande.pdf» supera i 10 MB',
    ],
    [
      'more files than are read',
      { 'allegati:A-1': Array.from({ length: 11 }, (_, n) => pdf(`${n}.pdf`)) },
      '#voce-1-files',
      'al massimo 10',
    ],
  ] as const)('is said at its field, and nothing changes: %s', async (_what, changes, href, message) => {
    await olga.here();
    const before = await site.counts();
    const answer = await olga.send({ ...changes, 'nota:A-9': 'tenere <questa> nota' });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(errorsOf(html)[href]).toContain(message);
    expect(html).toContain(`id="${href.slice(1)}"`);
    expect(html).toContain('<title>Errore: ');
    expect(html).toContain('tenere &lt;questa&gt; nota');
    expect(await site.counts()).toEqual(before);
  });

  it('is every error at once, and what was typed stays', async () => {
    const html = await (
      await olga.send({ 'valore:A-1': 'molti', 'valore:A-2': '120 giorni', 'risposta:A-6': 'not-assessable' })
    ).text();
    expect(Object.keys(errorsOf(html))).toEqual(['#voce-1-value', '#voce-2-value', '#voce-6-reason']);
    expect(textOf(html)).toContain('Ci sono 3 errori: nulla è stato inviato');
    expect(html).toContain('value="molti"');
    expect(html).toContain('value="120 giorni"');
    expect(html).toMatch(/aria-invalid="true"/);
  });

  it('is a form with nothing in it', async () => {
    const answer = await olga.send({});
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('Non c’è nulla di nuovo da inviare');
  });

  it.each([
    ['no form at all', () => new FormData()],
    [
      'an unknown button',
      () => {
        const data = new FormData();
        data.set('azione', 'cancella-tutto');
        return data;
      },
    ],
  ])('is %s', async (_what, body) => {
    const before = await site.counts();
    const answer = await olga.post('', body());
    expect(answer.status).toBe(400);
    expect(textOf(await answer.text())).toContain('Il modulo è arrivato incompleto');
    expect(await site.counts()).toEqual(before);
  });

  it('is a body that is not a form', async () => {
    const answer = await site.app.request(await olga.here(), {
      method: 'POST',
      body: '{"azione":"invia"}',
      headers: { Origin: CONSOLE_URL, 'Content-Type': 'application/json' },
    });
    expect(answer.status).toBe(400);
  });

  it('is a field of somebody else’s indicator: it is not even looked at', async () => {
    const irene = atWork(site, { person: 'irene' });
    const answer = await irene.send({ 'valore:A-1': '99', 'nota:A-1': '' });
    expect(answer.status).toBe(422);
    expect(await standingValue(site, 'A-1')).toBeUndefined();
  });

  it('is a file known only by its hash', async () => {
    const answer = await olga.send({ 'valore:A-1': '7', 'tieni:A-1': 'a'.repeat(64) });
    expect(answer.status).toBe(422);
    expect(errorsOf(await answer.text())['#voce-1-files']).toContain('non è fra quelli caricati qui');
  });
});

describe('computing, drafts and files', () => {
  const site = anOfficerSite();
  const olga = atWork(site, { person: 'olga' });

  it('computes without sending, with the trace', async () => {
    await olga.here();
    const before = await site.counts();
    const answer = await olga.press('calcola', { 'valore:A-2': '60', 'valore:A-4': 'tanti' });
    const text = textOf(await answer.text());
    expect(answer.status).toBe(200);
    expect(text).toContain('Grado di realizzazione 75,00%');
    expect(text).toContain('Come si è calcolato');
    expect(text).toContain('A-4: ');
    expect(await site.counts()).toEqual(before);
  });

  it('computes one indicator for the page’s script', async () => {
    const body = filled(await olga.page(), { 'valore:A-2': '60' }, 'calcola');
    const answer = await olga.post('/calcola?voce=A-2', body);
    const html = await answer.text();
    expect(textOf(html)).toContain('Grado di realizzazione 75,00%');
    expect(textOf(html)).toMatch(
      /Previsione a fine anno: 60% \(75,00%, \w+\); è un livello: si suppone che resti com’è/,
    );
    expect(html).not.toContain('<html');
    expect((await olga.post('/calcola?voce=B-1', body)).status).toBe(404);
    const wrong = await olga.post('/calcola?voce=A-2', filled(await olga.page(), { 'valore:A-2': '<b>' }, 'calcola'));
    expect(await wrong.text()).toContain('«&lt;b&gt;» non va bene');
  });

  it('keeps a draft as typed, right or wrong, and shows it again', async () => {
    const answer = await olga.press('bozza', {
      'valore:A-1': 'da chiedere a Marta',
      'risposta:A-6': 'not-yet',
      'nota:A-2': 'riga uno\r\nriga due',
    });
    expect(textOf(await olga.follow(answer))).toContain('Bozza salvata');
    const html = await olga.page();
    expect(textOf(html)).toContain('Ripresa la bozza salvata il 10/05/2016 alle 12:00');
    expect(html).toContain('value="da chiedere a Marta"');
    expect(html).toContain('riga uno\nriga due</textarea>');
    expect(html).toMatch(/name="risposta:A-6" value="not-yet" checked/);
    expect(await standingValue(site, 'A-1')).toBeUndefined();
  });

  it('keeps the last draft, each person their own', async () => {
    await olga.press('bozza', { 'valore:A-1': 'undici circa' });
    const irene = atWork(site, { person: 'irene' });
    await irene.press('bozza', { 'valore:B-1': 'di Irene' });
    expect((await draftOf(site.db, { ...REF, person: 'olga' }))?.answers['A-1']?.value).toBe('undici circa');
    expect(await irene.page()).not.toContain('undici circa');
  });

  it('throws a draft away when asked', async () => {
    const irene = atWork(site, { person: 'irene' });
    expect(textOf(await irene.follow(await irene.press('elimina-bozza', {})))).toContain('Bozza eliminata');
    expect(await draftOf(site.db, { ...REF, person: 'irene' })).toBeUndefined();
  });

  it('keeps files in the draft when the form is refused, so that they need not be chosen again', async () => {
    const refused = await olga.send({ 'valore:A-1': 'x', 'allegati:A-1': pdf('C:\\dati\\registro <1>.pdf') });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('registro &lt;1&gt;.pdf');
    const hash = createHash('sha256').update(PDF).digest('hex');
    expect((await draftOf(site.db, { ...REF, person: 'olga' }))?.answers['A-1']?.evidence).toEqual([hash]);
    const why = { 'perche:A-6': 'tipografia in ritardo', 'poi:A-6': 'si pubblica in giugno' };
    const sent = await olga.follow(await olga.post('', filled(html, { 'valore:A-1': '9', ...why })));
    expect(textOf(sent)).toContain('Allegati: registro <1>.pdf');
    expect(await standingValue(site, 'A-1')).toMatchObject({ evidence: [hash] });
  });

  it('keeps of the draft what was not sent, a note without its value, and nothing of what was', async () => {
    const left = (await draftOf(site.db, { ...REF, person: 'olga' }))?.answers ?? {};
    expect(Object.keys(left)).toEqual(['A-2']);
    expect(left['A-2']?.note).toBe('riga uno\nriga due');
  });

  it('sends what is right without waiting for what is wrong, which stays in the draft', async () => {
    const refused = await olga.send({ 'valore:A-1': 'tanti', 'valore:A-2': '82,5%' });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(textOf(html)).toContain('Invia il valore corretto, gli altri restano in bozza');
    expect(await standingValue(site, 'A-2')).toBeUndefined();
    const receipt = textOf(await olga.follow(await olga.post('', filled(html, {}, 'invia-corretti'))));
    expect(receipt).toContain('Valore: 82,5%');
    expect(receipt).toContain('Ciò che non è stato inviato resta in bozza');
    expect(await standingValue(site, 'A-2')).toMatchObject({ actual: { kind: 'number', value: '82.5' } });
    expect(await standingValue(site, 'A-1')).toMatchObject({ actual: { kind: 'number', value: '9' } });
    const left = (await draftOf(site.db, { ...REF, person: 'olga' }))?.answers ?? {};
    expect(Object.entries(left).map(([code, { value }]) => [code, value])).toEqual([['A-1', 'tanti']]);
  });

  it('deletes the draft once nothing of it is left', async () => {
    await olga.follow(await olga.send({ 'valore:A-1': '10' }));
    expect(await draftOf(site.db, { ...REF, person: 'olga' })).toBeUndefined();
  });

  it('says the value as it was understood, and whether it is what was done since the year began', async () => {
    const body = filled(await olga.page(), { 'valore:A-2': '97,125' }, 'calcola');
    expect(textOf(await (await olga.post('/calcola?voce=A-2', body)).text())).toContain('Valore letto: 97,125%');
    expect(textOf(await olga.page())).toContain('È il valore al 30/04/2016, non una somma dall’inizio dell’anno.');
  });

  it('hands a file out only to be saved, and only to who may', async () => {
    const hash = createHash('sha256').update(PDF).digest('hex');
    const file = await olga.get(`/allegati/${hash}`);
    expect(file.status).toBe(200);
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename="registro/);
    expect(file.headers.get('Content-Type')).toBe('application/octet-stream');
    expect(file.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(file.headers.get('Content-Security-Policy')).toContain('sandbox');
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(PDF);
    const irene = atWork(site, { person: 'irene' });
    expect((await irene.get(`/allegati/${hash}`)).status).toBe(404);
    const elsewhere = `/cicli/prova/2016/attivita/${CHECKPOINT}/evidenze/${hash}`;
    const asked = async (person: string) =>
      (await site.app.request(elsewhere, { headers: { Cookie: await site.cookie(person) } })).status;
    expect([await asked('guido'), await asked('irene'), await asked('olga')]).toEqual([200, 404, 404]);
  });

  it('takes a file off a value when its mark is taken away', async () => {
    await olga.follow(await olga.send({ 'tieni:A-1': [] }));
    expect(await standingValue(site, 'A-1')).toMatchObject({ evidence: [] });
  });

  it.each([
    ['a text', new File(['voce;valore\nà;1\n'], 'dati.csv')],
    [
      'an image',
      new File(
        [new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'))],
        'foto.PNG',
      ),
    ],
    ['a sheet', 'foglio'],
  ])('takes %s as evidence', async (_what, file) => {
    const form = await formOf(site.db, REF, 'olga', '2016-05-10');
    if (form === undefined) throw new Error('no form');
    const given = typeof file === 'string' ? new File([new Uint8Array(writeOfficerSheet(form))], 'foglio.xlsx') : file;
    await olga.follow(await olga.send({ 'valore:A-8': '8', 'allegati:A-8': given }));
    expect((await standingValue(site, 'A-8'))?.evidence.length).toBeGreaterThan(0);
  });
});

describe('what came before', () => {
  const site = anOfficerSite();
  const olga = atWork(site, { person: 'olga' });

  beforeAll(async () => {
    await recordCollected(site.db, {
      ...REF,
      key: 'k1',
      indicator: 'A-2',
      source: 'indagine',
      sourceTitle: 'Indagine online',
      toConfirm: true,
      at: site.now(),
      outcome: 'read',
      value: { kind: 'number', value: '83.5' },
      raw: '83,5',
    });
    await recordCollected(site.db, {
      ...REF,
      key: 'k2',
      indicator: 'A-5',
      source: 'protocollo',
      sourceTitle: 'Protocollo',
      toConfirm: true,
      at: site.now(),
      outcome: 'failed',
      reason: 'il file non è arrivato',
    });
  });

  it('a value collected by itself is in its field to be confirmed; one that failed is asked with the reason', async () => {
    const html = await olga.page();
    expect(textOf(html)).toContain('Raccolto automaticamente da «Indagine online» il 10/05/2016 alle 12:00: 83,5%');
    expect(html).toContain('value="83,5"');
    expect(textOf(html)).toContain('Il valore non è stato raccolto automaticamente: va scritto a mano.');
    await olga.follow(await olga.send({ 'valore:A-1': '7' }));
    expect(await standingValue(site, 'A-2')).toBeUndefined();
    const nothing = await olga.send({});
    expect(nothing.status).toBe(422);
    expect(textOf(await nothing.text())).toContain('segnando «Confermo il valore raccolto»');
  });

  it('a value collected by itself is sent by its own tick, which a draft keeps', async () => {
    await olga.follow(await olga.send({ 'raccolto:A-2': 'si', azione: 'bozza' }));
    expect(await olga.page()).toMatch(/name="raccolto:A-2" value="si" checked/);
    expect(await standingValue(site, 'A-2')).toBeUndefined();
    await olga.follow(await olga.send({ 'raccolto:A-2': 'si' }));
    expect((await standingValue(site, 'A-2'))?.actual).toEqual({ kind: 'number', value: '83.5' });
    expect(await olga.page()).not.toContain('raccolto:A-2');
  });

  it('a long form has an index, and each indicator its place', async () => {
    const text = textOf(await olga.page());
    const [, of] = /1 di (\d+) · A-1/.exec(text) ?? [];
    expect(Number(of)).toBeGreaterThan(5);
    expect(text).toContain(`${of} di ${of} · `);
    expect(text).toMatch(new RegExp(`Indice degli indicatori: \\d+ da compilare su ${of}`));
    expect(await olga.page()).toContain('<a href="#voce-2">');
  });

  it('a returned value shows its remark, and is not sent again as it was', async () => {
    await returnMeasurement(site.db, {
      ...REF,
      indicator: 'A-1',
      remark: 'il registro ne riporta 6',
      returnedBy: 'guido',
      at: site.now(),
    });
    const text = textOf(await olga.page());
    expect(text).toContain(
      'Da correggere Incontri con le imprese Restituito il 10/05/2016 alle 12:00 da Guido Controlli il registro ne riporta 6',
    );
    const same = await olga.send({});
    expect(errorsOf(await same.text())['#voce-1-value']).toContain('lo stesso che è stato restituito');
    await olga.follow(await olga.send({ 'nota:A-1': 'il sesto registro era incompleto: allegato' }));
    expect(await standingValue(site, 'A-1')).toMatchObject({ actual: { kind: 'number', value: '7' } });
  });

  it('asks why a value is far from its target once: who does not know yet sends it all the same', async () => {
    const asked = await olga.send({ 'valore:A-5': '30' });
    expect([asked.status, await standingValue(site, 'A-5')]).toEqual([422, undefined]);
    const again = await olga.post('', filled(await asked.text(), {}));
    expect(again.status).toBe(303);
    expect(await standingValue(site, 'A-5')).toMatchObject({ cause: null, next: null });
    await returnMeasurement(site.db, {
      ...REF,
      indicator: 'A-5',
      remark: 'da rivedere',
      at: site.now(),
      returnedBy: 'guido',
    });
  });

  it('what is far from its target asks what will be done about it, before and after the closing', async () => {
    const asked = await olga.send({ 'valore:A-4': '10.000' });
    expect(asked.status).toBe(422);
    const page = await asked.text();
    expect(textOf(page)).toContain('Un valore è lontano dal target: nulla è ancora stato inviato');
    const receipt = await olga.follow(
      await olga.post('', filled(page, { 'perche:A-4': 'bando pubblicato tardi', 'poi:A-4': 'si proroga il bando' })),
    );
    expect(await standingValue(site, 'A-4')).toMatchObject({
      cause: 'bando pubblicato tardi',
      next: 'si proroga il bando',
    });
    expect(textOf(receipt)).toContain('Azioni correttive Un indicatore è lontano dal target');
    const data = new FormData();
    data.set('modulo', '00000000-0000-0000-0000-000000000001');
    data.set('azione:A-4', 'nuovo bando entro il 30/09');
    expect(textOf(await olga.follow(await olga.post('/azioni', data)))).toContain(
      'azioni correttive sono state registrate',
    );
    await olga.post('/azioni', data);
    expect((await correctiveActionsOf(site.db, REF)).get('A-4')).toMatchObject({
      officer: 'olga',
      text: 'nuovo bando entro il 30/09',
    });
    expect((await site.counts()).corrective_actions).toBe(1);
    data.set('azione:A-4', '');
    expect((await olga.post('/azioni', data)).status).toBe(422);
  });

  it('what will be done is followed by the body, by the date given or until the result is looked at again', async () => {
    const proposed = async (due: string, text = 'nuovo bando'): Promise<Response> => {
      const data = new FormData();
      data.set('modulo', '00000000-0000-0000-0000-000000000002');
      data.set('azione:A-4', text);
      data.set('entro:A-4', due);
      return olga.post('/azioni', data);
    };
    const followed = () => followedItem(site.db, 'prova', 'corrective', '2016-monitoraggio-1/a-4');
    await olga.follow(await proposed(''));
    // No checkpoint of this cycle is still to come: within four months.
    expect(await followed()).toMatchObject({
      text: 'A-4 Contributi erogati: nuovo bando',
      owner: 'ufficio:promozione',
      state: 'planned',
      dueOn: addMonths(romeDate(site.now()), 4),
    });
    await olga.follow(await proposed('2016-09-30'));
    expect((await followed())?.dueOn).toBe('2016-09-30');
    const answer = await proposed('2016-01-31', 'un altro bando');
    expect(answer.status).toBe(422);
    expect(errorsOf(await answer.text())['#azione-1-entro']).toContain('31/01/2016 è già passato');
    expect((await proposed('domani')).status).toBe(422);
    expect((await proposed('2016-10-31', '')).status).toBe(422);
    expect(await followed()).toMatchObject({ text: 'A-4 Contributi erogati: nuovo bando', dueOn: '2016-09-30' });
  });

  it('a late form says by how many days, and keeps the reason when it is given', async () => {
    site.on('2016-05-23');
    const html = await olga.page();
    expect(textOf(html)).toContain('in ritardo di 3 giorni');
    expect(textOf(html)).toContain('l’invio avviene con 3 giorni di ritardo');
    const receipt = textOf(
      await olga.follow(await olga.send({ 'valore:A-8': '9', 'motivo-ritardo': 'ferie del referente' })),
    );
    expect(receipt).toContain('Ritardo 3 giorni: ferie del referente');
    const last = await site.db.selectFrom('submissions').select('lateReason').orderBy('id', 'desc').executeTakeFirst();
    expect(last?.lateReason).toBe('ferie del referente');
    expect((await olga.send({ 'valore:A-8': '8' })).status).toBe(303);
  });

  it('who stands in sees what is asked of the absent, and both names are on record', async () => {
    site.on('2016-06-06');
    const sara = atWork(site, { person: 'sara', actingFor: 'irene' });
    const text = textOf(await sara.page());
    expect(text).toContain('Modulo di Sara Supplenti, in sostituzione di Irene Studi');
    expect(text).toContain('Imprese intervistate');
    expect(textOf(await sara.follow(await sara.send({ 'valore:B-1': '60' })))).toContain(
      'Sara Supplenti, in sostituzione di Irene Studi',
    );
    expect(await standingValue(site, 'B-1')).toMatchObject({ officer: 'sara', actingFor: 'irene' });
    site.on('2016-07-04');
    expect((await sara.get()).status).toBe(403);
    site.on('2016-06-06');
  });

  it('what waits for who has signed in is listed, and is no longer once it is done', async () => {
    const { db } = site;
    await db.updateTable('steps').set({ status: 'late' }).where('id', '=', CHECKPOINT).execute();
    const list = async (person: string, query = '') =>
      textOf(await (await site.app.request(`/mie${query}`, { headers: { Cookie: await site.cookie(person) } })).text());
    expect(await list('olga')).toContain('Primo monitoraggio quadrimestrale');
    expect(await list('olga')).toContain('5 indicatori da compilare');
    const cookie = await site.cookie('olga');
    await expectTakenAway(async (path) => site.app.request(path, { headers: { cookie } }), '/mie', 'in-attesa');
    expect(await list('sara')).toContain('Oggi nulla attende una Sua risposta');
    const after = await site.app.request('/mie/ingresso', { headers: { Cookie: await site.cookie('olga') } });
    const steering = await site.app.request('/mie/ingresso', { headers: { Cookie: await site.cookie('guido') } });
    expect([after.headers.get('Location'), steering.headers.get('Location')]).toEqual(['/mie', '/']);
  });

  it('a closed checkpoint only shows what was sent, and refuses the rest without losing what was typed', async () => {
    const html = await olga.page();
    await site.close();
    const kept = (await site.counts()).evidence;
    const late = await olga.post('', filled(html, { 'valore:A-1': '99', 'allegati:A-1': pdf('tardi.pdf') }));
    // A file stays with what it is attached to: of a form that is refused there is none.
    expect((await site.counts()).evidence).toBe(kept);
    const text = await late.text();
    expect(late.status).toBe(409);
    expect(textOf(text)).toContain('il monitoraggio è stato chiuso il 06/06/2016');
    expect(text).toContain('value="99"');
    const closed = await olga.page();
    expect(textOf(closed)).toContain('Il monitoraggio è chiuso.');
    expect(textOf(closed)).toContain('7 incontri · Inviato il');
    expect(closed).not.toContain('data-compute');
    expect(textOf(closed)).toContain('Azioni correttive');
    expect((await standingValue(site, 'A-1'))?.actual).toEqual({ kind: 'number', value: '7' });
  });
});

describe('the sheet', () => {
  const site = anOfficerSite();
  const olga = atWork(site, { person: 'olga' });

  /** The officer's form as a CSV, with some values in it. */
  const csv = async (values: Readonly<Record<string, string>>): Promise<File> => {
    const lines = Object.entries(values).map(([code, value]) => `${code};${value};;;;`);
    return new File([['Codice;Valore;Numeratore;Denominatore;Motivo;Nota', ...lines].join('\n')], 'foglio.csv');
  };
  const upload = async (file: File | undefined, mode: 'tutto' | 'parziale' = 'tutto'): Promise<Response> => {
    const data = new FormData();
    data.set('modulo', crypto.randomUUID());
    data.set('errori', mode);
    if (file !== undefined) data.set('foglio', file);
    return olga.post('/foglio', data);
  };

  it('is downloaded with the form in it', async () => {
    const answer = await olga.get('/foglio');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    expect(answer.headers.get('Content-Disposition')).toContain('attachment');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('with errors takes nothing, and names each cell', async () => {
    const before = await site.counts();
    const answer = await upload(await csv({ 'A-1': '7', 'A-2': 'ottanta', 'Z-9': '1' }));
    const text = textOf(await answer.text());
    expect(answer.status).toBe(422);
    expect(text).toContain('Nel foglio ci sono 2 errori');
    expect(text).toContain('B3 Valore ottanta');
    expect(text).toContain('Nulla è stato registrato');
    expect(await site.counts()).toEqual(before);
  });

  it('with errors takes the lines that are right, when the officer says so', async () => {
    const answer = await upload(await csv({ 'A-1': '7', 'A-2': 'ottanta', 'A-8': '9' }), 'parziale');
    const text = textOf(await answer.text());
    expect(answer.status).toBe(200);
    expect(text).toContain('2 righe sono state registrate; una riga con errori no');
    expect(await standingValue(site, 'A-1')).toMatchObject({ channel: 'sheet', officer: 'olga' });
    expect(await standingValue(site, 'A-2')).toBeUndefined();
  });

  it('without errors gives a receipt as the form does', async () => {
    const receipt = textOf(await olga.follow(await upload(await csv({ 'A-2': '82,5%' }))));
    expect(receipt).toContain('Modo foglio di calcolo');
    expect((await standingValue(site, 'A-2'))?.actual).toEqual({ kind: 'number', value: '82.5' });
  });

  it.each([
    ['no file', undefined, 'Scegliere il file'],
    ['a PDF', pdf('foglio.xlsx'), 'PDF'],
    ['something else', new File([new Uint8Array([0, 1, 2, 3])], 'foglio.xlsx'), ''],
    ['nothing new', new File(['Codice;Valore\nA-2;82,5%\n'], 'f.csv'), 'Il foglio non contiene valori nuovi'],
  ])('refuses %s', async (_what, file, message) => {
    const before = await site.counts();
    const answer = await upload(file);
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(message);
    expect(await site.counts()).toEqual(before);
  });
});
