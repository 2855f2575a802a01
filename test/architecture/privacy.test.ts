import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const MIGRATIONS = 'src/register/migrations';

/** The tables the migrations leave behind. */
function tablesOfRegister(): readonly string[] {
  const sql = readdirSync(MIGRATIONS)
    .sort()
    .map((file) => readFileSync(join(MIGRATIONS, file), 'utf8'))
    .join('\n');
  const named = (verb: string): readonly string[] =>
    [...sql.matchAll(new RegExp(`^\\s*${verb} table (?:if (?:not )?exists )?(\\w+)`, 'gim'))].map(
      ([, name = '']) => name,
    );
  const dropped = new Set(named('drop'));
  return [...new Set(named('create'))].filter((name) => !dropped.has(name)).sort();
}

/** Tables of the register by what the first column of the page's tables says. */
function tablesTold(): ReadonlySet<string> {
  const rows = readFileSync('docs/privacy.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'));
  return new Set(
    rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name)),
  );
}

test('docs/privacy.md says of every table of the register what is in it and for how long', () => {
  const told = tablesTold();
  expect(tablesOfRegister().length).toBeGreaterThan(80);
  expect(tablesOfRegister().filter((table) => !told.has(table))).toEqual([]);
});
