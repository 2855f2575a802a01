import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { factsOf } from '../../../bench/chaos/facts.js';
import { begin, type Child, withRehearsal } from '../../../bench/chaos/rehearsal.js';
import { chance } from '../../../src/client/rehearsal/random.js';
import { addDays } from '../../../src/domain/calendar/civil-date.js';
import type { CivilDate } from '../../../src/domain/calendar/types.js';

/**
 * From June to the autumn of the exercise: proposals, boards, two checkpoints, spending, and the amendment, between whose proposal
 * and decision a rehearsal once could not be resumed. The whole calendar, at thirty moments, is `npm run chaos -- --rehearsal`.
 */
const UNTIL: CivilDate = '2016-10-20';
const SEED = 7;
/** Stretches of the calendar, one moment of each. */
const STRETCHES: readonly (readonly [CivilDate, number])[] = [
  ['2015-10-20', 90],
  ['2016-05-02', 40],
  ['2016-08-23', 14],
];
const MOMENTS = STRETCHES.map(([from, days]) => addDays(from, Math.floor(chance(SEED, from) * days)));
const AMENDMENT = 'piano-aggiornamento';
const PATIENCE_MS = 900_000;

const folder = mkdtempSync(join(tmpdir(), 'ciclo-interrotta-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Kills the process, as `kill -9` does, as soon as the calendar has come to a day. */
async function killOn(child: Child, day: CivilDate): Promise<void> {
  let code: number | null | undefined;
  child.ended.then(([ended]) => {
    code = ended;
  });
  while (!(child.lastDay() >= day && child.lastDay() !== '–')) {
    if (code !== undefined) throw new Error(`it ended with ${code} before ${day}:\n${child.lastLines().join('\n')}`);
    await sleep(50);
  }
  child.process.kill('SIGKILL');
  await child.ended;
}

async function play(dataDir: string, moments: readonly CivilDate[]): Promise<void> {
  // All of it is in haste: the calendar waits for people and for the system anyway.
  for (const day of [...moments, UNTIL]) await killOn(await begin(dataDir, { from: UNTIL }), day);
}

/** What happened at steps, with what came of it; not when, nor what depends on how late somebody was. */
async function story(dataDir: string, only?: ReadonlySet<string>) {
  return await withRehearsal(dataDir, async (db, space) => {
    const facts = await factsOf(db, { space, entity: 'ccms', exercise: 2016 }, join(dataDir, 'mailbox', space));
    const done = new Set(facts.steps.flatMap((line) => (line.endsWith(': done') ? line.replace(': done', '') : [])));
    // The window for amendments is open until the year ends: what was proposed and decided in it is over.
    const steps = only ?? new Set([...done, AMENDMENT]);
    const isOfOne = (line: string): boolean => steps.has(line.split(' ')[0] ?? '');
    const { rows: acts } = await sql<{ line: string }>`
      select step || ' ' || action || ' ' || actor || ' ' || count(*) as line from log
      where step = any(${[...steps]}) and action not in ('step-late', 'step-stuck', 'step-unstuck', 'delay-notice-written',
        'delay-reason-added', 'assessment-failed')
      group by step, action, actor order by 1`.execute(db);
    const { rows: spending } = await sql<{ line: string }>`
      select subject || ' ' || count(*) as line from log where action = 'spending-recorded'
      group by subject order by 1`.execute(db);
    return {
      steps: [...steps].filter((step) => done.has(step)).sort(),
      acts: acts.map(({ line }) => line),
      spending: spending.map(({ line }) => line),
      decisions: facts.decisions.filter(isOfOne).sort(),
      results: facts.results.filter(isOfOne).sort(),
      values: facts.values.filter(isOfOne).sort(),
      copies: facts.copies,
    };
  });
}

test(
  'a rehearsal killed wherever it was goes on, and its story and results are those of one that nobody disturbed',
  async () => {
    const [undisturbed, interrupted] = [join(folder, 'intera'), join(folder, 'interrotta')];
    await play(undisturbed, []);
    const told = await story(undisturbed);
    await play(interrupted, MOMENTS);
    // Who proves little compares little.
    expect(told.steps).toEqual(expect.arrayContaining(['piano-approvazione', 'monitoraggio-1', 'monitoraggio-2']));
    expect(told.decisions.length).toBeGreaterThan(5);
    expect(told.decisions.some((line) => line.startsWith(`${AMENDMENT} approved`))).toBe(true);
    expect(told.spending.length).toBeGreaterThan(5);
    expect(told.results.some((line) => line.startsWith('monitoraggio-2 entity '))).toBe(true);
    expect(await story(interrupted, new Set([...told.steps, AMENDMENT]))).toEqual(told);
    expect(told.copies).toBe(0);
  },
  PATIENCE_MS,
);
