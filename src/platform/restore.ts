import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import * as tar from 'tar';
import { backupWords } from '../words/backup.js';
import { fileProblem } from '../words/platform.js';
import { BODIES, KEPT, type Manifest, readManifest } from './backup.js';
import { EnvironmentError, Failure } from './errors.js';
import { LAID_OUT, laidOutIn, privateDataFolder, privateFolder, RESTORING } from './private.js';
import { isErrno } from './processes.js';
import { writeRecord } from './record.js';
import { type User, unprivilegedUser } from './unprivileged.js';

const words = backupWords.restore;
/** Why nothing can be laid out, whatever the archive. */
const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM'] as const;

interface RestoreOptions {
  readonly dataDir: string;
  readonly seedsDir: string;
  readonly file: string;
  /** Puts aside the installation that is there. */
  readonly replace: boolean;
  readonly postgresMajor: string;
  /** Names of the migrations this program knows. */
  readonly migrations: readonly string[];
}

/** What was restored, and where the rest went. */
export interface Restored {
  readonly madeAt: string;
  /** The installation there was; absent when there was none. */
  readonly aside?: string;
  /** The archive's data files of the bodies, where others are in use. */
  readonly bodies?: string;
}

/**
 * Puts an archive in the place of a data folder's installation, whose servers are stopped. It is laid out beside and checked
 * before anything is moved; stopped half way, nothing starts until it is done again.
 * @throws Failure when an installation is there and is not to be put aside, or the archive is not whole or not for this version
 */
export async function restoreBackup(o: RestoreOptions): Promise<Restored> {
  if (!existsSync(o.file)) throw new Failure(2, words.noFile(o.file));
  privateDataFolder(o.dataDir);
  const before = moveUnderWay(o.dataDir);
  if (before !== undefined) {
    if (before.file !== undefined && before.file !== resolve(o.file))
      throw new Failure(1, ...words.otherHalfway(o.dataDir, before.file));
    return finish(o, before);
  }
  if (isOccupied(o.dataDir) && !o.replace) throw new Failure(1, ...words.occupied(o.dataDir));
  for (const left of laidOutIn(o.dataDir)) rmSync(left, { recursive: true });
  const name = `${LAID_OUT}${randomBytes(4).toString('hex')}`;
  const laidOut = privateFolder(join(o.dataDir, name));
  try {
    const { madeAt } = await layOut(o, laidOut);
    const postgres = join(laidOut, 'postgres');
    const user = unprivilegedUser(postgres);
    if (user !== undefined) give(postgres, user);
    const stamp = new Date().toISOString().replace(/[:.]/g, '-');
    const kept = KEPT.filter((entry) => existsSync(join(laidOut, entry)));
    const move: Move = {
      laidOut: name,
      aside: `prima-del-ripristino-${stamp}`,
      kept: kept.join(' '),
      madeAt,
      file: resolve(o.file),
    };
    writeRecord(join(o.dataDir, RESTORING), { ...move });
    return finish(o, move);
  } finally {
    if (moveUnderWay(o.dataDir) === undefined) rmSync(laidOut, { recursive: true, force: true });
  }
}

/** A restore whose archive is laid out and checked: only names are left to change. */
interface Move extends Record<'laidOut' | 'aside' | 'kept' | 'madeAt', string> {
  /** Absent where an earlier version laid it out: it is finished with whatever archive is named, and `madeAt` is told. */
  readonly file?: string;
}

function moveUnderWay(dataDir: string): Move | undefined {
  const path = join(dataDir, RESTORING);
  // Written by `restoreBackup` alone, whole or not at all.
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Move) : undefined;
}

/** Each step may have been done already: what is still laid out is still to be moved. */
function finish({ dataDir, seedsDir }: RestoreOptions, { laidOut, aside, kept, madeAt }: Move): Restored {
  const from = join(dataDir, laidOut);
  const isMoved = (entry: string): boolean => kept.split(' ').includes(entry) && !existsSync(join(from, entry));
  for (const entry of KEPT.filter((one) => existsSync(join(dataDir, one)) && !isMoved(one))) {
    privateFolder(join(dataDir, aside));
    renameSync(join(dataDir, entry), join(dataDir, aside, entry));
  }
  for (const entry of kept.split(' ').filter((one) => !isMoved(one)))
    renameSync(join(from, entry), join(dataDir, entry));
  const bodies = putBodies(join(from, BODIES), seedsDir, join(dataDir, `enti-${aside.replace(/^\D+/, '')}`));
  rmSync(join(dataDir, RESTORING));
  rmSync(from, { recursive: true, force: true });
  return {
    madeAt,
    aside: existsSync(join(dataDir, aside)) ? join(dataDir, aside) : undefined,
    bodies,
  };
}

async function layOut(o: RestoreOptions, folder: string): Promise<Manifest> {
  const { file } = o;
  // What the archive holds is ours, whoever wrote it: no owner is taken from it.
  await tar.extract({ file, cwd: folder, strict: true, preserveOwner: false }).catch((cause: unknown) => {
    const reason = fileProblem(cause);
    if (NO_ROOM.some((code) => isErrno(cause, code))) throw new EnvironmentError(...words.noRoom(o.dataDir, reason));
    // What tar and zlib say of an archive is for who writes programs.
    const ofArchive = cause instanceof Error && 'code' in cause && /^(TAR|Z)_/.test(String(cause.code));
    throw new Failure(2, ...words.broken(file, ofArchive ? words.notArchive : reason));
  });
  const manifest = readManifest(file, folder);
  if (manifest.postgresMajor !== o.postgresMajor)
    throw new Failure(1, ...words.otherMajor(file, manifest.postgresMajor, o.postgresMajor));
  if (!o.migrations.includes(manifest.migration)) throw new Failure(1, ...words.newer(file, manifest.migration));
  return manifest;
}

const isOccupied = (dataDir: string): boolean => KEPT.some((name) => existsSync(join(dataDir, name)));

/** PostgreSQL runs as somebody else than root, and starts on a folder of its own alone. */
function give(path: string, user: User): void {
  chownSync(path, user.uid, user.gid);
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) give(join(path, name), user);
}

/**
 * The data files of the bodies go where none are; others in use stay, and those of the archive are left beside.
 * @returns where they were left, when they differ
 */
function putBodies(from: string, inUse: string, beside: string): string | undefined {
  if (!existsSync(from)) return undefined;
  if (!existsSync(inUse)) {
    mkdirSync(join(inUse, '..'), { recursive: true });
    renameSync(from, inUse);
    return undefined;
  }
  if (sameFiles(from, inUse)) return undefined;
  renameSync(from, beside);
  return beside;
}

function sameFiles(one: string, other: string): boolean {
  const [names, others] = [filesIn(one), filesIn(other)];
  return (
    names.join('\n') === others.join('\n') &&
    names.every((name) => readFileSync(join(one, name)).equals(readFileSync(join(other, name))))
  );
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() === true)
    .sort();
