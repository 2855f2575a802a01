import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createConsole } from '../../../src/client/system/app.js';
import { checkBackups } from '../../../src/client/system/doctor/database.js';
import { installationWatch } from '../../../src/client/system/installation-watch.js';
import { lastBackup, lookAtBackups, recordBackup } from '../../../src/client/system/last-backup.js';
import { readConfig } from '../../../src/config.js';
import { openTroubles } from '../../../src/register/troubles.js';
import { announceWorker } from '../../../src/register/workers.js';
import { aFolder } from '../../platform/folder.js';
import { aRegister } from '../../register/register.js';
import { consoleParts } from '../pages/parts.js';

const opened = aRegister();
const now = () => '2026-01-20T10:00:00Z' as const;

/** A data folder with a database of ours, as old as that. */
function installed(on: string): string {
  const dataDir = aFolder();
  mkdirSync(join(dataDir, 'postgres'));
  const born = join(dataDir, 'postgres', 'PG_VERSION');
  writeFileSync(born, '18');
  utimesSync(born, new Date(on), new Date(on));
  return dataDir;
}

const ours = (dataDir: string, over: object = {}) => ({ dataDir, databaseUrl: undefined, backupDays: 7, ...over });

test('a backup is remembered with its moment and its place', () => {
  const dataDir = installed('2026-01-01');
  expect(lastBackup(dataDir)).toBeUndefined();
  recordBackup(dataDir, '2026-01-19T10:00:00Z', 'copie/ciclo.tar.gz');
  expect(lastBackup(dataDir)).toEqual({ at: '2026-01-19T10:00:00Z', file: join(process.cwd(), 'copie/ciclo.tar.gz') });
});

test.each([
  ['of a database that is somebody else’s', { databaseUrl: 'postgres://altri/ciclo' }],
  ['where nobody wants to be told', { backupDays: 0 }],
])('%s no backup is asked for', (_what, over) => {
  expect(lookAtBackups(ours(installed('2026-01-01'), over), now())).toBeUndefined();
});

test('how old the last one is, is told by the doctor', () => {
  const dataDir = installed('2026-01-01');
  const config = readConfig({ CICLO_DATA: dataDir });
  if (!config.ok) throw new Error(JSON.stringify(config.error));
  vi.useFakeTimers({ now: new Date('2026-01-05T10:00:00Z'), toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  expect(checkBackups(config.value)).toMatchObject({ state: 'note', todo: expect.stringContaining('ciclo backup') });
  recordBackup(dataDir, '2026-01-04T10:00:00Z', '/copie/ciclo.tar.gz');
  expect(checkBackups(config.value)).toMatchObject({
    state: 'good',
    found: expect.stringContaining('/copie/ciclo.tar.gz'),
  });
  vi.setSystemTime('2026-01-11T10:00:01Z');
  expect(checkBackups(config.value)).toMatchObject({
    state: 'bad',
    found: expect.stringContaining('più di 7 giorni fa'),
  });
});

test('an old one is on the list of what is stuck, and in /salute, until there is a new one', async () => {
  const register = { db: opened.db, schema: opened.schema, close: async () => undefined };
  await announceWorker(opened.db, '1@prova');
  const dataDir = installed('2026-01-01');
  const failures: unknown[] = [];
  const { post } = consoleParts();
  const look = installationWatch({
    register,
    post: { ...post, domain: 'ccms.example', consoleUrl: 'http://localhost:8150' },
    now,
    failed: (cause) => void failures.push(cause),
    backups: (at) => lookAtBackups(ours(dataDir), at),
  });
  const made = createConsole({ ...consoleParts(), register, clock: now, log: { line: () => undefined } });
  const salute = async () => (await made.app.request('/salute')).json();
  await look();
  await look();
  expect(failures).toEqual([]);
  expect(await salute()).toMatchObject({ stato: 'da sistemare', daSistemare: { 'backup-old': 1 } });
  recordBackup(dataDir, '2026-01-20T09:00:00Z', 'ciclo.tar.gz');
  await look();
  expect(await salute()).toMatchObject({ stato: 'ok', daSistemare: {} });
  made.stop();
});

test('a memory of it that was cut short keeps nothing else that is stuck from being told, and is none', async () => {
  const register = { db: opened.db, schema: opened.schema, close: async () => undefined };
  await opened.owner.query('delete from workers');
  const dataDir = installed('2026-01-01');
  recordBackup(dataDir, '2026-01-19T10:00:00Z', 'ciclo.tar.gz');
  // As a disk that was full leaves it.
  writeFileSync(join(dataDir, 'ultima-copia.json'), '');
  const failures: unknown[] = [];
  const { post } = consoleParts();
  const look = installationWatch({
    register,
    post: { ...post, domain: 'ccms.example', consoleUrl: 'http://localhost:8150' },
    now,
    failed: (cause) => void failures.push(cause),
    backups: (at) => lookAtBackups(ours(dataDir), at),
  });
  await look();
  await look();
  const kinds = (await openTroubles(opened.db, 'installation')).map(({ kind }) => kind).sort();
  expect(kinds).toEqual(['backup-old', 'worker-absent']);
  expect(failures).toEqual([]);
});
