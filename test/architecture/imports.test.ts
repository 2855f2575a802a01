import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Import, importsIn, importsUnder, SRC } from './imports.js';

/** What the files of one folder of `src/` may take from where. */
interface Rule {
  /** Folders they may use when running; their own is always among them. */
  readonly uses: readonly string[];
  /** Folders they may name in types only. */
  readonly types?: readonly string[];
  /** Libraries and Node modules they may use; absent: any. Types of any library may be named where this is absent. */
  readonly libraries?: readonly string[];
  /** Libraries it may not even name. */
  readonly without?: RegExp;
}

/** Temporal: what is done in these rooms is done whoever carries it out. */
const SDK = /^@temporalio\//;

/** What stands on the domain and below whoever acts, answers or works. */
const GROUND = [
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
];
const BELOW = [...GROUND, 'documents', 'observability', 'office', 'acts'];

/** What pages are made of: what is on record, in what words, and what may be done. */
const OF_PAGES = [
  ...['domain', 'words', 'register', 'office', 'acts'],
  // Forms are what an officer is asked; access says who may; what is sent as files is opened within the limits of `files`.
  ...['forms', 'access', 'files'],
  // Taken away, pasted and printed: the same tables as documents and sheets; a sign-in link is a mail.
  ...['documents', 'drawings', 'sheets', 'mail'],
];
/** What everything on pages is handed by `system`: a log, the rehearsal's mailbox, the data files. */
const HANDED = ['platform', 'seeds'];

const PAGES = [
  ...[
    'access',
    'body',
    'checkpoint',
    'context',
    'documents',
    'duties',
    'individual',
    'log',
    'mailbox',
    'oiv',
    'plan',
    'scorecard',
    'search',
    'step',
    'writing',
    'year',
  ],
].map((subject) => `client/pages/${subject}`);

/** Imports go one way: from those who wire things together down to the domain, which takes nothing from us. */
const RULES: Readonly<Record<string, Rule>> = {
  domain: { uses: [], libraries: [] },
  workflows: { uses: ['domain'], types: ['activities'], libraries: ['@temporalio/workflow', '@temporalio/common'] },
  words: { uses: ['domain'], types: ['register', 'mail', 'forms'], libraries: [] },
  platform: { uses: ['domain', 'words'] },
  config: { uses: ['domain', 'words', 'platform'] },
  files: { uses: ['domain', 'words'] },
  seeds: { uses: ['domain', 'words', 'files'] },
  register: { uses: ['domain', 'words'] },
  forms: { uses: ['domain', 'words', 'register'] },
  sheets: { uses: ['domain', 'words', 'files', 'forms'] },
  // What pages and documents draw alike.
  drawings: { uses: ['domain', 'words'], libraries: ['hono'] },
  documents: { uses: ['domain', 'words', 'drawings', 'files', 'sheets'], types: ['register'] },
  mail: { uses: ['domain', 'words', 'files', 'register', 'forms', 'sheets', 'access'] },
  access: { uses: ['domain', 'words', 'register'] },
  office: {
    uses: ['domain', 'words', 'files', 'register', 'access', 'mail', 'documents', 'seeds', 'forms', 'sheets'],
    types: ['platform'],
    without: SDK,
  },
  // What an act takes may be a sheet.
  acts: { uses: ['domain', 'words', 'register', 'forms', 'files', 'sheets', 'access', 'mail', 'office'], without: SDK },
  activities: { uses: ['domain', 'words', 'register', 'access', 'mail', 'office', 'documents', 'seeds'] },
  observability: { uses: ['domain', 'words', 'platform', 'register', 'mail'], types: ['config'] },
  worker: { uses: [...BELOW, 'workflows', 'activities'] },
  'client/pages/kit': { uses: OF_PAGES, types: HANDED, without: SDK },
  ...Object.fromEntries(
    PAGES.map((room) => [room, { uses: [...OF_PAGES, 'client/pages/kit'], types: HANDED, without: SDK }]),
  ),
  'client/api': {
    uses: ['domain', 'words', 'register', 'forms', 'files', 'sheets', 'access', 'acts', 'client/pages/kit'],
    without: SDK,
  },
  // Commands open what they need through `system`; `submit` speaks to the API of another machine.
  'client/cli': { uses: [...BELOW, 'client/system', 'client/rehearsal', 'client/api'] },
  // The cast reads where pages are and what their fields are called: `cast.test.ts` says which names.
  'client/rehearsal': { uses: [...BELOW, 'workflows', 'client/system', 'client/pages/kit', ...PAGES] },
  'client/system': { uses: [...BELOW, 'workflows', 'worker', 'client/api', 'client/pages/kit', ...PAGES] },
};

