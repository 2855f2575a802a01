import type { SettledOutcome, TargetProposal } from '../domain/rolling/proposal.js';
import type { Db } from './database.js';
import type { Doing } from './follow-up.js';

/** Proposals of an exercise, the last first, each with what became of it. One indexed query. */
export async function targetProposalsOf(db: Db, entity: string, exercise: number): Promise<readonly TargetProposal[]> {
  const rows = await proposals(db).where('p.entity', '=', entity).where('p.exercise', '=', exercise).execute();
  return rows.map(read);
}

/** One proposal; undefined when there is none of that number. */
export async function targetProposal(db: Db, entity: string, id: number): Promise<TargetProposal | undefined> {
  const row = await proposals(db).where('p.entity', '=', entity).where('p.id', '=', id).executeTakeFirst();
  return row && read(row);
}

const proposals = (db: Db) =>
  db
    .selectFrom('targetProposals as p')
    .leftJoin('targetSettlements as s', 's.proposal', 'p.id')
    .select(['p.id', 'p.entity', 'p.exercise', 'p.indicator', 'p.name', 'p.office', 'p.year', 'p.text', 'p.note'])
    .select([
      'p.actor',
      'p.at',
      's.outcome',
      's.text as settledText',
      's.reason',
      's.actor as settledBy',
      's.at as settledAt',
    ])
    .orderBy('p.id', 'desc');

type ProposalRow = Awaited<ReturnType<ReturnType<typeof proposals>['execute']>>[number];

function read({ actor, outcome, settledText, reason, settledBy, settledAt, ...row }: ProposalRow): TargetProposal {
  const proposal = { ...row, by: actor };
  if (outcome === null || settledBy === null || settledAt === null) return proposal;
  const settled = { outcome, reason: reason ?? '', by: settledBy, at: settledAt };
  return { ...proposal, settled: settledText === null ? settled : { ...settled, text: settledText } };
}

/** Puts on record a target an office proposes. @returns its number */
export async function addTargetProposal(
  db: Db,
  {
    actingFor,
    key: _,
    ...proposed
  }: Doing & Pick<TargetProposal, 'entity' | 'exercise' | 'indicator' | 'name' | 'office' | 'year' | 'text' | 'note'>,
): Promise<number> {
  const { id } = await db
    .insertInto('targetProposals')
    .values({ ...proposed, actingFor: actingFor ?? null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Puts on record what became of a proposal, once. */
export async function settleTargetProposal(
  db: Db,
  {
    actingFor,
    key: _,
    simulated: __,
    text,
    planVersion,
    ...settled
  }: Doing & {
    readonly proposal: number;
    readonly outcome: SettledOutcome;
    readonly text?: string | undefined;
    readonly reason: string;
    readonly planVersion?: number | undefined;
  },
): Promise<void> {
  await db
    .insertInto('targetSettlements')
    .values({ ...settled, text: text ?? null, planVersion: planVersion ?? null, actingFor: actingFor ?? null })
    .execute();
}
