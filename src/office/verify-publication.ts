import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SYSTEM } from '../domain/acting.js';
import type { Instant } from '../domain/calendar/types.js';
import { cycleKey } from '../domain/cycle-id.js';
import { siteOf } from '../domain/entity.js';
import { urlPath } from '../domain/url-path.js';
import type { SiteStore } from '../platform/site-stores/store.js';
import { inTransaction } from '../register/database.js';
import { documentHash, documentsOf } from '../register/documents.js';
import { appendLog } from '../register/log.js';
import { addPublicationCheck, type Unverified, unverifiedPublications } from '../register/publication-checks.js';
import { siteWords as words } from '../words/site.js';
import { carrySite, forgetCarried } from './carry-site.js';
import type { Deps } from './deps.js';
import { type FilesOnSite, filesOnSite } from './site.js';

type Publisher = Pick<Deps, 'register' | 'bodies' | 'publicDir' | 'siteStore'>;

/** Publications looked at in one go. */
const AT_A_TIME = 50;
/** A web server that has not answered by then does not. */
const ANSWERS_WITHIN_MS = 20_000;

/**
 * Reads back what was published and nobody has found yet where it should be: from the address the body gives for its site, or else
 * from the folder the site is in.
 * @param failed hears of what could not even be looked at: the others are
 * @param after where the round before ended: what is not found for long keeps nothing else from being looked for
 * @returns where the next is to go on
 */
export async function verifyPublications(
  deps: Publisher,
  at: Instant,
  failed: (cycle: string, cause: unknown) => void,
  after = 0,
): Promise<number> {
  const unverified = await unverifiedPublications(deps.register.db, AT_A_TIME, after);
  for (const one of unverified)
    await verifyPublication(deps, one, at).catch((cause: unknown) => failed(one.cycle, cause));
  return unverified.length < AT_A_TIME ? 0 : (unverified.at(-1)?.id ?? 0);
}

/**
 * Carries the site to where it is published, if it is elsewhere than in its folder; reads one publication back, and puts on record what came
 * of it. @returns whether every file is there as it was made
 */
export async function verifyPublication(
  { register, bodies, publicDir, siteStore }: Publisher,
  { cycle, step, hash }: Pick<Unverified, 'cycle' | 'step' | 'hash'>,
  at: Instant,
): Promise<boolean> {
  const { db } = register;
  const { entity, exercise } = cycleKey(cycle);
  const document = (await documentsOf(db, cycle)).find((one) => one.hash === hash);
  if (document === undefined) throw new Error(`document ${hash} of ${cycle} is not in the register`);
  const of = { kind: document.kind, exercise, version: document.version };
  const address = siteOf(bodies.entity(entity)) ?? '';
  const there = await filesOnSite(publicDir, entity, of);
  const uncarried = there === undefined ? undefined : await carried(siteStore, publicDir, entity);
  const store = siteStore?.address ?? '';
  const read =
    address !== '' ? fromAddress(address) : whole(siteStore?.read ?? ((path) => readFile(join(publicDir, path))));
  const failure = there === undefined ? words.check.notWritten : (uncarried ?? (await firstFault(there, read)));
  if (failure !== undefined && siteStore !== undefined) await forgetCarried(siteStore, publicDir, entity);
  await inTransaction(db, async (tx) => {
    const from = address === '' ? store : address;
    const way = from === '' ? 'files' : 'address';
    const check = { cycle, documentHash: hash, way, address: from, failure: failure ?? null, at } as const;
    if (!(await addPublicationCheck(tx, check)) || failure !== undefined) return;
    await appendLog(tx, {
      key: `${cycle}/${step}/verified/${hash}`,
      at,
      actor: SYSTEM,
      action: 'publication-verified',
      subject: document.title,
      cycle,
      step: step === '' ? undefined : step,
      detail: { hash, reason: words.check.way[way](from) },
    });
  });
  return failure === undefined;
}

/** Reads a file of the site by its place there, up to its size. @returns the SHA-256 of what is there, or why it cannot be read, in Italian */
type ReadBack = (path: string, size: number) => Promise<{ readonly sha256: string } | { readonly why: string }>;

/** The first file that is not there as it was made. */
async function firstFault({ place, files }: FilesOnSite, read: ReadBack): Promise<string | undefined> {
  for (const { path, size, sha256 } of files) {
    const back = await read(`${place}/${path}`, size);
    if ('why' in back) return words.check.unread(path, back.why);
    if (back.sha256 !== sha256) return words.check.different(path);
  }
  return undefined;
}

/** Why the site could not be carried to its store, in Italian; nothing where it is, or has none. */
async function carried(store: SiteStore | undefined, folder: string, body: string): Promise<string | undefined> {
  if (store === undefined) return undefined;
  try {
    await carrySite(store, folder, body);
    return undefined;
  } catch (cause) {
    return words.check.uncarried(store.address, said(cause));
  }
}

/** From where a file is read whole: the folder of the site, or its store. */
const whole =
  (read: SiteStore['read']): ReadBack =>
  async (path) => {
    try {
      return { sha256: documentHash(await read(path)) };
    } catch (cause) {
      return { why: said(cause) };
    }
  };

const fromAddress =
  (site: string): ReadBack =>
  async (path, size) => {
    const address = `${site}/${urlPath(path)}`;
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
      if (!answer.ok || answer.body === null) return { why: words.check.status(answer.status) };
      const hash = createHash('sha256');
      let read = 0;
      for await (const part of answer.body) {
        hash.update(part);
        read += part.length;
        // Another file than ours, however long it is.
        if (read > size) break;
      }
      return { sha256: hash.digest('hex') };
    } catch (cause) {
      return { why: words.check.silent(said(cause)) };
    }
  };

/** Why a request failed stands in its cause: the error itself says no more than that it did. */
function said(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
