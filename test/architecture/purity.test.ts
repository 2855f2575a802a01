import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { describe, expect, test } from 'vitest';
import { SRC } from './imports.js';

/** What asks the machine for its zone, language or tables: another machine, or another Node, would answer otherwise at replay. */
const OF_THE_MACHINE = ['Intl', 'Temporal', 'process', 'require'];
const OF_ITS_ZONE =
  /^\.(toLocale\w*|getTimezoneOffset|get(FullYear|Month|Date|Day|Hours|Minutes|Seconds)|toDateString|toTimeString)$/;
/** What a pure function may not ask; workflows may, since Temporal answers them from the history. */
const CLOCK_AND_CHANCE = ['Date.now', 'new Date()', 'Math.random', 'setTimeout', 'setInterval'];

describe('nothing a workflow could run depends on the machine', () => {
  test.each(['domain', 'workflows'])('src/%s', (folder) => {
    const found = asksUnder(folder).filter(({ what }) => OF_THE_MACHINE.includes(what) || OF_ITS_ZONE.test(what));
    expect(found).toEqual([]);
  });
});

test('the domain asks neither clock nor chance', () => {
  expect(asksUnder('domain').filter(({ what }) => CLOCK_AND_CHANCE.includes(what))).toEqual([]);
});

test.each([
  ['const x = new Intl.NumberFormat()', 'Intl'],
  ['const x = Temporal.Now.instant()', 'Temporal'],
  ['const x = Date.now()', 'Date.now'],
  ['const x = new Date()', 'new Date()'],
  ["const x = date['getHours']()", '.getHours'],
  ['const x = date.toLocaleDateString()', '.toLocaleDateString'],
  ['const x = a?.getMonth()', '.getMonth'],
])('%s is noticed', (source, what) => {
  expect(asksIn(source, 'x.ts')).toContain(what);
});

test('a field or a type of the same name is not', () => {
  expect(
    asksIn('type Intl = { process: string }; const x = { Temporal: 1, process: 2 }; x.process', 'x.ts'),
  ).not.toContain('process');
});

function asksUnder(folder: string): readonly { file: string; what: string }[] {
  const root = join(SRC, folder);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  return files.flatMap((file) =>
    asksIn(readFileSync(join(root, file), 'utf8'), file).map((what) => ({ file: `src/${folder}/${file}`, what })),
  );
}

/** Names used as values, members with a dot before them, and the few two-word forms above. */
function asksIn(source: string, name: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const child of node) visit(child);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const { type, ...fields } = node as { type?: unknown } & Record<string, unknown>; // the parser's nodes are plain objects
    if (typeof type === 'string' && type.startsWith('Ts')) return;
    if (type === 'MemberExpression') {
      const member = nameIn(fields.property);
      if (member !== undefined) found.push(`.${member}`, `${nameIn(fields.object) ?? '?'}.${member}`);
      visit(fields.object);
      if (isComputed(fields.property)) visit(fields.property);
      return;
    }
    if (type === 'NewExpression' && nameIn(fields.callee) === 'Date' && isEmpty(fields.arguments))
      found.push('new Date()');
    if (type === 'KeyValueProperty') {
      visit(fields.value);
      return;
    }
    if (type === 'Identifier' && typeof fields.value === 'string') found.push(fields.value);
    for (const child of Object.values(fields)) visit(child);
  };
  visit(parseSync(source, { syntax: 'typescript', tsx: name.endsWith('x'), target: 'es2022' }).body);
  return found;
}

/** The name an identifier, or a member given as a text in brackets, stands for. */
function nameIn(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if ('expression' in node) return nameIn(node.expression);
  return 'value' in node && typeof node.value === 'string' ? node.value : undefined;
}

function isComputed(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'type' in node && node.type === 'Computed';
}

function isEmpty(list: unknown): boolean {
  return !Array.isArray(list) || list.length === 0;
}
