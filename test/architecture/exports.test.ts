import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownExports } from './exports.js';

const FOLDERS = ['src', 'test', 'bench', 'scripts'];

function sourcesOf(folders: readonly string[]): ReadonlyMap<string, string> {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  return new Map(
    files.filter((file) => /\.(?:tsx?|mjs)$/.test(file)).map((file) => [file, readFileSync(file, 'utf8')]),
  );
}

test('nothing is exported that only its own file uses', () => {
  expect(ownExports(sourcesOf(FOLDERS), 'src/')).toEqual([]);
});

describe('the reader of exports', () => {
  test.each([
    ['a name another file imports', "import { one } from './a.js';", []],
    ['one of several, as a type, by another name', "import {\n  two,\n  type one as other,\n} from './a.js';", []],
    ['one passed on', "export { one } from './a.js';", []],
    ['one named in a type', "type Mine = import('./a.js').one;", []],
    ['a file loaded when it is come to', "await import('./a.js');", []],
    ['all of a file', "import * as all from './a.js';", []],
    ['nobody', '', ['src/a: one']],
    ['another name of the same file', "import { two } from './a.js';", ['src/a: one']],
    ['the same name of another file', "import { one } from './b.js';", ['src/a: one']],
  ])('%s', (_, source, found) => {
    const sources = new Map([
      ['src/a.ts', 'const two = 2;\nexport const one = two;'],
      ['src/c.ts', source],
    ]);
    expect(ownExports(sources, 'src/')).toEqual(found);
  });
});
