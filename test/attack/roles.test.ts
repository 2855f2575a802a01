import { beforeAll, describe, expect, test } from 'vitest';
import { type Arena, type Asked, anArena, SORTS, type Sort } from './arena.js';

const arena: Arena = anArena();

/** Who may: everybody, whoever is on record in the body, and so on. Who may not is told so, or sent to sign in. */
type Guard = 'public' | 'of-the-body' | 'steer' | 'administer' | 'individual' | 'oiv';

const MAY: Readonly<Record<Exclude<Guard, 'public'>, readonly Sort[]>> = {
  'of-the-body': SORTS.filter((sort) => sort !== 'stranger'),
  steer: ['steering'],
  administer: ['steering', 'administrator'],
  // The OIV, who administers evaluation, and who is above those the results are about.
  individual: ['steering', 'oiv', 'head'],
  oiv: ['oiv'],
};

const B = '/cicli/ccms/2016';
const E = '/enti/ccms';

/** Pages that show, by who may look. */
const PAGES: readonly (readonly [path: string, guard: Guard])[] = [
  ['/salute', 'public'],
  ['/accesso', 'public'],
  ['/accesso/inviato', 'public'],
  ['/api/v1/openapi.json', 'public'],
  ['/api/v1/documentazione', 'public'],
  [B, 'of-the-body'],
  [`${B}/attivita/monitoraggio-1`, 'of-the-body'],
  [`${B}/cruscotto`, 'of-the-body'],
  [`${B}/mappa`, 'of-the-body'],
  [`${B}/albero`, 'of-the-body'],
  [`${B}/programmi`, 'of-the-body'],
  [`${B}/monitoraggi`, 'of-the-body'],
  [`${B}/obiettivi-individuali`, 'individual'],
  [`${B}/programmi/1.1.1/spesa`, 'steer'],
  [E, 'of-the-body'],
  [`${E}/trasparenza`, 'of-the-body'],
  [`${E}/miglioramento`, 'of-the-body'],
  [`${E}/stakeholder`, 'of-the-body'],
  [`${E}/stakeholder/registro`, 'of-the-body'],
  [`${E}/stakeholder/registro/imprese/descrizione`, 'steer'],
  [`${E}/stakeholder/messaggi`, 'steer'],
  [`${E}/indagini`, 'of-the-body'],
  [`${E}/indagini/nuova-indagine`, 'steer'],
  [`${B}/feedback`, 'of-the-body'],
  [`${B}/oiv`, 'of-the-body'],
  [`${B}/oiv/fascicolo.pdf`, 'of-the-body'],
  [`${B}/incontro-oiv`, 'oiv'],
  [`${B}/osservazione-oiv`, 'oiv'],
  [`${B}/oiv/lista/metodo-seguito/giudizio`, 'oiv'],
  [`${B}/comunicazioni`, 'of-the-body'],
  [`${B}/comunicazioni/comunicazione`, 'steer'],
  [`${B}/indicatori/1.1.1-01/indagine`, 'steer'],
  [`${E}/contesto`, 'of-the-body'],
  [`${E}/finanza`, 'of-the-body'],
  [`${E}/check-up`, 'of-the-body'],
  [`${E}/conti`, 'steer'],
  [`${B}/fattore`, 'steer'],
  [`${E}/calendario`, 'of-the-body'],
  [`${E}/calendario.ics`, 'of-the-body'],
  [`${E}/sostituzioni`, 'steer'],
  [`${E}/persone`, 'administer'],
  [`${E}/nuova-persona`, 'administer'],
  [`${E}/termini`, 'administer'],
  [`${E}/termini/calendario.yaml`, 'administer'],
  [`${E}/nuovo-termine`, 'steer'],
  [`${E}/accessi`, 'administer'],
  [`${E}/mail-da-chiarire`, 'administer'],
  [`${E}/da-sistemare`, 'administer'],
  [`${B}/attivita/monitoraggio-1/gestione`, 'steer'],
];

describe('each sort of person × each page', () => {
  for (const [path, guard] of PAGES) {
    test.each([undefined, ...SORTS])(`${path} for %s`, async (as) => {
      const answer = await arena.ask(path, as === undefined ? {} : { as });
      const allowed = guard === 'public' || (as !== undefined && MAY[guard].includes(as));
      if (allowed) expect(answer.status).toBe(200);
      else if (as === undefined) {
        expect([answer.status, answer.headers.get('location')]).toEqual([
          303,
          `/accesso?verso=${encodeURIComponent(path)}`,
        ]);
      } else expect([answer.status]).toEqual([as === 'stranger' ? 404 : 403]);
    });
  }
});

