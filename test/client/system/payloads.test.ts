import { expect, test } from 'vitest';
import { createConsole } from '../../../src/client/system/app.js';
import { checkPayloads } from '../../../src/client/system/doctor/temporal.js';
import { installationWatch } from '../../../src/client/system/installation-watch.js';
import { payloadsTo } from '../../../src/client/system/payload-facts.js';
import { type Config, readConfig } from '../../../src/config.js';
import { announceWorker } from '../../../src/register/workers.js';
import { aFolder } from '../../platform/folder.js';
import { aRegister } from '../../register/register.js';
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
  expect(checkPayloads(configured(ELSEWHERE))).toMatchObject([
    {
      state: 'bad',
      found: expect.stringContaining('in chiaro al server Temporal temporal.ente.example:7233'),
      todo: expect.stringContaining('CICLO_PAYLOAD_KEY'),
    },
  ]);
  expect(checkPayloads(configured({ ...ELSEWHERE, ...KEY }))).toMatchObject([{ state: 'good' }]);
  expect(checkPayloads(configured({ TEMPORAL_ADDRESS: 'localhost:7233' }))).toMatchObject([{ state: 'good' }]);
  expect(checkPayloads(configured({}))).toEqual([]);
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
