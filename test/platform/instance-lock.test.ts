import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AlreadyRunning, acquireInstanceLock, runningInstance } from '../../src/platform/instance-lock.js';
import { takeOwnership } from '../../src/platform/owner-file.js';
import { markOf } from '../../src/platform/processes.js';
import { aProcess } from './children.js';
import { aFolder } from './folder.js';

const HOLDER = (dataDir: string) => `
  import { acquireInstanceLock } from '@/platform/instance-lock.ts';
  const lock = await acquireInstanceLock(${JSON.stringify(dataDir)});
  lock.setConsoleUrl('http://localhost:8150');
  console.log('held');
  setInterval(() => {}, 1000);
`;

test('a second start on the same folder is told who runs, where, and what to do', async () => {
  const dataDir = aFolder();
  const first = aProcess(HOLDER(dataDir));
  await first.said('held');
  const refusal = await acquireInstanceLock(dataDir).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(AlreadyRunning);
  expect(refusal).toMatchObject({ pid: first.pid, consoleUrl: 'http://localhost:8150' });
  expect(String(refusal)).toContain(`(processo ${first.pid})`);
  expect(String(refusal)).toContain('CICLO_DATA');
});

test('a lock whose process was killed is taken over', async () => {
  const dataDir = aFolder();
  const first = aProcess(HOLDER(dataDir));
  await first.said('held');
  await first.kill();
  expect(runningInstance(dataDir)).toBeUndefined();
  const lock = await acquireInstanceLock(dataDir);
  expect(runningInstance(dataDir)?.pid).toBe(process.pid);
  lock.release();
  expect(runningInstance(dataDir)).toBeUndefined();
});

test('a lock whose process number now belongs to another process is taken over', async () => {
  const dataDir = aFolder();
  const other = aProcess('setInterval(() => {}, 1000)');
  expect(markOf(other.pid)).toBeDefined();
  writeFileSync(join(dataDir, 'ciclo.lock'), `${other.pid}\nanother-boot/1\n\n`);
  const lock = await acquireInstanceLock(dataDir);
  lock.release();
});

test.each(['', '\n', 'not a number\n', '12'])('a lock file that says %j is nobody’s', async (text) => {
  const dataDir = aFolder();
  writeFileSync(join(dataDir, 'ciclo.lock'), text);
  const lock = await acquireInstanceLock(dataDir);
  lock.release();
});

test('of many that find the same dead owner, one takes over', async () => {
  const path = join(aFolder(), 'owner');
  writeFileSync(path, '999999999\nlong-gone/1\n\n');
  const answers = await Promise.all(Array.from({ length: 20 }, () => takeOwnership(path)));
  expect(answers.filter((answer) => 'own' in answer)).toHaveLength(1);
});
