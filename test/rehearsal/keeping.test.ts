import { describe, expect, test } from 'vitest';
import { keeping } from '../../src/client/rehearsal/cast/keeping.js';
import type { CastDeps } from '../../src/client/rehearsal/cast/stage.js';
import type { Script } from '../../src/client/rehearsal/script.js';
import { followedOf } from '../../src/register/follow-up.js';
import { CONSOLE_URL } from '../console/parts.js';
import { aHalfRunSite } from '../console/site.js';

const site = aHalfRunSite('2017-01-20');
const told: string[] = [];

const cast = (): CastDeps => ({
  ref: site.run.ref,
  script: { exercise: 2016, seed: 2016 } as Script,
  register: site.register,
  visit: async (address, request) => site.app.request(address, request),
  consoleUrl: CONSOLE_URL,
  now: () => site.run.now,
  tell: (line) => void told.push(line),
});

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
