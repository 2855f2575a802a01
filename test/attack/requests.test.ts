import { describe, expect, test } from 'vitest';
import { type Arena, anArena } from './arena.js';

const arena: Arena = anArena();

const B = '/cicli/ccms/2016';
const E = '/enti/ccms';

/** What somebody could put where an address expects a name. */
const STRANGE: readonly string[] = [
  '..%2f..%2f..%2fetc%2fpasswd',
  '..%5c..%5cwindows',
  '%2e%2e%2f%2e%2e%2fentity',
  '%00',
  'a%00b',
  '%ED%A0%80',
  '%E0%A4%A',
  '%',
  "'%3B%20drop%20table%20people%3B--",
  '%27%20or%201%3D1--',
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '-1',
  '99999999999999999999',
  '1e309',
  'NaN',
  'null',
  'constructor',
  '__proto__',
  '%F0%9F%98%80',
  'x'.repeat(3_000),
];

/** Every address with a name in it; `§` is where the name goes. */
const PLACES: readonly string[] = [
  '/cicli/§/2016',
  '/cicli/ccms/§',
  `${B}/attivita/§`,
  `${B}/attivita/§/adempimento`,
  `${B}/attivita/§/gestione`,
  `${B}/indicatori/§`,
  `${B}/programmi/§/spesa`,
  `${B}/attivita/monitoraggio-1/adempimento/ricevuta/§`,
  `${B}/attivita/monitoraggio-1/adempimento/allegati/§`,
  `${B}/piano/parti/§`,
  `${B}/piano/indicatori/§/x`,
  `${B}/piano/indicatori/1.1.1/§`,
  `${B}/piano/letture/§`,
  `${B}/piano/versioni/§`,
  `${B}/indicatori/§/forzatura`,
  `${B}/attivita/§/evidenze/x`,
  `${B}/attivita/monitoraggio-1/evidenze/§`,
  '/enti/§',
  `${E}/trasparenza/§/1`,
  `${E}/trasparenza/1/§`,
  `${E}/miglioramento/§/1`,
  `${E}/stakeholder/registro/§/descrizione`,
  `${E}/stakeholder/registro/§/uscita`,
  `${E}/indagini/§`,
  `${E}/indagini/§/domanda`,
  `${B}/indicatori/§/indagine`,
  '/osservazioni/§',
  '/osservazioni/§/inviata',
  '/calendari/§/mio.ics',
  '/calendari/§/ente.ics',
  '/documenti/§',
  '/documenti/§/contenuto',
  '/documenti/§/pdf',
  '/posta/§',
  '/posta/§/contenuto',
  '/posta/1.eml/allegati/§',
  '/adempimento/§',
  '/accesso/collegamento/§',
  '/statico/§/console.css',
  '/statico/000000000000/§',
];

