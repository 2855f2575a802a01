import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../src/config.js';
import type { Log } from '../../src/platform/log.js';
import { type RunningPostgres, startPostgres } from '../../src/platform/postgres.js';
import { type RunningSink, type SinkFaults, startSink } from '../../src/platform/sink.js';
import { type FullServer, startFullServer } from '../morning/full-server.js';

/** The servers of a chaos run, each of which can be made to break down. */
export interface Servers {
  readonly temporal: FullServer;
  postgres(): RunningPostgres;
  /** Ends PostgreSQL, in order or at once, and starts it again on the same port. */
  restartPostgres(how: 'orderly' | 'kill'): Promise<void>;
  readonly smtp: SinkFaults;
  smtpDown(): Promise<void>;
  smtpUp(): Promise<void>;
  /** Folder of the messages that arrived. */
  readonly mailbox: string;
  readonly env: NodeJS.ProcessEnv;
  /** Data folder of a process. */
  dataOf(name: string): string;
  /** Leaves no room where processes keep their data, or gives it back; undefined where no such place could be made. */
  readonly fill: ((full: boolean) => void) | undefined;
  /** Nothing goes wrong any more. */
  calm(): void;
  stop(): Promise<void>;
}

const ROOM = '64m';
/** Left over when the disk is full. */
const BLOCK = 4_096;

const MOUNTS = '/proc/mounts';
const diskOf = (home: string): string => join(home, 'data');

/** An empty folder for a run, whatever one that was killed left there. */
export function emptyHome(home: string): void {
  const disk = diskOf(home);
  if (existsSync(MOUNTS) && readFileSync(MOUNTS, 'utf8').includes(` ${disk} `)) execFileSync('umount', ['-l', disk]);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
}

export async function startServers(home: string, log: Log): Promise<Servers> {
  const { cacheDir } = loadConfig();
  const start = (): Promise<RunningPostgres> => startPostgres({ dataDir: join(home, 'database'), cacheDir, log });
  let postgres = await start();
  const temporal = await startFullServer(postgres.url, home, cacheDir, log);
  const smtp: SinkFaults = {};
  const mailbox = join(home, 'mailbox');
  let sink: RunningSink = await startSink({ dir: mailbox, faults: smtp });
  let isUp = true;
  const small = smallDisk(diskOf(home), log);
  return {
    temporal,
    postgres: () => postgres,
    restartPostgres: async (how) => {
      if (how === 'kill') {
        const [pid = ''] = readFileSync(join(home, 'database', 'postgres', 'postmaster.pid'), 'utf8').split('\n');
        process.kill(Number(pid), 'SIGKILL');
        await postgres.ended;
      } else await postgres.stop();
      postgres = await start();
    },
    smtp,
    smtpDown: async () => {
      isUp = false;
      await sink.stop();
    },
    smtpUp: async () => {
      if (!isUp) sink = await startSink({ dir: mailbox, faults: smtp, port: Number(new URL(sink.url).port) });
      isUp = true;
    },
    mailbox,
    env: {
      DATABASE_URL: postgres.runUrl,
      DATABASE_OWNER_URL: postgres.url,
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: temporal.namespace,
      SMTP_URL: sink.url,
    },
    dataOf: (name) => join(diskOf(home), name),
    fill: small?.fill,
    calm: () => {
      delete smtp.fail;
      delete smtp.timeoutAfterData;
    },
    stop: async () => {
      await sink.stop();
      await temporal.stop();
      await postgres.stop();
      small?.remove();
    },
  };
}

/** A file system of its own with little room, where this account may mount one. */
function smallDisk(folder: string, log: Log): { fill(full: boolean): void; remove(): void } | undefined {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${ROOM}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    log.line('no file system of little room can be mounted here: the disk will not fill up');
    return undefined;
  }
  const ballast = join(folder, 'ballast');
  return {
    fill: (full) => {
      if (!full) return rmSync(ballast, { force: true });
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - BLOCK)));
    },
    remove: () => void execFileSync('umount', ['-l', folder]),
  };
}
