import { beforeAll, describe, expect, test } from 'vitest';
import { dueIcs } from '../../src/mail/due-ics.js';
import { MailRefused } from '../../src/mail/header.js';
import type { Message } from '../../src/mail/message.js';
import { renderMessage } from '../../src/mail/render.js';
import { ALL } from '../mail/messages.js';
import { type Arena, anArena, type Sort } from './arena.js';

const PAYLOAD = `"><img src=x onerror=alert(1)>'</script><script>alert(1)</script>`;
const RAW = /<img src=x|<script>alert\(1\)/;
const B = '/cicli/ccms/2016';
const E = '/enti/ccms';

/** Columns people's own words, or a file's, end up in. */
const WORDS = [
  'name',
  'title',
  'note',
  'reason',
  'remark',
  'remarks',
  'text',
  'outcome',
  'subject',
  'channel',
  'stakeholder',
  'about',
  'asked_of',
  'category',
  'expects',
  'involvement',
  'method',
  'refers',
  'said_by',
  'services',
  'told',
  'comment',
  'close_reason',
  'late_reason',
  'act_number',
  'to_name',
  'description',
];

// After the first monitoring: there are results to show.
const arena: Arena = anArena('2016-09-20');

describe('HTML in every text on record', () => {
  let tainted: readonly string[] = [];

  beforeAll(async () => {
    const { rows } = await arena.owner.query<{ t: string; c: string }>(
      `select c.table_name as t, c.column_name as c from information_schema.columns c
       join information_schema.tables b using (table_schema, table_name)
       where c.table_schema = current_schema() and b.table_type = 'BASE TABLE' and c.data_type = 'text' and c.column_name = any($1)`,
      [WORDS],
    );
    tainted = rows.map(({ t, c }) => `${t}.${c}`);
    // What is on record does not change, except for who owns the database: here, to see what pages make of it.
    await arena.owner.query('set session_replication_role = replica');
    for (const { t, c } of rows) {
      // A closed list of values is no free text: the database refuses it, and says so.
      await arena.owner
        .query(`update ${t} set ${c} = ${c} || $1 where ${c} is not null`, [PAYLOAD])
        .catch((cause: unknown) => {
          if (!String(cause).includes('check')) throw cause;
        });
    }
    const json = JSON.stringify(PAYLOAD).slice(1, -1).replace(/\\/g, '\\\\');
    const words = 'name|title|text|note|reason|remarks|citation';
    for (const [table, column, names] of [
      // The value of a confirmed reading is a number: what is no number there is a broken register, not somebody's words.
      ['plan_versions', 'plan', words],
      ['steps', 'planned', words],
      ['assessments', 'indicators', `${words}|label|value`],
      ['assessments', 'rollups', `${words}|label|value`],
      ['log', 'detail', `${words}|label|value`],
      ['notices', 'message', `${words}|label|value`],
    ] as const) {
      await arena.owner.query(
        `update ${table} set ${column} = regexp_replace(${column}::text, '"(${names})": "', '"\\1": "${json.replace(/'/g, "''")}', 'g')::jsonb`,
      );
    }
    await arena.owner.query('set session_replication_role = origin');
  });

  test('was put in many places', () => {
    expect(tainted).toEqual(
      expect.arrayContaining(['people.name', 'steps.title', 'measurements.note', 'decisions.remarks', 'log.subject']),
    );
  });

  test.each<Sort>(['steering', 'officer', 'recorder', 'oiv', 'administrator'])(
    'is shown as text on every page %s finds',
    async (as) => {
      const seen = new Set<string>();
      const waiting = [
        '/',
        '/mie',
        B,
        E,
        `${E}/accessi`,
        `${E}/sostituzioni`,
        `${B}/monitoraggi`,
        `${B}/attivita/monitoraggio-1/gestione`,
        '/accesso/nulla',
      ];
      let shown = 0;
      while (waiting.length > 0 && seen.size < 160) {
        const path = waiting.shift() ?? '';
        if (seen.has(path)) continue;
        seen.add(path);
        const answer = await arena.ask(path, { as });
        expect([path, answer.status]).toEqual([path, expect.toBeOneOf([200, 302, 303, 403, 404])]);
        if (answer.headers.get('content-type')?.includes('text/html') !== true) {
          await answer.arrayBuffer();
          continue;
        }
        const page = await answer.text();
        expect([path, RAW.exec(page)?.[0]]).toEqual([path, undefined]);
        if (page.includes('&lt;img src=x onerror=alert(1)&gt;')) shown++;
        for (const [, href = ''] of page.matchAll(/href="(\/[^"#]*)/g)) {
          const next = href.replaceAll('&amp;', '&');
          // One of each sort of address is enough: the others are made by the same code.
          if (!/^\/(?:statico|api|calendari)\/|eventi$/.test(next) && sample(next, seen, waiting)) waiting.push(next);
        }
      }
      expect(shown).toBeGreaterThan(5);
      expect(arena.told).toEqual([]);
    },
    // Many pages, one after the other.
    300_000,
  );
});

/** Whether few enough addresses of the same form are there already. */
function sample(path: string, seen: ReadonlySet<string>, waiting: readonly string[]): boolean {
  const form = formOf(path);
  return [...seen, ...waiting].filter((one) => formOf(one) === form).length < 6;
}

const formOf = (path: string): string =>
  path
    .replace(/\?.*$/, '?')
    .replace(/[0-9a-f]{64}/g, 'H')
    .replace(/\/(attivita|indicatori|programmi|trasparenza|miglioramento)\/[^/]+(\/\d+)?/g, '/$1/X');

describe('HTML in what is posted', () => {
  const FIELDS = [
    'email',
    'titolo',
    'persona',
    'giorni',
    'motivo',
    'osservazione',
    'scadenza',
    'importo',
    'data',
    'nota',
    'stakeholder',
    'nome',
    'gruppo',
    'attese',
    'oggetto',
    'a-chi',
    'pagina',
    'indirizzi',
    'canale',
    'testo',
    'ricevuta',
    'assente',
    'sostituto',
    'dal',
    'al',
    'esito',
    'esercizio',
    'stato',
    'atto',
    'chiave',
    'indicatore',
  ];
  const fields = Object.fromEntries(FIELDS.map((field) => [field, PAYLOAD]));
  test.each([
    '/accesso',
    '/accesso/come',
    `${E}/accessi/gettoni`,
    `${E}/sostituzioni`,
    `${E}/stakeholder`,
    `${E}/stakeholder/registro/nuovo-stakeholder`,
    `${E}/stakeholder/registro/imprese/descrizione`,
    `${E}/indagini/nuova-indagine`,
    `${B}/comunicazioni/comunicazione`,
    `${B}/programmi/1.1.1/spesa`,
    `${B}/attivita/monitoraggio-1/gestione/proroga`,
    `${B}/attivita/monitoraggio-1/gestione/riapertura`,
    `${B}/attivita/monitoraggio-1/adempimento`,
    `${B}/attivita/monitoraggio-1/adempimento/calcola`,
  ])('%s: what comes back is text', async (path) => {
    const answer = await arena.ask(path, { as: 'steering', fields });
    expect(answer.status).toBeLessThan(500);
    expect(RAW.exec(await answer.text())?.[0]).toBeUndefined();
  });
});

/** Every text in a message, by its place. */
function leaves(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, [...path, key]));
}

