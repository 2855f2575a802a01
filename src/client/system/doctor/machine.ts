import { statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Config } from '../../../config.js';
import { runningInstance } from '../../../platform/instance-lock.js';
import { nearest, unwritable } from '../../../platform/writable.js';
import { doctorWords as say } from '../../../words/doctor.js';
import { bad, type Check, good } from './check.js';

const DISK_MIN_BYTES = 1_000_000_000;

/** Oldest Node.js that works: `engines` of package.json. */
const NODE_WANTED = [20, 19] as const;

/** Which Node.js, SDK and system this is. */
export function checkVersions(node: string = process.versions.node): Check {
  const sdk = versionIn('@temporalio/worker');
  const found = `Node.js ${node}, Temporal SDK ${sdk}, ${process.platform}-${process.arch}`;
  return atLeast(node, NODE_WANTED)
    ? good(say.versions, found)
    : bad(say.versions, found, say.updateNode(NODE_WANTED.join('.')));
}

/** Whether a version such as `1.29.1` is not older than another. */
export function atLeast(version: string, [wantedMajor, wantedMinor]: readonly [number, number]): boolean {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** Whether links in mails that really leave lead somewhere. */
export function checkLinks({ smtpUrl, console: { url } }: Pick<Config, 'smtpUrl' | 'console'>): Check {
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
  return local && smtpUrl !== undefined
    ? bad(say.links, say.linksLocal(url), say.setConsoleUrl)
    : good(say.links, say.linksGo(url));
}

/** Whether the data folder, which need not exist yet, can be written in, and the room on its disk. */
export function checkFolder({ dataDir }: Pick<Config, 'dataDir'>): Check {
  const reason = unwritable(dataDir);
  if (reason !== undefined) return bad(say.data, say.cannotWrite(dataDir, reason), say.makeWritable('CICLO_DATA'));
  const { bavail, bsize } = statfsSync(nearest(dataDir));
  const free = bavail * bsize;
  const found = say.folder(dataDir, Math.round(free / 1e9));
  return free < DISK_MIN_BYTES ? bad(say.data, found, say.freeDisk) : good(say.data, found);
}

/** Whether programs that are still to be got can be kept: only where servers of our own are used. */
export function checkCache({ cacheDir, databaseUrl, temporal }: Config): readonly Check[] {
  if (databaseUrl !== undefined && temporal.address !== undefined) return [];
  const reason = unwritable(cacheDir);
  return reason === undefined
    ? [good(say.cache, cacheDir)]
    : [bad(say.cache, say.cannotWrite(cacheDir, reason), say.makeWritable('CICLO_CACHE'))];
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
