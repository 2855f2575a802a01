import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { csvForm } from '../documents/forms/csv.js';
import { datasetsOf } from '../documents/forms/datasets.js';
import { fileName } from '../documents/print.js';
import { catalogueOf, listsVersion } from '../documents/site/catalogue.js';
import { SUBSECTIONS, subsectionOf } from '../documents/site/labels.js';
import { bodiesPage, sectionPages } from '../documents/site/pages.js';
import type { Publication, PublishedBody, PublishedFile } from '../documents/site/published.js';
import type { Snapshot } from '../documents/snapshot.js';
import { sameValue } from '../domain/same-value.js';
import type { Db } from '../register/database.js';
import { type Form, formOf } from './forms.js';

/** What a version is published with, besides what the document itself says. */
export type NewPublication = Omit<Publication, 'files' | 'title' | 'exercise' | 'version' | 'sha256' | 'simulated'>;

/** A version's folder is written under a name that begins so and then takes its own. */
const PARTIAL = '.parziale-';
/**
 * A kill leaves one, which is removed when something is published there and nobody has touched it for so long: it may be being
 * written by somebody else, also of the same version, and takes some seconds.
 */
const LEFT_AFTER_MS = 3_600_000;
const FACTS = 'pubblicazione.json';
const BODY = 'ente.json';
const CATALOGUE = 'catalogo.jsonld';
/** Single tables are published as csv files, not as the zip of a download. */
const WHOLE_FORMS = ['html', 'pdf', 'xlsx', 'json'] as const satisfies readonly Form[];

/**
 * Publishes one version of a document on the static site of *Amministrazione trasparente*, beside the versions already there, and
 * writes the pages and the metadata of its body anew. Done twice it changes nothing: a version once published stays as it is.
 * Two at once, also from two machines that share the folder, forget nothing of each other, and no connection is held meanwhile.
 * @param folder of the site, which any web server can serve
 */
export async function publishVersion(
  db: Db,
  folder: string,
  body: PublishedBody,
  snapshot: Snapshot,
  facts: NewPublication,
): Promise<void> {
  const { content, hash } = snapshot;
  const subsection = subsectionOf(facts.kind);
  if (subsection === undefined) throw new Error(`nothing prescribes where ${facts.kind} is published`);
  const files = await filesOf(db, snapshot);
  const publication: Publication = {
    ...facts,
    title: content.title,
    exercise: content.exercise,
    version: content.version,
    sha256: hash,
    simulated: content.simulated,
    files: files.map(({ bytes: _bytes, ...file }) => file),
  };
  await writeVersion(placeOf(folder, body.id, subsection.slug, content.exercise), publication, files);
  await writePages(folder, body);
}

const placeOf = (folder: string, body: string, slug: string, exercise: number): string =>
  join(folder, body, 'performance', slug, String(exercise));

/** Whether a version of a document is on the site that is in this folder. */
export function isOnSite(
  folder: string,
  body: string,
  of: { readonly kind: string; readonly exercise: number; readonly version: number },
): boolean {
  const slug = subsectionOf(of.kind)?.slug;
  return slug !== undefined && existsSync(join(placeOf(folder, body, slug, of.exercise), `v${of.version}`, FACTS));
}

/**
 * Whether the pages of the site in this folder say so too: a kill between the version and its pages leaves it where nobody finds
 * it. The catalogue is written after all of them.
 */
export async function isListed(
  folder: string,
  body: string,
  of: { readonly kind: string; readonly exercise: number; readonly version: number },
): Promise<boolean> {
  const file = join(folder, body, 'performance', CATALOGUE);
  return existsSync(file) && listsVersion(JSON.parse(await readFile(file, 'utf8')), of);
}

/** The files of a published version, and where they are within the site. */
export interface FilesOnSite {
  /** `ccms/performance/piano-della-performance/2016/v1` */
  readonly place: string;
  readonly files: Publication['files'];
}

/** What a version on the site in this folder consists of; undefined where it is not there. */
export async function filesOnSite(
  folder: string,
  body: string,
  of: { readonly kind: string; readonly exercise: number; readonly version: number },
): Promise<FilesOnSite | undefined> {
  const slug = subsectionOf(of.kind)?.slug;
  if (slug === undefined || !isOnSite(folder, body, of)) return undefined;
  const place = `${body}/performance/${slug}/${of.exercise}/v${of.version}`;
  return { place, files: (await readFacts(join(folder, place))).files };
}

type WrittenFile = PublishedFile & { readonly bytes: Buffer };