function withText(
  message: Message,
  [first, ...rest]: readonly (string | number)[],
  change: (text: string) => string,
): Message {
  const put = (value: unknown, path: readonly (string | number)[]): unknown => {
    const [head, ...tail] = path;
    if (head === undefined) return change(String(value));
    if (Array.isArray(value)) return value.map((one, i) => (String(i) === String(head) ? put(one, tail) : one));
    return { ...Object(value), [head]: put(Reflect.get(Object(value), head), tail) };
  };
  // The same message, one text of it changed.
  return put(message, [first ?? '', ...rest]) as Message;
}

/** Texts that decide which letter it is, or are dates read as such. */
const FIXED = new Set([
  'kind',
  'audience',
  'moment',
  'outcome',
  'asked',
  'passage',
  'to',
  'force',
  'at',
  'on',
  'dueOn',
  'period',
  'actDate',
  'deferredTo',
  'frozenOn',
  'id',
  'of',
  'why',
  'doneAt',
]);

describe('a line break in every text of every mail', () => {
  for (const message of ALL) {
    const places = leaves(message).filter((path) => !FIXED.has(String(path.at(-1))));
    test.each(places.map((path) => [path.join('.'), path] as const))(`${message.kind}: %s`, (_name, path) => {
      for (const breaker of [
        '\r\nBcc: tutti@altrove.example',
        '\nSubject: altro',
        '\r\n\r\n<h1>',
        '\u2028Bcc: x@altrove.example',
        '\0',
      ]) {
        let mail: ReturnType<typeof renderMessage>;
        try {
          mail = renderMessage(withText(message, path, (text) => text + breaker));
        } catch (refusal) {
          expect(refusal).toBeInstanceOf(MailRefused);
          continue;
        }
        expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        for (const line of mail.due === undefined
          ? []
          : dueIcs(mail.due, { name: 'Ciclo', address: 'ciclo@ente.example' }).split('\r\n'))
          expect(line).not.toMatch(/^(?:Bcc|Subject):/);
      }
    });

    test.each(places.map((path) => [path.join('.'), path] as const))(
      `${message.kind}: HTML in %s is text`,
      (_name, path) => {
        try {
          expect(RAW.exec(renderMessage(withText(message, path, (text) => text + PAYLOAD)).html)?.[0]).toBeUndefined();
        } catch (refusal) {
          if (!(refusal instanceof MailRefused)) throw refusal;
        }
      },
    );
  }
});
