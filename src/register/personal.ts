import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.js';
import { ERASABLE_TEXTS, ERASED_TEXT, type ErasableText } from './erasures.js';

/** Keys of the rows that hold a text, for each column that may. */
export async function textsOf(
  db: Db,
  cycles: readonly string[],
  person?: string,
): Promise<readonly { readonly of: ErasableText; readonly keys: readonly string[] }[]> {
  const found: { readonly of: ErasableText; readonly keys: readonly string[] }[] = [];
  // Names of tables and columns are ours, from the list.
  for (const of of Object.keys(ERASABLE_TEXTS) as ErasableText[]) {
    const [table = '', column = ''] = of.split('.');
    const from = PLACES[of];
    const { rows } = await sql<{ key: string }>`
      select (${sql.raw(ERASABLE_TEXTS[of])})::text as key from ${sql.table(table)} t ${sql.raw(from.join)}
      where ${sql.raw(from.cycle)} = any(${[...cycles]})
        and t.${sql.ref(column)} <> '' and t.${sql.ref(column)} <> ${ERASED_TEXT}
        and (${person ?? null}::text is null or ${sql.raw(from.author)} = ${person ?? null})
      order by 1`.execute(db);
    found.push({ of, keys: rows.map((row) => row.key) });
  }
  return found.filter(({ keys }) => keys.length > 0);
}

/** Who wrote a text that stands without its author, by the last line of the log that says it. */
const saidInLog = (which: string, text: string): string =>
  `(select l.actor from log l where ${which} and l.detail ->> 'reason' = ${text} order by l.id desc limit 1)`;

/** Where the cycle of a text is, and who wrote it. */
const PLACES: Readonly<
  Record<ErasableText, { readonly join: string; readonly cycle: string; readonly author: string }>
> = {
  'measurements.note': { join: 'join submissions s on s.id = t.submission', cycle: 't.cycle', author: 's.officer' },
  'measurements.cause': { join: 'join submissions s on s.id = t.submission', cycle: 't.cycle', author: 's.officer' },
  'measurements.next': { join: 'join submissions s on s.id = t.submission', cycle: 't.cycle', author: 's.officer' },
  'report_remarks.text': { join: '', cycle: 't.cycle', author: 't.person' },
  'report_answers.text': { join: '', cycle: 't.cycle', author: 't.person' },
  'returned_measurements.remark': {
    join: 'join measurements m on m.id = t.measurement',
    cycle: 'm.cycle',
    author: 't.returned_by',
  },
  'corrective_actions.text': { join: '', cycle: 't.cycle', author: 't.officer' },
  'delay_reasons.reason': { join: '', cycle: 't.cycle', author: 't.person' },
  'submissions.late_reason': { join: '', cycle: 't.cycle', author: 't.officer' },
  'section_remarks.text': { join: '', cycle: 't.cycle', author: 't.by_person' },
  'section_remarks.answer': { join: '', cycle: 't.cycle', author: 't.answered_by' },
  'collected_values.raw': { join: '', cycle: 't.cycle', author: 'null' },
  'act_corrections.reason': { join: '', cycle: 't.cycle', author: 't.person' },
  'step_remarks.text': { join: '', cycle: 't.cycle', author: 't.person' },
  'step_remark_replies.text': { join: '', cycle: 't.cycle', author: 't.person' },
  'oiv_judgements.note': { join: '', cycle: 't.cycle', author: 't.actor' },
  'oiv_interviews.notes': { join: '', cycle: 't.cycle', author: 't.actor' },
  'oiv_remarks.text': { join: '', cycle: 't.cycle', author: 't.actor' },
  'steps.note': { join: '', cycle: 't.cycle', author: saidInLog('l.cycle = t.cycle and l.step = t.id', 't.note') },
  // What a server or the program said, of nobody.
  'steps.trouble': { join: '', cycle: 't.cycle', author: 'null' },
  'checkpoints.close_reason': { join: '', cycle: 't.cycle', author: 't.closed_by' },
  'cycles.note': { join: '', cycle: 't.id', author: saidInLog('l.cycle = t.id and l.step is null', 't.note') },
  'oiv_answers.text': { join: 'join oiv_remarks r on r.id = t.remark', cycle: 'r.cycle', author: 't.actor' },
};

