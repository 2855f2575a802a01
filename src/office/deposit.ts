import { VersionTaken } from '../register/documents.js';

/** How often another may freeze a version while ours is being written. */
const TIMES = 5;

/**
 * Writes a document and keeps it. Writing takes its time and holds no connection: when the version it was written as has been
 * taken meanwhile, it is written anew from what is then on record.
 * @param attempt reads what is on record, writes, and keeps in a transaction of its own
 * @throws `VersionTaken` when that happens again and again
 */
export async function deposited<T>(attempt: () => Promise<T>): Promise<T> {
  for (let time = 1; ; time++) {
    try {
      return await attempt();
    } catch (cause) {
      if (!(cause instanceof VersionTaken) || time === TIMES) throw cause;
    }
  }
}
