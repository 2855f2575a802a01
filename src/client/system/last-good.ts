import { createHash } from 'node:crypto';
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
import type { BodyFacts } from '../../domain/entity.js';
import { err, ok, type Result } from '../../domain/result.js';
import { programVersion } from '../../platform/program-version.js';
import type { Db } from '../../register/database.js';
import { type GoodFile, goodFilesOf, goodUnits, keepGoodFiles } from '../../register/good-files.js';
import { type Bodies, type KnownBody, loadBodies } from '../../seeds/bodies.js';
import type { SeedError } from '../../seeds/read-yaml.js';

/** A body's folder, or a shared file, that cannot be read as it is on the disk. */
interface BrokenUnit {
  /** `massa-carrara-2016`, `calendars/dlgs150.yaml` */
  readonly unit: string;
  readonly errors: readonly SeedError[];
  /** Whether its last good version goes on in its place; otherwise it is left out. */
  readonly kept: boolean;
}

interface LastGood {
  readonly bodies: Bodies;
  readonly broken: readonly BrokenUnit[];
  /** Bodies of which the register has what their files say. */
  readonly saved: ReadonlySet<string>;
}

/** Folders whose files stand each for itself. */
const SHARED = ['calendars', 'policies', 'documents'];

/** Larger ones are nobody's data file. */
const LARGEST_FILE = 5_000_000;

/** A unit as it is on the disk. */
interface UnitNow {
  readonly unit: string;
  readonly hash: string;
}

/**
 * Loads the data files of an installation: a body, calendar or policy with errors goes on as it last was without, or is left
 * out when it never was. A body whose files are byte for byte those that this same program found without errors is read when
 * somebody asks for it.
 * @param keeps keeps in the register what is without errors, for the next time: who works by these files does, not who only reads them
 * @returns every error when no body is left to work for, or when they are not of the installation's own files
 */
export async function loadLastGood(
  db: Db,
  seeds: string,
  keeps: boolean,
): Promise<Result<LastGood, readonly SeedError[]>> {
  const before = new Map((await goodUnits(db)).map((good) => [good.unit, good]));
  const reader = readerVersion();
  const now = unitsIn(seeds).map((unit): UnitNow => ({ unit, hash: hashOf(filesOf(seeds, unit)) }));
  const same = now.flatMap(({ unit, hash }) => {
    const good = before.get(unit);
    return good?.hash === hash && good.reader === reader ? [good] : [];
  });
  const known = same.flatMap(({ unit, facts }) => (facts === null ? [] : [{ ...facts, folder: join(seeds, unit) }]));
  const loaded = await lastGoodOf(db, seeds, known);
  if (!loaded.ok) return loaded;
  const settled = new Set([...same, ...loaded.value.broken].map(({ unit }) => unit));
  if (keeps)
    for (const { unit, hash } of now) {
      if (settled.has(unit)) continue;
      const body = loaded.value.bodies.entities.find(({ folder }) => basename(folder) === unit);
      await keepGoodFiles(
        db,
        { unit, hash, reader, facts: body === undefined ? null : factsOf(body) },
        filesOf(seeds, unit),
      );
    }
  return ok({
    ...loaded.value,
    saved: new Set(same.flatMap(({ facts, saved }) => (saved && facts !== null ? [facts.id] : []))),
  });
}

/** What reads data files: a change of it may find errors where there were none, or none where there were. */
function readerVersion(): string {
  const readers = join(import.meta.dirname, '..', '..', 'seeds');
  const files = readdirSync(readers)
    .sort()
    .map((path) => ({ path, bytes: readFileSync(join(readers, path)) }));
  return `${programVersion()} ${hashOf(files)}`;
}

const factsOf = ({ folder: _, ...facts }: KnownBody): BodyFacts => facts;

function hashOf(files: readonly GoodFile[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes } of files) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
}

async function lastGoodOf(
  db: Db,
  seeds: string,
  known: readonly KnownBody[],
): Promise<Result<Omit<LastGood, 'saved'>, readonly SeedError[]>> {
  const read = loadBodies(seeds, known);
  if (read.ok) return ok({ bodies: read.value, broken: [] });
  const trial = mkdtempSync(join(tmpdir(), 'ciclo-dati-'));
  try {
    return await mended(db, seeds, trial, known, read.error);
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
}

/** Takes what is broken out, one reading after the other: behind an error there may be another. */
async function mended(
  db: Db,
  seeds: string,
  trial: string,
  known: readonly KnownBody[],
  first: readonly SeedError[],
): Promise<Result<Omit<LastGood, 'saved'>, readonly SeedError[]>> {
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
    // One that names what is gone is no longer known to be good.
    const good = known.filter(({ folder }) => !broken.has(basename(folder)));
    assemble(seeds, root, broken, new Set(good.map(({ folder }) => basename(folder))));
    const read = loadBodies(root, good);
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

/** A folder of data files in which what is broken has been replaced, and what is elsewhere is not. */
function assemble(
  seeds: string,
  root: string,
  broken: ReadonlyMap<string, { files: readonly GoodFile[] }>,
  elsewhere: ReadonlySet<string>,
): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  for (const unit of unitsIn(seeds)) {
    if (!broken.has(unit) && !elsewhere.has(unit)) cpSync(join(seeds, unit), join(root, unit), { recursive: true });
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
  // A link may lead nowhere: that is no file.
  const unitAt = statSync(at, { throwIfNoEntry: false });
  if (unitAt === undefined) return [];
  if (!unitAt.isDirectory()) return [{ path: '', bytes: readFileSync(at) }];
  return readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((path) => !basename(path).startsWith('.'))
    .filter((path) => {
      const found = statSync(join(at, path), { throwIfNoEntry: false });
      return found?.isFile() === true && found.size <= LARGEST_FILE;
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
