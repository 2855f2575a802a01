import { SYSTEM } from '../domain/acting.js';
import { type Db, inTransaction } from '../register/database.js';
import { type NewDocument, saveDocument, VersionTaken } from '../register/documents.js';
import { appendLog, isLogged } from '../register/log.js';

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

/**
 * Keeps a document that goes before no board, with its line in the log: once for its key, however many ask at once.
 * @param beside keeps what belongs to it, in the same transaction
 */
export async function keepOnce(
  db: Db,
  { key, step }: { readonly key: string; readonly step: string },
  document: NewDocument,
  beside?: (tx: Db) => Promise<void>,
): Promise<void> {
  const { cycle, kind, title, frozenAt: at } = document;
  await inTransaction(db, async (tx) => {
    if (await isLogged(tx, key)) return;
    const hash = await saveDocument(tx, document);
    await beside?.(tx);
    await appendLog(tx, {
      key,
      at,
      actor: SYSTEM,
      action: 'document-frozen',
      subject: title,
      cycle,
      step,
      detail: { kind, title, hash },
    });
  });
}
