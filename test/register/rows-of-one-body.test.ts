import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRegister, type Register } from '../../src/register/database.js';
import { migrate } from '../../src/register/migrate.js';
import { seeing, seeingEveryBody } from '../../src/register/sight.js';
import { type FreshDatabase, freshDatabase } from '../setup/database.js';

const SCHEMA = 'ciclo';
const BODIES = ['prova', 'altra'] as const;

/** Tables whose rows are of no body, and why. */
const OF_NO_BODY: Readonly<Record<string, string>> = {
  migrations: 'which migrations were applied',
  clock: 'the time of the whole space',
  evidence:
    'bytes by their hash: two bodies may hold the same file, and whoever asks for one knows its hash from a row of their own',
  document_forms: 'bytes by the hash of the snapshot, as above',
  sign_in_links: 'an address, that may be on record with several bodies',
  sessions: 'an address, as above',
  workers: 'processes of the installation',
  payload_key: 'the key of the whole register',
  erasable_texts: 'which columns may be erased, as migrations say',
  erasable_files: 'which tables of files, as above',
  good_files:
    'data files of the installation: calendars and policies are everybody’s, and a body’s are read before it has an id',
  good_units: 'what is known of those files, as above',
  erasures: 'what was erased, known by its hash: the same file of two bodies is erased once',
};

/** Columns that say whose a row is, with what is written there for the n-th body. */
const whose = (column: string, n: number): string | undefined => {
  switch (column) {
    case 'entity':
      return BODIES[n - 1];
    case 'cycle':
      return `${BODIES[n - 1]}/2016`;
    case 'id':
    case 'key':
    case 'hash':
    case 'measurement':
    case 'assessment':
    case 'decision':
    case 'invitation':
    case 'feedback':
    case 'survey':
    case 'communication':
    case 'notice':
    case 'proposal':
    case 'sheet':
    case 'sheet_passage':
    case 'remark':
    case 'import':
      return String(n);
    default:
      return undefined;
  }
};

const runner = `run_${randomBytes(5).toString('hex')}`;
let database: FreshDatabase;
let owner: pg.Client;
let tables: ReadonlyMap<string, readonly string[]>;
let register: Register;

beforeAll(async () => {
  database = await freshDatabase();
  const runUrl = new URL(database.url);
  runUrl.username = runner;
  runUrl.password = 'una parola di prova';
  await migrate({ url: database.url, runUrl: runUrl.href, schema: SCHEMA });
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(`set search_path to ${SCHEMA}`);
  tables = await tablesOf(owner);
  for (const [table, columns] of tables) if (!Object.hasOwn(OF_NO_BODY, table)) await fill(table, columns);
  // One connection: whoever takes it finds it as somebody else left it.
  register = await openRegister({ url: runUrl.href, schema: SCHEMA, connections: 1 });
});

afterAll(async () => {
  await register.close();
  await owner.query(`drop owned by ${runner}`);
  await owner.query(`revoke ciclo_app from ${runner}`);
  await owner.query(`drop role ${runner}`);
  await owner.end();
  await database.drop();
});

async function tablesOf(client: pg.Client): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = $1::regnamespace and c.relkind = 'r' group by c.relname order by c.relname`,
    [SCHEMA],
  );
  return new Map(rows.map((row) => [row.name, row.columns]));
}

/** Puts in a row of each body with nothing but whose it is: what else a row must have is not what is tried here. */
async function fill(table: string, columns: readonly string[]): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select conname as name from pg_constraint where conrelid = $1::regclass and contype in ('c', 'f', 'p', 'u')`,
    [table],
  );
  for (const { name } of rows) await owner.query(`alter table ${table} drop constraint if exists "${name}" cascade`);
  const loosened = columns.map(
    (column) => `alter column ${column} drop identity if exists, alter column ${column} drop not null`,
  );
  await owner.query(`alter table ${table} ${loosened.join(', ')}`);
  const said = columns.filter((column) => whose(column, 1) !== undefined);
  for (const [index, body] of BODIES.entries()) {
    const values = said.map((column) => (table === 'entities' && column === 'id' ? body : whose(column, index + 1)));
    const places = said.map((_, at) => `$${at + 1}`).join(', ');
    await owner.query(`insert into ${table} (${said.join(', ')}) values (${places})`, values);
  }
}

/** How many rows a query that says nothing of any body finds, in each table. */
async function seen(): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (const table of tables.keys()) {
    if (Object.hasOwn(OF_NO_BODY, table)) continue;
    const { rows } = await register.db.executeQuery<{ n: number }>({
      sql: `select count(*)::int as n from ${table}`,
      parameters: [],
      query: { kind: 'RawNode', sqlFragments: [], parameters: [] },
      queryId: { queryId: table },
    });
    found[table] = rows[0]?.n ?? -1;
  }
  return found;
}

const eachTable = (n: number): Readonly<Record<string, number>> =>
  Object.fromEntries([...tables.keys()].filter((name) => !Object.hasOwn(OF_NO_BODY, name)).map((name) => [name, n]));

describe('a query that forgets whose rows it wants', () => {
  test('finds those of the body it is asked for, in every table', async () => {
    expect(await seeing('prova', seen)).toEqual(eachTable(1));
    expect(await seeing('altra', seen)).toEqual(eachTable(1));
    expect(await seeing('altra', () => register.db.selectFrom('people').select('entity').execute())).toEqual([
      { entity: 'altra' },
    ]);
  });

  test('finds nothing where no body is said, nor for a body that is not there', async () => {
    expect(await seen()).toEqual(eachTable(0));
    expect(await seeing('', seen)).toEqual(eachTable(0));
    expect(await seeing('prov%', seen)).toEqual(eachTable(0));
  });

  test('finds everybody’s where it is said that everybody’s are wanted, and nobody has such an id', async () => {
    expect(await seeingEveryBody(seen)).toEqual(eachTable(2));
    expect(() => seeing('*', seen)).toThrow(RangeError);
  });

  test('finds the rows of its own body whoever had the connection before, also when many ask at once', async () => {
    const asked = Array.from({ length: 40 }, (_, n) => BODIES[n % 2] ?? 'prova');
    const found = await Promise.all(
      asked.map((body) => seeing(body, () => register.db.selectFrom('cycles').select('entity').execute())),
    );
    expect(found.flat().map((row) => row.entity)).toEqual(asked);
  });

  test('changes nothing of another body’s, and adds nothing to it', async () => {
    await seeing('prova', async () => {
      const { numUpdatedRows } = await register.db
        .updateTable('steps')
        .set({ title: 'altro' })
        .executeTakeFirstOrThrow();
      expect(Number(numUpdatedRows)).toBe(1);
      const theirs = {
        key: 'x',
        at: '2016-01-01T08:00:00Z',
        actor: 'x',
        action: 'x',
        subject: 'x',
        detail: '{}',
      } as const;
      await expect(
        register.db
          .insertInto('log')
          .values({ ...theirs, cycle: 'altra/2016', channel: 'system' })
          .execute(),
      ).rejects.toThrow(/row-level security/);
    });
    const { rows } = await owner.query(`select cycle, title from steps order by cycle`);
    expect(rows).toEqual([
      { cycle: 'altra/2016', title: null },
      { cycle: 'prova/2016', title: 'altro' },
    ]);
  });
});
