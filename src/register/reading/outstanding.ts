import type { Instant } from '../../domain/calendar/types.js';
import { followUpWords } from '../../words/follow-up.js';
import type { Db } from '../database.js';

/** An invitation that still opens something. */
export interface OutstandingInvitation {
  readonly id: string;
  readonly person: string;
  readonly actingFor: string | null;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
}

/** A step with who is invited to it. */
export interface InvitedStep {
  readonly cycle: string;
  readonly step: string;
  readonly title: string;
  readonly exercise: number;
  readonly invitations: readonly OutstandingInvitation[];
}

/** The invitations of an entity that stand, by step in the order of the calendar, the latest cycle first. One query. */
export async function invitationsOutstanding(db: Db, entity: string, now: Instant): Promise<readonly InvitedStep[]> {
  const rows = await db
    .selectFrom('invitations as i')
    .leftJoin('steps as s', (join) => join.onRef('s.cycle', '=', 'i.cycle').onRef('s.id', '=', 'i.step'))
    .innerJoin('cycles as c', 'c.id', 'i.cycle')
    .innerJoin('people as p', (join) => join.onRef('p.entity', '=', 'i.entity').onRef('p.id', '=', 'i.person'))
    .leftJoin('people as a', (join) => join.onRef('a.entity', '=', 'i.entity').onRef('a.id', '=', 'i.actingFor'))
    .leftJoin('revokedInvitations as r', 'r.invitation', 'i.id')
    .select(['i.id', 'i.cycle', 'i.step', 's.title', 'c.exercise', 'i.issuedAt', 'i.expiresAt'])
    .select(['p.name as person', 'a.name as actingFor'])
    .where('i.entity', '=', entity)
    .where('r.invitation', 'is', null)
    .where('i.expiresAt', '>', now)
    // Of what the body follows there is no step that ends.
    .where((e) => e.or([e('s.status', 'in', ['open', 'late', 'waiting', 'deferred']), e('s.id', 'is', null)]))
    .orderBy('c.exercise', 'desc')
    .orderBy('s.ordinal')
    .orderBy('p.name')
    .orderBy('i.recordedAt')
    .execute();
  const steps = new Map<string, InvitedStep & { readonly invitations: OutstandingInvitation[] }>();
  for (const { cycle, step, title, exercise, ...invitation } of rows) {
    const key = `${cycle}/${step}`;
    const known = steps.get(key) ?? { cycle, step, title: title ?? followUpWords.invited, exercise, invitations: [] };
    known.invitations.push(invitation);
    steps.set(key, known);
  }
  return [...steps.values()];
}
