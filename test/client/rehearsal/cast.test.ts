import { describe, expect, test } from 'vitest';
import { keeping } from '../../../src/client/rehearsal/cast/keeping.js';
import type { CastDeps } from '../../../src/client/rehearsal/cast/planned.js';
import { readTargets } from '../../../src/client/rehearsal/cast/readings.js';
import { isRecorded } from '../../../src/client/rehearsal/cast/recording.js';
import type { SeenStep } from '../../../src/client/rehearsal/cast/seen-step.js';
import { spending } from '../../../src/client/rehearsal/cast/spending.js';
import { stepsSeen } from '../../../src/client/rehearsal/cast/standing.js';
import { loadScript, type Script } from '../../../src/client/rehearsal/script.js';
import { completeReading } from '../../../src/domain/accumulation.js';
import type { IndicatorAssessment } from '../../../src/domain/achievement/types.js';
import { romeDate } from '../../../src/domain/calendar/zone.js';
import { assessmentOf } from '../../../src/register/assessments.js';
import { confirmedReadingsOf } from '../../../src/register/confirmed-readings.js';
import { followedOf } from '../../../src/register/follow-up.js';
import { measuredInTheEnd } from '../../../src/register/last-year.js';
import { cycleNames } from '../../../src/register/reading/cycles.js';
import { planShown } from '../../../src/register/reading/plan.js';
import { readingsWaiting } from '../../../src/register/reading/readings-waiting.js';
import { spendingOf } from '../../../src/register/spending.js';
import { seedPolicy } from '../../domain/achievement/policy-fixture.js';
import { CONSOLE_URL } from '../pages/parts.js';
import { aHalfRunSite } from '../pages/site.js';

const site = aHalfRunSite('2017-01-20');
const told: string[] = [];

const cast = (): CastDeps => ({
  ref: site.run.ref,
  script: { exercise: 2016, seed: 2016 } as Script,
  visit: async (address, request) => site.app.request(address, request),
  consoleUrl: CONSOLE_URL,
  now: () => site.run.now,
  tell: (line) => void told.push(line),
});

/** How many times spending has been put on record. */
async function lines(): Promise<number> {
  const { count } = await site.register.db
    .selectFrom('log')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('action', '=', 'spending-recorded')
    .executeTakeFirstOrThrow();
  return count;
}

describe('the cast of a rehearsal, about what the body follows', () => {
  test('means to settle what has an owner and a date, each near its date and always on the same day', async () => {
    const acts = await keeping(cast());
    const due = (await followedOf(site.register.db, 'ccms')).filter(
      (item) => item.owner !== null && item.dueOn !== null,
    );
    expect(acts.map(([key]) => key)).toEqual(due.map((item) => `${item.kind}/${item.id}/${item.dueOn}`));
    expect((await keeping(cast())).map(([, act]) => act.at)).toEqual(acts.map(([, act]) => act.at));
  });

  test('settles it on its page, as who answers for it', async () => {
    const before = await keeping(cast());
    for (const [, act] of before.filter(([, { at }]) => at <= site.run.now)) expect(await act.run()).toBe('done');
    const after = await followedOf(site.register.db, 'ccms');
    const absences = after.find((item) => item.id === 'personale/8');
    expect(absences).toMatchObject({ state: 'fulfilled', last: { actor: 'noemi.ghirlandini' } });
    expect(absences?.dueOn).not.toBe('2016-01-31');
    const actions = after.filter((item) => item.kind === 'improvement' && item.last !== undefined);
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.every((item) => item.state === 'done' || item.state === 'under-way')).toBe(true);
    expect(told.length).toBe(actions.length);
    // What was due has another term, or is over: it is not done a second time.
    const again = new Set((await keeping(cast())).map(([key]) => key));
    for (const [key, { at }] of before) if (at <= site.run.now) expect(again.has(key)).toBe(false);
  });
});

