import { expect, test } from 'vitest';
import { createConsole } from '../../../src/client/system/app.js';
import { payloadCheck } from '../../../src/client/system/doctor/payloads.js';
import { installationWatch } from '../../../src/client/system/installation-watch.js';
import { payloadsTo } from '../../../src/client/system/payload-facts.js';
import { payloadKeysOf } from '../../../src/client/system/payload-keys.js';
import { type Config, readConfig } from '../../../src/config.js';
import { announceWorker } from '../../../src/register/workers.js';
import { aFolder } from '../../platform/folder.js';
import { aRegister } from '../../register/register.js';
import { upgraded } from '../../register/upgraded.js';
import { consoleParts } from '../pages/parts.js';

const opened = aRegister();
const now = () => '2026-01-20T10:00:00Z' as const;
const ELSEWHERE = { TEMPORAL_ADDRESS: 'temporal.ente.example:7233' };
const KEY = { CICLO_PAYLOAD_KEY: Buffer.alloc(32, 7).toString('base64') };

function configured(env: NodeJS.ProcessEnv): Config {
  const config = readConfig({ CICLO_DATA: aFolder(), ...env });
  if (!config.ok) throw new Error(JSON.stringify(config.error));
  return config.value;
}

test('the doctor says when texts go in clear to a Temporal server elsewhere, and what to set', () => {
  expect(payloadCheck(configured(ELSEWHERE).temporal)).toMatchObject([
    {
      state: 'bad',
      found: expect.stringContaining('in chiaro al server Temporal temporal.ente.example:7233'),
      todo: expect.stringContaining('CICLO_PAYLOAD_KEY'),
    },
  ]);
  expect(payloadCheck(configured({ ...ELSEWHERE, ...KEY }).temporal)).toMatchObject([{ state: 'good' }]);
  expect(payloadCheck(configured({ TEMPORAL_ADDRESS: 'localhost:7233' }).temporal)).toMatchObject([{ state: 'good' }]);
  expect(payloadCheck(configured({}).temporal)).toEqual([]);
});

test('it is on the list of what is stuck, and in /salute, until there is a key', async () => {
  const register = { db: opened.db, schema: opened.schema, close: async () => undefined };
  await announceWorker(opened.db, '1@prova');
  const failures: unknown[] = [];
  const { post } = consoleParts();
  const watched = (env: NodeJS.ProcessEnv) =>
    installationWatch({
      register,
      post: { ...post, domain: 'ccms.example', consoleUrl: 'http://localhost:8150' },
      now,
      failed: (cause) => void failures.push(cause),
      payloads: payloadsTo(configured(env).temporal),
    });
  const made = createConsole({ ...consoleParts(), register, clock: now, log: { line: () => undefined } });
  const salute = async () => (await made.app.request('/salute')).json();
  const clear = watched(ELSEWHERE);
  await clear();
  await clear();
  expect(failures).toEqual([]);
  expect(await salute()).toMatchObject({ stato: 'da sistemare', daSistemare: { 'texts-in-clear': 1 } });
  await watched({ ...ELSEWHERE, ...KEY })();
  expect(await salute()).toMatchObject({ stato: 'ok', daSistemare: {} });
  made.stop();
});

test('a register has a key of its own, which encrypts where none is configured and reads what it has encrypted', async () => {
  const [own, ...others] = await payloadKeysOf({ payloadKeys: [] }, opened.db);
  expect(others).toEqual([]);
  expect(own).toHaveLength(32);
  const set = Buffer.alloc(32, 7);
  expect(await payloadKeysOf({ payloadKeys: [set] }, opened.db)).toEqual([set, own]);
});

test('a register that had a cycle before has none: workers of the version before could not read', async () => {
  const owner = await upgraded('077', async (owner) => {
    await owner.query(`insert into entities (id, name, seat, data) values ('prova', 'x', 'x', '{}')`);
    await owner.query(
      `insert into cycles (id, entity, exercise, template, template_version, calendar, policy, simulated)
       values ('prova/2016', 'prova', 2016, 'x', '1', '{}', '{}', false)`,
    );
  });
  expect((await owner.query('select count(*)::int as keys from payload_key')).rows).toEqual([{ keys: 0 }]);
});