describe('a strange name in an address', () => {
  for (const place of PLACES) {
    test(place, async () => {
      const before = await arena.fingerprint();
      const errors = arena.told.length;
      for (const name of STRANGE) {
        const path = place.replace('§', name);
        const answer = await arena.ask(path, { as: 'steering' });
        const text = await answer.text();
        expect([path, answer.status]).toEqual([path, expect.toBeOneOf([200, 302, 303, 400, 403, 404, 410, 422, 429])]);
        if (answer.status === 200) expect(place).toMatch(/^\/statico\//);
        expect(text).not.toContain('<script>alert(1)');
        expect(text).not.toMatch(/root:x:|syntax error|at Object\.|node_modules/);
      }
      expect(arena.told.slice(errors)).toEqual([]);
      expect(await arena.fingerprint()).toBe(before);
    });
  }
});

describe('a strange name in a call of the API', () => {
  const CALLS = [
    '/api/v1/cycles/§/2016',
    '/api/v1/cycles/ccms/§',
    '/api/v1/cycles/ccms/2016/steps/§',
    '/api/v1/cycles/ccms/2016/checkpoints/§/form',
    '/api/v1/cycles/ccms/2016/checkpoints/§/assessment',
    '/api/v1/§',
  ];
  test.each(CALLS)('%s', async (place) => {
    for (const name of STRANGE) {
      const headers = { authorization: `Bearer ${arena.token('steering')}` };
      const answer = await arena.ask(place.replace('§', name), { headers });
      expect([name, answer.status, answer.headers.get('content-type')]).toEqual([
        name,
        expect.toBeOneOf([400, 404, 422]),
        'application/problem+json',
      ]);
    }
    expect(arena.told).toEqual([]);
  });
});

describe('strange questions to pages that list', () => {
  const QUERIES = [
    '/posta?pagina=-1',
    '/posta?pagina=99999999999999999999',
    '/posta?destinatario=%00',
    '/posta?destinatario=%27%20or%201=1--',
    `${B}/cruscotto?al=%00`,
    `${B}/cruscotto?al=..%2f..`,
    `${B}/cruscotto?monitoraggio=%00`,
    `${B}/monitoraggi?ufficio=%00&area=%00&stato=%00&prospettiva=%00`,
    `${B}/monitoraggi?ufficio=%27%20or%201=1--`,
    `${B}/attivita/monitoraggio-1/gestione?indicatore=%00`,
    `${B}/attivita/monitoraggio-1/gestione?fatto=%3Cscript%3Ealert(1)%3C/script%3E`,
    `${B}?aggiorna=-1`,
    `${E}/trasparenza?stato=%00&responsabile=%00`,
    `${E}/stakeholder?registrato=%3Cscript%3E`,
    '/accesso?verso=%00',
    '/accesso?verso[]=x&verso=y',
  ];
  test.each(QUERIES)('%s', async (path) => {
    const answer = await arena.ask(path, { as: 'steering' });
    expect([path, answer.status]).toEqual([path, expect.toBeOneOf([200, 302, 303, 400, 404])]);
    expect(await answer.text()).not.toContain('<script>alert(1)');
    expect(arena.told).toEqual([]);
  });
});

/** Everything that is posted from a page. */
const FORMS: readonly string[] = [
  '/accesso',
  '/accesso/esci',
  '/accesso/come',
  '/accesso/collegamento/x',
  `${B}/attivita/monitoraggio-1/gestione/proroga`,
  `${B}/attivita/monitoraggio-1/gestione/chiusura`,
  `${B}/monitoraggi/sollecito`,
  `${B}/programmi/1.1.1/spesa`,
  `${B}/attivita/monitoraggio-1/adempimento`,
  `${B}/attivita/monitoraggio-1/adempimento/foglio`,
  `${B}/attivita/monitoraggio-1/adempimento/calcola`,
  `${B}/piano/importa`,
  `${B}/piano/pesi`,
  `${B}/indicatori/2.2.1-01/forzatura`,
  `${E}/sostituzioni`,
  `${E}/stakeholder`,
  `${E}/stakeholder/registro/nuovo-stakeholder`,
  `${E}/stakeholder/messaggi/1`,
  `${E}/indagini/nuova-indagine`,
  `${B}/feedback/1`,
  `${B}/comunicazioni/comunicazione`,
  '/osservazioni/x',
  `${E}/calendario`,
  `${E}/accessi/gettoni`,
  `${E}/accessi/inviti/x/revoca`,
];

describe('a form that did not leave from our pages', () => {
  const ORIGINS = [
    null,
    'https://altrove.example',
    'null',
    'http://localhost:8151',
    'https://localhost:8150',
    'http://localhost:8150.altrove.example',
    '',
  ];
  for (const path of FORMS) {
    test(path, async () => {
      for (const origin of ORIGINS) {
        const said = await arena.refused(
          path,
          { as: 'steering', origin, fields: { motivo: 'una buona ragione' } },
          403,
        );
        expect(said).toContain('non è partita da una pagina di Ciclo');
      }
      await arena.refused(
        path,
        { as: 'steering', origin: null, body: 'motivo=x', headers: { 'content-type': 'text/plain' } },
        403,
      );
      await arena.refused(
        path,
        {
          as: 'steering',
          origin: 'https://altrove.example',
          body: 'x',
          headers: { 'content-type': 'multipart/form-data; boundary=x' },
        },
        403,
      );
    });
  }
});

/** They do the same whatever is written in them: going out, one's own calendar feed. */
const NEEDS_NOTHING = ['/accesso/esci', `${E}/calendario`];

describe('a body that is no form, or too large', () => {
  for (const path of FORMS.filter((one) => !NEEDS_NOTHING.includes(one))) {
    test(path, async () => {
      const bodies: readonly (readonly [string, string])[] = [
        ['application/json', '{"motivo": "x"}'],
        ['application/xml', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'],
        ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="motivo"\r\n\r\ntroncato'],
        ['multipart/form-data', 'senza confine'],
        ['application/x-www-form-urlencoded', '%%%=%%%&&&==='],
        ['application/octet-stream', '\0\x01\x02'],
      ];
      for (const [type, body] of bodies) {
        const text = await arena.refused(
          path,
          { as: 'steering', body, headers: { 'content-type': type } },
          200,
          303,
          400,
          404,
          410,
          415,
          422,
        );
        expect(text).not.toContain('root:x:');
      }
      const huge = `motivo=${'x'.repeat(26 * 1_048_576)}`;
      await arena.refused(
        path,
        {
          as: 'steering',
          body: huge,
          headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(huge.length) },
        },
        413,
      );
      await arena.refused(
        path,
        {
          as: 'steering',
          body: huge,
          headers: { 'content-type': 'application/x-www-form-urlencoded', 'transfer-encoding': 'chunked' },
        },
        413,
      );
    });
  }
});

describe('methods nobody uses', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('%s changes nothing anywhere', async (method) => {
    for (const path of [...FORMS, B, E, '/', '/posta', '/salute']) {
      await arena.refused(path, { as: 'steering', method }, 404, 403, 405, 400);
    }
  });
});

