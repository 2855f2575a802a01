import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { checkBodies } from '../../../src/client/system/doctor/bodies.js';
import type { Check } from '../../../src/client/system/doctor/check.js';
import { checkDatabase, latestRehearsal } from '../../../src/client/system/doctor/database.js';
import { checkLinks, checkVersions } from '../../../src/client/system/doctor/machine.js';
import { checkMail } from '../../../src/client/system/doctor/mail.js';
import { checkTemporal } from '../../../src/client/system/doctor/temporal.js';
import type { Config } from '../../../src/config.js';
import { readConfig } from '../../../src/config.js';
import { freePort } from '../../../src/platform/ports.js';
import type { RunningTemporal } from '../../../src/platform/temporal.js';
import { openRegister } from '../../../src/register/database.js';
import { migrate } from '../../../src/register/migrate.js';
import { savePlanVersion } from '../../../src/register/plans.js';
import { recordTrouble } from '../../../src/register/troubles.js';
import { aCycle, aPlan } from '../../register/fixtures.js';
import { type FreshDatabase, freshDatabase } from '../../setup/database.js';
import { aGate } from '../../setup/gate.js';
import { devServer } from '../../setup/temporal.js';
import { aFolder } from '../cli/folder.js';

function configOf(env: Readonly<Record<string, string>>): Config {
  const read = readConfig({ ...env });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

describe('doctor, of the database', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());
  const register = async () =>
    (await checkDatabase(configOf({ DATABASE_URL: database.url }))).find((check) => check.what === 'registro');
  const sql = async (text: string): Promise<void> => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(text);
    await client.end();
  };

  test('says where the register stands to this version, and what to do', async () => {
    expect(await register()).toMatchObject({ state: 'note', found: 'non ancora creato' });
    await migrate({ url: database.url, schema: 'ciclo' });
    expect(await register()).toMatchObject({ state: 'good', found: 'aggiornato a questa versione' });
    await sql(`delete from ciclo.migrations where name = (select max(name) from ciclo.migrations)`);
    expect(await register()).toMatchObject({
      state: 'note',
      found: expect.stringContaining('una migrazione da applicare'),
      todo: expect.stringContaining('copia della base dati'),
    });
    await sql(`insert into ciclo.migrations (name, checksum) values ('999_later.sql', 'x')`);
    expect(await register()).toMatchObject({ state: 'bad', found: expect.stringContaining('999_later.sql') });
  });

  test('lists what is stuck, each with what mends it; and that backups are made elsewhere', async () => {
    const own = await freshDatabase();
    // As who the program runs as, who sees the rows of nobody until it says whose.
    const runUrl = new URL(own.url);
    runUrl.username = `doctor_${process.pid}`;
    runUrl.password = 'una parola di prova';
    const place = { url: runUrl.href, schema: 'ciclo' };
    await migrate({ ...place, url: own.url, runUrl: runUrl.href });
    const stuck = async () => (await checkDatabase(configOf({ DATABASE_URL: runUrl.href }))).filter(isOfTroubles);
    expect(await stuck()).toMatchObject([{ state: 'good' }]);
    const opened = await openRegister({ ...place, unsaid: 'every-body' });
    await recordTrouble(
      opened.db,
      { kind: 'file-unreadable', entity: 'ccms', file: 'ccms/entity.yaml', failure: 'riga 3: manca «id»' },
      '2026-05-04T07:00:00Z',
    );
    await opened.close();
    expect(await stuck()).toEqual([
      {
        state: 'bad',
        what: 'da sistemare',
        found: expect.stringMatching(
          /File che non si legge \(ccms\), dal 04\/05\/2026 alle 09:00: .*riga 3: manca «id»/,
        ),
        todo: expect.stringContaining('ciclo check'),
      },
    ]);
    const checks = await checkDatabase(configOf({ DATABASE_URL: own.url }));
    expect(checks.find((c) => c.what === 'copie')?.found).toContain('si fanno a parte');
    await own.drop();
    await sql(`drop user if exists ${runUrl.username}`);
  });
  test('counts the readings that wait, cycle by cycle, and says how they are confirmed', async () => {
    const own = await freshDatabase();
    await migrate({ url: own.url, schema: 'ciclo' });
    const waiting = async () =>
      (await checkDatabase(configOf({ DATABASE_URL: own.url }))).filter(({ what }) => what === 'letture dei target');
    expect(await waiting()).toMatchObject([{ state: 'good' }]);
    const { db, close } = await openRegister({ url: own.url, schema: 'ciclo', unsaid: 'every-body' });
    await aCycle(db);
    const draft = { inForceFrom: null, decisionKey: null, status: 'draft' } as const;
    await savePlanVersion(db, { entity: 'prova', exercise: 2016, version: 1, plan: aPlan(), hash: 'h', ...draft });
    await close();
    expect(await waiting()).toEqual([
      {
        state: 'note',
        what: 'letture dei target',
        found: expect.stringMatching(/^prova 2016: (una aspetta|\d+ aspettano) conferma, 100% del peso/),
        todo: expect.stringContaining('ciclo readings list --entity prova --year 2016'),
      },
    ]);
    await own.drop();
  });

  const isOfTroubles = ({ what }: Check): boolean => what === 'da sistemare';

  test('a database that hangs is a fault within moments, not a wait', async () => {
    const gate = await aGate(database.url);
    gate.freeze();
    const hung = configOf({ DATABASE_URL: gate.url });
    expect(await checkDatabase(hung)).toEqual([expect.objectContaining({ state: 'bad', what: 'base dati' })]);
    expect(await latestRehearsal(hung)).toBeUndefined();
    await gate.stop();
  });

  test('a clock that differs is a fault', async () => {
    const skewed = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 95_000);
    const checks = await checkDatabase(configOf({ DATABASE_URL: database.url })).finally(() => skewed.mockRestore());
    expect(checks.find((c) => c.what === 'orologio')).toMatchObject({
      state: 'bad',
      found: expect.stringContaining('95 s'),
    });
  });
});

