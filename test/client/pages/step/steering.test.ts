import { beforeAll, describe, expect, test } from 'vitest';
import type { Actions } from '../../../../src/acts/actions.js';
import { SESSION_COOKIE } from '../../../../src/client/pages/kit/viewer.js';
import { createConsole } from '../../../../src/client/system/app.js';
import type { Refusal } from '../../../../src/domain/refusal.js';
import { err, ok } from '../../../../src/domain/result.js';
import { beginSession } from '../../../../src/register/sessions.js';
import { setStepState, stepOf } from '../../../../src/register/steps.js';
import { consoleParts } from '../parts.js';
import { aHalfRunSite, rowOf, textOf } from '../site.js';

const site = aHalfRunSite('2016-09-20');
const STEP = '/cicli/ccms/2016/attivita';
const ORIGIN = 'http://localhost';
const OPEN_CHECKPOINT = 'monitoraggio-2';

interface Call {
  readonly what: string;
  readonly args: readonly unknown[];
}
const calls: Call[] = [];
/** What a workflow has against what it is asked next. */
let against: readonly Refusal[] = [];

/** Actions that note what they are asked and grant it, unless there is something against it. */
const granting = new Proxy({} as Actions, {
  get:
    (_target, what) =>
    (...args: readonly unknown[]) => {
      calls.push({ what: String(what), args });
      if (against.length > 0) return Promise.resolve({ ...err('non si può'), refusals: against });
      return Promise.resolve(ok(what === 'extend' ? args[2] : 1));
    },
});

let app: ReturnType<typeof createConsole>['app'];
let cookies: Readonly<Record<string, string>>;

beforeAll(async () => {
  const created = createConsole({
    ...consoleParts(),
    actions: granting,
    register: site.register,
    clock: () => site.run.now,
    log: { line: () => undefined },
  });
  app = created.app;
  created.stop();
  const cookieOf = async (email: string): Promise<string> =>
    `${SESSION_COOKIE}=${await beginSession(site.register.db, email, 'rehearsal', 1)}`;
  cookies = {
    steering: await cookieOf('guglielmo.tarasconi@ccms.example'),
    officer: await cookieOf('lidia.fornasetti@ccms.example'),
  };
});

const get = (path: string, who: string): Promise<Response> =>
  Promise.resolve(app.request(`${ORIGIN}${path}`, { headers: { cookie: cookies[who] ?? '' } }));

