import { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AnyAct, wordsOf } from '../../src/acts/act.js';
import { type Field, writtenText } from '../../src/acts/field.js';
import { ACTS } from '../../src/acts/index.js';
import { placeOf } from '../../src/acts/place.js';
import { mountAct } from '../../src/client/api/acts.js';
import { ActForm, fieldId, Summary } from '../../src/client/pages/kit/act-form.js';
import type { Site } from '../../src/client/pages/kit/site.js';
import { takeAct } from '../../src/client/pages/kit/take-act.js';
import { SCOPES } from '../../src/domain/token.js';
import { ciclo } from '../client/cli/terminal.js';
import { NOW } from '../client/pages/access/desk.js';
import { consoleParts } from '../client/pages/parts.js';
import { aCycle } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';

const opened = aRegister();

/** A text that an act asks for: how long it may be, and what is said of one that is longer by a letter. */
interface TextField {
  readonly name: string;
  readonly field: Field<unknown>;
  readonly most: number;
  readonly tooLong: string;
  readonly said: string;
}

/** As many letters as these, in lines where there may be some. */
const letters = (n: number, { control }: Field<unknown>): string =>
  control.kind === 'lines'
    ? `${'a'.repeat(99)}\n`
        .repeat(Math.ceil(n / 100))
        .slice(0, n - 1)
        .concat('a')
    : 'a'.repeat(n);

const isText = ({ control, limits }: Field<unknown>): boolean =>
  limits.maxLength !== undefined || control.kind === 'lines' || (control.kind === 'line' && !control.keyboard);

const fieldsOf = (act: AnyAct): readonly (readonly [string, Field<unknown>])[] =>
  Object.entries<Field<unknown>>(act.fields);

const textsOf = (act: AnyAct): readonly TextField[] =>
  fieldsOf(act).flatMap(([name, field]) => {
    if (!isText(field)) return [];
    const most = field.limits.maxLength ?? 0;
    const tooLong = letters(most + 1, field);
    const read = field.read(writtenText(tooLong));
    return [{ name, field, most, tooLong, said: read.ok ? '' : read.error }];
  });

/** Something that can be read in a field whose text is not tried. */
const ANYTHING = ['x', '1', '2016', '1/5/2016', 'ab'.repeat(32), '40; Riordino dell’archivio; 300 fascicoli'];
const anything = (field: Field<unknown>): string =>
  [...(field.limits.options ?? []), ...ANYTHING].find((one) => field.read(writtenText(one)).ok) ?? '';

const TRIED = ACTS.map((act) => ({ act, texts: textsOf(act) })).filter(({ texts }) => texts.length > 0);
const BY_VERB = TRIED.map(({ act, texts }) => [act.verb, act, texts] as const);

describe('a text that an act asks for', () => {
  const all = BY_VERB.flatMap(([verb, , texts]) => texts.map((one) => [`${verb}, ${one.name}`, one] as const));

  test('is tried of every act that asks for one', () => {
    expect(TRIED.length).toBeGreaterThan(80);
    expect(all.length).toBeGreaterThan(150);
  });

  test.each(all)('has a limit that is said when it is passed, and not before: %s', (_, { field, most, said }) => {
    expect(most).toBeGreaterThan(0);
    const fits = field.read(writtenText(letters(most, field)));
    expect(fits.ok ? '' : fits.error).not.toContain('caratteri');
    expect(said).not.toBe('');
  });
});

