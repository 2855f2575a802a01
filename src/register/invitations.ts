import { randomBytes } from 'node:crypto';
import type { Instant } from '../domain/calendar/types.js';
import type { Db } from './database.js';
import type { Row } from './row.js';

/** Whom an invitation lets in, and to what. */
export interface Invited {
  readonly cycle: string;
  readonly step: string;
  readonly entity: string;
  readonly person: string;
  readonly actingFor?: string;
}

export interface InvitationRecord extends Omit<Row<'invitations'>, 'recordedAt'> {
  /** Null while it stands. */
  readonly revoked: { readonly by: string; readonly reason: string; readonly at: Instant } | null;
}

/**
 * The invitations of these people to one step, in the order given: those that stand and last at least until `lastsUntil`,
 * new ones for the others. A person prompted again finds the same link in each mail.
 */
export async function invitationsFor(
  db: Db,
  invited: readonly Invited[],
  validity: { readonly at: Instant; readonly lastsUntil: Instant; readonly expiresAt: Instant },
): Promise<readonly InvitationRecord[]> {
  const [first] = invited;
  if (first === undefined) return [];
  const standing = (
    await selectInvitations(db).where('i.cycle', '=', first.cycle).where('i.step', '=', first.step).execute()
  )
    .map(recordOf)
    .filter((i) => i.revoked === null && i.expiresAt >= validity.lastsUntil);
  const records = invited.map(
    (who) =>
      standing.findLast((i) => i.person === who.person && (i.actingFor ?? undefined) === who.actingFor) ??
      issue(who, validity),
  );
  const fresh = records.filter((r) => !standing.includes(r)).filter((r, i, all) => all.indexOf(r) === i);
  if (fresh.length > 0) {
    await db
      .insertInto('invitations')
      .values(fresh.map(({ revoked: _revoked, ...row }) => row))
      .execute();
  }
  return records;
}

export async function invitationById(db: Db, id: string): Promise<InvitationRecord | undefined> {
  const row = await selectInvitations(db).where('i.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : recordOf(row);
}

/** Every invitation ever issued for a step, the latest last. */
export async function invitationsOf(db: Db, cycle: string, step: string): Promise<readonly InvitationRecord[]> {
  return (await selectInvitations(db).where('i.cycle', '=', cycle).where('i.step', '=', step).execute()).map(recordOf);
}

/** Takes an invitation back: its link opens nothing more. @returns false when it was before: the first reason stays */
export async function takeBackInvitation(
  db: Db,
  id: string,
  revocation: { readonly by: string; readonly reason: string; readonly at: Instant },
): Promise<boolean> {
  const taken = await db
    .insertInto('revokedInvitations')
    .values({ invitation: id, revokedBy: revocation.by, reason: revocation.reason, at: revocation.at })
    .onConflict((c) => c.column('invitation').doNothing())
    .executeTakeFirst();
  return taken.numInsertedOrUpdatedRows === 1n;
}

const issue = (who: Invited, validity: { readonly at: Instant; readonly expiresAt: Instant }): InvitationRecord => ({
  id: randomBytes(16).toString('base64url'),
  cycle: who.cycle,
  step: who.step,
  entity: who.entity,
  person: who.person,
  actingFor: who.actingFor ?? null,
  issuedAt: validity.at,
  expiresAt: validity.expiresAt,
  revoked: null,
});

const selectInvitations = (db: Db) =>
  db
    .selectFrom('invitations as i')
    .leftJoin('revokedInvitations as r', 'r.invitation', 'i.id')
    .select(['i.id', 'i.cycle', 'i.step', 'i.entity', 'i.person', 'i.actingFor', 'i.issuedAt', 'i.expiresAt'])
    .select(['r.revokedBy', 'r.reason', 'r.at'])
    .orderBy('i.recordedAt')
    .orderBy('i.id');

type Joined = Omit<InvitationRecord, 'revoked'> & {
  readonly revokedBy: string | null;
  readonly reason: string | null;
  readonly at: Instant | null;
};

const recordOf = ({ revokedBy, reason, at, ...row }: Joined): InvitationRecord => ({
  ...row,
  revoked: revokedBy === null || reason === null || at === null ? null : { by: revokedBy, reason, at },
});