describe('ways to other sites', () => {
  const ELSEWHERE = [
    '//altrove.example',
    '/\\altrove.example',
    '/%09/altrove.example',
    'https://altrove.example',
    '/.//altrove.example',
    'javascript:alert(1)',
    '/%0d%0aLocation:%20https://altrove.example',
  ];
  test.each(ELSEWHERE)('%s is not gone to after signing in', async (verso) => {
    const page = await (await arena.ask(`/accesso?verso=${encodeURIComponent(verso)}`)).text();
    expect(page).toMatch(/name="verso" value="\/(?:mie\/ingresso"|%0d|%09)/);
    for (const path of ['/accesso', `/accesso/collegamento/x?verso=${encodeURIComponent(verso)}`]) {
      const answer = await arena.ask(path, { fields: { email: 'nessuno@altrove.example', verso } });
      expect(answer.headers.get('location') ?? '/').toMatch(/^\/(?![/\\])/);
    }
  });

  test('an address of ours that begins with two slashes is not sent away', async () => {
    for (const path of ['//altrove.example', '//altrove.example/..', '/\\altrove.example']) {
      const answer = await arena.ask(`http://localhost:8150${path}`, {});
      const location = answer.headers.get('location');
      if (location !== null) expect(location).toMatch(/^\/(?![/\\])/);
    }
  });
});

describe('headers', () => {
  test.each([
    ['X-Forwarded-For', '127.0.0.1'],
    ['X-Forwarded-Host', 'altrove.example'],
    ['Host', 'altrove.example'],
    ['X-HTTP-Method-Override', 'DELETE'],
    ['X-Original-URL', '/enti/ccms/accessi'],
    ['Authorization', 'Basic YWRtaW46YWRtaW4='],
  ])('%s: %s opens nothing', async (name, value) => {
    const answer = await arena.ask('/enti/ccms/accessi', { headers: { [name]: value } });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(/^\/accesso\?/);
  });
});