async function filesOf(db: Db, snapshot: Snapshot): Promise<readonly WrittenFile[]> {
  const { content, hash } = snapshot;
  const written = (path: string, form: PublishedFile['form'], title: string, bytes: Buffer): WrittenFile => ({
    path,
    form,
    title,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes,
  });
  const files: WrittenFile[] = [];
  for (const form of WHOLE_FORMS) {
    const made = await formOf(db, hash, form);
    if (made === undefined) throw new Error(`document ${hash} has no ${form}`);
    files.push(written(`${fileName(content)}.${form}`, form, content.title, made.bytes));
  }
  for (const dataset of datasetsOf(content)) {
    files.push(written(`tabelle/${dataset.name}.csv`, 'csv', dataset.title, csvForm(dataset)));
  }
  return files;
}

async function writeVersion(place: string, publication: Publication, files: readonly WrittenFile[]): Promise<void> {
  const version = join(place, `v${publication.version}`);
  await mkdir(place, { recursive: true });
  for (const name of (await readdir(place)).filter((one) => one.startsWith(PARTIAL))) {
    await removeIfLeft(join(place, name));
  }
  if (await isPublished(version, publication)) return;
  const partial = join(place, `${PARTIAL}${randomBytes(4).toString('hex')}`);
  for (const file of files) await writeFully(join(partial, file.path), file.bytes);
  await writeFully(join(partial, FACTS), json(publication));
  await rename(partial, version).catch(async (cause: unknown) => {
    // Another attempt at the same version was quicker.
    if (!(await isPublished(version, publication))) throw cause;
    await rm(partial, { recursive: true });
  });
}

async function removeIfLeft(partial: string): Promise<void> {
  // Who writes it may give it its name meanwhile, or somebody else remove it.
  const touched = await stat(partial).catch(() => undefined);
  if (touched === undefined || Date.now() - touched.mtimeMs < LEFT_AFTER_MS) return;
  await rm(partial, { recursive: true, force: true });
}

/** @throws when another document is published as that version */
async function isPublished(version: string, { sha256 }: Publication): Promise<boolean> {
  if (!existsSync(version)) return false;
  const there = await readFacts(version);
  if (there.sha256 === sha256) return true;
  throw new Error(`${version} is published with the hash ${there.sha256}, and can not become ${sha256}`);
}

/**
 * Pages and metadata from what is on the disk: however the last time ended, they say what is there. What another publication
 * added meanwhile is looked for after writing: whoever writes last has seen all of it.
 */
async function writePages(folder: string, body: PublishedBody): Promise<void> {
  await replace(join(folder, body.id, BODY), json(body));
  let seen = await thereNow(folder, body);
  for (;;) {
    await writePagesOf(folder, body, seen);
    const after = await thereNow(folder, body);
    if (sameValue(seen, after)) return;
    seen = after;
  }
}

/** What is on the disk, which the pages of a body list. */
interface ThereNow {
  readonly versions: readonly Publication[];
  readonly bodies: readonly PublishedBody[];
}

const thereNow = async (folder: string, body: PublishedBody): Promise<ThereNow> => ({
  versions: await versionsOf(join(folder, body.id, 'performance')),
  bodies: await bodiesIn(folder),
});

async function writePagesOf(folder: string, body: PublishedBody, { versions, bodies }: ThereNow): Promise<void> {
  const pages = [...(await sectionPages(body, versions)), await bodiesPage(bodies)];
  for (const page of pages) await replace(join(folder, page.path), page.html);
  const catalogue = json(catalogueOf(body, versions));
  await replace(join(folder, body.id, 'performance', CATALOGUE), catalogue);
}

async function versionsOf(performance: string): Promise<readonly Publication[]> {
  const versions: Publication[] = [];
  for (const { slug } of SUBSECTIONS) {
    for (const exercise of await foldersIn(join(performance, slug))) {
      for (const version of await foldersIn(join(performance, slug, exercise))) {
        if (/^v\d+$/.test(version)) versions.push(await readFacts(join(performance, slug, exercise, version)));
      }
    }
  }
  return versions;
}

async function bodiesIn(folder: string): Promise<readonly PublishedBody[]> {
  const files = (await foldersIn(folder)).map((name) => join(folder, name, BODY)).filter((file) => existsSync(file));
  // Written by `writePages` alone.
  return await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as PublishedBody));
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Written by `writeVersion` alone, before the folder has its name. */
const readFacts = async (version: string): Promise<Publication> =>
  JSON.parse(await readFile(join(version, FACTS), 'utf8')) as Publication;

const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** Readers of the site see the old file or the new one, never half of it. */
export async function replace(file: string, content: string): Promise<void> {
  const partial = `${file}.${randomBytes(4).toString('hex')}.parziale`;
  await writeFully(partial, content);
  await rename(partial, file);
}

/** On the disk before it is given its name: a machine that stops must not leave an empty file under it. */
async function writeFully(file: string, content: Buffer | string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