describe('a text too long by a letter', () => {
  const pages = new Hono();
  const api = new OpenAPIHono();
  let document: Described;

  beforeAll(async () => {
    await aCycle(opened.db, 'prova');
    const register = { db: opened.db, schema: opened.schema, close: async () => undefined };
    // Acts ask for no more of what pages and calls are made from.
    const site = { deps: { ...consoleParts(), register, clock: () => NOW } } as unknown as Site;
    api.use(async (c, next) => {
      c.set('token', { scopes: SCOPES } as never);
      c.set('caller', { person: { id: 'carla' } } as never);
      await next();
    });
    for (const { act } of TRIED) {
      mountAct(api, site, forCarla(act));
      mountForm(pages, site, forCarla(act));
    }
    api.doc31('/openapi.json', { openapi: '3.1.0', info: { title: '', version: '' } });
    document = (await (await api.request('/openapi.json')).json()) as Described;
  });

  test.each(BY_VERB)('is refused by the page’s form at its field: %s', async (_, act, texts) => {
    const written = new URLSearchParams(
      Object.fromEntries(texts.map(({ name, tooLong }) => [wordsOf(act, name).page, tooLong])),
    );
    const answer = await pages.request(placeOfForm(act), { method: 'POST', body: written });
    const page = await answer.text();
    for (const { name, said } of texts) {
      expect(page).toContain(`<strong class="ciclo-form-problem" id="${fieldId(act, name)}-errore">${said}</strong>`);
      expect(page).toContain(`<a href="#${fieldId(act, name)}">${said}</a>`);
    }
  });

  test.each(BY_VERB)('is refused by the API at its property, whose limit it tells: %s', async (_, act, texts) => {
    const path = `${act.on.api}/${act.resource}`;
    const body = Object.fromEntries(fieldsOf(act).flatMap(([name, field]) => sentIn(name, field, texts)));
    const answer = await api.request(addressOf(path), {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    const { errors } = (await answer.json()) as { readonly errors: readonly { pointer: string; detail: string }[] };
    expect(answer.status).toBe(422);
    expect(errors).toEqual(
      expect.arrayContaining(texts.map(({ name, said }) => ({ pointer: `/${name}`, detail: said }))),
    );
    expect(texts.map(({ name }) => limitIn(document, path, name))).toEqual(texts.map(({ most }) => most));
  });

  test.each(BY_VERB)('is refused by the command at its option: %s', async (_, act, texts) => {
    for (const { name, tooLong, said } of texts) {
      const { code, err } = await ciclo(...commandLine(act, name, tooLong));
      expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    }
  });
});

/** An act of which only what is written can be wrong: Carla may do it, and what it is done to is there. */
const forCarla = (act: AnyAct): AnyAct => ({
  ...act,
  on: { ...act.on, find: async () => ({}), title: () => 'prova', id: () => 'prova', secret: undefined },
  may: () => ['controllo'],
  misplaced: undefined,
  notNow: undefined,
  barsPrograms: undefined,
  together: undefined,
  checks: undefined,
  stands: undefined,
  offers: undefined,
});

const placeOfForm = ({ verb }: AnyAct): string => `/${verb.replaceAll(' ', '-')}`;

/** The form of an act, at its verb. */
function mountForm(app: Hono, site: Site, act: AnyAct): void {
  app.post(placeOfForm(act), (c) =>
    takeAct(
      site,
      c,
      act,
      { place: placeOf(site.deps, 'prova', {}), sender: { person: 'carla' } },
      () => '/',
      (refused) =>
        c.html(
          <>
            <Summary refused={refused} />
            <ActForm of={{ act, notNow: undefined, seen: '', offers: {} }} action="" refused={refused} />
          </>,
        ),
    ),
  );
}

/** `/cycles/prova/2016/steps/x/extensions` */
const addressOf = (path: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ({ entity: 'prova', exercise: '2016' })[name] ?? 'x');

/** What a call sends of a field: too long a text, or what stands for what must be there. */
function sentIn(name: string, field: Field<unknown>, texts: readonly TextField[]): [string, unknown][] {
  const tried = texts.find((one) => one.name === name);
  if (tried !== undefined) return [[name, tried.tooLong]];
  if (field.optional) return [];
  switch (field.control.kind) {
    case 'yes-no':
      return [[name, true]];
    case 'any-of':
    case 'files':
      return [[name, []]];
    case 'counts':
      return [[name, Object.fromEntries(field.control.parts.map((part) => [part, 1]))]];
    default:
      return [[name, anything(field)]];
  }
}

/** What of the API's document is read here. */
interface Described {
  readonly paths: Readonly<
    Record<string, { post: { requestBody: { content: { 'application/json': { schema: { $ref: string } } } } } }>
  >;
  readonly components: {
    readonly schemas: Readonly<Record<string, { properties: Readonly<Record<string, Property>> }>>;
  };
}

interface Property {
  readonly maxLength?: number;
  readonly anyOf?: readonly Property[];
}

function limitIn({ paths, components }: Described, path: string, name: string): number | undefined {
  const { $ref } = paths[path]?.post.requestBody.content['application/json'].schema ?? { $ref: '' };
  const property = components.schemas[$ref.split('/').at(-1) ?? '']?.properties[name];
  return property?.maxLength ?? property?.anyOf?.[0]?.maxLength;
}

/** `ciclo extend x --reason aaa… --entity prova`: with all that it wants where the text is one of its arguments. */
function commandLine(act: AnyAct, name: string, text: string): readonly string[] {
  const { within, argument, ofCycle } = act.on;
  const subject = [within, argument].flatMap((one) => (one === undefined ? [] : ['x']));
  const isArgument = ([one]: readonly [string, Field<unknown>]) => wordsOf(act, one).argument !== undefined;
  const written = (one: string, field: Field<unknown>) => (one === name ? text : anything(field));
  const given = fieldsOf(act)
    .filter(isArgument)
    .map(([one, field]) => written(one, field));
  const options = fieldsOf(act)
    .filter((one) => !isArgument(one) && (one[0] === name || !one[1].optional))
    .flatMap(([one, field]) => {
      const flag = `--${(wordsOf(act, one).option ?? one).replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;
      return field.control.kind === 'yes-no' ? [flag] : [flag, written(one, field)];
    });
  const where = ['--entity', 'prova', '--as', 'carla', ...(ofCycle ? ['--year', '2016'] : [])];
  return [...act.verb.split(' '), ...subject, ...given, ...where, ...options];
}
