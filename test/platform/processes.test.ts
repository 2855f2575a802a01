import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { endProcess, isAlive, markOf } from '../../src/platform/processes.js';
import { aProcess } from './children.js';

test('a process is itself only with its own beginning', () => {
  const me = markOf(process.pid);
  if (me === undefined) throw new Error('unreachable');
  expect(isAlive(me)).toBe(true);
  expect(isAlive({ ...me, began: `${me.began}0` })).toBe(false);
});

test('a number nobody has marks nothing', () => {
  for (const pid of [0, -1, 999_999_999, Number.NaN]) expect(markOf(pid)).toBeUndefined();
});

test('who ignores the polite signal is ended by the next', async () => {
  const child = spawn('/bin/sh', ['-c', 'trap "" TERM; echo ready; while :; do sleep 0.05; done'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  const mark = markOf(child.pid ?? 0);
  if (mark === undefined) throw new Error('it did not start');
  expect(
    await endProcess(mark, [
      ['SIGTERM', 100],
      ['SIGKILL', 5_000],
    ]),
  ).toBe(true);
  expect(isAlive(mark)).toBe(false);
});

test('a server ends when the process that started it is killed', async () => {
  // Its folder is closed to others: never one of the machine's.
  const folder = mkdtempSync(join(tmpdir(), 'ciclo-kept-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const parent = aProcess(`
    import { startKept } from '@/platform/kept-process.ts';
    const kept = startKept({ file: '/bin/sleep', args: ['60'], options: {}, logFile: '${join(folder, 'server.log')}', signal: 'TERM', patienceMs: 1000 });
    console.log(kept.pid);
    setInterval(() => {}, 1000);
  `);
  const kept = markOf(Number(await parent.line(0)));
  if (kept === undefined) throw new Error('the server did not start');
  await parent.kill();
  await expect.poll(() => isAlive(kept), { timeout: 5_000 }).toBe(false);
});