const post = (path: string, who: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  Promise.resolve(
    app.request(`${ORIGIN}${path}`, {
      method: 'POST',
      headers: { cookie: cookies[who] ?? '', origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    }),
  );

describe('controllo di gestione, on a step', () => {
  test('from what is late, two clicks lead to the act that unblocks it', async () => {
    const year = await (await get('/cicli/ccms/2016', 'steering')).text();
    const [, manage] = /href="([^"]+\/gestione)"[^>]*aria-label="Gestisci: /.exec(year) ?? [];
    expect(manage).toBeDefined();
    const page = await (await get(manage ?? '', 'steering')).text();
    expect(textOf(page)).toContain('Sollecita ora');
    expect(textOf(page)).toContain('Proroga il termine');
  });

  test('who only answers for an office is not offered it, and is refused', async () => {
    expect(await (await get('/cicli/ccms/2016', 'officer')).text()).not.toContain('/gestione');
    expect((await get(`${STEP}/${OPEN_CHECKPOINT}/gestione`, 'officer')).status).toBe(403);
    const before = calls.length;
    expect((await post(`${STEP}/${OPEN_CHECKPOINT}/gestione/sollecito`, 'officer', {})).status).toBe(403);
    expect(calls).toHaveLength(before);
  });

  test.each([
    ['sollecito', { chiave: 'k1', controllato: 'si' }, 'remind', 'Sollecito avviato'],
    [
      'proroga',
      { scadenza: '2016-10-31', motivo: 'dati in ritardo', atto: 'det. 4' },
      'extend',
      'prorogato al 31/10/2016',
    ],
    ['riapertura', { scadenza: '2016-10-31', motivo: 'errore' }, 'reopen', 'riaperta'],
    ['restituzione', { indicatore: '1.1.1-s02', osservazione: 'verificare' }, 'returnValue', 'restituito'],
    ['chiusura', { motivo: 'l’ufficio è chiuso', controllato: 'si' }, 'closeCheckpoint', 'Chiusura registrata'],
  ])('«%s» is carried out and said', async (command, fields, what, sentence) => {
    const answer = await post(`${STEP}/${OPEN_CHECKPOINT}/gestione/${command}`, 'steering', fields);
    expect(answer.status).toBe(303);
    expect(calls.at(-1)?.what).toBe(what);
    const page = await get(answer.headers.get('location') ?? '', 'steering');
    expect(textOf(await page.text())).toContain(sentence);
  });

  test('a value to be sent back is chosen by the name of its indicator, not by its code alone', async () => {
    const page = await (await get(`${STEP}/${OPEN_CHECKPOINT}/gestione`, 'steering')).text();
    expect(page).toMatch(/<option value="1\.1\.1-s02"[^>]*>1\.1\.1-s02 \S.*?<\/option>/);
  });

  test('a closing is shown first with the coverage it would leave and whose values are missing, and nothing is asked', async () => {
    const before = calls.length;
    const answer = await post(`${STEP}/${OPEN_CHECKPOINT}/gestione/chiusura`, 'steering', { motivo: 'ferie' });
    expect(answer.status).toBe(200);
    const text = textOf(await answer.text());
    expect(text).toMatch(/Copertura che lascerebbe \d+,\d\d% del peso/);
    expect(text).toMatch(/Valori che mancano .*\(.*\): (un valore|\d+ valori)/);
    expect(calls).toHaveLength(before);
    const { assessments } = await site.register.db
      .selectFrom('assessments')
      .select((e) => e.fn.countAll<number>().as('assessments'))
      .where('key', 'like', '%/preview')
      .executeTakeFirstOrThrow();
    expect(Number(assessments)).toBe(0);
  });

  test('a year far away is confirmed in the form that asks, and nowhere before', async () => {
    const path = `${STEP}/${OPEN_CHECKPOINT}/gestione`;
    const box = 'La scadenza è lontana più di due anni';
    expect(textOf(await (await get(path, 'steering')).text())).not.toContain(box);
    const fields = { scadenza: '2061-10-31', motivo: 'sisma' };
    expect(textOf(await (await post(`${path}/proroga`, 'steering', fields)).text())).toContain(box);
    expect((await post(`${path}/proroga`, 'steering', { ...fields, lontana: 'si' })).status).toBe(303);
    expect(calls.at(-1)?.args).toContain('2061-10-31');
  });

  test('the act goes on record with the reason', async () => {
    await post(`${STEP}/${OPEN_CHECKPOINT}/gestione/proroga`, 'steering', {
      scadenza: '2016-10-31',
      motivo: 'sisma',
      atto: 'determinazione n. 12',
    });
    expect(calls.at(-1)?.args).toContain('sisma (determinazione n. 12)');
  });

  test.each([
    ['proroga', { scadenza: '31 ottobre', motivo: 'x' }, 'nel giorno manca l’anno'],
    ['proroga', { scadenza: '', motivo: 'x' }, 'manca la nuova scadenza'],
    ['proroga', { scadenza: '2061-10-31', motivo: 'x' }, 'la nuova scadenza è il 31/10/2061, fra più di due anni'],
    ['riapertura', { scadenza: '2061-10-31', motivo: 'x' }, 'la nuova scadenza è il 31/10/2061, fra più di due anni'],
    ['proroga', { scadenza: '2016-10-31', motivo: ' ' }, 'manca il motivo'],
    ['restituzione', { indicatore: '', osservazione: 'x' }, 'manca l’indicatore'],
    ['restituzione', { indicatore: '1.1.1-01', osservazione: 'x' }, '«1.1.1-01» non è fra le scelte possibili'],
    ['chiusura', { motivo: '' }, 'manca il motivo'],
  ])('«%s» with something missing changes nothing and says what: %o', async (command, fields, sentence) => {
    const before = calls.length;
    const answer = await post(`${STEP}/${OPEN_CHECKPOINT}/gestione/${command}`, 'steering', fields);
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(sentence);
    expect(calls).toHaveLength(before);
  });

  test.each([
    ['what can not be read', { scadenza: '31 ottobre', motivo: 'x' }, [], ['scadenza']],
    ['an empty reason', { scadenza: '2016-10-31', motivo: ' ' }, [], ['motivo']],
    ['both', { scadenza: '', motivo: '' }, [], ['scadenza', 'motivo']],
    [
      'what its workflow has against the day',
      { scadenza: '2016-10-31', motivo: 'x' },
      [{ field: 'due', text: 'la nuova scadenza deve essere successiva' }],
      ['scadenza'],
    ],
    [
      'what its workflow has against the reason',
      { scadenza: '2016-10-31', motivo: 'x' },
      [{ field: 'reason', text: 'una proroga indica il motivo' }],
      ['motivo'],
    ],
    ['what its workflow has against the whole', { scadenza: '2016-10-31', motivo: 'x' }, [{ text: 'è conclusa' }], []],
  ])('an extension is refused at its own field for %s, with the summary in focus', async (_, fields, said, at) => {
    against = said;
    try {
      const answer = await post(`${STEP}/${OPEN_CHECKPOINT}/gestione/proroga`, 'steering', fields);
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect([...page.matchAll(/id="proroga-(\w+)-errore"/g)].map(([, name]) => name)).toEqual(at);
      expect(page).toMatch(/role="alert" tabindex="-1" autofocus/);
      for (const name of at) expect(page).toContain(`href="#proroga-${name}"`);
    } finally {
      against = [];
    }
  });

  test('a command nobody knows, or a step that is not there, is not found', async () => {
    expect((await post(`${STEP}/${OPEN_CHECKPOINT}/gestione/cancella-tutto`, 'steering', {})).status).toBe(404);
    expect((await post(`${STEP}/niente/gestione/sollecito`, 'steering', {})).status).toBe(404);
  });
});

