import { existsSync, statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Config } from '../../config.js';
import { runningInstance } from '../../platform/instance-lock.js';
import { words } from '../../words/platform.js';
import { bad, type Check, good } from './check.js';

const DISK_MIN_BYTES = 1_000_000_000;
const say = words.doctor;

/** Which Node.js, SDK and system this is. */
export function checkVersions(): Check {
  const sdk = versionIn('@temporalio/worker');
  return good(
    say.versions,
    `Node.js ${process.versions.node}, Temporal SDK ${sdk}, ${process.platform}-${process.arch}`,
  );
}

/** Room on the disk of the data folder, which need not exist yet. */
export function checkFolder({ dataDir }: Config): Check {
  let existing = dataDir;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  const free = bavail * bsize;
  const found = say.folder(dataDir, Math.round(free / 1e9));
  return free < DISK_MIN_BYTES ? bad(say.data, found, say.freeDisk) : good(say.data, found);
}

/** Whether the system runs on the data folder. */
export function checkInstance({ dataDir }: Config): Check {
  const running = runningInstance(dataDir);
  return good(say.instance, running === undefined ? say.notRunning : say.running(running.pid, running.consoleUrl));
}

function versionIn(name: string): string {
  const manifest: unknown = createRequire(import.meta.url)(`${name}/package.json`);
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '?';
}
