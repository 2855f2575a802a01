import { draftPath } from '../../access/draft-path.js';
import type { Instant } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { STEERING } from '../../domain/entity.js';
import type { DraftRemarks } from '../../mail/step-messages.js';
import type { Db } from '../../register/database.js';
import { draftedOf, sectionsOf } from '../../register/drafting.js';
import { type UntoldRemark, untoldRemarks } from '../../register/drafting-remarks.js';
import { type NewNotice, planNotices } from '../../register/notices.js';
import { actingPerson, type Holder, holdersOf, personById } from '../../register/people.js';
import { eachApart, throwAll } from '../each-apart.js';
import { titleOf } from '../title-of.js';

/** Where in the ledger these notices stand: they are about a document, not about a step. */
const STEP = 'bozze';
/** What these notices are in the ledger. */
export const DRAFT_REMARK_NOTICE = 'draft-remarks';
/** Remarks told in one round. */
const MOST = 200;

/**
 * Puts in the ledger what colleagues have remarked since: to who wrote the section or, where nobody did, to who owns it; of a whole
 * document to controllo di gestione. Idempotent: the occasion is the remark.
 */
export async function planRemarkNotices(
  db: Db,
  post: { readonly domain: string; readonly consoleUrl: string },
  now: Instant,
): Promise<void> {
  const notices: NewNotice[] = [];
  const failures = await eachApart(
    await untoldRemarks(db, { kind: DRAFT_REMARK_NOTICE, occasion: OCCASION, most: MOST }),
    ({ cycle, document }) => `${cycle}/${document}`,
    async (remark) => notices.push(...(await noticesOf(db, post.consoleUrl, remark, now))),
  );
  if (notices.length > 0) await planNotices(db, notices, post.domain);
  throwAll(failures);
}

const OCCASION = 'osservazione-';

async function noticesOf(
  db: Db,
  consoleUrl: string,
  remark: UntoldRemark,
  now: Instant,
): Promise<readonly NewNotice[]> {
  const { id, cycle, document, entity, exercise, simulated } = remark;
  const draft = await draftedOf(db, { cycle, document });
  if (draft === undefined) return [];
  const section = (await sectionsOf(db, draft)).find(({ outline }) => outline.id === remark.section);
  const by = (await personById(db, entity, remark.by))?.name ?? remark.by;
  const on = romeDate(now);
  return (await recipients(db, entity, section, on))
    .filter((to) => to.id !== remark.by)
    .map((to): NewNotice => {
      const message: DraftRemarks = {
        kind: DRAFT_REMARK_NOTICE,
        entity: { id: entity, name: remark.name },
        exercise,
        recipient: to.name,
        simulated,
        at: now,
        link: `${consoleUrl}${draftPath({ entity, exercise }, document)}`,
        document: titleOf(document, exercise, remark.titles ?? undefined),
        remarks: [{ section: section?.outline.title, text: remark.text, by }],
      };
      return {
        ...{ cycle, step: STEP, kind: DRAFT_REMARK_NOTICE, on, person: to.id, occasion: `${OCCASION}${id}` },
        to: { name: to.name, address: to.email },
        message,
        simulated,
        dueAt: now,
      };
    });
}

async function recipients(
  db: Db,
  entity: string,
  section: Awaited<ReturnType<typeof sectionsOf>>[number] | undefined,
  on: ReturnType<typeof romeDate>,
): Promise<readonly Holder[]> {
  if (section?.writtenBy !== undefined) {
    const writer = await actingPerson(db, entity, section.writtenBy, on);
    if (writer !== undefined) return [writer];
  }
  const roles = section?.outline.owners ?? [STEERING];
  const holders = (await Promise.all(roles.map((role) => holdersOf(db, entity, role, on)))).flat();
  return holders.filter((one, at) => holders.findIndex(({ id }) => id === one.id) === at);
}
