import { spawnSync } from 'node:child_process';
import fs, { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lossy } from '../../src/platform/log.js';
import { aFolder } from './folder.js';

const missing = (count: number): string => `mancano ${count} righe\n`;

describe('the log of the process on a full disk', () => {
  let file: string;
  let log: { write(line: string): void };
  const disk = { full: false, refused: 0 };
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    disk.full = false;
    const write = fs.write.bind(fs);
    // As the system does it: nothing of the line is written, and the error comes later.
    vi.spyOn(fs, 'write').mockImplementation(((...args: Parameters<typeof write>) => {
      const answer = args.at(-1) as unknown as (error: Error) => void;
      if (!disk.full) return write(...args);
      return setImmediate(() => {
        answer(new Error('ENOSPC: no space left on device, write'));
        disk.refused += 1;
      });
    }) as typeof fs.write);
    file = join(aFolder(), 'ciclo.log');
    log = lossy(pino.destination({ dest: file, sync: false }), missing);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  const lines = (): readonly string[] => readFileSync(file, 'utf8').split('\n').slice(0, -1);
  /** Fills the disk and waits until the log has found out, by its first line. */
  const fill = async (first: string): Promise<void> => {
    disk.full = true;
    const before = disk.refused;
    log.write(`${first}\n`);
    await expect.poll(() => disk.refused).toBeGreaterThan(before);
  };
  /** Makes room and waits until that is known. */
  const empty = async (then: readonly string[]): Promise<void> => {
    disk.full = false;
    await vi.advanceTimersByTimeAsync(6_000);
    await expect.poll(lines).toEqual(then);
  };

  test('does not end the process, and says how many lines are missing once there is room again', async () => {
    log.write('uno\n');
    await expect.poll(lines).toEqual(['uno']);
    await fill('due');
    for (const line of ['tre', 'quattro']) log.write(`${line}\n`);
    await vi.advanceTimersByTimeAsync(60_000);
    await empty(['uno', 'due', 'mancano 2 righe']);
    log.write('cinque\n');
    await expect.poll(lines).toEqual(['uno', 'due', 'mancano 2 righe', 'cinque']);
  });

  test('a second time is counted anew', async () => {
    await fill('prima a');
    log.write('prima b\n');
    await empty(['prima a', 'mancano 1 righe']);
    await fill('seconda a');
    log.write('seconda b\n');
    await empty(['prima a', 'mancano 1 righe', 'seconda a', 'mancano 1 righe']);
  });

  // A device that is always full, where there is one.
  test.runIf(existsSync('/dev/full'))('a real one too', async () => {
    vi.useRealTimers();
    const heard: unknown[] = [];
    const real = pino.destination({ dest: '/dev/full', sync: false });
    const journal = pino(
      {},
      lossy(real, () => ''),
    );
    real.on('error', (error: unknown) => heard.push(error));
    for (let n = 0; n < 50; n++) {
      journal.info({ n }, 'una riga');
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(heard.length).toBeGreaterThan(0);
  });
});

describe('a process that tells of itself on the standard output', () => {
  const told = (into: string): { readonly ended: string; readonly lived: boolean } => {
    const child = join(import.meta.dirname, 'talkative-child.ts');
    const folder = aFolder();
    const alive = join(folder, 'vivo');
    const line = `"${process.execPath}" --import tsx "${child}" "${folder}" "${alive}" ${into}; echo "\${PIPESTATUS[0]}"`;
    const { stdout } = spawnSync('bash', ['-c', line], { encoding: 'utf8', timeout: 30_000, killSignal: 'SIGKILL' });
    return { ended: stdout.trim(), lived: existsSync(alive) };
  };

  test.runIf(existsSync('/dev/full'))('goes on where nothing can be written', () => {
    expect(told('> /dev/full')).toEqual({ ended: '0', lived: true });
  });

  test('goes on when who read it has left', () => {
    expect(told('| head -1 > /dev/null')).toEqual({ ended: '0', lived: true });
  });

  test('does not wait for who has stopped reading', () => {
    expect(told('| (sleep 4; cat) > /dev/null')).toEqual({ ended: '0', lived: true });
  });
});
