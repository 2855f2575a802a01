import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Source } from '../../../src/seeds/sources.js';
import { type FreshDatabase, freshDatabase } from '../../setup/database.js';
import { aSource, HASTY, reading } from './source.js';

let database: FreshDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(`
    create table prenotazioni (giorno date, sala text, incasso numeric, fatto boolean, note text);
    insert into prenotazioni values
      ('2016-01-01', 'Rossa', 1234.50, true, null), ('2016-04-30', 'Verde', 0.1, false, 'token'), ('2016-05-01', 'Rossa', 7, true, null)`);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const from = (
  query: string,
  rest: Partial<Source> = {},
  read: Partial<Extract<Source['read'], { kind: 'sql' }>> = {},
) => reading({ CICLO_SOURCE_PROVA_URL: database.url }, aSource({ kind: 'sql', query, value: 'v', ...read }, rest));

describe('SQL on a database', () => {
  test('counts within the period, both days included', async () => {
    expect(await from('select count(*) as v from prenotazioni where giorno between {from} and {to}')).toBe(
      '{"kind":"number","value":"2"} (v: 2)',
    );
  });

  test('may name a row and columns, end with a semicolon or a comment, and use the period more than once', async () => {
    const query = 'select sala, incasso as v from prenotazioni where giorno <= {to} and {to} > {from} -- tutte\n;';
    expect(await from(query, { unit: 'euro' }, { row: { sala: 'Rossa' } })).toContain('"value":"1234.5"');
  });

  test.each<[string, string, Source['unit'], string]>([
    ['a date', "select date '2016-04-30' as v", 'date', '"on":"2016-04-30"'],
    ['yes or no', 'select fatto as v from prenotazioni where giorno = {to}', 'yes-no', '"value":false'],
    ['an exact number', 'select 12345678901234567.125::numeric as v', 'euro', '"value":"12345678901234567.125"'],
    ['the exercise', 'select {year} + 1 as v', 'number', '"value":"2017"'],
    ['a share', 'select 0.825 as v', 'fraction', '"value":"82.5"'],
    ['a text that is a number the English way', "select '1,234.5' as v", 'number', '"value":"1234.5"'],
  ])('gives %s as it is', async (_, query, unit, expected) => {
    expect(await from(query, { unit })).toContain(expected);
  });

  test.each<[string, string, string]>([
    ['no row', 'select 1 as v where false', 'nessuna riga'],
    ['two rows', 'select incasso as v from prenotazioni where giorno <= {to}', '2 righe: ne serve una'],
    ['null', 'select null::int as v', 'in «v» non c’è alcun valore'],
    ['another column', 'select 1 as altro', 'l’interrogazione non riesce (column fonte.v does not exist)'],
    ['no such table', 'select v from assente', 'l’interrogazione non riesce (relation "assente" does not exist)'],
    ['a day that is none', "select date 'infinity' as v", 'il valore non si legge'],
  ])('with %s says it', async (_, query, reason) => {
    expect(await from(query, query.includes('date ') ? { unit: 'date' } : {})).toContain(reason);
  });

  test('can only read, whatever the query tries', async () => {
    await owner.query('create function scrive() returns int language sql as $$ delete from prenotazioni; select 1 $$');
    expect(await from('select scrive() as v')).toContain('le fonti si leggono soltanto');
    expect(await from('with x as (delete from prenotazioni returning 1) select 1 as v from x')).toContain('non riesce');
    expect(await from('select 1 as v) as fonte; commit; delete from prenotazioni; --')).toContain('non riesce');
    expect((await owner.query('select from prenotazioni')).rowCount).toBe(3);
  });

  test.each<[string, string]>([
    [
      'makes a table',
      'select 1 as v) as fonte; commit; create table pwned(x int); select 1 as v, 23 as o from (select 1 as v',
    ],
    [
      'runs a program',
      "select 1 as v) as fonte; commit; copy (select 1) to program 'cat > /dev/null'; select 1 as v, 23 as o from (select 1 as v",
    ],
    ['ends the transaction', 'select 1 as v) as fonte; rollback; select 1 as v, 23 as o from (select 1 as v'],
  ])('is one statement: a second one that %s is refused with the first', async (_, query) => {
    expect(await from(query)).toBe(
      'l’interrogazione non riesce (cannot insert multiple commands into a prepared statement)',
    );
    expect((await owner.query("select from pg_tables where tablename = 'pwned'")).rowCount).toBe(0);
  });

  test('that takes too long is ended, on the server too', async () => {
    expect(await from('select pg_sleep(30)::text as v')).toBe('l’interrogazione non è finita entro 0.4 secondi');
    const { rows } = await owner.query(
      "select from pg_stat_activity where query like '%pg_sleep(30)%' and pid <> pg_backend_pid() and state = 'active'",
    );
    expect(rows).toEqual([]);
  });

  test('is never more than a bounded answer', async () => {
    const patient = { ...HASTY, timeoutMs: 10_000 };
    const env = { CICLO_SOURCE_PROVA_URL: database.url };
    const ask = (query: string) => reading(env, aSource({ kind: 'sql', query, value: 'v' }), {}, patient);
    expect((await ask("select repeat('x', 20000000) as v")).length).toBeLessThan(200);
    expect(await ask('select generate_series(1, 3000000) as v')).toBe('1000 righe: ne serve una');
  });

  test('with refused credentials says so without them; a server that is gone by its code', async () => {
    const wrong = new URL(database.url);
    wrong.username = 'nessuno';
    wrong.password = 'parola-segretissima';
    const source = aSource({ kind: 'sql', query: 'select 1 as v', value: 'v' });
    const told = await reading({ CICLO_SOURCE_PROVA_URL: wrong.href }, source);
    expect(told).toBe('la base dati rifiuta le credenziali della connessione «prova»');
    wrong.port = '1';
    expect(await reading({ CICLO_SOURCE_PROVA_URL: wrong.href }, source)).toBe(
      'il server non si raggiunge (ECONNREFUSED)',
    );
  });
});
