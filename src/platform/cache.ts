import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { words } from '../words/platform.js';
import { EnvironmentError } from './errors.js';
import type { Log } from './log.js';
import { takeOwnership } from './owner-file.js';
import { requireWritable } from './writable.js';

/** Something made once and kept: a downloaded or built program. */
export interface Cached<T> {
  /** The cache folder; made when missing. */
  readonly dir: string;
  /** Name inside the cache, with the version: `temporal-1.5.1`. */
  readonly name: string;
  /** Makes the thing inside a new empty folder. */
  readonly make: (folder: string) => Promise<void>;
  /** Looks whether what the folder holds works: the thing itself, or undefined when it is missing, half-made or broken. */
  readonly check: (folder: string) => Promise<T | undefined>;
  readonly log: Log;
}

/**
 * Answers what the cache holds, making it when it is not there or does not work.
 * It is made in a folder of its own and renamed when whole and checked, so a half-made one is never taken for good;
 * of two that want it at the same time the second waits and takes the first one's.
 * @throws whatever `make` throws, and EnvironmentError when what was made does not work
 */
export async function cached<T>(thing: Cached<T>): Promise<T> {
  const folder = join(thing.dir, thing.name);
  const found = await thing.check(folder);
  if (found !== undefined) return found;

  requireWritable(thing.dir, 'CICLO_CACHE');
  mkdirSync(thing.dir, { recursive: true });
  const turn = await waitForTurn(`${folder}.lock`, thing);
  const draft = `${folder}.new-${randomBytes(4).toString('hex')}`;
  try {
    const madeMeanwhile = await thing.check(folder);
    if (madeMeanwhile !== undefined) return madeMeanwhile;
    removeDrafts(thing);
    mkdirSync(draft);
    await thing.make(draft);
    if ((await thing.check(draft)) === undefined) throw new EnvironmentError(words.cache.doesNotWork(thing.name));
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
    const made = await thing.check(folder);
    if (made === undefined) throw new EnvironmentError(words.cache.doesNotWork(thing.name));
    return made;
  } finally {
    rmSync(draft, { recursive: true, force: true });
    turn.release();
  }
}

async function waitForTurn<T>(path: string, thing: Cached<T>): Promise<{ release(): void }> {
  let told = 0;
  for (;;) {
    const answer = await takeOwnership(path);
    if ('own' in answer) return answer.own;
    if (told !== answer.owner.pid) thing.log.line(words.cache.waiting(thing.name, answer.owner.pid));
    told = answer.owner.pid;
    await sleep(200);
  }
}

/** What an interrupted making left behind. */
function removeDrafts<T>(thing: Cached<T>): void {
  for (const entry of readdirSync(thing.dir)) {
    if (entry.startsWith(`${thing.name}.new-`)) rmSync(join(thing.dir, entry), { recursive: true, force: true });
  }
}