describe('a step that broke off', () => {
  const BROKEN = 'analisi-contesto';
  const page = async (path: string): Promise<string> => textOf(await (await get(path, 'steering')).text());

  test('says why on its pages and to whom it waits for, and is started again from there', async () => {
    const { db } = site.register;
    const before = await stepOf(db, 'ccms/2016', BROKEN);
    expect(await page(`${STEP}/${BROKEN}/gestione`)).not.toContain('Riavvia');
    const trouble = 'il disco del sito è pieno';
    await setStepState(db, 'ccms/2016', BROKEN, { status: 'failed', trouble, waitingFor: ['controllo-gestione'] });
    try {
      expect(await page(`${STEP}/${BROKEN}`)).toContain(`Si è interrotta: ${trouble}.`);
      expect(await page('/cicli/ccms/2016')).toContain('Interrotta');
      const mine = await (await get('/mie', 'steering')).text();
      expect(mine).toContain(`${BROKEN}/gestione`);
      expect(textOf(mine)).toContain(trouble);
      const manage = await page(`${STEP}/${BROKEN}/gestione`);
      expect(manage).toContain('Riavvia l’attività');
      expect(manage).toContain('L’attività non va avanti');
      const none = await post(`${STEP}/${BROKEN}/gestione/riavvio`, 'steering', { motivo: ' ' });
      expect([none.status, textOf(await none.text())]).toEqual([422, expect.stringContaining('manca il motivo')]);
      const done = await post(`${STEP}/${BROKEN}/gestione/riavvio`, 'steering', { motivo: 'liberato il disco' });
      expect(done.status).toBe(303);
      expect(calls.at(-1)).toMatchObject({
        what: 'restart',
        args: [{}, BROKEN, 'liberato il disco', {}, expect.any(String)],
      });
    } finally {
      await setStepState(db, 'ccms/2016', BROKEN, {
        status: before?.status ?? 'done',
        trouble: null,
        waitingFor: before?.waitingFor ?? [],
      });
    }
  });
});

