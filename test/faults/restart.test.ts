import { beforeAll, describe, expect, test } from 'vitest';
import { aPostOffice } from './post-office.js';

const MANY = 150;
const office = aPostOffice({ wave: MANY });

async function until(what: string, seconds: number, met: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; ) {
    if (await met()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`it never came: ${what}`);
}

const inState = async (state: string): Promise<number> =>
  (await office.ledger('wave')).filter((notice) => notice.state === state).length;

describe('a worker that is asked to stop in the middle of a wave, as at every upgrade', () => {
  // One connection and a mail server that takes a third of a second: the wave does not end within the ten seconds a worker that
  // stops is given.
  beforeAll(async () => {
    await office.hire({ connections: 1 });
    office.faults.delayMs = 300;
    await office.open('wave');
    await until('the first mails have left', 60, async () => (await inState('sent')) > 0);
    await office.dismiss();
    delete office.faults.delayMs;
  }, 240_000);

  test('takes nothing back: what it had not handed over is still planned', async () => {
    expect(await inState('withdrawn')).toBe(0);
    expect(await inState('planned')).toBeGreaterThan(0);
    expect((await inState('planned')) + (await inState('sent'))).toBe(MANY);
  });

  test('what is left goes out with the next worker, once', async () => {
    await office.hire();
    await until('the wave is sent', 120, async () => (await inState('sent')) === MANY);
    const copies = [...office.arrived('wave').values()].map((ids) => ids.length);
    expect(copies).toHaveLength(MANY);
    expect(copies.every((n) => n === 1)).toBe(true);
  }, 150_000);
});
