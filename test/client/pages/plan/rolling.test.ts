import { beforeAll, describe, expect, test } from 'vitest';
import { logOf } from '../../../../src/register/log.js';
import { versionStories } from '../../../../src/register/plan-stories.js';
import { listPlanVersions, planVersion } from '../../../../src/register/plans.js';
import { issueToken } from '../../../../src/register/tokens.js';
import { writePlanSheet } from '../../../../src/sheets/plan-sheet.js';
import { type Reader, signedIn } from '../signed-in.js';
import { aHalfRunSite, rowOf, textOf } from '../site.js';
import { expectTakenAway } from '../taken-away.js';

const PLAN = '/cicli/ccms/2016/piano';

describe('a plan that is drawn up', () => {
  const site = aHalfRunSite('2015-11-16');
  let steering: Reader;
  let officer: Reader;

  beforeAll(async () => {
    steering = await signedIn(site, 'guglielmo.tarasconi');
    officer = await signedIn(site, 'lidia.fornasetti');
  });

  const draft = async (exercise = 2016) => {
    const { db } = site.register;
    const version = (await listPlanVersions(db, 'ccms', exercise)).at(-1)?.version ?? 0;
    const found = await planVersion(db, 'ccms', exercise, version);
    if (found === undefined) throw new Error('no plan');
    return found;
  };
  const targetOf = async (code: string, year: number) =>
    (await draft()).plan.areas
      .flatMap((a) => a.objectives.flatMap((o) => o.programmes.flatMap((p) => p.indicators)))
      .find((one) => one.code === code)
      ?.targets.find((target) => target.year === year);

  describe('its objectives', () => {
    const OBJECTIVES = `${PLAN}/obiettivi`;

    test('declare no links, as the seed gives none, until somebody links two', async () => {
      expect(textOf(await officer.page(OBJECTIVES))).toContain('Il Piano non dichiara collegamenti fra obiettivi.');
      const link = { causa: '2.1', effetto: '3.1', perche: 'tempi più brevi per le imprese' };
      const answer = await steering.post(`${OBJECTIVES}/collegamento`, link);
      expect(answer.status).toBe(303);
      expect((await draft()).plan.links).toEqual([
        { from: '2.1', to: '3.1', reason: 'tempi più brevi per le imprese' },
      ]);
      for (const path of [OBJECTIVES, '/cicli/ccms/2016/mappa'])
        await expectTakenAway(officer.get, path, 'collegamenti');
      const map = await officer.page('/cicli/ccms/2016/mappa');
      expect(map).toContain('<g class="arrow"><title>2.1 → 3.1: tempi più brevi per le imprese</title>');
      expect(rowOf(map, '2.1 Sviluppare valore')).toContain('3.1 Promuovere lo sviluppo');
    });

    test.each([
      ['twice the same', { causa: '2.1', effetto: '3.1', perche: 'x' }, 'questo collegamento c’è già'],
      ['to itself', { causa: '2.1', effetto: '2.1', perche: 'x' }, 'un obiettivo non può essere causa di sé stesso'],
      ['to one there is not', { causa: '2.1', effetto: '9.9', perche: 'x' }, '«9.9» non è fra le scelte possibili'],
      ['without a reason', { causa: '2.1', effetto: '3.2' }, 'manca il perché'],
    ])('are not linked %s', async (_, fields, said) => {
      const answer = await steering.post(`${OBJECTIVES}/collegamento`, fields);
      expect(answer.status).toBe(422);
      expect(textOf(await answer.text())).toContain(said);
      expect((await draft()).plan.links).toHaveLength(1);
    });

    test('have owners once somebody says so', async () => {
      const owned = { obiettivo: '3.1', responsabili: 'ufficio:ufficio-promozione', motivo: 'competenza' };
      expect((await steering.post(`${OBJECTIVES}/responsabili`, owned)).status).toBe(303);
      expect(rowOf(await officer.page(OBJECTIVES), '3.1 Promuovere')).toContain(
        '2016-2018 Ufficio Promozione delle Imprese e del Territorio',
      );
    });

    test('are given to the same owners together, with one reason', async () => {
      const at = `${OBJECTIVES}/responsabili`;
      const together = [
        ['obiettivo', '1.1'],
        ['obiettivo', '1.2'],
        ['responsabili', 'ufficio:ufficio-promozione'],
      ] as const;
      const sent = (fields: readonly (readonly [string, string])[]) => {
        const body = new FormData();
        for (const [name, value] of fields) body.append(name, value);
        return steering.send(at, body);
      };
      const refused = await sent(together);
      expect(refused.status).toBe(422);
      expect(textOf(await (await sent([...together.slice(2), ['motivo', 'competenza']])).text())).toContain(
        'scegliere almeno un obiettivo',
      );
      expect((await sent([...together, ['motivo', 'stessa competenza']])).status).toBe(303);
      const page = await officer.page(OBJECTIVES);
      for (const code of ['1.1', '1.2'])
        expect(rowOf(page, `${code} `)).toContain('Ufficio Promozione delle Imprese e del Territorio');
      const { version } = await draft();
      expect(await versionStories(site.register.db, 'ccms/2016', [{ version }])).toMatchObject([
        {
          reason: 'Responsabili degli obiettivi 1.1, 1.2: ufficio:ufficio-promozione. stessa competenza',
        },
      ]);
    });

    test('are not given to others by who saw it before, unless they say so again', async () => {
      const shown = (page: string): string =>
        /action="[^"]*\/responsabili"[\s\S]*?name="visto" value="([^"]*)"/.exec(page)?.[1] ?? '';
      const visto = shown(await steering.page(OBJECTIVES));
      const at = `${OBJECTIVES}/responsabili`;
      const first = { obiettivo: '3.2', responsabili: 'ufficio:ufficio-promozione', motivo: 'competenza' };
      expect((await steering.post(at, first)).status).toBe(303);
      const asked = await steering.post(at, { obiettivo: '3.2', responsabili: '', motivo: 'errore', visto });
      expect(asked.status).toBe(422);
      const page = await asked.text();
      expect(textOf(page)).toContain(
        'Ora dell’obiettivo 3.2 rispondono: Ufficio Promozione delle Imprese e del Territorio.',
      );
      const again = { obiettivo: '3.2', responsabili: '', motivo: 'errore', visto: shown(page) };
      expect((await steering.post(at, again)).status).toBe(303);
    });

    test('lose a link that is taken back, on record', async () => {
      const back = { collegamento: '2.1>3.1', motivo: 'non è dimostrato' };
      expect((await steering.post(`${OBJECTIVES}/scollegamento`, back)).status).toBe(303);
      expect((await draft()).plan.links).toEqual([]);
      const lines = await logOf(site.register.db, { cycle: 'ccms/2016' });
      expect(lines.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['objectives-linked', 'objective-owned', 'objectives-unlinked']),
      );
      // One click, one line: it also tells the story of the draft it has made.
      const { version } = await draft();
      const stories = await versionStories(site.register.db, 'ccms/2016', [{ version }]);
      expect(stories).toMatchObject([
        { version, actor: 'guglielmo.tarasconi', reason: 'Collegamento 2.1 → 3.1 tolto: non è dimostrato' },
      ]);
      expect(lines.filter(({ detail }) => 'planVersion' in detail && detail.planVersion === version)).toHaveLength(1);
    });

    test('are not for officers to link', async () => {
      const answer = await officer.post(`${OBJECTIVES}/collegamento`, { causa: '2.1', effetto: '3.2', perche: 'x' });
      expect(answer.status).toBe(403);
      expect(await officer.page(OBJECTIVES)).not.toContain('Aggiungi il collegamento');
    });
  });

  describe('targets offices propose', () => {
    const PROPOSALS = `${PLAN}/proposte`;
    const propose = (fields: Readonly<Record<string, string>>, who = officer, code = '2.2.1-01') =>
      who.post(`${PROPOSALS}/indicatori/${code}`, fields);
    const settle = (id: number, fields: Readonly<Record<string, string>>, who = steering) =>
      who.post(`${PROPOSALS}/${id}`, fields);

    test('are asked of the office on one page, for its own indicators', async () => {
      const page = textOf(await officer.page(PROPOSALS));
      expect(page).toContain('2.2.1-01 Tempo medio di lavorazione pratiche Registro Imprese');
      expect(page).not.toContain('3.1.4-01 Partecipazione');
      expect((await propose({ anno: '2017', target: '6', nota: 'nuovo sportello' })).status).toBe(303);
      expect((await propose({ anno: '2018', target: '5' })).status).toBe(303);
      expect((await propose({ anno: '2016', target: '9' })).status).toBe(303);
      expect(textOf(await steering.page(PROPOSALS))).toContain('nuovo sportello');
    });

    test.each([
      ['of a year the plan has no targets of', { anno: '2020', target: '6' }, 422],
      ['without a text', { anno: '2017', target: '' }, 422],
      ['just as the draft has it', { anno: '2016', target: '7' }, 422],
    ])('are refused %s', async (_, fields, status) => {
      expect((await propose(fields)).status).toBe(status);
    });

    test('are not proposed for another office’s indicator', async () => {
      expect((await propose({ anno: '2017', target: '6' }, officer, '3.1.4-01')).status).toBe(403);
      expect((await propose({ anno: '2017', target: '6' }, officer, '9.9.9-01')).status).toBe(404);
      expect((await propose({ anno: '2017', target: '6' }, steering, 'SG-1-01')).status).toBe(404);
    });

    test('taken they are in the draft, unread, also in the row that repeats the indicator', async () => {
      expect((await settle(1, { esito: 'taken' })).status).toBe(303);
      expect(await targetOf('2.2.1-01', 2017)).toEqual({ year: 2017, text: '6' });
      const sheets = (await draft()).plan.sheets.flatMap(({ indicators }) => indicators);
      const repeated = sheets.find(({ repeats }) => repeats === '2.2.1-01');
      expect(repeated?.targets.find(({ year }) => year === 2017)).toEqual({ year: 2017, text: '6' });
    });

    test.each([
      ['changed without saying to what', 2, { esito: 'changed', motivo: 'troppo' }, 'serve il target deciso'],
      ['changed without a reason', 2, { esito: 'changed', target: '6' }, 'serve il motivo'],
      ['left without a reason', 3, { esito: 'left' }, 'serve il motivo'],
    ])('are not %s', async (_, id, fields, said) => {
      const answer = await settle(id, fields);
      expect(answer.status).toBe(422);
      expect(textOf(await answer.text())).toContain(said);
    });

    test('changed the draft has what was decided, left it stays; both are told with their reason', async () => {
      expect((await settle(2, { esito: 'changed', target: '6,5', motivo: 'un passo alla volta' })).status).toBe(303);
      expect((await settle(3, { esito: 'left', motivo: 'il Piano 2016 è già discusso' })).status).toBe(303);
      expect([(await targetOf('2.2.1-01', 2018))?.text, (await targetOf('2.2.1-01', 2016))?.text]).toEqual([
        '6,5',
        '7',
      ]);
      const page = textOf(await officer.page(PROPOSALS));
      expect(page).toContain('modificato 6,5 un passo alla volta');
      expect(page).toContain('non accolto nessuno il Piano 2016 è già discusso');
      await expectTakenAway(officer.get, PROPOSALS, 'proposte-decise');
    });

    test('are decided once', async () => {
      const answer = await settle(1, { esito: 'left', motivo: 'ripensamento' });
      expect(answer.status).toBe(422);
      expect(textOf(await answer.text())).toContain('La proposta è già stata decisa.');
    });

    test('are not for officers to decide', async () => {
      expect((await settle(1, { esito: 'taken' }, officer)).status).toBe(403);
    });

    test('come by the API too, from who answers for the office', async () => {
      const { db } = site.register;
      const by = { entity: 'ccms', title: 'prova', days: 30, scopes: ['act' as const] };
      const call = async (person: string) => {
        const { secret } = await issueToken(db, { ...by, person, issuedBy: person });
        return site.app.request('/api/v1/cycles/ccms/2016/plan/indicators/2.2.1-01/target-proposals', {
          method: 'POST',
          headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
          body: JSON.stringify({ targetYear: '2018', target: '4' }),
        });
      };
      expect([(await call('lidia.fornasetti')).status, (await call('ruggero.ventimiglio')).status]).toEqual([201, 403]);
    });
  });

  test('is not begun from last year’s where that one is not in the register, but from its workbook', async () => {
    const empty = await steering.post(`${PLAN}/nuovo-anno`, {});
    expect(empty.status).toBe(422);
    expect(textOf(await empty.text())).toContain('nel registro non c’è un Piano 2015 in vigore');
    const { plan } = await draft();
    const last = { ...plan, exercise: 2015 };
    const send = async (bytes: Uint8Array, dropped = '') => {
      const body = new FormData();
      body.set('chiave', String(bytes.length));
      body.set('non-ripresi', dropped);
      body.set('cartella', new File([bytes.slice()], 'piano-2015.xlsx'));
      return steering.send(`${PLAN}/nuovo-anno`, body);
    };
    const wrong = await send(writePlanSheet(plan));
    expect(textOf(await wrong.text())).toContain('serve il Piano 2015 di questo ente');
    const unknown = await send(writePlanSheet(last), '9.9.9: non c’è');
    expect(textOf(await unknown.text())).toContain('riga 1: «9.9.9» non è un programma né un indicatore del Piano');
    const begun = await send(writePlanSheet(last), '1.2.3-01: progetto concluso');
    expect([begun.status, decodeURIComponent(begun.headers.get('location') ?? '')]).toEqual([
      303,
      expect.stringContaining('iniziata dal Piano dell’anno precedente'),
    ]);
    const next = (await draft()).plan;
    expect([next.exercise, next.startedFrom]).toEqual([
      2016,
      {
        exercise: 2015,
        dropped: [{ code: '1.2.3-01', name: expect.stringContaining('media locali'), reason: 'progetto concluso' }],
      },
    ]);
    expect(textOf(await officer.page(PLAN))).toContain('progetto concluso');
    await expectTakenAway(officer.get, PLAN, 'non-ripresi');
  });
});
