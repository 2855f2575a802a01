import { join } from 'node:path';
import { words } from '../words/platform.js';
import { cached } from './cache.js';
import { EnvironmentError } from './errors.js';
import { attempt, type Log } from './log.js';
import { findOnPath, isExecutable, runProgram } from './program.js';
import { downloadWithSdk } from './sdk-download.js';

/** A `temporal` command that works. */
interface TemporalBinary {
  readonly path: string;
  /** What it says of itself: `temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)`. */
  readonly version: string;
  readonly source: 'TEMPORAL_CLI' | 'PATH' | 'cache';
}

/** Where to look and who hears of it. */
export interface ResolveOptions {
  readonly cacheDir: string;
  readonly log: Log;
  readonly env?: NodeJS.ProcessEnv;
}

/** Later ones carry a replace directive, which `go install` refuses. */
const CLI_VERSION = 'v1.5.1';
const CLI_MODULE = `github.com/temporalio/cli/cmd/temporal@${CLI_VERSION}`;
const CACHE_NAME = `temporal-${CLI_VERSION}-${process.platform}-${process.arch}`;
/** Older servers lack what the workflows use (updates with validators, accepted asynchronously). */
export const SERVER_MIN = [1, 28] as const;

/**
 * Finds a `temporal` command, or gets one once and for all into the cache: named by TEMPORAL_CLI; on PATH; in the cache;
 * downloaded by the SDK; built with Go.
 * @throws EnvironmentError naming what was tried, why it failed, and what the user can do
 */
export async function resolveTemporalBinary(o: ResolveOptions): Promise<TemporalBinary> {
  const env = o.env ?? process.env;
  const named = env.TEMPORAL_CLI;
  if (named !== undefined && named !== '') {
    const version = await versionOf(named);
    if (version === undefined) throw new EnvironmentError(...words.setup.namedCliFails(named));
    return { path: named, version, source: 'TEMPORAL_CLI' };
  }
  const onPath = findOnPath('temporal', env.PATH);
  if (onPath !== undefined) {
    const version = await versionOf(onPath);
    if (version !== undefined && isRecent(version)) return { path: onPath, version, source: 'PATH' };
    o.log.line(words.setup.pathCliSkipped(onPath, version, SERVER_MIN.join('.')));
  }
  return cached({ dir: o.cacheDir, name: CACHE_NAME, log: o.log, make: (folder) => obtain(folder, o.log, env), check });
}

/** Whether the cache already holds a command that works. */
export async function isCached(cacheDir: string): Promise<boolean> {
  return (await check(join(cacheDir, CACHE_NAME))) !== undefined;
}

async function check(folder: string): Promise<TemporalBinary | undefined> {
  const path = join(folder, executableName('temporal'));
  if (!isExecutable(path)) return undefined;
  const version = await versionOf(path);
  return version === undefined ? undefined : { path, version, source: 'cache' };
}

async function obtain(folder: string, log: Log, env: NodeJS.ProcessEnv): Promise<void> {
  const refusal = await attempt(log, words.setup.downloadingCli, async (note) => {
    await downloadWithSdk('temporal', CLI_VERSION, folder, note);
    if ((await check(folder)) === undefined) throw new Error(words.setup.doesNotRun);
  });
  if (refusal === undefined) return;
  const tried = [words.setup.triedDownload(refusal)];

  const go = findOnPath('go', env.PATH);
  if (go === undefined) {
    tried.push(words.setup.noGo);
  } else {
    log.line(words.setup.buildIsLong(refusal));
    const failure = await attempt(log, words.setup.buildingCli, (note) => build(go, folder, env, note));
    if (failure === undefined) return;
    tried.push(words.setup.triedGo(failure));
  }
  throw new EnvironmentError(...words.setup.noCli(tried));
}

/** About five minutes and 3 GB of Go cache on two cores. `-v` names each package as it is done: that is the progress. */
async function build(
  go: string,
  folder: string,
  env: NodeJS.ProcessEnv,
  note: (detail: string) => void,
): Promise<void> {
  let packages = 0;
  const { status, output } = await runProgram(go, ['install', '-v', CLI_MODULE], {
    env: { ...env, GOBIN: folder, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' },
    cwd: folder, // outside any Go module, whose go.mod would otherwise be consulted
    onLine: (line) => {
      if (line.startsWith('go: ')) return note(line.slice(4));
      packages += 1;
      note(words.setup.packagesBuilt(packages));
    },
  });
  if (status !== 0) throw new Error(output.trimEnd().split('\n').slice(-3).join(' '));
}

/** What the command says of itself, or undefined when it does not run or is something else. */
export async function versionOf(path: string): Promise<string | undefined> {
  const { status, output } = await runProgram(path, ['--version'], { timeoutMs: 30_000 });
  return status === 0 && output.startsWith('temporal version') ? output.trim() : undefined;
}

function isRecent(version: string): boolean {
  const [, major, minor] = /Server (\d+)\.(\d+)/.exec(version) ?? [];
  if (major === undefined || minor === undefined) return false;
  return Number(major) > SERVER_MIN[0] || (Number(major) === SERVER_MIN[0] && Number(minor) >= SERVER_MIN[1]);
}

/** A program's file name on this system. */
export function executableName(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}
