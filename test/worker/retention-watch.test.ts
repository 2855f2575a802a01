import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setCycleStatus } from '../../src/register/cycles.js';
import { noticesOf, planNotices } from '../../src/register/notices.js';
import { openTroubles } from '../../src/register/troubles.js';
import { PACKAGED_SEEDS } from '../../src/seeds/locate.js';
import { readTerms } from '../../src/seeds/retention.js';
import { retainNow } from '../../src/worker/retention-watch.js';
import { aFolder } from '../platform/folder.js';
import { aCycle } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';

const register = aRegister();
const now = () => '2030-01-01T09:00:00Z' as const;
const round = (seeds: string) =>
  retainNow({
    register: { db: register.db, schema: register.schema, close: async () => undefined },
    log: pino({ level: 'silent' }),
    terms: () => readTerms(seeds),
    now,
  });

/** Data files of one body and the folder of another, with what is written in them. */
function seedsWith(written: Readonly<Record<string, string>>): string {
  const folder = aFolder();
  for (const name of ['massa-carrara-2016', 'vicina']) mkdirSync(join(folder, name));
  for (const name of ['entity.yaml', 'calendar.yaml'])
    cpSync(join(PACKAGED_SEEDS, 'massa-carrara-2016', name), join(folder, 'massa-carrara-2016', name));
  for (const [file, text] of Object.entries(written)) writeFileSync(join(folder, file), text);
  return folder;
}

/** Whose mails still have their text. */
const kept = async (): Promise<readonly string[]> =>
  (await noticesOf(register.db, {})).filter((one) => one.toAddress !== '').map((one) => one.cycle.split('/')[0] ?? '');

const told = async () =>
  (await openTroubles(register.db, 'all')).map(({ detail, reason }) => [
    detail.kind === 'file-unreadable' ? detail.file.split('/').slice(-2).join('/') : detail.kind,
    reason.split('. ').at(-1),
  ]);

beforeAll(async () => {
  for (const entity of ['ccms', 'altra'])
    await setCycleStatus(register.db, await aCycle(register.db, entity), 'closed', '2017-07-01T10:00:00Z');
});
beforeEach(async () => {
  await register.owner.query(
    `truncate troubles; alter table notices disable trigger all; delete from notices; alter table notices enable trigger all`,
  );
  for (const entity of ['ccms', 'altra']) {
    const notice = {
      cycle: `${entity}/2016`,
      step: 'monitoraggio-1',
      kind: 'step-opening',
      on: '2016-05-02',
      person: 'carla',
      occasion: 'r1',
      to: { name: 'Carla Prova', address: 'carla@prova.example' },
      message: { text: 'chiedere a Carla' },
      simulated: true,
      dueAt: '2016-05-03T08:00:00Z',
    } as const;
    await planNotices(register.db, [notice], 'prova.example');
  }
  await register.owner.query(`update notices set state = 'sent', sent_at = '2016-05-03T08:00:00Z'`);
});

test('a rule that fails is told, the others are applied; once it succeeds it is told no more', async () => {
  await register.owner.query(
    `create function no_erasing() returns trigger language plpgsql as $$ begin raise exception 'il disco è pieno'; end $$;
     create trigger no_erasing before update on notices for each row when (old.cycle = 'ccms/2016') execute function no_erasing()`,
  );
  await expect(round(PACKAGED_SEEDS)).rejects.toThrow('ccms: mail-texts');
  expect(await kept()).toEqual(['ccms']);
  const [trouble] = await openTroubles(register.db, 'all');
  expect(trouble).toMatchObject({
    kind: 'erasing-failing',
    entity: 'ccms',
    reason: expect.stringContaining('testi e indirizzi delle mail: il disco è pieno. Il sistema riprova'),
  });
  await register.owner.query('drop trigger no_erasing on notices; drop function no_erasing()');
  await round(PACKAGED_SEEDS);
  expect([await kept(), await openTroubles(register.db, 'all')]).toEqual([[], []]);
});

describe('a file of terms with errors', () => {
  const HOLDS = 'Nulla di ciò che dipende da questi termini si cancella finché non è corretto.';

  test('of one body holds that body’s alone, and is told; corrected, it is told no more and applied', async () => {
    const seeds = seedsWith({ 'massa-carrara-2016/retention.yaml': 'id: propri\n' });
    await round(seeds);
    expect(await kept()).toEqual(['ccms']);
    expect(await told()).toEqual([['massa-carrara-2016/retention.yaml', HOLDS]]);
    rmSync(join(seeds, 'massa-carrara-2016/retention.yaml'));
    await round(seeds);
    expect([await kept(), await told()]).toEqual([[], []]);
  });

  test('of all holds whoever has none of their own', async () => {
    await round(seedsWith({ 'retention.yaml': 'rules: [\n' }));
    expect(await kept()).toEqual(['altra', 'ccms']);
    expect((await told()).map(([, reason]) => reason)).toEqual([HOLDS]);
  });

  test('of a body that does not say which it is holds whoever it may be of', async () => {
    await round(seedsWith({ 'vicina/retention.yaml': 'id: x\n', 'vicina/entity.yaml': 'id: [\n' }));
    expect(await kept()).toEqual(['altra']);
  });
});