/** What people do, by who may do it: the others change nothing. */
const ACTS: readonly (readonly [path: string, guard: Guard, fields: Readonly<Record<string, string>>])[] = [
  [`${B}/attivita/monitoraggio-1/gestione/proroga`, 'steer', { scadenza: '2016-06-30', motivo: 'una buona ragione' }],
  [
    `${B}/attivita/monitoraggio-1/gestione/riapertura`,
    'steer',
    { scadenza: '2016-06-30', motivo: 'una buona ragione' },
  ],
  [`${B}/attivita/monitoraggio-1/gestione/chiusura`, 'steer', { motivo: 'una buona ragione' }],
  [`${B}/attivita/monitoraggio-1/gestione/restituzione`, 'steer', { indicatore: '1', osservazione: 'da rivedere' }],
  [`${B}/attivita/monitoraggio-1/gestione/sollecito`, 'steer', {}],
  [`${B}/monitoraggi/sollecito`, 'steer', { monitoraggio: 'monitoraggio-1', tutti: '1' }],
  [`${B}/programmi/1.1.1/spesa`, 'steer', { importo: '1.000,00', data: '30/04/2016', nota: 'x' }],
  [
    `${E}/sostituzioni`,
    'steer',
    { assente: 'lidia.fornasetti', sostituto: 'zeno.bragadini', dal: '01/06/2016', al: '02/06/2016', motivo: 'ferie' },
  ],
  [`${E}/nuova-persona`, 'administer', { nome: 'Nora Poli', mail: 'nora.poli@ccms.example' }],
  [
    `${E}/nuovo-termine`,
    'steer',
    {
      esercizio: '2018',
      attivita: 'analisi-contesto',
      termine: '8 luglio Y-1',
      norma: 'x',
      'di-chi': 'body',
      motivo: 'x',
    },
  ],
  [`${E}/trasparenza/1/1`, 'steer', { stato: 'fatto', nota: 'x' }],
  [`${E}/miglioramento/1/1`, 'steer', { stato: 'fatto', nota: 'x' }],
  [`${E}/stakeholder`, 'steer', { stakeholder: 'Imprese', canale: 'PEC', testo: 'bene', ricevuta: '01/05/2016' }],
  [`${E}/stakeholder/1`, 'steer', { esito: 'accolto', esercizio: '2016' }],
  [`${E}/stakeholder/registro/imprese/descrizione`, 'steer', { gruppo: 'imprese' }],
  [`${E}/stakeholder/registro/nuovo-stakeholder`, 'steer', { nome: 'Ordini' }],
  [`${E}/stakeholder/messaggi/modulo-pubblico`, 'steer', {}],
  [`${B}/feedback/improvement:rendicontazione%2F1`, 'steer', { esito: 'ripresa', esercizio: '2016' }],
  [
    `${B}/comunicazioni/comunicazione`,
    'steer',
    { oggetto: 'Piano', 'a-chi': 'tutti', mezzo: 'meeting', giorno: '01/05/2016' },
  ],
  [`${B}/fattore`, 'steer', { quadro: 'strength', testo: 'x' }],
  [`${B}/incontro-oiv`, 'oiv', { giorno: '01/05/2016', ufficio: 'ufficio:isr', note: 'x' }],
  [`${B}/osservazione-oiv`, 'oiv', { su: 'dati', testo: 'x' }],
  [`${B}/oiv/lista/metodo-seguito/giudizio`, 'oiv', { giudizio: 'met' }],
  [`${B}/check-up/modello-fasi/risposta`, 'steer', { grado: 'avviato' }],
  [`${E}/conti`, 'steer', { anno: '2015', 'valori.personale': '1' }],
  [`${E}/serie/outputs/anno`, 'steer', { anno: '2016', 'valori.pratiche-ri': '17.300' }],
  [`${E}/accessi/gettoni`, 'administer', { titolo: 'attacco', persona: 'lidia.fornasetti', giorni: '9' }],
  [`${E}/accessi/gettoni/000000000000/revoca`, 'administer', {}],
  [`${E}/accessi/inviti/x/revoca`, 'administer', { motivo: 'una buona ragione' }],
];

describe('each sort of person who may not × each action', () => {
  for (const [path, guard, fields] of ACTS) {
    const without = SORTS.filter((sort) => guard === 'public' || !MAY[guard].includes(sort));
    test.each([undefined, ...without])(`${path} by %s`, async (as) => {
      await arena.refused(
        path,
        { as, fields },
        as === undefined ? 303 : as === 'stranger' ? 404 : 403,
        ...(as === undefined || as === 'stranger' ? [] : [404]),
      );
    });
  }
});

describe('who may × each action', () => {
  test.each(ACTS.filter(([path]) => !/\/(?:x|1|000000000000)(?:\/|$)/.test(path)))(
    '%s is not refused to %s',
    async (path, guard, fields) => {
      const as = guard === 'steer' ? 'steering' : guard === 'oiv' ? 'oiv' : 'administrator';
      const answer = await arena.ask(path, { as, fields });
      expect([200, 201, 303, 422]).toContain(answer.status);
    },
  );
});

