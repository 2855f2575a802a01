import { describe, expect, test } from 'vitest';
import { type Import, importsIn, importsUnder } from './imports.js';

/** What the files of one folder of `src/` may take from where. */
interface Rule {
  /** Folders they may use when running; their own is always among them. */
  readonly uses: readonly string[];
  /** Folders they may name in types only. */
  readonly types?: readonly string[];
  /** Libraries and Node modules they may use; absent: any. Types of any library may be named where this is absent. */
  readonly libraries?: readonly string[];
}

const ANY_OF_OURS = [
  'domain',
  'words',
  'config',
  'files',
  'platform',
  'seeds',
  'register',
  'forms',
  'sheets',
  'access',
  'mail',
  'documents',
  'workflows',
  'activities',
  'observability',
];

/** Imports go one way: from those who wire things together down to the domain, which takes nothing from us. */
const RULES: Readonly<Record<string, Rule>> = {
  domain: { uses: [], libraries: ['decimal.js'] },
  workflows: { uses: ['domain'], types: ['activities'], libraries: ['@temporalio/workflow', '@temporalio/common'] },
  words: { uses: ['domain'], types: ANY_OF_OURS, libraries: [] },
  platform: { uses: ['domain', 'words'] },
  config: { uses: ['domain', 'words', 'platform'] },
  files: { uses: ['domain', 'words'] },
  seeds: { uses: ['domain', 'words', 'files'] },
  register: { uses: ['domain', 'words'] },
  forms: { uses: ['domain', 'words', 'register'] },
  sheets: { uses: ['domain', 'words', 'files', 'forms'] },
  documents: { uses: ['domain', 'words'], types: ['register'] },
  mail: { uses: ['domain', 'words', 'register', 'forms', 'sheets'] },
  access: { uses: ['domain', 'words', 'register'] },
  activities: {
    uses: ['domain', 'words', 'files', 'register', 'access', 'mail', 'documents', 'seeds', 'forms', 'sheets'],
    types: ['workflows', 'platform'],
  },
  observability: { uses: ['domain', 'words', 'platform', 'register', 'mail'], types: ['config'] },
  worker: { uses: ANY_OF_OURS },
  client: { uses: [...ANY_OF_OURS, 'worker'] },
};

const imports = importsUnder();
const top = (path: string): string => (path.split('/')[0] ?? '').replace(/\.ts$/, '');

describe('imports go one way', () => {
  test('every folder has its rule', () => {
    expect([...new Set(imports.map(({ file }) => top(file)))].filter((folder) => !(folder in RULES))).toEqual([]);
  });

  test.each(Object.entries(RULES))('%s takes only what it may', (folder, rule) => {
    const taken = imports.filter(({ file }) => top(file) === folder);
    expect(taken.filter((one) => !allows(folder, rule, one)).map(describeImport)).toEqual([]);
  });
});

function allows(folder: string, rule: Rule, { ours, specifier, typeOnly }: Import): boolean {
  if (ours === undefined) return rule.libraries === undefined || rule.libraries.includes(packageOf(specifier));
  const from = top(ours);
  return from === folder || rule.uses.includes(from) || (typeOnly && (rule.types ?? []).includes(from));
}

/** `@temporalio/workflow/lib/x` is of `@temporalio/workflow`; `node:fs/promises` of `node:fs`. */
function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function describeImport({ file, specifier, typeOnly }: Import): string {
  return `src/${file} imports ${typeOnly ? 'types of ' : ''}${specifier}`;
}

describe('the reader of imports misses none', () => {
  test.each([
    ["import 'a'", { specifier: 'a', typeOnly: false }],
    ["import x from 'a'", { specifier: 'a', typeOnly: false }],
    ["import type { X } from 'a'", { specifier: 'a', typeOnly: true }],
    ["import { type X, type Y } from 'a'", { specifier: 'a', typeOnly: true }],
    ["import { type X, y } from 'a'", { specifier: 'a', typeOnly: false }],
    ["export * from 'a'", { specifier: 'a', typeOnly: false }],
    ["export type { X } from 'a'", { specifier: 'a', typeOnly: true }],
    ["export { x } from 'a'", { specifier: 'a', typeOnly: false }],
    ["async () => { const x = await import('a'); }", { specifier: 'a', typeOnly: false }],
    ["type X = import('a').X", { specifier: 'a', typeOnly: true }],
    ['const f = (name: string) => import(name)', { specifier: '(computed)', typeOnly: false }],
    ['const x = import(`a`)', { specifier: '(computed)', typeOnly: false }],
  ])('%s', (source, expected) => {
    expect(importsIn(source, 'x.ts')).toEqual([expected]);
  });

  test('what is only written in a comment or a text is not an import', () => {
    expect(importsIn("// import 'a'\nconst x = \"import 'b'\";", 'x.ts')).toEqual([]);
  });
});