describe('doctor, of Temporal', () => {
  let server: RunningTemporal;
  beforeAll(async () => {
    server = await devServer();
  });
  afterAll(() => server.stop());
  const check = async (what: string) => {
    const config = configOf({ TEMPORAL_ADDRESS: server.address, TEMPORAL_NAMESPACE: server.namespace });
    return (await checkTemporal(config, {}, { worker: false })).find((c) => c.what === what);
  };

  test('reads the clock of the server', async () => {
    expect(await check('orologio Temporal')).toMatchObject({ state: 'good', found: 'scarto di 0 s' });
  });

  test('finds a clock that differs', async () => {
    const real = Date.now.bind(Date);
    // Our clock runs ahead of the server's by five minutes; waits are as long as ever.
    const skewed = vi.spyOn(Date, 'now').mockImplementation(() => real() + 300_000);
    const found = await check('orologio Temporal').finally(() => skewed.mockRestore());
    expect(found).toMatchObject({ state: 'bad', todo: expect.stringContaining('NTP') });
    expect(found?.found).toMatch(/differiscono di (29[5-9]|30[0-5]) s/);
  });
});

test('a mail server that does not answer is a fault, with the variable to look at', async () => {
  const url = `smtp://127.0.0.1:${await freePort()}`;
  expect(await checkMail(configOf({ SMTP_URL: url, MAIL_FROM: 'a@ente.example' }))).toMatchObject({
    state: 'bad',
    what: 'posta',
    todo: expect.stringContaining('SMTP_URL'),
  });
});

test('a database that does not answer is a fault, with the variable to look at', async () => {
  const url = `postgres://ciclo:x@127.0.0.1:${await freePort()}/ciclo`;
  expect(await checkDatabase(configOf({ DATABASE_URL: url }))).toEqual([
    expect.objectContaining({ state: 'bad', what: 'base dati', todo: expect.stringContaining('DATABASE_URL') }),
  ]);
  expect(await latestRehearsal(configOf({ DATABASE_URL: url }))).toBeUndefined();
});

test('an old Node.js is a fault', () => {
  expect(checkVersions('18.20.4')).toMatchObject({ state: 'bad', todo: expect.stringContaining('20.19') });
  expect(checkVersions('20.19.0').state).toBe('good');
  expect(checkVersions('22.1.0').state).toBe('good');
});

test('links that lead to this machine are a fault once mail really leaves', () => {
  expect(checkLinks(configOf({})).state).toBe('good');
  expect(checkLinks(configOf({ SMTP_URL: 'smtp://posta.ente.example:587', MAIL_FROM: 'a@ente.example' })).state).toBe(
    'bad',
  );
  const reachable = {
    SMTP_URL: 'smtp://posta.ente.example:587',
    MAIL_FROM: 'a@ente.example',
    CONSOLE_URL: 'https://ciclo.ente.example',
  };
  expect(checkLinks(configOf(reachable)).state).toBe('good');
});

test('data files that can not be read are a fault; none at all is worth knowing', () => {
  expect(checkBodies({ seedsDir: aFolder() })).toMatchObject({
    state: 'note',
    todo: expect.stringContaining('ciclo init'),
  });
  const broken = aFolder({ 'ente/entity.yaml': 'id: ente\n' });
  expect(checkBodies({ seedsDir: broken })).toMatchObject({
    state: 'bad',
    todo: expect.stringContaining('ciclo check'),
  });
});
