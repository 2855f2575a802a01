import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkCache, checkFolder } from '../../src/client/system/doctor/machine.js';
import { readConfig } from '../../src/config.js';
import { cached } from '../../src/platform/cache.js';
import { acquireInstanceLock } from '../../src/platform/instance-lock.js';
import { quietLog } from '../../src/platform/log.js';
import { requireWritable, unwritable } from '../../src/platform/writable.js';
import { aFolder } from '../client/cli/folder.js';

/** A folder nobody can make: what should be its parent is a file. It holds also for root, to whom no mode says no. */
function noFolder(): string {
  const file = join(aFolder(), 'file');
  writeFileSync(file, '');
  return join(file, 'dati');
}

const SENTENCE =
  /^Nella cartella \S+ non si può scrivere: una parte del percorso non è una cartella\. .* con CICLO_\w+\.$/;

describe('a folder in which nothing can be written', () => {
  test('is told in one sentence, with the variable that names another, by whoever begins something there', async () => {
    const folder = noFolder();
    expect(() => requireWritable(folder, 'CICLO_DATA')).toThrow(SENTENCE);
    await expect(acquireInstanceLock(folder)).rejects.toThrow(SENTENCE);
    const thing = { dir: folder, name: 'x', log: quietLog, make: async () => undefined, check: async () => undefined };
    await expect(cached(thing)).rejects.toThrow(SENTENCE);
  });

  test('is a fault for doctor, which leaves nothing behind where something can', () => {
    const folder = noFolder();
    const read = readConfig({});
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const config = { ...read.value, dataDir: folder, cacheDir: folder };
    expect([checkFolder(config), ...checkCache(config)]).toMatchObject([
      {
        state: 'bad',
        what: 'dati',
        found: expect.stringContaining('non si può scrivere'),
        todo: expect.stringContaining('CICLO_DATA'),
      },
      { state: 'bad', what: 'programmi', todo: expect.stringContaining('CICLO_CACHE') },
    ]);
    const good = aFolder();
    expect(checkFolder({ dataDir: join(good, 'da', 'fare') }).state).toBe('good');
    expect(readdirSync(good)).toEqual([]);
  });

  test('need not be there yet', () => {
    const folder = aFolder();
    expect(unwritable(join(folder, 'a', 'b'))).toBeUndefined();
    mkdirSync(join(folder, 'a'));
    rmSync(join(folder, 'a'), { recursive: true });
    expect(readdirSync(folder)).toEqual([]);
  });
});
