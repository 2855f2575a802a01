import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Log, quietLog } from '../../src/platform/log.js';
import { handleShutdown, type Shutdown } from '../../src/platform/shutdown.js';

const lines: string[] = [];
const log: Log = { ...quietLog, line: (text) => lines.push(text) };
const exit = vi.fn();
let shutdown: Shutdown;

beforeEach(() => {
  vi.useFakeTimers();
  lines.length = 0;
  exit.mockReset();
  shutdown = handleShutdown(log, exit);
});
afterEach(async () => {
  vi.useRealTimers();
  await shutdown.now();
});

test('what was started last is stopped first, once, however often it is asked', async () => {
  const stopped: string[] = [];
  for (const name of ['base dati', 'Temporal', 'worker']) shutdown.add(name, () => void stopped.push(name));
  await Promise.all([shutdown.now(), shutdown.now()]);
  process.emit('SIGTERM');
  await shutdown.now();
  expect(stopped).toEqual(['worker', 'Temporal', 'base dati']);
});

test('one that does not stop well does not keep the others on', async () => {
  const stopped: string[] = [];
  shutdown.add('base dati', () => void stopped.push('base dati'));
  shutdown.add('worker', () => Promise.reject(new Error('occupato')));
  await shutdown.now();
  expect(stopped).toEqual(['base dati']);
  expect(lines.join()).toContain('worker: la chiusura non è riuscita (occupato)');
});

test('the same Ctrl-C heard twice counts once; another one later leaves at once', () => {
  shutdown.add('worker', () => new Promise((resolve) => setTimeout(resolve, 5_000)));
  process.emit('SIGINT');
  vi.advanceTimersByTime(200);
  process.emit('SIGINT');
  expect(exit).not.toHaveBeenCalled();
  expect(shutdown.requested.aborted).toBe(true);
  vi.advanceTimersByTime(2_000);
  process.emit('SIGINT');
  expect(exit).toHaveBeenCalledWith(130);
  vi.advanceTimersByTime(5_000);
});

describe('what is needed ends by itself', () => {
  afterEach(() => {
    process.exitCode = undefined;
  });

  test('the rest is stopped in order, and the process ends with the code that a supervisor restarts', async () => {
    const stopped: string[] = [];
    for (const name of ['base dati', 'worker']) shutdown.add(name, () => void stopped.push(name));
    shutdown.fail('Il worker si è fermato da solo.');
    await shutdown.now();
    expect(stopped).toEqual(['worker', 'base dati']);
    expect(lines[0]).toBe('Il worker si è fermato da solo.');
    expect(process.exitCode).toBe(3);
    expect(exit).not.toHaveBeenCalled();
    // What broke may hold the process although everything is stopped.
    await vi.advanceTimersByTimeAsync(5_000);
    expect(exit).toHaveBeenCalledWith(3);
  });

  test('what does not stop does not keep the process from ending', async () => {
    let release: () => void = () => undefined;
    shutdown.add('posta', () => new Promise<void>((resolve) => (release = resolve)));
    shutdown.fail('Il worker si è fermato da solo.');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(exit).toHaveBeenCalledWith(3);
    release();
  });

  test('while everything is being stopped it is no news', async () => {
    shutdown.add('worker', () => Promise.resolve());
    await shutdown.now();
    shutdown.fail('Il worker si è fermato da solo.');
    expect(lines).toEqual([]);
    expect(process.exitCode).toBeUndefined();
  });
});
