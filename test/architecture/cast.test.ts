import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseSync } from '@swc/core';
import { describe, expect, test } from 'vitest';
import { SRC } from './imports.js';

const CAST = 'client/rehearsal/cast';

/**
 * What the cast of a rehearsal may take from the program it plays on. People have pages and mails: what stands they read
 * there, and they act by posting forms. Everything else here says where a page is or what its fields are called; nothing
 * acts, and nothing knows the register.
 */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  // What somebody without a browser needs.
  'client/rehearsal/page': ['linksIn'],
  'client/rehearsal/visitor': ['createVisitor'],
  'client/rehearsal/random': ['chance'],
  'client/rehearsal/simulate': ['simulateActual'],
  // Where pages are.
  'access/invitations': ['DUTY_PATH'],
  'access/followed-path': ['followedPath'],
  'access/paths': ['CAST_PATH', 'SIGN_OUT_PATH'],
  'client/pages/kit/paths': [
    ...['AGGREGATES_PATH', 'AMENDMENT_PATH', 'FEEDBACK_PATH', 'MANAGE_PATH', 'OIV_PATH', 'PLAN_PATH', 'READINGS_PATH'],
    ...['VOICES_PATH', 'bodyPath', 'cyclePath', 'planPath', 'stepPath'],
  ],
  // What their fields are called.
  'client/pages/duties/board/decision-fields': ['FIELD'],
  'client/pages/duties/board/revise-page': ['NOTE'],
  'client/pages/duties/officer/posted': ['ACTION', 'ASKED', 'LATE_REASON', 'fieldOf'],
  'client/pages/duties/officer/proposals': ['textField'],
  'client/pages/duties/officer/sheet-section': ['SHEET_FILE', 'SHEET_MODE', 'SHEET_MODES'],
  'client/pages/duties/task/page': ['LATE_REASON', 'NOTE'],
  'client/pages/writing/editor': ['DOING', 'DOINGS'],
  'client/pages/plan/indicator-names': ['FIELD'],
  'client/pages/plan/reading-fields': ['ALL', 'FIELD_OF'],
  // A spreadsheet, as an office suite opens and saves it.
  'sheets/grid': ['cellName'],
  'sheets/plan-sheet': ['readPlanSheet', 'writePlanSheet'],
  'files/media-types': ['XLSX_TYPE'],
  'files/archive': ['openArchive'],
  'sheets/read-file': ['openSheetFile'],
  'sheets/xml-text': ['ooxmlText'],
  'files/zip': ['packFile', 'zip'],
};

/** Pure: what they know is nobody's act. */
const PURE = /^(domain|words)\//;

const files = [
  `${CAST}.ts`,
  ...readdirSync(join(SRC, CAST))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${CAST}/${name}`),
];

interface Taken {
  readonly file: string;
  /** From `src/`, without extension. */
  readonly module: string;
  readonly names: readonly string[];
}

/** What a file takes when it runs, name by name; `*` for all of a module. */
function takenBy(file: string, source: string): readonly Taken[] {
  return parseSync(source, { syntax: 'typescript', target: 'es2022' }).body.flatMap((node): readonly Taken[] => {
    if (node.type !== 'ImportDeclaration' || node.typeOnly || !node.source.value.startsWith('.')) return [];
    const names = node.specifiers.flatMap((one) => {
      if (one.type !== 'ImportSpecifier') return ['*'];
      return one.isTypeOnly ? [] : [(one.imported ?? one.local).value];
    });
    const module = relative(SRC, resolve(SRC, file, '..', node.source.value)).replace(/\.js$/, '');
    return names.length === 0 && node.specifiers.length > 0 ? [] : [{ file, module, names }];
  });
}

const isOwn = (module: string): boolean => module.startsWith(`${CAST}/`) || PURE.test(module);

/** What of it nobody allowed. */
const strange = (taken: readonly Taken[]): readonly string[] =>
  taken
    .filter(({ module }) => !isOwn(module))
    .flatMap(({ file, module, names }) =>
      (names.length === 0 ? ['*'] : names)
        .filter((name) => TAKEN[module]?.includes(name) !== true)
        .map((name) => `src/${file} takes ${name} of ${module}`),
    );

describe('the cast of a rehearsal uses pages and mails only', () => {
  test.each(files)('%s takes nothing that acts', (file) => {
    const source = readFileSync(join(SRC, file), 'utf8');
    expect(strange(takenBy(file, source))).toEqual([]);
    expect(source).not.toMatch(/\bimport\(/);
  });

  test.each(files)('%s knows nothing of the register, not even its types', (file) => {
    expect(readFileSync(join(SRC, file), 'utf8')).not.toMatch(
      /from '[^']*\/(register|acts|office|activities|worker)\//,
    );
  });

  test('nothing the cast is given leads to the register', () => {
    const planned = readFileSync(join(SRC, CAST, 'planned.ts'), 'utf8');
    const given = /export interface CastDeps \{(.*?)\n\}/s.exec(planned)?.[1] ?? '';
    expect([...given.matchAll(/^ {2}(?:readonly )?(\w+)[?(:]/gm)].map(([, name]) => name)).toEqual([
      'ref',
      'script',
      'mailsOf',
      'visit',
      'consoleUrl',
      'now',
      'tell',
    ]);
  });

  test('no allowance is left of what nobody takes any more', () => {
    const taken = files.flatMap((file) => takenBy(file, readFileSync(join(SRC, file), 'utf8')));
    const unused = Object.entries(TAKEN).flatMap(([module, names]) =>
      names
        .filter((name) => !taken.some((one) => one.module === module && one.names.includes(name)))
        .map((name) => `${module}: ${name}`),
    );
    expect(unused).toEqual([]);
  });

  test.each([
    ["import { saveDraft } from '../../../acts/plan/planning.js';", 'acts/plan/planning'],
    ["import { submitMeasurements } from '../../../register/measurements.js';", 'register/measurements'],
    ["import * as plans from '../../../register/plans.js';", 'register/plans'],
    ["import { createActions } from '../../system/actions.js';", 'client/system/actions'],
  ])('an act would be noticed: %s', (source, module) => {
    expect(strange(takenBy(`${CAST}/x.ts`, source))).toEqual([expect.stringContaining(module)]);
  });
});
