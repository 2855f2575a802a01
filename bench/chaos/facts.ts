import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { summarise } from '../../src/client/rehearsal/summary.js';
import type { CycleRef } from '../../src/domain/acting.js';
import type { Instant } from '../../src/domain/calendar/types.js';
import type { Db } from '../../src/register/database.js';
import { lastTraces } from '../../src/register/reading/score-traces.js';
import { sheetsOf } from '../../src/register/reading/sheets.js';

/** What a rehearsal came to, by which two of them are compared. */
export interface Facts {
  /** `piano-approvazione: done` */
  readonly steps: readonly string[];
  /** `piano-approvazione approved n. 12` */
  readonly decisions: readonly string[];
  /** `monitoraggio-1 entity 95.60% (83%)`, of the body and its perspectives; `scheda ines.prova signed-off 84.2 seconda`. */
  readonly results: readonly string[];
  /** `monitoraggio-1 1.1.1-01 {"kind":"number","value":"120"}`: the last value of each. */
  readonly values: readonly string[];
  /** Lines of the log by action. */
  readonly acts: Readonly<Record<string, number>>;
  /** What was said of obligations and actions, in the order it was said. */
  readonly followed: readonly Followed[];
  /** When the last line of the log of the cycle was written: what the body follows goes on coming round until then. */
  readonly endedAt: Instant;
  /** Steps that opened before their day, which no interruption may do: `monitoraggio-3 2016-06-02T15:10:49Z`. */
  readonly early: readonly string[];
  /** Mails by kind and state. */
  readonly mails: Readonly<Record<string, number>>;
  /** Mails that came again though nobody was in doubt whether they had left. */
  readonly copies: number;
  /** Mails that came again because who sent them died before saying so. */
  readonly doubted: number;
  readonly delivered: number;
}

/** An obligation or an action, of improvement or after a bad result, somebody said something of: `obligation-followed ccms/personale/6`. */
export interface Followed {
  readonly what: string;
  readonly at: Instant;
}

/** What is compared line by line; a difference there is a story that went otherwise. */
const STORY = ['steps', 'decisions', 'results', 'values'] as const;

/**
 * Acts that depend on how late somebody was, or on how often machinery tried: an interruption may shift them by a calendar
 * day, which is a third of a second.
 */
const OF_TIME: ReadonlySet<string> = new Set([
  'step-late',
  'step-stuck',
  'step-unstuck',
  'delay-notice-written',
  'delay-reason-added',
  'assessment-failed',
  // What an act published is found by a watch that looks every minute of the wall, months of the calendar; what a step publishes it waits for.
  'publication-verified',
]);

const FOLLOWED = ['obligation-followed', 'improvement-followed', 'corrective-followed'];

/** Reads what a rehearsal came to from its register and its mailbox. */
export async function factsOf(db: Db, ref: CycleRef, mailbox: string): Promise<Facts> {
  const cycle = `${ref.entity}/${ref.exercise}`;
  const summary = await summarise(db, ref);
  const sheets = await sheetsOf(db, cycle);
  const traces = await lastTraces(
    db,
    sheets.map(({ id }) => id),
  );
  const { rows: values } = await sql<{ line: string }>`
    select distinct on (checkpoint, indicator) checkpoint || ' ' || indicator || ' ' || actual::text as line
    from measurements where cycle = ${cycle} order by checkpoint, indicator, id desc`.execute(db);
  const { rows: acts } = await sql<{ action: string; n: number }>`
    select action, count(*)::int as n from log
    where (cycle = ${cycle} or cycle is null) and not action = any(${FOLLOWED})
    group by action order by action`.execute(db);
  const { rows: followed } = await sql<Followed>`
    select action || ' ' || subject as what, at from log
    where action = any(${FOLLOWED}) order by id`.execute(db);
  const { rows: early } = await sql<{ line: string }>`
    select id || ' ' || opened_at as line from steps
    where cycle = ${cycle} and run = 1 and opened_at < planned ->> 'opensAt' order by id`.execute(db);
  const { rows: last } = await sql<{ at: Instant }>`select max(at) as at from log where cycle = ${cycle}`.execute(db);
  const ids = arrivalsIn(mailbox).map(({ id }) => id);
  const { rows: doubts } = await sql<{ id: string; n: number }>`
    select coalesce(carried_by, message_id) as id, max(doubts)::int as n from notices where doubts > 0 group by 1`.execute(
    db,
  );
  const again = ids.length - new Set(ids).size;
  const beyondFirst = (id: string): number => Math.max(0, ids.filter((one) => one === id).length - 1);
  const doubted = doubts.reduce((sum, { id, n }) => sum + Math.min(n, beyondFirst(id)), 0);
  return {
    steps: summary.steps.map(({ id, status }) => `${id}: ${status}`),
    decisions: summary.decisions.map((d) =>
      [d.step, d.outcome, d.actNumber === undefined ? '' : `n. ${d.actNumber}`].join(' ').trim(),
    ),
    results: [
      ...summary.checkpoints.flatMap(({ id, results }) =>
        results.map((r) => `${id} ${r.node} ${r.achievement ?? '–'}% (${r.coverage}%)`),
      ),
      ...sheets.map(({ id, person, stage }) => {
        const { score = '–', band } = traces.get(id) ?? {};
        return `scheda ${person} ${stage} ${score} ${band?.id ?? '–'}`;
      }),
    ],
    values: values.map(({ line }) => line),
    followed,
    early: early.map(({ line }) => line),
    endedAt: last[0]?.at ?? '0000-01-01T00:00:00Z',
    acts: Object.fromEntries(acts.map(({ action, n }) => [action, n])),
    mails: Object.fromEntries(summary.mails.map(({ kind, state, count }) => [`${kind} ${state}`, Number(count)])),
    copies: again - doubted,
    doubted,
    delivered: ids.length,
  };
}

