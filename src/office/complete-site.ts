import { sql } from 'kysely';
import { type DecisionRecord, decisionsOf } from '../register/decisions.js';
import { documentsOf } from '../register/documents.js';
import type { Deps } from './deps.js';
import { publicationOf } from './publish.js';
import { isOnSite, publishVersion } from './site.js';

/** Publications looked at in one go. */
const AT_A_TIME = 200;

/** What has been published, by the log; `id` says how far it was read. */
interface Published {
  readonly id: number;
  readonly cycle: string;
  readonly hash: string;
  readonly at: DecisionRecord['at'];
  /** Long enough ago for every line before it to be there: lines are not written in the order of their ids. */
  readonly settled: boolean;
}

/**
 * Writes into this folder what was published and is not there: by a worker on another machine, or before the disk was lost. The
 * log is what says it, and the register has the very bytes; a version that is there stays as it is.
 * @param since how far the log had been read, 0 from the beginning
 * @param failed hears of what could not be written: the others are
 * @returns how far all of it is there: not beyond the first that could not be written, which is tried again from there
 */
export async function completeSite(
  deps: Pick<Deps, 'register' | 'bodies' | 'publicDir'>,
  since: number,
  failed: (cycle: string, cause: unknown) => void,
): Promise<number> {
  let [read, settled, whole] = [since, since, true];
  for (;;) {
    const published = await publishedAfter(deps, read);
    for (const one of published) {
      await complete(deps, one).catch((cause: unknown) => {
        whole = false;
        failed(one.cycle, cause);
      });
      read = one.id;
      if (whole && one.settled) settled = one.id;
    }
    if (published.length < AT_A_TIME) return settled;
  }
}

async function publishedAfter({ register }: Pick<Deps, 'register'>, id: number): Promise<readonly Published[]> {
  const rows = await register.db
    .selectFrom('log')
    .select(['id', 'cycle', 'detail', 'at'])
    .select(sql<boolean>`recorded_at < now() - interval '10 minutes'`.as('settled'))
    .where('action', '=', 'document-published')
    .where('id', '>', id)
    .orderBy('id')
    .limit(AT_A_TIME)
    .execute();
  // Written by `publish` alone: a line has its cycle and the hash.
  return rows.map(({ cycle, detail, ...row }) => ({
    ...row,
    cycle: cycle ?? '',
    hash: (detail as { hash: string }).hash,
  }));
}

async function complete(
  deps: Pick<Deps, 'register' | 'bodies' | 'publicDir'>,
  { cycle, hash, at }: Published,
): Promise<void> {
  const { register, publicDir } = deps;
  const [entity = '', exercise = ''] = cycle.split('/');
  const document = (await documentsOf(register.db, cycle)).find((one) => one.hash === hash);
  if (document === undefined) throw new Error(`document ${hash} of ${cycle} is not in the register`);
  if (isOnSite(publicDir, entity, { kind: document.kind, exercise: Number(exercise), version: document.version }))
    return;
  const approvals = (await decisionsOf(register.db, cycle)).filter((d) => d.outcome === 'approved');
  const { body, snapshot, facts } = await publicationOf(deps, { entity }, document, approvals, at);
  await publishVersion(register.db, publicDir, body, snapshot, facts);
}
