import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SRC } from './imports.js';

/*
 * What a person can do goes through an act: no page, command or call of the API asks a workflow, or writes in the register, by
 * itself. Who does all the same is named here, each with why it is no act of a person with a role, or is one that is described
 * elsewhere.
 */
const BY_THEMSELVES: Readonly<Record<string, readonly string[]>> = {
  // `checkpoint/give-value`, for many indicators in one request: the body has been that of v1 since before there were acts.
  'client/api/act.ts': ['actions.submit', 'acts/checkpoint/written-answers'],
  // That a token was used goes on record by itself: nobody asks for it.
  'client/api/bearer.ts': ['acts/access/tokens'],
  // A mail server hands over what became of a mail: it holds no role.
  'client/cli/bounce-record.ts': ['recordMailReport'],
  // `checkpoint/give-value`, for a whole file at once: what it asks is described in `forms/`, for the page and the data sheet too.
  'client/cli/submit-ways.ts': ['acts/checkpoint/written-answers'],
  // Whoever is at the machine need be nobody of a body, and stands in the log as that; `access/revoke-token` is for people.
  'client/cli/token-acts.ts': ['acts/access/tokens'],
  // A new token’s secret is told once: what an act answers is kept in the log, where it would be told again.
  'client/pages/access/administration.tsx': ['acts/access/tokens'],
  // The same; and who confirms has no role for it, but the secret link of a mail.
  'client/pages/access/confirm-token.tsx': ['acts/access/tokens'],
  // How somebody comes in and goes: before it nobody is anybody, and a session is nobody else’s.
  'client/pages/access/entrance.ts': ['beginSession', 'endSession'],
  // The public form: who writes is nobody of the body, and there is no role to do it in. What becomes of it is an act.
  'client/pages/body/public-form.tsx': ['addPublicVoice'],
  // That a session is in use is noted when it is recognised.
  'client/pages/kit/viewer.ts': ['sessionOf'],
  // Only reads what was sent, to show how it is understood; the draft is made by `plan/import-plan`.
  'client/pages/plan/confirm-import.tsx': ['acts/plan/own-file'],
  // Only asks whether who looks may decide at all; deciding is `board/decide`.
  'client/pages/duties/board/routes.tsx': ['acts/board/deciding'],
  // `checkpoint/give-value`, for all that an officer is asked at once: the form of `forms/`.
  'client/pages/duties/officer/send.ts': ['actions.submit', 'acts/checkpoint/sending'],
};

/** What changes the register. */
const WRITES = /\.(insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\(/;

/** How somebody comes in, and what is the reader's own: what they type and have not saved, which page they have open. */
const OF_WHO_ASKS =
  /^(issueSignInLink|useSignInLink|deleteDraft|saveDraft|keepTyped|dropTyped|seenIn|leftSection|issueFeed|revokeFeed)$/;

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`);

/** Functions of a file that write, themselves or through others of the same file. */
function writersIn(source: string): readonly string[] {
  const pieces = source.split(/^(?=(?:export )?(?:async )?(?:function|const|class) )/m).flatMap((piece) => {
    const name = /^(?:export )?(?:async )?(?:function|const|class) (\w+)/.exec(piece)?.[1];
    return name === undefined ? [] : [{ name, piece }];
  });
  const writers = new Set(pieces.filter(({ piece }) => WRITES.test(piece)).map(({ name }) => name));
  for (let known = -1; known !== writers.size; ) {
    known = writers.size;
    for (const { name, piece } of pieces)
      if ([...writers].some((one) => new RegExp(`\\b${one}\\(`).test(piece))) writers.add(name);
  }
  return [...writers];
}

/** What of the register writes, by name. */
const writing: ReadonlySet<string> = new Set(
  filesUnder('register').flatMap((file) => writersIn(readFileSync(join(SRC, file), 'utf8'))),
);

/** What is in `acts/` and is no act yet: `acts/plan/planning`. */
const byHand: readonly string[] = filesUnder('acts')
  .filter((file) => file.split('/').length > 2)
  .filter((file) => !/= (sent|kept|passageAct|saying)\(\{|: Subject</.test(readFileSync(join(SRC, file), 'utf8')))
  .map((file) => file.replace(/\.ts$/, ''));

/** What a file does that is for an act to do. */
function doneBy(source: string): readonly string[] {
  const imported = [...source.matchAll(/import \{([^}]*)\} from '[^']*\/register\/[^']*'/g)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim())
    .filter((name) => writing.has(name) && !OF_WHO_ASKS.test(name));
  const hand = [...source.matchAll(/import \{([^}]*)\} from '[^']*\/(acts\/[^']*)\.js'/g)].flatMap(
    ([, names = '', from = '']) =>
      byHand.includes(from) &&
      names.split(',').some((name) => /^[a-z]/.test(name.trim()) && !/^type /.test(name.trim()))
        ? [from]
        : [],
  );
  const asked = [...source.matchAll(/\bactions\.(becameOf|\w+)\(/g)]
    .filter(([, name = '']) => !/^(map|get|filter|flatMap|find)$/.test(name))
    .map(([, name]) => `actions.${name}`);
  const written = WRITES.test(source) ? ['writes'] : [];
  return [...new Set([...imported, ...hand, ...asked, ...written])]
    .filter((name) => name !== 'actions.becameOf')
    .sort();
}

describe('what a person can do goes through an act', () => {
  const found = ['client/pages', 'client/api', 'client/cli']
    .flatMap(filesUnder)
    .map((file) => [file, doneBy(readFileSync(join(SRC, file), 'utf8'))] as const)
    .filter(([, done]) => done.length > 0);

  test('nobody else asks a workflow or writes in the register, but who is named here', () => {
    expect(Object.fromEntries(found)).toEqual(BY_THEMSELVES);
  });

  test('who would is found out', () => {
    expect(writing.has('appendLog')).toBe(true);
    expect(doneBy("import { appendLog, type LogEntry } from '../register/log.js';\nactions.extend(ref);")).toEqual([
      'actions.extend',
      'appendLog',
    ]);
    expect(doneBy("import { logOf } from '../register/log.js';\nactions.becameOf(x);")).toEqual([]);
  });
});

/** Acts that pages do by a form of their own, with which. */
const BY_ANOTHER_FORM = {
  // The form of a checkpoint asks for all of an officer's values at once.
  giveValue: 'client/pages/duties/officer/send.ts',
};

describe('every act is on a page, as it is in the API and among the commands', () => {
  const index = readFileSync(join(SRC, 'acts/index.ts'), 'utf8');
  const acts = [...index.slice(index.indexOf('ACTS')).matchAll(/^ {2}(?:\.\.\.)?(\w+),$/gm)].map(
    ([, name = '']) => name,
  );
  const pages = [...filesUnder('client/pages'), ...filesUnder('client/system/act-pages')]
    .map((file) => readFileSync(join(SRC, file), 'utf8'))
    .join('\n');
  const without = acts.filter((name) => !new RegExp(`\\b${name}\\b`).test(pages));

  test('but for those that a form of its own does', () => {
    expect(acts.length).toBeGreaterThan(100);
    expect(without).toEqual(Object.keys(BY_ANOTHER_FORM));
  });

  test('who describes an act lists it', () => {
    const described = filesUnder('acts').flatMap((file) =>
      [
        ...readFileSync(join(SRC, file), 'utf8').matchAll(/^export const (\w+) = (?:sent|kept|passageAct|saying)\(/gm),
      ].map(([, name = '']) => name),
    );
    expect(described.length).toBeGreaterThan(100);
    expect(described.filter((name) => !acts.includes(name))).toEqual([]);
  });
});
