import type pg from 'pg';
import { describe, expect, test } from 'vitest';
import { upgraded } from './upgraded.js';

const DRAFTS = '039_amendment_drafts.sql';

const statusesOf = async (owner: pg.Client, exercise: number): Promise<readonly string[]> => {
  const found = await owner.query<{ status: string }>(
    'select status from plan_versions where exercise = $1 order by version',
    [exercise],
  );
  return found.rows.map((row) => row.status);
};

describe('versions of before drafts of amendments were known', () => {
  /** @param proposed versions whose proposal is on record */
  async function aPlan(
    owner: pg.Client,
    exercise: number,
    statuses: readonly string[],
    ...proposed: readonly number[]
  ) {
    await owner.query(
      `insert into cycles (id, entity, exercise, template, template_version, calendar, policy, simulated)
       values ($1, 'prova', $2, 'x', '1', '{}', '{}', false)`,
      [`prova/${exercise}`, exercise],
    );
    for (const [i, status] of statuses.entries()) {
      await owner.query(
        `insert into plan_versions (entity, exercise, version, plan, hash, status, in_force_from)
         values ('prova', $1, $2, '{}', 'h', $3, $4)`,
        [exercise, i + 1, status, status === 'in-force' || status === 'superseded' ? '2016-01-29' : null],
      );
    }
    for (const version of proposed) {
      await owner.query(
        `insert into log (at, actor, action, subject, cycle, detail)
         values ('2016-05-01T08:00:00Z', 'carla', 'amendment-proposed', 'x', $1, $2)`,
        [`prova/${exercise}`, JSON.stringify({ planVersion: version })],
      );
    }
  }

  test('what a refused proposal left is discarded; what is before the board is proposed; the rest stays', async () => {
    const owner = await upgraded(DRAFTS, async (client) => {
      await client.query(`insert into entities (id, name, seat, data) values ('prova', 'x', 'x', '{}')`);
      await aPlan(client, 2015, ['draft', 'in-force', 'draft', 'draft']);
      await aPlan(client, 2016, ['in-force', 'draft', 'draft', 'draft'], 3);
      await aPlan(client, 2017, ['superseded', 'in-force', 'rejected', 'draft'], 2, 3);
      await aPlan(client, 2018, ['draft', 'draft']);
    });
    expect(await statusesOf(owner, 2015)).toEqual(['draft', 'in-force', 'discarded', 'discarded']);
    expect(await statusesOf(owner, 2016)).toEqual(['in-force', 'discarded', 'proposed', 'discarded']);
    expect(await statusesOf(owner, 2017)).toEqual(['superseded', 'in-force', 'rejected', 'discarded']);
    expect(await statusesOf(owner, 2018)).toEqual(['draft', 'draft']);
  });

  test('two proposals of one plan can not stand', async () => {
    const owner = await upgraded(DRAFTS, async (client) => {
      await client.query(`insert into entities (id, name, seat, data) values ('prova', 'x', 'x', '{}')`);
      await aPlan(client, 2016, ['in-force', 'draft', 'draft'], 3);
    });
    await expect(owner.query(`update plan_versions set status = 'proposed' where version = 2`)).rejects.toThrow(
      'one_plan_proposed',
    );
  });
});
