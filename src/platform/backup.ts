import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import * as tar from 'tar';
import { backupWords } from '../words/backup.js';
import { fileProblem } from '../words/platform.js';
import { EnvironmentError, Failure } from './errors.js';
import { PRIVATE_FILE } from './private.js';

/** What of a data folder makes an installation: the rest is logs and locks. */
export const KEPT = ['secret', 'postgres', 'postgres.json', 'temporal', 'mailbox', 'pubblicato'] as const;
/** Beside them in the archive, and first: the manifest and the data files of the bodies. */
const ABOUT = 'salvataggio';
export const BODIES = join(ABOUT, 'enti');
const MANIFEST = join(ABOUT, 'elenco.json');
/** Of a server that ran, not of its data: PostgreSQL refuses to start beside a stranger's. */
const LEFT_OUT = ['postgres/postmaster.pid', 'postgres/postmaster.opts'];

/** What an archive says of itself. */
export interface Manifest {
  readonly format: 1;
  /** Wall time, ISO. */
  readonly madeAt: string;
  readonly postgresMajor: string;
  /** The last migration the program that made it knew. */
  readonly migration: string;
  readonly files: number;
  readonly bytes: number;
}

interface BackupOptions {
  readonly dataDir: string;
  readonly seedsDir: string;
  readonly file: string;
  readonly about: Pick<Manifest, 'madeAt' | 'postgresMajor' | 'migration'>;
}

/**
 * Writes the installation of a data folder whose servers are stopped into one archive, and reads it again to the end before
 * it gets its name.
 * @returns the manifest and the size of the archive, in bytes
 * @throws Failure when the file is there already, or would be part of itself
 */
export async function writeBackup({
  dataDir,
  seedsDir,
  file,
  about,
}: BackupOptions): Promise<Manifest & { size: number }> {
  const target = resolve(file);
  if (existsSync(target)) throw new Failure(1, ...backupWords.backup.there(target));
  if ([dataDir, seedsDir].some((folder) => target.startsWith(resolve(folder) + sep)))
    throw new Failure(1, ...backupWords.backup.inside(target));
  const kept = KEPT.filter((name) => existsSync(join(dataDir, name)));
  const beside = join(dataDir, ABOUT);
  const partial = `${target}.parziale`;
  try {
    rmSync(beside, { recursive: true, force: true });
    mkdirSync(beside, { mode: 0o700 });
    // What links lead to, where they lead somewhere: the files are to be whole wherever they are restored.
    const leads = (path: string): boolean => existsSync(path);
    if (existsSync(seedsDir))
      cpSync(seedsDir, join(dataDir, BODIES), { recursive: true, dereference: true, filter: leads });
    const manifest: Manifest = { format: 1, ...about, ...measured(dataDir, [...kept, BODIES]) };
    writeFileSync(join(dataDir, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: PRIVATE_FILE });
    mkdirSync(dirname(target), { recursive: true });
    await tar.create(
      {
        cwd: dataDir,
        file: partial,
        gzip: true,
        portable: true,
        strict: true,
        follow: true,
        mode: PRIVATE_FILE,
        filter: isKept,
      },
      [ABOUT, ...kept],
    );
    chmodSync(partial, PRIVATE_FILE);
    await checkWhole(partial, manifest);
    await settle(partial);
    renameSync(partial, target);
    return { ...manifest, size: statSync(target).size };
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    throw new EnvironmentError(...backupWords.backup.failed(target, fileProblem(cause)));
  } finally {
    rmSync(beside, { recursive: true, force: true });
    if (existsSync(partial)) rmSync(partial);
  }
}

/** Whether a data folder has a register of its own. */
export const isInstalled = (dataDir: string): boolean => existsSync(join(dataDir, 'postgres', 'PG_VERSION'));

const isKept = (path: string): boolean => !LEFT_OUT.includes(path.replace(/^\.\//, ''));

/** How many files there are, and how long together. */
function measured(folder: string, names: readonly string[]): Pick<Manifest, 'files' | 'bytes'> {
  const sizes = names.flatMap((name) => sizesBelow(folder, name));
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

function sizesBelow(folder: string, name: string): readonly number[] {
  if (!isKept(name.split(sep).join('/')) || !existsSync(join(folder, name))) return [];
  const entry = statSync(join(folder, name));
  if (!entry.isDirectory()) return [entry.size];
  return readdirSync(join(folder, name)).flatMap((below) => sizesBelow(folder, join(name, below)));
}

/** @throws Failure when an archive is not to be read to its end, or does not hold what its manifest says */
async function checkWhole(file: string, { files, bytes }: Manifest): Promise<void> {
  const found = { files: 0, bytes: 0 };
  await tar.list({
    file,
    strict: true,
    onReadEntry: (entry) => {
      if (entry.type === 'Directory' || entry.path === MANIFEST) return;
      found.files += 1;
      found.bytes += entry.size;
    },
  });
  if (found.files !== files || found.bytes !== bytes)
    throw new Failure(3, ...backupWords.restore.broken(file, backupWords.restore.notWhole(found.files, files)));
}

/** On the disk before it has its name. */
async function settle(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What an archive laid out in a folder says of itself, once it is found to be whole. @throws Failure when it is not */
export function readManifest(file: string, folder: string): Manifest {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) throw new Failure(2, ...backupWords.restore.broken(file, backupWords.restore.noManifest));
  // Written by `writeBackup` alone.
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const found = measured(folder, [...KEPT, BODIES]);
  if (found.files === manifest.files && found.bytes === manifest.bytes) return manifest;
  throw new Failure(2, ...backupWords.restore.broken(file, backupWords.restore.notWhole(found.files, manifest.files)));
}