describe('the grid of monitoring', () => {
  test('shows every indicator with where it stands at each checkpoint', async () => {
    const page = await (await get('/cicli/ccms/2016/monitoraggi', 'steering')).text();
    const { n } = await site.register.db
      .selectFrom('checkpointIndicators')
      .select((e) => e.fn.count<number>('indicator').distinct().as('n'))
      .where('cycle', '=', 'ccms/2016')
      .executeTakeFirstOrThrow();
    expect(page.match(/<tr/g)).toHaveLength(n + 1);
    expect(textOf(page)).toContain('manca');
    expect(textOf(page)).toContain('inviato');
  });

  test('filters by office and state, and keeps the choice', async () => {
    const page = await (
      await get('/cicli/ccms/2016/monitoraggi?ufficio=ufficio-registro-imprese&stato=submitted', 'steering')
    ).text();
    expect(page).toMatch(/<option value="ufficio-registro-imprese" selected/);
    const offices = new Set([...page.matchAll(/data-label="Ufficio"[^>]*>([^<]*)</g)].map(([, office]) => office));
    expect([...offices]).toEqual(['Ufficio Registro Imprese']);
  });

  test('is grouped by strategic objective in the order asked, without the columns not wanted, under the name it is given', async () => {
    const view = '?raggruppa=obiettivo&ordina=grado&senza=target&vista=Riunione';
    const page = await (await get(`/cicli/ccms/2016/monitoraggi${view}`, 'steering')).text();
    expect(textOf(page)).toContain('Monitoraggi: Riunione');
    expect(page).not.toContain('data-label="Target"');
    const heads = [...page.matchAll(/<tr[^>]*class="ciclo-group"[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      textOf(row).trim(),
    );
    expect(heads.length).toBeGreaterThan(3);
    expect(new Set(heads).size).toBe(heads.length);
    expect(heads.slice(0, -1).every((head) => /^\d\.\d\. /.test(head))).toBe(true);
    const byArea = await (await get('/cicli/ccms/2016/monitoraggi?raggruppa=area', 'steering')).text();
    expect(textOf(byArea)).toMatch(/ 1\. \p{Lu}/u);
  });

  test('reminds only of what is chosen among what is missing', async () => {
    const page = await (await get('/cicli/ccms/2016/monitoraggi', 'steering')).text();
    const [, code] = /name="i\.([^"]+)"/.exec(page) ?? [];
    expect(code).toBeDefined();
    const fields = { chiave: 'k', monitoraggio: OPEN_CHECKPOINT, [`i.${code}`]: '1', testo: 'Serve per la Giunta.' };
    const path = '/cicli/ccms/2016/monitoraggi/sollecito';
    const before = calls.length;
    const preview = textOf(await (await post(path, 'steering', fields)).text());
    expect(preview).toContain('Destinatari');
    expect(preview).toContain('Serve per la Giunta.');
    expect(preview).toContain('[collegamento personale del destinatario]');
    expect(calls).toHaveLength(before);
    const changed = await (await post(path, 'steering', { ...fields, controllato: 'no' })).text();
    expect(changed).toMatch(new RegExp(`name="i\\.${code}" value="1" checked`));
    expect(changed).toContain('Serve per la Giunta.</textarea>');
    const answer = await post(path, 'steering', { ...fields, controllato: 'si' });
    expect(answer.status).toBe(303);
    expect(calls.at(-1)).toMatchObject({
      what: 'remind',
      args: [{}, OPEN_CHECKPOINT, {}, 'ccms/guglielmo.tarasconi/k', [code], 'Serve per la Giunta.'],
    });
  });

  test('choosing nothing, or what has come already, reminds nobody', async () => {
    const before = calls.length;
    const fields = { chiave: 'k', monitoraggio: OPEN_CHECKPOINT, 'i.9.9.9-99': '1' };
    const answer = await post('/cicli/ccms/2016/monitoraggi/sollecito', 'steering', fields);
    expect(answer.status).toBe(422);
    expect(calls).toHaveLength(before);
  });

  test('hides individual objectives from who may not see them', async () => {
    const [mine, others] = await Promise.all(
      ['steering', 'officer'].map(async (who) => (await get('/cicli/ccms/2016/monitoraggi', who)).text()),
    );
    const individual = await site.register.db
      .selectFrom('indicators')
      .select('code')
      .where('place', 'like', 'individual:%')
      .where('code', 'like', 'SG%')
      .limit(1)
      .executeTakeFirst();
    if (individual === undefined) throw new Error('the plan has no individual objectives');
    expect(mine).toContain(individual.code);
    expect(others).not.toContain(`<b>${individual.code}</b>`);
  });
});

