import { linkSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PRIVATE_FILE } from './private.js';
import { isAlive, isErrno, markOf, type ProcessMark } from './processes.js';

/** A file that says which living process owns something. Its content is never seen half-written. */
interface OwnerFile {
  /** Adds what others may want to know of the owner, such as an address. */
  describe(note: string): void;
  /** Gives the ownership up. A second call does nothing. */
  release(): void;
}

/** The owner a file names, and what it says of itself. */
export interface Owner extends ProcessMark {
  readonly note: string;
}

/** A taking-over older than this was interrupted. It normally lasts a millisecond. */
const TAKEOVER_STALE_MS = 10_000;

/**
 * Takes the ownership written in `path`, unless a living process has it.
 * The owner is recognised by process number and beginning, so neither `kill -9` nor a number used again deceives it.
 * @returns the ownership, or the living owner
 */
export async function takeOwnership(path: string): Promise<{ own: OwnerFile } | { owner: Owner }> {
  mkdirSync(dirname(path), { recursive: true });
  const me = markOf(process.pid);
  if (me === undefined) throw new Error('this process has no number');
  for (;;) {
    if (place(path, { ...me, note: '' })) return { own: ownerFile(path, me) };
    const owner = readOwner(path);
    if (owner !== undefined && isAlive(owner)) return { owner };
    await takeOver(path);
  }
}

/** Who owns `path` according to the file; undefined when there is none or it cannot be understood. */
export function readOwner(path: string): Owner | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw error;
  }
  const [pid, began, note] = text.split('\n');
  if (began === undefined) return undefined;
  return { pid: Number(pid), began, note: note ?? '' };
}

function ownerFile(path: string, me: ProcessMark): OwnerFile {
  let held = true;
  const release = (): void => {
    if (!held) return;
    held = false;
    process.off('exit', release);
    rmSync(path, { force: true });
  };
  process.on('exit', release);
  return {
    release,
    describe: (note) => {
      if (!held) return;
      const draft = `${path}.${process.pid}`;
      writeFileSync(draft, textOf({ ...me, note }), { mode: PRIVATE_FILE });
      renameSync(draft, path);
    },
  };
}

/** Puts the file there with its whole content, or answers false when there already is one. */
function place(path: string, owner: Owner): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, textOf(owner), { mode: PRIVATE_FILE });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes the file of a dead owner. One at a time: otherwise two could each remove the other's new file. */
async function takeOver(path: string): Promise<void> {
  const turn = `${path}.takeover`;
  try {
    mkdirSync(turn);
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
    if (ageOf(turn) > TAKEOVER_STALE_MS) rmSync(turn, { recursive: true, force: true });
    await sleep(20);
    return;
  }
  try {
    const owner = readOwner(path);
    if (owner === undefined || !isAlive(owner)) rmSync(path, { force: true });
  } finally {
    rmdirSync(turn);
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return 0;
    throw error;
  }
}

function textOf(owner: Owner): string {
  return `${owner.pid}\n${owner.began}\n${owner.note}\n`;
}
