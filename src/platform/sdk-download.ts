import { readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { words } from '../words/platform.js';
import { runProgram } from './program.js';

/** The programs Temporal's SDK can download. */
type SdkProgram = 'temporal' | 'temporal-test-server';

/** With no byte for so long, the host is taken to be out of reach. */
const FIRST_BYTE_MS = 20_000;
const STALLED_MS = 60_000;

/**
 * Has the SDK download a program into `folder`, where it ends up under its own name.
 * It happens in a process of its own, because the SDK neither limits its waiting nor can be interrupted.
 * @param version as Temporal names its releases: `v1.5.1`
 * @throws Error saying why it could not be had
 */
export async function downloadWithSdk(
  program: SdkProgram,
  version: string,
  folder: string,
  note: (detail: string) => void,
): Promise<void> {
  const giveUp = new AbortController();
  let bytes = 0;
  let lastProgress = Date.now();
  const watching = setInterval(() => {
    const now = sizeOf(folder);
    if (now > bytes) {
      bytes = now;
      lastProgress = Date.now();
      note(words.setup.megabytes(bytes));
    }
    if (Date.now() - lastProgress > (bytes === 0 ? FIRST_BYTE_MS : STALLED_MS)) giveUp.abort();
  }, 500);
  const launcher = fileURLToPath(new URL('../../bin/ciclo', import.meta.url));
  const { output } = await runProgram(process.execPath, [launcher, 'sdk-download', program, version, folder], {
    signal: giveUp.signal,
  });
  clearInterval(watching);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const arrived = readdirSync(folder).find((name) => name === `${program}-${version}${suffix}`);
  if (arrived !== undefined) {
    return renameSync(join(folder, arrived), join(folder, `${program}${suffix}`));
  }
  throw new Error(giveUp.signal.aborted ? words.setup.hostSilent : reasonIn(output));
}

/** The SDK tells the whole chain of causes on one line: the last is the one that says something ("dns error: …"). */
function reasonIn(output: string): string {
  const chain = output.trim().split(': ');
  return chain.slice(-2).join(': ').slice(0, 200);
}

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce(
    (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}