describe('the cast of a rehearsal, about what programmes spend', () => {
  test('puts on record after a checkpoint what each has spent up to its reference date, less than was planned', async () => {
    const seen = (await stepsSeen(cast())).find((one) => one.id === 'monitoraggio-2');
    if (seen === undefined) throw new Error('no second checkpoint');
    const step: SeenStep = { ...seen, completedOn: seen.completedOn ?? romeDate(site.run.now) };
    const [act] = spending(cast(), step);
    expect(await act?.[1].run()).toBe('done');
    const recorded = await spendingOf(site.register.db, 'ccms', 2016);
    // Ten of the eleven with a sheet or lines: the sheet of 1.2.3 has no line to spend from.
    expect(recorded).toHaveLength(10);
    expect(recorded.every((row) => row.upTo === '2016-08-31' && Number(row.amount) > 0)).toBe(true);
    // Two thirds of the year of 250.000 euro, and a little less.
    const first = Number(recorded.find((row) => row.programme === '1.1.1')?.amount);
    expect(first).toBeGreaterThan(250_000 * (2 / 3) * 0.82 - 1);
    expect(first).toBeLessThan(250_000 * (2 / 3));
    // A cast that has just come reads on the page that it stands.
    const told = await lines();
    const [again] = spending(cast(), step);
    expect(await again?.[1].run()).toBe('done');
    expect(await lines()).toBe(told);
  });
});

describe('the cast of a rehearsal, about how targets are read', () => {
  const unread = aHalfRunSite('2016-09-20', 'open');
  const lines: string[] = [];
  const steering = (): CastDeps => ({
    ...cast(),
    visit: async (address, request) => unread.app.request(address, request),
    now: () => unread.run.now,
    tell: (line) => void lines.push(line),
  });
  const waiting = async () => {
    const [cycle] = await cycleNames(unread.register.db);
    return cycle === undefined ? undefined : await readingsWaiting(unread.register.db, cycle);
  };

  test('confirms on the pages what they ask, the written ones together and part by part the others, and every one whole', async () => {
    expect((await waiting())?.count).toBeGreaterThan(50);
    expect(await readTargets(steering())).toBe('done');
    expect(await waiting()).toBeUndefined();
    expect(lines[0]).toMatch(/conferma come si leggono i target del Piano – «\d+ letture confermate\.»/);
    const confirmed = await confirmedReadingsOf(unread.register.db, 'ccms/2016');
    expect(
      confirmed.filter(
        ({ reading }) => reading === null || completeReading(reading, undefined, seedPolicy()) === undefined,
      ),
    ).toEqual([]);
    const results = await assessmentOf(unread.register.db, { cycle: 'ccms/2016', checkpoint: 'monitoraggio-1' });
    expect(results?.indicators.filter((one) => one.state === 'doubtful' && !isMute(one)).map(why)).toEqual([]);
  });

  test('finds nothing to do the next time', async () => {
    const told = lines.length;
    expect(await readTargets(steering())).toBe('done');
    expect(lines.length).toBe(told);
  });
});

describe('the cast of a rehearsal, about what the steps leave as data', () => {
  const planning = aHalfRunSite('2015-11-16');
  const drawing = (): CastDeps => {
    const read = loadScript('seeds/massa-carrara-2016', 2016);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    return {
      ...cast(),
      script: read.value,
      visit: async (address, request) => planning.app.request(address, request),
      now: () => planning.run.now,
    };
  };

  test('links objectives on their page while the map is drawn: the Piano has the arrows, and their reasons', async () => {
    const step = (await stepsSeen(drawing())).find(({ id }) => id === 'mappa-strategica');
    if (step === undefined) throw new Error('no map to draw');
    expect(await isRecorded(drawing(), step)).toBe(true);
    const shown = await planShown(planning.register.db, 'ccms', 2016);
    expect(shown?.plan.links?.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      '1.1 → 3.1',
      '1.2 → 3.1',
      '2.2 → 2.1',
      '2.1 → 3.2',
    ]);
    // Who comes again finds them there.
    expect(await isRecorded(drawing(), step)).toBe(true);
    expect((await planShown(planning.register.db, 'ccms', 2016))?.plan.links).toHaveLength(4);
    expect(await planning.page('/cicli/ccms/2016/mappa')).toContain('4 collegamenti di causa ed effetto');
  });
});

/** What was measured does not fit its target: a value to be put right, not a reading. */
const isMute = ({ trace }: IndicatorAssessment): boolean => !why({ trace }).includes('confermare');
const why = ({ trace }: Pick<IndicatorAssessment, 'trace'>): string =>
  trace.find(({ label }) => label === 'Motivo')?.value ?? '';

test('what was measured in the end of an exercise is there for the targets of the next that start from it', async () => {
  const { db } = site.register;
  expect((await measuredInTheEnd(db, 'ccms', 2016)).get('2.2.1-01')).toMatchObject({
    name: expect.stringMatching(/^Tempo medio di lavorazione pratiche/),
    actual: { kind: 'number' },
  });
  expect((await measuredInTheEnd(db, 'ccms', 2015)).size).toBe(0);
});
