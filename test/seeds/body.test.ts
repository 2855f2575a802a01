import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadBody } from '../../src/seeds/body.js';
import { bodiesOnFile } from '../setup/bodies.js';

const entity = bodiesOnFile().entity('ccms');

describe('the files of a body beside its plan', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ciclo-ente-'));
    for (const name of ['series', 'transparency.yaml', 'improvement.yaml', 'body.yaml']) {
      cpSync(join('seeds/massa-carrara-2016', name), join(folder, name), { recursive: true });
    }
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const change = (from: string, to: string): void => {
    const file = join(folder, 'body.yaml');
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
  };

  test('put every table of the series in one chapter, those nobody places in a last one', () => {
    change(', sectors]', ']');
    const loaded = loadBody(folder, entity);
    if (!loaded.ok) throw new Error(loaded.error[0]?.message);
    const chapters = loaded.value.profile.chapters;
    expect(chapters.at(-1)).toMatchObject({ id: 'altre-serie', title: 'Altre serie' });
    expect(chapters.at(-1)?.tables.map((t) => t.id)).toEqual(['sectors']);
    const ids = chapters.flatMap((c) => c.tables.map((t) => t.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('may all be absent', () => {
    const loaded = loadBody(join(folder, 'nessuna'), entity);
    expect(loaded).toMatchObject({
      ok: true,
      value: { profile: { chapters: [], stakeholders: [], relations: [] }, followed: [] },
    });
    // Indices and questionnaire are then those that come with the program.
    expect(loaded.ok && loaded.value.profile.finance?.indices.length).toBeGreaterThan(8);
    expect(loaded.ok && loaded.value.profile.checkUp?.requirements.length).toBeGreaterThan(8);
  });

  test.each([
    [
      'a table',
      'tables: [quality]',
      'tables: [qualita]',
      'la tabella «qualita» non è tra quelle della cartella «series»',
    ],
    ['an obligation', 'id: personale/1,', 'id: personale/77,', '«personale/77» non è tra le voci dei file accanto'],
    ['an owner', 'owner: comunicazione, every', 'owner: stampa, every', 'il ruolo o ufficio «stampa» non esiste'],
    [
      'a rhythm',
      'every: 3, due: 2016-01-31, norm: "D.Lgs. 33/2013, art. 16',
      'every: 0, due: 2016-01-31, norm: "D.Lgs. 33/2013, art. 16',
      'un numero di mesi da 1 a 60',
    ],
    ['a day', 'due: 2016-09-30', 'due: 2016-09-31', '2016-09-31'],
  ])('name %s that is not there, with file and line', (_, from, to, message) => {
    change(from, to);
    const loaded = loadBody(folder, entity);
    if (loaded.ok) throw new Error('it was taken');
    expect(loaded.error[0]?.message).toContain(message);
    expect(loaded.error[0]?.file).toBe(join(folder, 'body.yaml'));
    const line = readFileSync(join(folder, 'body.yaml'), 'utf8').split('\n')[(loaded.error[0]?.line ?? 0) - 1];
    expect(line).toContain(to.split(' ')[1]?.replace(/[[\],]/g, '') ?? '');
  });
});
