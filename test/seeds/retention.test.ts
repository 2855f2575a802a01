import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readTerms } from '../../src/seeds/retention.js';

const folder = mkdtempSync(join(tmpdir(), 'ciclo-termini-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SHARED = readFileSync('seeds/retention.yaml', 'utf8');
const own = SHARED.replace('{ years: 1 }', '{ months: 3 }');
/** As bodies wrote it before messages of a public form had a term. */
const before = SHARED.slice(0, SHARED.indexOf('  - what: public-voices'));

function termsWith(text: string): ReturnType<typeof readTerms> {
  mkdirSync(join(folder, 'ccms'), { recursive: true });
  for (const file of ['entity.yaml', 'calendar.yaml'])
    cpSync(join('seeds/massa-carrara-2016', file), join(folder, 'ccms', file));
  writeFileSync(join(folder, 'ccms', 'retention.yaml'), text);
  return readTerms(folder);
}

const keptFor = (text: string) =>
  termsWith(text)
    .of('ccms')
    ?.rules.find(({ what }) => what === 'public-voices')?.keep;

describe('how long messages of the public form are kept', () => {
  test('is what the body’s file says', () => {
    expect(keptFor(own)).toEqual({ months: 3 });
  });

  test('is the program’s term where the body’s file was written before there was one, and the file has no error', () => {
    expect(keptFor(before)).toEqual({ years: 1 });
    expect(termsWith(before).errors).toEqual([]);
  });

  test('a file without another rule is still told so', () => {
    const errors = termsWith(before.replace(/ {2}- what: drafts[\s\S]*?(?= {2}- what: mail-texts)/, '')).errors;
    expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining('«drafts»')]);
  });
});
