import { describe, expect, test } from 'vitest';
import { erasePerson } from '../../src/acts/access/erasing.js';
import { applyRetention } from '../../src/office/retention.js';
import { setCycleStatus } from '../../src/register/cycles.js';
import { erasuresOf } from '../../src/register/erasures.js';
import { PACKAGED_SEEDS } from '../../src/seeds/locate.js';
import { loadRetention } from '../../src/seeds/retention.js';
import { anArena } from './arena.js';
import { visited } from './visited.js';

const arena = anArena('2016-09-20');
const PATIENCE_MS = 600_000;

const terms = () => {
  const read = loadRetention(PACKAGED_SEEDS);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  // Those who look must stay signed in.
  const value = read.value('ccms');
  return { ...value, rules: value.rules.filter(({ what }) => what !== 'sessions') };
};

describe('a year of which all that may go is gone', { timeout: PATIENCE_MS }, () => {
  test('is still read on every page, by whoever may', async () => {
    const asked = { entity: 'ccms', by: 'guglielmo.tarasconi', reason: 'richiesta', act: 'det. 9/2016', at: arena.now };
    const person = await erasePerson(arena.db, asked, 'lidia.fornasetti');
    expect(person).toMatchObject({ ok: true, value: { mails: expect.any(Number) } });
    await setCycleStatus(arena.db, 'ccms/2016', 'closed', '2017-07-01T10:00:00Z');
    const at = '2040-01-01T09:00:00Z';
    const run = { db: arena.db, retentionOf: terms, today: '2040-01-01', at, by: 'sistema', dryRun: false } as const;
    const lines = await applyRetention({ ...run, entity: 'ccms', act: 'det. 7/2040' });
    const erased = new Map(lines.map(({ entity, what, erased = 0 }) => [`${entity} ${what}`, erased]));
    for (const what of ['mail-texts', 'remarks', 'log-texts', 'individual-results'])
      expect([what, erased.get(`ccms ${what}`)]).toEqual([what, expect.toSatisfy((n: number) => n > 0)]);
    expect((await erasuresOf(arena.db)).length).toBeGreaterThan(100);

    for (const as of ['steering', 'oiv'] as const) {
      const broken: string[] = [];
      let pages = 0;
      for await (const { path, status } of visited((path) => arena.ask(path, { as }))) {
        pages += 1;
        if (status >= 500) broken.push(`${status} ${path}`);
      }
      expect(broken).toEqual([]);
      // Who came to little has proved little.
      expect(pages).toBeGreaterThan(300);
    }
    expect(arena.told).toEqual([]);
  });
});
