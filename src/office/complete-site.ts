import { cycleKey } from '../domain/cycle-id.js';
import { decisionsOf } from '../register/decisions.js';
import { documentsOf } from '../register/documents.js';
import { type Published, publishedAfter } from '../register/publications.js';
import type { Deps } from './deps.js';
import { publicationOf } from './publish.js';
import { isListed, isOnSite, publishVersion } from './site.js';

/** Publications looked at in one go. */
const AT_A_TIME = 200;

/**
 * Writes into this folder what was published and is not there: by a worker on another machine, or before the disk was lost. The
 * log is what says it, and the register has the very bytes; a version that is there stays as it is.
 * @param since how far the log had been read, 0 from the beginning
 * @param failed hears of what could not be written: the others are
 * @param written hears of each body whose pages are other than they were
 * @returns how far all of it is there: not beyond the first that could not be written, which is tried again from there
 */
export async function completeSite(
  deps: Pick<Deps, 'register' | 'bodies' | 'publicDir'>,
  since: number,
  failed: (cycle: string, cause: unknown) => void,
  written: (entity: string) => void = () => undefined,
): Promise<number> {
  let [read, settled, whole] = [since, since, true];
  for (;;) {
    const published = await publishedAfter(deps.register.db, read, AT_A_TIME);
    for (const one of published) {
      await complete(deps, one, written).catch((cause: unknown) => {
        whole = false;
        failed(one.cycle, cause);
      });
      read = one.id;
      if (whole && one.settled) settled = one.id;
    }
    if (published.length < AT_A_TIME) return settled;
  }
}

async function complete(
  deps: Pick<Deps, 'register' | 'bodies' | 'publicDir'>,
  { cycle, hash, at }: Published,
  written: (entity: string) => void,
): Promise<void> {
  const { register, publicDir } = deps;
  const { entity, exercise } = cycleKey(cycle);
  const document = (await documentsOf(register.db, cycle)).find((one) => one.hash === hash);
  if (document === undefined) throw new Error(`document ${hash} of ${cycle} is not in the register`);
  const of = { kind: document.kind, exercise, version: document.version };
  if (isOnSite(publicDir, entity, of) && (await isListed(publicDir, entity, of))) return;
  const approvals = (await decisionsOf(register.db, cycle)).filter((d) => d.outcome === 'approved');
  const { body, snapshot, facts } = await publicationOf(deps, { entity }, document, approvals, at);
  await publishVersion(register.db, publicDir, body, snapshot, facts);
  written(entity);
}
