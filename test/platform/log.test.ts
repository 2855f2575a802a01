import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lossy } from '../../src/platform/log.js';

/** A file on a disk that can be full: what it could not write it keeps, and tries again when it is asked to. */
class Disk extends EventEmitter {
  full = false;
  readonly lines: string[] = [];
  private kept: string[] = [];

  write(line: string): void {
    this.kept.push(line);
    if (this.kept.length === 1) this.flush();
  }

  flush(): void {
    if (this.full) {
      this.emit('error', new Error('ENOSPC: no space left on device'));
      return;
    }
    const written = this.kept;
    this.kept = [];
    this.lines.push(...written);
    if (written.length > 0) this.emit('write', written.length);
  }
}

describe('the log of the process on a full disk', () => {
  let disk: Disk;
  let log: { write(line: string): void };
  beforeEach(() => {
    vi.useFakeTimers();
    disk = new Disk();
    log = lossy(disk, (count) => `mancano ${count} righe`);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('does not end the process, and says how many lines are missing once there is room again', async () => {
    log.write('uno');
    disk.full = true;
    for (const line of ['due', 'tre', 'quattro']) log.write(line);
    await vi.advanceTimersByTimeAsync(60_000);
    disk.full = false;
    await vi.advanceTimersByTimeAsync(6_000);
    log.write('cinque');
    expect(disk.lines).toEqual(['uno', 'due', 'mancano 2 righe', 'cinque']);
  });

  test('a second time is counted anew', async () => {
    for (const word of ['prima', 'seconda']) {
      disk.full = true;
      for (const line of [`${word} a`, `${word} b`]) log.write(line);
      disk.full = false;
      await vi.advanceTimersByTimeAsync(6_000);
    }
    expect(disk.lines).toEqual(['prima a', 'mancano 1 righe', 'seconda a', 'mancano 1 righe']);
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