const imports = importsUnder();

/** `client` is a floor of rooms, and its pages are one for each subject. */
function roomOf(path: string): string {
  const [top = '', second = '', third = ''] = path.split('/');
  if (top !== 'client') return top.replace(/\.ts$/, '');
  return second === 'pages' ? `client/pages/${third}` : `client/${second}`;
}

describe('imports go one way', () => {
  test('every room has its rule', () => {
    expect([...new Set(imports.map(({ file }) => roomOf(file)))].filter((room) => !(room in RULES))).toEqual([]);
  });

  test('the rooms are those that docs/architecture.md draws, and no other', () => {
    const page = readFileSync(join(SRC, '../docs/architecture.md'), 'utf8');
    const tree = /## The tree says it\n```\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    const drawn = [...tree.matchAll(/^src\/(\w+)(?:\/|\.ts) /gm)].map(([, room = '']) => room);
    const rooms = Object.keys(RULES).map((room) => room.split('/')[0] ?? '');
    expect(drawn.toSorted()).toEqual([...new Set(rooms)].sort());
    const inside = tree.replaceAll(/\s+/g, ' ');
    const notDrawn = Object.keys(RULES)
      .filter((room) => room.startsWith('client/'))
      .filter((room) => !new RegExp(`\\b${room.split('/').at(-1)}\\b`).test(inside));
    expect(notDrawn).toEqual([]);
  });

  test.each(Object.entries(RULES))('%s takes only what it may', (room, rule) => {
    const taken = imports.filter(({ file }) => roomOf(file) === room);
    expect(taken.filter((one) => !allows(room, rule, one)).map(describeImport)).toEqual([]);
  });

  test.each(Object.entries(RULES))('nothing is allowed to %s that it does not take', (room, rule) => {
    const taken = imports.flatMap(({ file, ours }) => (roomOf(file) === room && ours ? [roomOf(ours)] : []));
    const wide = [BELOW, OF_PAGES, HANDED, PAGES].flat();
    const unused = [...rule.uses, ...(rule.types ?? [])].filter((one) => !taken.includes(one) && !wide.includes(one));
    expect(unused).toEqual([]);
  });
});

function allows(room: string, rule: Rule, { ours, specifier, typeOnly }: Import): boolean {
  if (ours === undefined) {
    const library = packageOf(specifier);
    return rule.without?.test(library) !== true && (rule.libraries?.includes(library) ?? true);
  }
  const from = roomOf(ours);
  return from === room || rule.uses.includes(from) || (typeOnly && (rule.types ?? []).includes(from));
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
    ["async () => { const x = await import('a'); }", { specifier: 'a', typeOnly: false, later: true }],
    ["type X = import('a').X", { specifier: 'a', typeOnly: true }],
    ['const f = (name: string) => import(name)', { specifier: '(computed)', typeOnly: false, later: true }],
    ['const x = import(`a`)', { specifier: '(computed)', typeOnly: false, later: true }],
  ])('%s', (source, expected) => {
    expect(importsIn(source, 'x.ts')).toEqual([{ later: false, ...expected }]);
  });

  test('what is only written in a comment or a text is not an import', () => {
    expect(importsIn("// import 'a'\nconst x = \"import 'b'\";", 'x.ts')).toEqual([]);
  });
});
