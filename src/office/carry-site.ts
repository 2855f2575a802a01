import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { siteTypeOf } from '../files/media-types.js';
import type { SiteFile, SiteStore } from '../platform/site-stores/store.js';
import { documentHash } from '../register/documents.js';
import { replace } from './site.js';

/** Below the folder of the site, what its stores were given last: file by file, its SHA-256. */
const CARRIED = '.portato';

/**
 * Carries to a store what of the site it was not given yet, of one body and of the pages all share. The next time only what is other
 * than it was is carried.
 * @param folder of the site
 * @throws saying why when the store did not take it
 */
export async function carrySite(store: SiteStore, folder: string, body: string): Promise<void> {
  const given = await givenTo(store, folder);
  const files = [...(await filesBelow(folder, folder, false)), ...(await filesBelow(folder, join(folder, body), true))];
  const hashed = await Promise.all(
    files.map(async (file) => ({ ...file, sha256: documentHash(await readFile(file.from)) })),
  );
  const news = hashed.filter(({ path, sha256 }) => given[path] !== sha256);
  if (news.length === 0) return;
  await store.put(news);
  const now = { ...given, ...Object.fromEntries(news.map(({ path, sha256 }) => [path, sha256])) };
  await replace(listOf(store, folder), JSON.stringify(now));
}

/** Forgets what a store was given of a body: what it turned out not to have is carried again. */
export async function forgetCarried(store: SiteStore, folder: string, body: string): Promise<void> {
  const left = Object.entries(await givenTo(store, folder)).filter(([path]) => !path.startsWith(`${body}/`));
  if (existsSync(listOf(store, folder))) await replace(listOf(store, folder), JSON.stringify(Object.fromEntries(left)));
}

const listOf = ({ address }: SiteStore, folder: string): string =>
  join(folder, CARRIED, `${createHash('sha256').update(address).digest('hex').slice(0, 12)}.json`);

/** Written by `carrySite` alone; one that earlier versions left empty on a full disk says nothing, and all is carried again. */
async function givenTo(store: SiteStore, folder: string): Promise<Readonly<Record<string, string>>> {
  const list = listOf(store, folder);
  const text = existsSync(list) ? await readFile(list, 'utf8') : '';
  return text === '' ? {} : JSON.parse(text);
}

/** The files that readers of the site see: what begins with a dot is being written. */
async function filesBelow(site: string, folder: string, deep: boolean): Promise<readonly SiteFile[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: deep });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.parziale'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((from) => ({ from, path: relative(site, from).split(sep).join('/'), type: siteTypeOf(from) }))
    .filter(({ path }) => !path.split('/').some((part) => part.startsWith('.')))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