describe('substitutions', () => {
  const valid = {
    assente: 'lidia.fornasetti',
    sostituto: 'clelia.malaspini',
    dal: '2016-10-03',
    al: '2016-10-14',
    motivo: 'Congedo ordinario',
    per: 'ufficio:ufficio-registro-imprese',
  };

  test('a new one is recorded with its scope, and in the log', async () => {
    const answer = await post('/enti/ccms/sostituzioni', 'steering', valid);
    expect(answer.status).toBe(303);
    const page = await (await get('/enti/ccms/sostituzioni', 'steering')).text();
    expect(rowOf(page, 'Lidia Fornasetti')).toContain('Clelia Malaspini 03/10/2016 – 14/10/2016');
    expect(rowOf(page, 'Lidia Fornasetti')).toContain('Ufficio Registro Imprese');
    const logged = await site.register.db
      .selectFrom('log')
      .select('actor')
      .where('action', '=', 'substitution-recorded')
      .execute();
    expect(logged).toEqual([{ actor: 'guglielmo.tarasconi' }]);
  });

  const numberOf = async (absent: string): Promise<number> => {
    const row = await site.register.db
      .selectFrom('substitutes')
      .select('id')
      .where('absent', '=', absent)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    return row.id;
  };
  const end = (id: number, fields: Readonly<Record<string, string>>) =>
    post(`/enti/ccms/sostituzioni/${id}/fine`, 'steering', { motivo: 'è rientrata', ...fields });
  const endOf = async (id: number): Promise<string | undefined> =>
    (await site.register.db.selectFrom('substitutes').select('toDate').where('id', '=', id).executeTakeFirst())?.toDate;

  test('one is ended earlier, and never later, in the past, or where it is written in the files of the body', async () => {
    await post('/enti/ccms/sostituzioni', 'steering', { ...valid, dal: '2016-09-01', al: '2030-10-14' });
    const id = await numberOf('lidia.fornasetti');
    const page = await (await get('/enti/ccms/sostituzioni', 'steering')).text();
    expect(page).toContain(`/enti/ccms/sostituzioni/${id}/fine`);
    for (const [al, sentence] of [
      ['2030-10-14', 'finisce già il giorno 14/10/2030'],
      ['2016-08-31', 'non può essere prima di ieri'],
      ['', 'manca l’ultimo giorno'],
    ] as const) {
      const refused = await end(id, { al });
      expect(refused.status).toBe(422);
      expect(textOf(await refused.text())).toContain(sentence);
      expect(await endOf(id)).toBe('2030-10-14');
    }
    expect((await end(id, { al: '2030-01-31' })).status).toBe(303);
    expect(await endOf(id)).toBe('2030-01-31');
    await site.register.db.updateTable('substitutes').set({ origin: 'file' }).where('id', '=', id).execute();
    const refused = await end(id, { al: '2029-12-31' });
    expect(textOf(await refused.text())).toContain('La sostituzione è scritta nei file dell’ente');
    expect(await endOf(id)).toBe('2030-01-31');
  });

  test('one that would end before it begins is taken away, and the log says that there was one', async () => {
    await post('/enti/ccms/sostituzioni', 'steering', { ...valid, dal: '2030-01-10', al: '2030-01-20' });
    const id = await numberOf('lidia.fornasetti');
    expect((await end(id, { al: '2030-01-09' })).status).toBe(303);
    expect(await endOf(id)).toBeUndefined();
    const logged = await site.register.db
      .selectFrom('log')
      .select(['actor', 'subject', 'detail'])
      .where('action', '=', 'substitution-ended')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(logged).toMatchObject({
      actor: 'guglielmo.tarasconi',
      subject: 'lidia.fornasetti',
      detail: { from: '2030-01-10', to: '2030-01-09', reason: 'è rientrata' },
    });
  });

  test('nobody of the body stands in for the OIV', async () => {
    const oiv = { ...valid, assente: 'zeno.bragadini', per: '' };
    const answer = await post('/enti/ccms/sostituzioni', 'steering', oiv);
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('lo sostituisce soltanto un altro suo componente');
  });

  test.each([
    [{ sostituto: 'lidia.fornasetti' }, 'nessuno può sostituire se stesso'],
    [{ assente: 'nessuno' }, '«nessuno» non è fra le scelte possibili'],
    [{ assente: '' }, 'manca la persona assente'],
    [{ al: '2016-09-01', dal: '2016-08-01' }, 'il periodo è già finito'],
    [{ dal: '2016-10-20' }, 'finisce prima di cominciare'],
    [{ dal: 'domani' }, '«domani» non è una data'],
    [{ motivo: '' }, 'manca il motivo'],
  ])('%o is refused and nothing is recorded', async (wrong, sentence) => {
    const count = async (): Promise<number> =>
      (
        await site.register.db
          .selectFrom('substitutes')
          .select((e) => e.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n;
    const before = await count();
    const answer = await post('/enti/ccms/sostituzioni', 'steering', { ...valid, ...wrong });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(sentence);
    expect(await count()).toBe(before);
  });
});

describe('an override of a result', () => {
  const PAGE = '/cicli/ccms/2016/indicatori/2.2.1-01/forzatura';
  const valid = {
    chiave: 'o1',
    effetto: 'forced',
    valore: '92,5',
    'deciso-da': 'Giunta camerale',
    atto: '88',
    data: '2016-09-12',
    motivo: 'evento fuori dal controllo dell’ufficio',
  };

  test('is recorded with who decided it, why and by which act', async () => {
    const answer = await post(PAGE, 'steering', valid);
    expect(answer.status).toBe(303);
    expect(calls.at(-1)).toMatchObject({
      what: 'override',
      args: [
        {},
        { indicator: '2.2.1-01', kind: 'forced', value: '92.5', decidedBy: 'Giunta camerale', actDate: '2016-09-12' },
        {},
      ],
    });
  });

  test.each([
    [{ effetto: '' }, 'manca l’effetto'],
    [{ valore: 'tanto' }, '«tanto»'],
    [{ valore: '' }, 'manca il valore'],
    [{ data: 'ieri' }, '«ieri» non è una data'],
    [{ data: '' }, 'manca la data dell’atto'],
    [{ motivo: ' ' }, 'manca il motivo'],
    [{ atto: '' }, 'manca il numero dell’atto'],
    [{ 'deciso-da': '' }, 'manca chi ha deciso'],
  ])('%o is refused', async (wrong, sentence) => {
    const before = calls.length;
    const answer = await post(PAGE, 'steering', { ...valid, ...wrong });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(sentence);
    expect(calls).toHaveLength(before);
  });

  test('is not for who only answers for an office', async () => {
    expect((await get(PAGE, 'officer')).status).toBe(403);
    expect((await post(PAGE, 'officer', valid)).status).toBe(403);
  });
});

test('what comes when a step has ended is put on record with its file, for who has part in the step', async () => {
  const done = `${STEP}/analisi-contesto`;
  const body = new FormData();
  body.append('fatto', 'È arrivata la relazione statistica');
  body.append('allegati', new File(['%PDF-1.4 dati'], 'relazione statistica.pdf', { type: 'application/pdf' }));
  const headers = { cookie: cookies.steering ?? '', origin: ORIGIN };
  const sent = await app.request(`${ORIGIN}${done}/fatto`, { method: 'POST', headers, body });
  expect(sent.status).toBe(303);
  const page = await (await get(done, 'steering')).text();
  expect(textOf(page)).toContain('È arrivata la relazione statistica');
  const [, address = ''] = /<a href="([^"]+)" download="relazione statistica.pdf"/.exec(page) ?? [];
  const file = await get(address, 'steering');
  expect([file.status, await file.text()]).toEqual([200, '%PDF-1.4 dati']);
  expect((await get(address, 'nobody')).status).toBe(404);
  expect(await (await get(done, 'nobody')).text()).not.toContain('relazione statistica.pdf');
});
