import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withRegister } from '../../../src/client/system/with-register.js';
import { type Config, readConfig } from '../../../src/config.js';
import { migrate } from '../../../src/register/migrate.js';
import { EVERY_BODY } from '../../../src/register/sight.js';

import { type FreshDatabase, freshDatabase } from '../../setup/database.js';

const SCHEMA = 'ciclo';
const runner = `run_${randomBytes(5).toString('hex')}`;
let database: FreshDatabase;
let owner: pg.Client;
let config: Config;

beforeAll(async () => {
  database = await freshDatabase();
  const runUrl = new URL(database.url);
  runUrl.username = runner;
  runUrl.password = 'una parola di prova';
  await migrate({ url: database.url, runUrl: runUrl.href, schema: SCHEMA });
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  for (const id of ['prova', 'altra']) {
    await owner.query(`insert into ${SCHEMA}.entities (id, name, seat, data) values ($1, 'x', 'x', '{}')`, [id]);
    await owner.query(
      `insert into ${SCHEMA}.cycles (id, entity, exercise, template, template_version, calendar, policy, simulated)
       values ($1 || '/2016', $1, 2016, 'x', '1', '{}', '{}', false)`,
      [id],
    );
  }
  const read = readConfig({ CICLO_DATA: mkdtempSync(join(tmpdir(), 'ciclo-comandi-')), DATABASE_URL: runUrl.href });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  config = read.value;
});

afterAll(async () => {
  await owner.query(`drop owned by ${runner}`);
  await owner.query(`revoke ciclo_app from ${runner}`);
  await owner.query(`drop role ${runner}`);
  await owner.end();
  await database.drop();
});

/** The cycles a command finds when its query forgets to say whose it wants. */
const found = (whose: string): Promise<readonly string[]> =>
  withRegister(config, SCHEMA, whose, async ({ db }) =>
    (await db.selectFrom('cycles').select('id').orderBy('id').execute()).map(({ id }) => id),
  );

test('a command that acts on one body finds that body’s rows, also where its query forgets to say so', async () => {
  expect(await found('prova')).toEqual(['prova/2016']);
  expect(await found('altra')).toEqual(['altra/2016']);
  expect(await found('nessuna')).toEqual([]);
});

test('and changes no other’s', async () => {
  await withRegister(config, SCHEMA, 'prova', async ({ db }) => {
    await db.updateTable('cycles').set({ note: 'cambiato' }).execute();
  });
  const { rows } = await owner.query(`select id, note from ${SCHEMA}.cycles order by id`);
  expect(rows).toEqual([
    { id: 'altra/2016', note: null },
    { id: 'prova/2016', note: 'cambiato' },
  ]);
});

test('one that is of every body says so', async () => {
  expect(await found(EVERY_BODY)).toEqual(['altra/2016', 'prova/2016']);
});

test('nothing of the program opens a register that shows every body to who says nothing', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  expect(files.filter((file) => /unsaid: 'every-body'/.test(readFileSync(join('src', file), 'utf8')))).toEqual([]);
});