describe('duties at a step, signed in', () => {
  const DUTIES: readonly (readonly [step: string, sorts: readonly Sort[]])[] = [
    ['monitoraggio-1', ['officer', 'head', 'steering']],
  ];

  for (const [step, theirs] of DUTIES) {
    test.each([undefined, ...SORTS])(`${step} for %s`, async (as) => {
      const path = `${B}/attivita/${step}/adempimento`;
      const answer = await arena.ask(path, as === undefined ? {} : { as });
      if (as === undefined) expect(answer.status).toBe(303);
      else if (as === 'stranger') expect(answer.status).toBe(404);
      else expect([as, answer.status]).toEqual([as, theirs.includes(as) ? 200 : 403]);
    });

    test.each(SORTS.filter((sort) => !theirs.includes(sort)))(`${step}: %s sends nothing`, async (as) => {
      for (const below of ['', '/calcola', '/azioni', '/foglio', '/decisione', '/concludi']) {
        const path = `${B}/attivita/${step}/adempimento${below}`;
        await arena.refused(path, { as, fields: { azione: 'invia', modulo: crypto.randomUUID() } }, 403, 404);
      }
    });
  }
});

describe('documents', () => {
  let own = '';
  let published = '';
  beforeAll(async () => {
    const all = await arena.owner.query<{ hash: string; published: boolean }>(
      `select d.hash, exists (select from log l where l.action = 'document-published' and l.detail ->> 'hash' = d.hash) as published
       from documents d join cycles c on c.id = d.cycle where c.entity = 'ccms'`,
    );
    own = all.rows.find((row) => !row.published)?.hash ?? '';
    published = all.rows.find((row) => row.published)?.hash ?? '';
    expect([own, published]).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
  });

  test.each([undefined, ...SORTS])('one not published, and each form of it, for %s', async (as) => {
    for (const below of ['', '/contenuto', '/pdf', '/json']) {
      const answer = await arena.ask(`/documenti/${own}${below}`, as === undefined ? {} : { as });
      if (as === undefined) expect(answer.status).toBe(303);
      else if (as === 'stranger') expect(answer.status).toBe(404);
      else if (below === '' || below === '/contenuto') expect(answer.status).toBe(200);
    }
  });

  test.each([undefined, ...SORTS])('one that is published for %s', async (as) => {
    const answer = await arena.ask(`/documenti/${published}/contenuto`, as === undefined ? {} : { as });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });

  test('nobody can write to one', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      await arena.refused(`/documenti/${own}`, { as: 'steering', method }, 404, 403);
    }
  });
});

describe('each sort of person × each call of the API', () => {
  const CALLS: readonly (readonly [path: string, post: boolean])[] = [
    ['/me', false],
    ['/cycles', false],
    ['/cycles/ccms/2016', false],
    ['/cycles/ccms/2016/steps', false],
    ['/cycles/ccms/2016/steps/monitoraggio-1', false],
    ['/cycles/ccms/2016/checkpoints/monitoraggio-1/form', false],
    ['/cycles/ccms/2016/checkpoints/monitoraggio-1/submissions', true],
    ['/cycles/ccms/2016/steps/piano-approvazione/decisions', true],
  ];
  const body = (path: string): string =>
    JSON.stringify(
      path.endsWith('decisions')
        ? { outcome: 'approved', documentHash: 'a'.repeat(64), actNumber: '1', actDate: '2016-05-01' }
        : { rows: [{ indicator: 'inventato', value: 1 }] },
    );
  const call = (path: string, post: boolean, as: Sort | undefined): Asked => ({
    ...(post ? { body: body(path), method: 'POST' } : {}),
    headers: {
      ...(as === undefined ? {} : { authorization: `Bearer ${arena.token(as)}` }),
      ...(post ? { 'content-type': 'application/json' } : {}),
    },
  });

  for (const [path, post] of CALLS) {
    test.each([undefined, ...SORTS])(`${path} for %s`, async (as) => {
      const address = `/api/v1${path}`;
      const request = call(path, post, as);
      if (as === undefined) await arena.refused(address, request, 401);
      else if (as === 'stranger' && path.includes('ccms')) await arena.refused(address, request, 404);
      else if (!post) expect((await arena.ask(address, request)).status).toBe(200);
      else if (path.endsWith('decisions') && as === 'recorder') {
        const reached = arena.reached.length;
        await arena.ask(address, request);
        expect(arena.reached.length).toBeLessThanOrEqual(reached + 1);
      } else await arena.refused(address, request, 403, 422);
    });
  }
});
