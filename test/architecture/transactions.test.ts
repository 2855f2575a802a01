import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { Calls } from './calls.js';

/** What takes its time, or waits for something that is not the register. */
const ELSEWHERE = [
  /^documents\/(write|print)#/,
  /^documents\/(forms|site)\//,
  /^office\/(site|forms)#(?!FORM)/,
  /^office\/sources\//,
  /^mail\/(transport|render|deliver)#/,
  /^sheets\//,
  /^platform\//,
  /^workflows\/messages#/,
  /^@temporalio\/(client|worker)#(?!ApplicationFailure)/,
  /^node:(?!crypto|async_hooks|path)/,
  /^(nodemailer|imapflow|openid-client)/,
  /^global#/,
];
const isElsewhere = (name: string): boolean => ELSEWHERE.some((one) => one.test(name));
const OPENERS = ['inTransaction', 'atOneMoment'];

describe('a transaction awaits the register and nothing else', () => {
  test('no document is made, no file written, nobody called while one is open', () => {
    expect(new Calls().fromCallbacksOf(OPENERS, isElsewhere).map((way) => way.join(' → '))).toEqual([]);
    // The whole of the source goes through the compiler.
  }, 240_000);
});

describe('the reader of calls follows them', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  /** Two files: `documents/write.ts`, and one that opens a transaction. */
  function reaching(source: string): readonly string[] {
    const folder = mkdtempSync(join(tmpdir(), 'ciclo-calls-'));
    folders.push(folder);
    mkdirSync(join(folder, 'documents'));
    writeFileSync(join(folder, 'documents', 'write.ts'), 'export async function writeDocument() {}');
    writeFileSync(join(folder, 'act.ts'), `import { writeDocument } from './documents/write.js';\n${source}`);
    return new Calls(folder).fromCallbacksOf(OPENERS, isElsewhere).map((way) => way.at(-1) ?? '');
  }

  test.each([
    ['called at once', 'inTransaction(db, async (tx) => { await writeDocument(); });'],
    ['through a function', 'const f = async () => writeDocument(); inTransaction(db, (tx) => f());'],
    ['a function passed on', 'inTransaction(db, writeDocument);'],
    [
      'on a transaction of the library',
      'db.transaction().setIsolationLevel("serializable").execute(() => writeDocument());',
    ],
    ['through an object', 'const o = { async go() { await writeDocument(); } }; inTransaction(db, () => o.go());'],
  ])('%s', (_, source) => {
    expect(reaching(source)).toEqual(['documents/write#writeDocument']);
  });

  test.each([
    ['before', 'const made = await writeDocument(); await inTransaction(db, (tx) => tx.save(made));'],
    ['after', 'await inTransaction(db, (tx) => tx.save()); await writeDocument();'],
  ])('what is %s it is not in it', (_, source) => {
    expect(reaching(source)).toEqual([]);
  });

  test('a file, a server, a pause', () => {
    const source = `import { rename } from 'node:fs/promises'; inTransaction(db, async () => { await rename(a, b); await fetch(u); });`;
    expect(reaching(source)).toEqual(['node:fs/promises#rename', 'global#fetch']);
  });
});
