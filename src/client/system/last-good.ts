import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { err, ok, type Result } from '../../domain/result.js';
import type { Db } from '../../register/database.js';
import { type GoodFile, goodFilesOf, keepGoodFiles } from '../../register/good-files.js';
import { type Bodies, loadBodies } from '../../seeds/bodies.js';
import type { SeedError } from '../../seeds/read-yaml.js';

/** A body's folder, or a shared file, that cannot be read as it is on the disk. */
export interface BrokenUnit {
  /** `massa-carrara-2016`, `calendars/dlgs150.yaml` */
  readonly unit: string;
  readonly errors: readonly SeedError[];
  /** Whether its last good version goes on in its place; otherwise it is left out. */
  readonly kept: boolean;
}

export interface LastGood {
  readonly bodies: Bodies;
  readonly broken: readonly BrokenUnit[];
}

/** Folders whose files stand each for itself. */
const SHARED = ['calendars', 'policies'];

/** Larger ones are nobody's data file. */
const LARGEST_FILE = 5_000_000;

/**
 * Loads the data files of an installation: a body, calendar or policy with errors goes on as it last was without, or is left
 * out when it never was.
 * @param keeps keeps in the register what is without errors, for the next time: who works by these files does, not who only reads them
 * @returns every error when no body is left to work for, or when they are not of the installation's own files
 */
export async function loadLastGood(
  db: Db,
  seeds: string,
  keeps: boolean,
): Promise<Result<LastGood, readonly SeedError[]>> {
  const loaded = await lastGoodOf(db, seeds);
  if (loaded.ok && keeps) {
    const broken = new Set(loaded.value.broken.map(({ unit }) => unit));
    for (const unit of unitsIn(seeds)) if (!broken.has(unit)) await keepGoodFiles(db, unit, filesOf(seeds, unit));
  }
  return loaded;
}

async function lastGoodOf(db: Db, seeds: string): Promise<Result<LastGood, readonly SeedError[]>> {
  const read = loadBodies(seeds);
  if (read.ok) return ok({ bodies: read.value, broken: [] });
  const trial = mkdtempSync(join(tmpdir(), 'ciclo-dati-'));
  try {
    return await mended(db, seeds, trial, read.error);
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
}

/** Takes what is broken out, one reading after the other: behind an error there may be another. */
async function mended(
  db: Db,
  seeds: string,
  trial: string,
  first: readonly SeedError[],
): Promise<Result<LastGood, readonly SeedError[]>> {
  const broken = new Map<string, { errors: readonly SeedError[]; files: readonly GoodFile[] }>();
  let root = seeds;
  for (let errors = first; ; ) {
    const units = new Set(errors.map((error) => unitOf(root, error.file)));
    for (const unit of units) {
      if (unit === undefined) return err(first);
      const here = root;
      const own = errors.filter((error) => unitOf(here, error.file) === unit);
      // What is kept may not do either: the program has changed since, or what it names is gone.
      const before = broken.get(unit);
      const files = before === undefined ? await goodFilesOf(db, unit) : [];
      broken.set(unit, { errors: before?.errors ?? own, files });
    }
    root = join(trial, 'seeds');
    assemble(seeds, root, broken);
    const read = loadBodies(root);
    if (read.ok) {
      if (read.value.entities.length === 0) return err(first);
      const left = [...broken].map(([unit, one]) => ({ unit, errors: one.errors, kept: one.files.length > 0 }));
      return ok({ bodies: read.value, broken: left });
    }
    if ([...broken.values()].every(({ files }) => files.length === 0) && isSame(read.error, errors)) return err(first);
    errors = read.error;
  }
}

const isSame = (one: readonly SeedError[], other: readonly SeedError[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** A folder of data files in which what is broken has been replaced. */
function assemble(seeds: string, root: string, broken: ReadonlyMap<string, { files: readonly GoodFile[] }>): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  for (const unit of unitsIn(seeds)) {
    if (!broken.has(unit)) cpSync(join(seeds, unit), join(root, unit), { recursive: true });
  }
  for (const [unit, { files }] of broken) {
    for (const { path, bytes } of files) {
      const file = join(root, unit, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
  }
}

/** Bodies' folders and shared files, in order of name. */
function unitsIn(seeds: string): readonly string[] {
  if (!existsSync(seeds)) return [];
  return readdirSync(seeds, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      SHARED.includes(name) ? readdirSync(join(seeds, name)).map((file) => `${name}/${file}`) : [name],
    )
    .sort();
}

function filesOf(seeds: string, unit: string): readonly GoodFile[] {
  const at = join(seeds, unit);
  if (!statSync(at).isDirectory()) return [{ path: '', bytes: readFileSync(at) }];
  return readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((path) => !basename(path).startsWith('.'))
    .filter((path) => {
      const found = statSync(join(at, path));
      return found.isFile() && found.size <= LARGEST_FILE;
    })
    .sort()
    .map((path) => ({ path, bytes: readFileSync(join(at, path)) }));
}

/** The unit a file is of; undefined for one that is not below the folder. */
function unitOf(root: string, file: string): string | undefined {
  const [first = '..', second] = relative(root, resolve(file)).split(sep);
  if (first === '..' || first === '') return undefined;
  return SHARED.includes(first) && second !== undefined ? `${first}/${second}` : first;
}
