import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = new URL('../../src/', import.meta.url).pathname;

const filesOf = (folder: string): readonly string[] =>
  readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));

/** Lines of the sources that say something, comments and imports left out. */
const linesOf = (file: string): readonly string[] =>
  readFileSync(join(SRC, file), 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(?:\*|\/\/|\/\*|import )/.test(line));

const found = (files: readonly string[], wrong: RegExp): readonly string[] =>
  files.flatMap((file) =>
    linesOf(file)
      .filter((line) => wrong.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );

describe('what people read is written as an office writes it', () => {
  const words = filesOf('words');

  test.each<[string, RegExp]>([
    ['apostrophes are ’', /\b(?:l|un|d|c|dell|nell|all|dall|sull|quell)'[a-zàèéìòù]/i],
    ['commands stand between « and »', /"ciclo [a-z]/],
    ['a limit is «al massimo», everywhere', /\bal più (?:\$|[0-9])/i],
    ['the store of data is the «base dati»', /base di dati/],
    [
      'no word of the machine is left to people',
      /errore interno|\bstringa\b|valore nullo|\bcliccare\b|eseguire il login/i,
    ],
    ['no fog', /al fine di|si provvederà|in ordine a|a seguito di|nonché/i],
    ['accents are the right way', /perchè|poichè|affinchè|\bnè\b|\bE’|\bpò\b|qual’è/],
  ])('%s', (_, wrong) => {
    expect(found(words, wrong)).toEqual([]);
  });

  test('no article before a day or a moment is written by hand: «dell’8», «all’11» are withArticle’s', () => {
    const day = /\b(?:[iI]l|[aA]l|[dD]al|[dD]el|[sS]ul) \$\{(?:italianDay|italianMoment|formatItalian|italianDate)\(/;
    // What the cast types into a field is read by the program, not by people.
    const files = ['acts', 'client', 'documents', 'domain', 'mail', 'office', 'sheets', 'words', 'workflows']
      .flatMap(filesOf)
      .filter((file) => file !== 'client/rehearsal/cast/answers.ts');
    expect(found(files, day)).toEqual([]);
  });
});
