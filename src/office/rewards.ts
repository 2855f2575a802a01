import type { DocumentContent, DocumentHeading } from '../documents/content.js';
import { rewardAmountsContent, rewardDataContent } from '../documents/individuale-premi.js';
import { type WrittenDocument, writeDocument } from '../documents/write.js';
import type { Actor } from '../domain/acting.js';
import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { cycleId } from '../domain/cycle-id.js';
import { err, ok, type Result } from '../domain/result.js';
import { sameValue } from '../domain/same-value.js';
import type { Db } from '../register/database.js';
import { documentOf, saveDocument } from '../register/documents.js';
import { entityOf } from '../register/entities.js';
import { appendLog } from '../register/log.js';
import { individualAggregates } from '../register/reading/individual.js';
import { REWARD_DOCUMENTS } from '../register/reading/sheets-standing.js';
import { rewardWords } from '../words/rewards.js';
import { snapshotOf } from './forms.js';
import { titleOf } from './title-of.js';

/** Kinds of the documents on rewards, each with what it says. */
const CONTENTS = { premi: rewardAmountsContent, 'dati-premi': rewardDataContent } as const;
const KINDS: readonly (keyof typeof CONTENTS)[] = REWARD_DOCUMENTS;

/** A document on rewards ready to be frozen. */
interface RewardDocument {
  readonly document: WrittenDocument;
  readonly version: number;
}

/** Where and when documents on rewards are written. */
export interface RewardsAt {
  readonly entity: string;
  readonly exercise: number;
  readonly at: Instant;
  readonly simulated: boolean;
}

/**
 * Writes the documents that say how rewards were given (D.Lgs. 33/2013, art. 20): those of them that say something the last version
 * did not. Nothing is kept yet.
 * @returns an Italian sentence when there is nothing to publish, or not yet
 */
export async function rewardDocuments(
  db: Db,
  { entity, exercise, at, simulated }: RewardsAt,
): Promise<Result<readonly RewardDocument[], string>> {
  const found = await individualAggregates(db, entity, exercise);
  const { refused } = rewardWords;
  if (found.kind === 'none') return err(found.why === 'rules' ? refused.noRules : refused.noSheets);
  if (found.kind === 'open') return err(refused.open(found.open));
  const name = (await entityOf(db, entity))?.name;
  if (name === undefined) throw new Error(`entity ${entity} is not in the register`);
  const written: RewardDocument[] = [];
  for (const kind of KINDS) {
    const last = await documentOf(db, cycleId({ entity, exercise }), kind);
    const heading: DocumentHeading = {
      kind,
      title: titleOf(kind, exercise),
      entity: name,
      exercise,
      version: (last?.version ?? 0) + 1,
      on: romeDate(at),
      simulated,
    };
    const content: DocumentContent = CONTENTS[kind](heading, found);
    const before = last === undefined ? undefined : await snapshotOf(db, last.hash);
    if (before !== undefined && sameValue(before.content.sections, content.sections)) continue;
    written.push({ document: await writeDocument(content), version: heading.version });
  }
  return written.length === 0 ? err(refused.same) : ok(written);
}

/**
 * Freezes documents on rewards and says in the log that they are published: the site is written from it.
 * @returns an Italian sentence when somebody else published meanwhile; then nothing is kept
 */
export async function publishRewardDocuments(
  tx: Db,
  documents: readonly RewardDocument[],
  { entity, exercise, at, simulated, actor, key }: RewardsAt & { readonly actor: Actor; readonly key: string },
): Promise<Result<number, string>> {
  const cycle = cycleId({ entity, exercise });
  for (const { document, version } of documents) {
    const { kind, title, mime, bytes, forms, hash } = document;
    const last = await documentOf(tx, cycle, kind);
    if ((last?.version ?? 0) >= version) return err(rewardWords.refused.meanwhile);
    await saveDocument(tx, { cycle, kind, version, title, mime, bytes, forms, simulated, frozenAt: at });
    await appendLog(tx, {
      key: `${cycle}/${kind}/published/${key}`,
      at,
      actor: actor.person,
      actingFor: actor.actingFor,
      action: 'document-published',
      subject: title,
      cycle,
      detail: { hash },
    });
  }
  return ok(documents.length);
}
