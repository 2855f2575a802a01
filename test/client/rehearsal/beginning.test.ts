import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginningOf, changedFiles, filesNow, keepBeginning } from '../../../src/client/rehearsal/beginning.js';
import { rehearsalSentences } from '../../../src/client/rehearsal/sentences.js';

let folder: string;
let body: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ciclo-inizio-'));
  body = join(folder, 'massa-carrara-2016');
  cpSync('seeds', folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what a rehearsal began with', () => {
  test('is kept beside its data, for its owner alone, and read back as it was', () => {
    const beginning = { files: filesNow(folder, body), from: '2016-01-01', speed: 270_000 } as const;
    keepBeginning(folder, 'prova_3', beginning);
    expect(beginningOf(folder, 'prova_3')).toEqual(beginning);
    expect(beginningOf(folder, 'prova_4')).toBeUndefined();
    expect(statSync(join(folder, 'prove', 'prova_3.json')).mode & 0o077).toBe(0);
  });

  test('names the files that changed since, new and missing ones too, but not those that are read anew', () => {
    const before = filesNow(folder, body);
    expect(changedFiles(before, filesNow(folder, body))).toEqual([]);
    writeFileSync(join(body, 'rehearsal.yaml'), 'exercise: 2016\nseed: 1\n');
    expect(changedFiles(before, filesNow(folder, body))).toEqual([]);
    writeFileSync(join(body, 'plan', 'nuovo.yaml'), 'altro: 1\n');
    writeFileSync(join(body, 'entity.yaml'), 'id: altro\n');
    rmSync(join(folder, 'policies', 'smvp-2016.yaml'));
    const changed = changedFiles(before, filesNow(folder, body));
    expect(changed).toEqual(
      expect.arrayContaining([join(body, 'entity.yaml'), join(body, 'plan', 'nuovo.yaml')].map(String)),
    );
    expect(changed.some((path) => path.endsWith('smvp-2016.yaml'))).toBe(true);
  });
});

describe('whoever resumes a rehearsal', () => {
  const resuming = {
    event: 'resuming',
    exercise: 2016,
    on: '2016-03-01',
    changedFiles: [],
    fromIgnored: false,
  } as const;

  test('is told in one line when nothing has changed', () => {
    expect(rehearsalSentences(resuming)).toHaveLength(1);
  });

  test.each([
    [
      { changedFiles: ['seeds/ccms/entity.yaml'] },
      /è cambiato seeds\/ccms\/entity\.yaml, che non conta per questa prova/,
    ],
    [{ changedFiles: ['a.yaml', 'b.yaml'] }, /sono cambiati a\.yaml, b\.yaml, che non contano per questa prova/],
    [{ fromIgnored: true }, /--from vale solo per una prova che comincia/],
  ])('is told what does not count and how to begin anew: %o', (told, sentence) => {
    const lines = rehearsalSentences({ ...resuming, ...told });
    expect(lines[1]).toMatch(sentence);
    expect(lines.at(-1)).toContain('npm start -- --new');
  });
});