/** A message that arrived: its Message-ID with its brackets, and when, in milliseconds of the wall. */
export interface Arrival {
  readonly id: string;
  readonly at: number;
}

/**
 * The messages in a folder, in the order they arrived.
 * @throws Error for one without a Message-ID: it could not be told from its copies
 */
export function arrivalsIn(mailbox: string): readonly Arrival[] {
  if (!existsSync(mailbox)) return [];
  const names = readdirSync(mailbox).filter((name) => name.endsWith('.eml'));
  return names.sort().map((name) => {
    // A long header goes on below itself.
    const id = /^Message-ID:\s*(<[^>]+>)/im.exec(readFileSync(join(mailbox, name), 'latin1'))?.[1];
    if (id === undefined) throw new Error(`${name} has no Message-ID`);
    return { id, at: Number(name.split('-')[0]) };
  });
}

/** How two stories differ. */
export interface Difference {
  /** What must be the same and is not. */
  readonly wrong: readonly string[];
  /** What depends on the day somebody came to it. */
  readonly shifted: readonly string[];
}

/**
 * Compares two stories whose calendar never ran without anybody to live by it: everything people did is the same, and as
 * often.
 */
export function compare(undisturbed: Facts, other: Facts): Difference {
  const wrong: string[] = STORY.flatMap((part) => [
    ...undisturbed[part].filter((line) => !other[part].includes(line)).map((line) => `${part}: missing «${line}»`),
    ...other[part].filter((line) => !undisturbed[part].includes(line)).map((line) => `${part}: unexpected «${line}»`),
  ]);
  wrong.push(...other.early.map((line) => `opened before its day: ${line}`));
  const shifted: string[] = [];
  for (const [one, two, how] of [
    [undisturbed, other, 'missing'],
    [other, undisturbed, 'unexpected'],
  ] as const) {
    for (const { what, at } of onlyIn(one, two)) {
      // The other was over by then: whoever follows it had no more days to come to it.
      (at > two.endedAt ? shifted : wrong).push(`followed: ${how} «${what}» of ${at.slice(0, 10)}`);
    }
  }
  for (const action of new Set([...Object.keys(undisturbed.acts), ...Object.keys(other.acts)])) {
    const [before, after] = [undisturbed.acts[action] ?? 0, other.acts[action] ?? 0];
    if (before !== after)
      (OF_TIME.has(action) ? shifted : wrong).push(`log: ${action} ${after} times instead of ${before}`);
  }
  for (const kind of new Set([...Object.keys(undisturbed.mails), ...Object.keys(other.mails)])) {
    const [before, after] = [undisturbed.mails[kind] ?? 0, other.mails[kind] ?? 0];
    if (before !== after) shifted.push(`mails: ${kind} ${after} instead of ${before}`);
  }
  return { wrong, shifted };
}

/** What the first says of an item more often than the second: its last words of it. */
function onlyIn(one: Facts, two: Facts): readonly Followed[] {
  return one.followed.filter(({ what }, index) => {
    const before = one.followed.slice(0, index + 1).filter((other) => other.what === what).length;
    return before > two.followed.filter((other) => other.what === what).length;
  });
}

/** What people do once, whatever goes wrong while they do it. */
const ONCE = ['amendment-proposed', 'spending-recorded', 'step-extended', 'value-returned', 'decision-approved'];

/**
 * Compares how two stories ended, when in one of them the calendar went on through outages: a meeting may then be over
 * before anybody could defer it, and what the cast makes up follows how a target was read that day; what is done, approved
 * and computed is the same, and nothing was done more often.
 */
export function compareEnds(undisturbed: Facts, other: Facts): Difference {
  const { wrong, shifted } = compare(undisturbed, other);
  const isMadeUpOtherwise = wrong.some((line) => line.startsWith('values: '));
  const isOfTime = (line: string): boolean =>
    line.startsWith('log: ') ||
    // A person's score follows the values of their office.
    (isMadeUpOtherwise && /^results: \w+ «scheda \S+ signed-off /.test(line)) ||
    line.startsWith('followed: ') ||
    line.startsWith('values: ') ||
    (line.startsWith('decisions: ') && !line.includes(' approved '));
  const once = ONCE.filter((action) => (other.acts[action] ?? 0) > (undisturbed.acts[action] ?? 0));
  return {
    wrong: [
      ...wrong.filter((line) => !isOfTime(line)),
      ...once.map(
        (action) => `log: ${action} ${other.acts[action] ?? 0} times instead of ${undisturbed.acts[action] ?? 0}`,
      ),
    ],
    shifted: [...shifted, ...wrong.filter(isOfTime)],
  };
}

/** A short name for a whole story: the same for the same steps, decisions, results and values. */
export const storyHash = (facts: Facts): string =>
  createHash('sha256')
    .update(JSON.stringify(STORY.map((part) => facts[part])))
    .digest('hex')
    .slice(0, 12);