/** Lines of the log of some cycles whose details hold a text. */
export const linesWithTexts = (db: Db, cycles: readonly string[]): Promise<readonly number[]> =>
  linesWhere(db, sql`cycle = any(${[...cycles]})`);

/** Lines of what a person did in a body, in its cycles and outside them, such as looking at what came by its public form. */
export const linesOfPerson = (db: Db, entity: string, person: string): Promise<readonly number[]> =>
  linesWhere(db, sql`actor = ${person} and split_part(coalesce(cycle, subject), '/', 1) = ${entity}`);

/** Lines that say what was made of messages of the public form. @param ids of the messages */
export const linesOnVoices = (db: Db, entity: string, ids: readonly number[]): Promise<readonly number[]> =>
  linesWhere(
    db,
    sql`action in ('public-voice-accepted', 'public-voice-refused') and subject = any(${ids.map((id) => `${entity}/${id}`)})`,
  );

async function linesWhere(db: Db, which: RawBuilder<unknown>): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from log where ${which}
      and exists (
        select from jsonb_each(detail) d
        where d.key in ('reason', 'remark', 'remarks', 'note') and jsonb_typeof(d.value) = 'string'
          and d.value #>> '{}' <> ${ERASED_TEXT})
    order by id`.execute(db);
  return rows.map((row) => row.id);
}

/** Why a person has refused what came by the public form: it may repeat what was written. @returns how many reasons went */
export async function eraseReasonsOnVoices(
  db: Db,
  entity: string,
  of: { readonly examinedBy: string } | { readonly ids: readonly number[] },
): Promise<number> {
  const which = 'ids' in of ? sql<boolean>`id = any(${[...of.ids]})` : sql<boolean>`examined_by = ${of.examinedBy}`;
  const done = await db
    .updateTable('publicVoices')
    .set({ reason: ERASED_TEXT })
    .where('entity', '=', entity)
    .where('reason', '<>', ERASED_TEXT)
    .where(which)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/** The first cycle of a body that a file was sent in, if its bytes are still there. */
export async function cycleOfFile(db: Db, entity: string, hash: string): Promise<string | undefined> {
  const { rows } = await sql<{ cycle: string }>`
    select f.cycle from (
      select m.cycle from measurements m join evidence e on e.hash = ${hash} and octet_length(e.bytes) > 0
        where m.evidence @> array[${hash}]::text[]
      union select cycle from attachments where hash = ${hash} and octet_length(bytes) > 0
      union select cycle from draft_files where hash = ${hash} and octet_length(bytes) > 0
      union select d.cycle from acts a join decisions d on d.key = a.decision
        where a.hash = ${hash} and octet_length(a.bytes) > 0
    ) f join cycles c on c.id = f.cycle where c.entity = ${entity} order by f.cycle limit 1`.execute(db);
  return rows[0]?.cycle;
}

/** Keys of the mails of a body to a person that have an address still. */
export async function mailsOf(db: Db, entity: string, person: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('notices as n')
    .innerJoin('cycles as c', 'c.id', 'n.cycle')
    .select('n.key')
    .where('c.entity', '=', entity)
    .where('n.person', '=', person)
    .where('n.toAddress', '<>', '')
    .execute();
  return rows.map((row) => row.key);
}

/** Hashes of the files that a person sent in some cycles, acts of boards apart, whose bytes are there. */
export async function filesSentBy(db: Db, cycles: readonly string[], person: string): Promise<readonly string[]> {
  const { rows } = await sql<{ hash: string }>`
    select hash from evidence e where uploaded_by = ${person} and octet_length(bytes) > 0
      and exists (select from measurements m where m.cycle = any(${[...cycles]}) and m.evidence @> array[e.hash])
      and not exists (select from acts where acts.hash = e.hash)
    union select hash from attachments a where uploaded_by = ${person} and octet_length(bytes) > 0
      and cycle = any(${[...cycles]}) and not exists (select from acts where acts.hash = a.hash)
    order by hash`.execute(db);
  return rows.map((row) => row.hash);
}
