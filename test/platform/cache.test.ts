import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Cached, cached } from '../../src/platform/cache.js';
import { quietLog } from '../../src/platform/log.js';
import { aProcess } from './children.js';
import { aFolder } from './folder.js';

/** A thing whose whole is the text "whole", counting how often it was made. */
function aThing(dir: string, made: string[] = []): Cached<string> {
  return {
    dir,
    name: 'thing-1',
    log: quietLog,
    make: async (folder) => {
      made.push(folder);
      writeFileSync(join(folder, 'content'), 'who');
      await new Promise((resolve) => setTimeout(resolve, 20));
      writeFileSync(join(folder, 'content'), 'whole');
    },
    check: async (folder) => {
      const file = join(folder, 'content');
      return existsSync(file) && readFileSync(file, 'utf8') === 'whole' ? file : undefined;
    },
  };
}

describe('a thing made once', () => {
  test('is made the first time and found the second', async () => {
    const made: string[] = [];
    const thing = aThing(aFolder(), made);
    const file = await cached(thing);
    expect(readFileSync(file, 'utf8')).toBe('whole');
    expect(await cached(thing)).toBe(file);
    expect(made).toHaveLength(1);
  });

  test('is made again when what is there is only half of it', async () => {
    const dir = aFolder();
    mkdirSync(join(dir, 'thing-1'));
    writeFileSync(join(dir, 'thing-1', 'content'), 'who');
    const made: string[] = [];
    expect(readFileSync(await cached(aThing(dir, made)), 'utf8')).toBe('whole');
    expect(made).toHaveLength(1);
  });

  test('leaves nothing behind when making it fails, and can be tried again', async () => {
    const dir = aFolder();
    const failing = { ...aThing(dir), make: () => Promise.reject(new Error('no network')) };
    await expect(cached(failing)).rejects.toThrow('no network');
    expect(readdirSync(dir)).toEqual([]);
    expect(await cached(aThing(dir))).toBe(join(dir, 'thing-1', 'content'));
  });

  test('is refused when it was made but does not work', async () => {
    const broken = { ...aThing(aFolder()), make: async () => undefined };
    await expect(cached(broken)).rejects.toThrow('non funziona');
  });
});

/** Another process that takes its time, and notes each making in a file. */
const SLOW_MAKER = (dir: string, label: string) => `
  import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
  import { cached } from '@/platform/cache.ts';
  import { quietLog } from '@/platform/log.ts';
  const file = await cached({
    dir: ${JSON.stringify(dir)}, name: 'thing-1', log: quietLog,
    make: async (folder) => {
      appendFileSync(${JSON.stringify(join(dir, 'made'))}, ${JSON.stringify(label)});
      console.log('making');
      await new Promise((resolve) => setTimeout(resolve, ${label === 'slow' ? 60_000 : 300}));
      writeFileSync(folder + '/content', 'whole');
    },
    check: async (folder) => (existsSync(folder + '/content') ? folder + '/content' : undefined),
  });
  console.log('has it');
`;

describe('two set-ups at the same time', () => {
  test('make it once', async () => {
    const dir = aFolder();
    const both = [aProcess(SLOW_MAKER(dir, 'x')), aProcess(SLOW_MAKER(dir, 'x'))];
    await Promise.all(both.map((one) => one.said('has it')));
    expect(readFileSync(join(dir, 'made'), 'utf8')).toBe('x');
  });

  test('the second goes on when the first is killed half-way', async () => {
    const dir = aFolder();
    const first = aProcess(SLOW_MAKER(dir, 'slow'));
    await first.said('making');
    await first.kill();
    expect(readFileSync(await cached(aThing(dir)), 'utf8')).toBe('whole');
    expect(readdirSync(dir).sort()).toEqual(['made', 'thing-1']);
  });
});
