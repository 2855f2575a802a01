import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { ERASABLE_TEXTS, type ErasableText, eraseFile, eraseTexts, erasuresOf } from '../../src/register/erasures.js';
import { aCycle } from './fixtures.js';
import { aRegister } from './register.js';

const register = aRegister();
const order = {
  entity: 'prova',
  basis: 'request',
  reason: 'prova',
  act: 'det. 3',
  by: 'bruno',
  at: '2016-05-03T08:00:00Z',
} as const;
const HASH = 'a'.repeat(64);

interface Place {
  readonly heldIn: string;
  readonly textColumn: string;
  readonly keyOf: string;
}

const listed = async (): Promise<readonly Place[]> =>
  (
    await sql<Place>`select held_in as "heldIn", text_column as "textColumn", key_of as "keyOf"
      from erasable_texts order by 1, 2`.execute(register.db)
  ).rows;

/** Asked of nobody, or not of a cycle: why somebody is stood in for goes by hand. */
const NOT_BY_TERM = ['substitutes.reason'];

describe('what may be erased is a list', () => {
  test('of columns that are there, each with what its rows are named by', async () => {
    for (const { heldIn, textColumn, keyOf } of await listed())
      await sql`select ${sql.ref(textColumn)} || '', (${sql.raw(keyOf)})::text from ${sql.table(heldIn)} t where false`.execute(
        register.db,
      );
    const { rows } = await sql<{ heldIn: string }>`select held_in as "heldIn" from erasable_files`.execute(register.db);
    expect(rows.length).toBeGreaterThan(0);
    for (const { heldIn } of rows)
      await sql`select hash, bytes, name from ${sql.table(heldIn)} where false`.execute(register.db);
  });

  test('that the program knows whole, and from which the database erases all that the program asks', async () => {
    const known: readonly string[] = [...Object.keys(ERASABLE_TEXTS), ...NOT_BY_TERM];
    const names = (await listed()).map(({ heldIn, textColumn }) => `${heldIn}.${textColumn}`);
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
    for (const of of Object.keys(ERASABLE_TEXTS) as ErasableText[])
      expect(await eraseTexts(register.db, of, [], order), of).toBe(0);
  });

  test('to which the program adds nothing', async () => {
    await expect(
      sql`insert into erasable_texts (held_in, text_column) values ('decisions', 'act_number')`.execute(register.db),
    ).rejects.toThrow(/permission denied/);
    await expect(sql`insert into erasable_files (held_in) values ('documents')`.execute(register.db)).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('a table that a later migration makes', () => {
  beforeAll(async () => {
    await aCycle(register.db, 'prova');
    const { rows } = await sql<{ cycle: string }>`select id as cycle from cycles where entity = 'prova'`.execute(
      register.db,
    );
    await register.owner.query(`
      create table later_texts (id bigint primary key, cycle text not null, text text not null);
      create table later_files (id bigint primary key, cycle text not null, hash text not null, name text not null, bytes bytea not null);
      create trigger append_only before update or delete or truncate on later_texts for each statement execute function refuse_change();
      create trigger append_only before update or delete or truncate on later_files for each statement execute function refuse_change();
      insert into later_texts values (1, '${rows[0]?.cycle}', 'Carla era malata'), (2, '${rows[0]?.cycle}', 'nulla');
      insert into later_files values (1, '${rows[0]?.cycle}', '${HASH}', 'referto.pdf', 'x'), (2, 'altra/2016', '${HASH}', 'referto.pdf', 'x');`);
  });

  test('keeps its texts and files until it has a row in the list', async () => {
    await expect(eraseTexts(register.db, 'later_texts.text' as never, ['1'], order)).rejects.toThrow(
      /nothing is erased/,
    );
    expect(await eraseFile(register.db, HASH, order)).toBe(0);
  });

  test('has its texts and its own body’s files erased once it has one, with their hashes on record', async () => {
    await register.owner.query(`
      insert into erasable_texts (held_in, text_column) values ('later_texts', 'text');
      insert into erasable_files (held_in) values ('later_files');`);
    expect(await eraseTexts(register.db, 'later_texts.text' as never, ['1'], order)).toBe(1);
    expect(await eraseFile(register.db, HASH, order)).toBe(1);
    const texts = await register.owner.query('select text from later_texts order by id');
    expect(texts.rows).toEqual([{ text: '[testo rimosso]' }, { text: 'nulla' }]);
    const files = await register.owner.query('select name from later_files order by id');
    expect(files.rows).toEqual([{ name: 'file rimosso' }, { name: 'referto.pdf' }]);
    expect((await erasuresOf(register.db)).map(({ place }) => place)).toEqual([
      'later_texts/1/text',
      `later_files/${HASH}`,
    ]);
  });
});
