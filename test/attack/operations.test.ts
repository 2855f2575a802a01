import { describe, expect, test } from 'vitest';
import { ACTS } from '../../src/acts/index.js';
import { SCOPES } from '../../src/domain/token.js';
import { issueToken } from '../../src/register/tokens.js';
import { anArena, PEOPLE, type Sort } from './arena.js';

const arena = anArena('2016-09-20');
const PATIENCE_MS = 240_000;

/** What stands in an address, by its name there. */
const NAMED: Readonly<Record<string, string>> = {
  entity: 'ccms',
  exercise: '2016',
  step: 'monitoraggio-1',
  indicator: '1.1.1-01',
  document: 'piano',
  draft: 'piano',
  section: 'piano.presentazione',
  programme: '1.1.1',
  series: 'outputs',
};

/** A schema of the document, as far as a body is made from it. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface OpenApi {
  readonly paths: Readonly<Record<string, { readonly post?: { readonly requestBody?: Posted } }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Posted {
  readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
}

/** Something of the right type in everything that must be there: what is refused is who asks, not how. */
function bodyOf(schema: Schema, known: OpenApi['components']['schemas']): unknown {
  const { $ref, type, anyOf, properties = {}, required = [] } = schema;
  if ($ref !== undefined) return bodyOf(known[$ref.split('/').at(-1) ?? ''] ?? {}, known);
  if (anyOf?.[0] !== undefined) return bodyOf(anyOf[0], known);
  switch (type) {
    case 'object':
      return Object.fromEntries(required.map((name) => [name, bodyOf(properties[name] ?? {}, known)]));
    case 'array':
      return [];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return 1;
    default:
      return schema.enum?.[0] ?? '1';
  }
}

const filled = (path: string): string => path.replace(/\{(\w+)\}/g, (_, name: string) => NAMED[name] ?? '1');

/** A token for everything that tokens are for: what it may not do, its person may not. */
async function unlimited(sort: Sort): Promise<string> {
  const [person = '', host = ''] = PEOPLE[sort].split('@');
  const entity = host === 'prova.example' ? 'prova' : 'ccms';
  const asked = { entity, person, title: 'attacco', issuedBy: person, days: 9, scopes: [...SCOPES] };
  return (await issueToken(arena.db, asked)).secret;
}

describe('every operation that is made from an act', { timeout: PATIENCE_MS }, () => {
  test.each<[sort: Sort, statuses: readonly number[]]>([
    ['reader', [403, 404, 422]],
    ['stranger', [404, 422]],
  ])('does nothing for a %s, whatever their token is for', async (sort, statuses) => {
    const secret = await unlimited(sort);
    const { paths, components } = (await (await arena.ask('/api/v1/openapi.json')).json()) as OpenApi;
    const posts = Object.entries(paths).flatMap(([path, { post }]) => (post === undefined ? [] : [{ path, post }]));
    expect(posts.length).toBeGreaterThanOrEqual(ACTS.length);
    const [before, acts] = [await arena.fingerprint(), arena.reached.length];
    let refused = 0;
    for (const { path, post } of posts) {
      const address = filled(path.startsWith('/api/') ? path : `/api/v1${path}`);
      const [[type, content] = ['application/json', undefined]] = Object.entries(post.requestBody?.content ?? {});
      const answer = await arena.ask(address, {
        method: 'POST',
        body: JSON.stringify(content === undefined ? {} : bodyOf(content.schema, components.schemas)),
        headers: { authorization: `Bearer ${secret}`, 'content-type': type },
      });
      expect([address, answer.status]).toEqual([address, expect.toBeOneOf([...statuses])]);
      if (answer.status !== 422) refused += 1;
    }
    // What can not be read is refused before anybody looks at who asks; of most it is who asks.
    expect(refused).toBeGreaterThan(0.8 * posts.length);
    expect(arena.told).toEqual([]);
    expect([await arena.fingerprint(), arena.reached.length]).toEqual([before, acts]);
  });
});
