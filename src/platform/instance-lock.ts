import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { backupWords } from '../words/backup.js';
import { fileProblem, words } from '../words/platform.js';
import { EnvironmentError } from './errors.js';
import { type Owner, readOwner, takeOwnership } from './owner-file.js';
import { laidOutIn, privateDataFolder, RESTORING } from './private.js';
import { isAlive, isErrno } from './processes.js';
import { requireWritable } from './writable.js';

/** The right to be the one running system on a data folder. */
export interface InstanceLock {
  /** Tells a second start where this one can be reached. */
  setConsoleUrl(url: string): void;
  release(): void;
}

/** Another living process already runs on this data folder. */
export class AlreadyRunning extends EnvironmentError {
  readonly pid: number;
  /** Empty while the running one has no console yet. */
  readonly consoleUrl: string;

  constructor(dataDir: string, owner: Owner) {
    super(...words.instance.alreadyRunning(dataDir, owner.pid, owner.note));
    this.name = 'AlreadyRunning';
    this.pid = owner.pid;
    this.consoleUrl = owner.note;
  }
}

/**
 * Makes this process the only running system on `dataDir`, until it releases the lock or ends in whatever way.
 * @param purpose to `restore` is also for a folder where a restore was stopped half way: nothing else may touch it
 * @throws AlreadyRunning when another living process is
 */
export async function acquireInstanceLock(dataDir: string, purpose: 'run' | 'restore' = 'run'): Promise<InstanceLock> {
  requireWritable(dataDir, 'CICLO_DATA');
  const answer = await takeOwnership(lockPath(privateDataFolder(dataDir)));
  if ('owner' in answer) throw new AlreadyRunning(dataDir, answer.owner);
  const unfinished = purpose === 'run' ? unfinishedRestore(dataDir) : undefined;
  if (unfinished !== undefined) {
    answer.own.release();
    throw new EnvironmentError(...unfinished);
  }
  return { setConsoleUrl: answer.own.describe, release: answer.own.release };
}

/** Why nothing starts after a restore that did not come to its end: what is there is in part another, or is what was to go. */
function unfinishedRestore(dataDir: string): readonly string[] | undefined {
  if (existsSync(join(dataDir, RESTORING))) return backupWords.restore.halfway(dataDir);
  const [laidOut] = laidOutIn(dataDir);
  return laidOut === undefined ? undefined : backupWords.restore.notBegun(dataDir, laidOut);
}

/** Says of a running system that it has to be stopped for what was asked; what else went wrong goes on. */
export function askingToStop(dataDir: string): (cause: unknown) => never {
  return (cause) => {
    if (cause instanceof AlreadyRunning) throw new EnvironmentError(...backupWords.running(dataDir, cause.pid));
    throw cause;
  };
}

/**
 * The process now running on `dataDir`, if one is.
 * @throws EnvironmentError when the folder is closed to who asks: another account's
 */
export function runningInstance(dataDir: string): { pid: number; consoleUrl: string } | undefined {
  let owner: Owner | undefined;
  try {
    owner = readOwner(lockPath(dataDir));
  } catch (cause) {
    if (!isErrno(cause, 'EACCES')) throw cause;
    throw new EnvironmentError(words.unwritable(dataDir, fileProblem(cause), 'CICLO_DATA'));
  }
  return owner !== undefined && isAlive(owner) ? { pid: owner.pid, consoleUrl: owner.note } : undefined;
}

function lockPath(dataDir: string): string {
  return join(dataDir, 'ciclo.lock');
}
