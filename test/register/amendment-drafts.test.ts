import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../src/register/migrate.js';
import { databaseUrl } from './register.js';

const MIGRATIONS = new URL('../../src/register/migrations/', import.meta.url);
const DRAFTS = '039_amendment_drafts.sql';

/** A register as it stood before drafts of amendments were known, with what the test puts in it; then brought up to date. */
async function upgraded(fill: (owner: pg.Client) => Promise<void>): Promise<pg.Client> {
  const schema = `a_${randomUUID().slice(0, 8)}`;
  const folder = mkdtempSync(join(tmpdir(), 'ciclo-before-drafts-'));
  for (const name of readdirSync(MIGRATIONS).filter((one) => one < DRAFTS)) {
    copyFileSync(new URL(name, MIGRATIONS), join(folder, name));
  }
  const owner = new pg.Client({ connectionString: databaseUrl() });
  await owner.connect();
  onTestFinished(async () => {
    rmSync(folder, { recursive: true });
    await owner.query(`drop schema if exists ${schema} cascade`);
    await owner.end();
  });
  await migrate({ url: databaseUrl(), schema }, pathToFileURL(`${folder}/`));
  await owner.query(`set search_path to ${schema}`);
  await owner.query(`set ciclo.sees to '*'`);
  await fill(owner);
  await migrate({ url: databaseUrl(), schema });
  return owner;
}

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
    const owner = await upgraded(async (client) => {
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
    const owner = await upgraded(async (client) => {
      await client.query(`insert into entities (id, name, seat, data) values ('prova', 'x', 'x', '{}')`);
      await aPlan(client, 2016, ['in-force', 'draft', 'draft'], 3);
    });
    await expect(owner.query(`update plan_versions set status = 'proposed' where version = 2`)).rejects.toThrow(
      'one_plan_proposed',
    );
  });
});
