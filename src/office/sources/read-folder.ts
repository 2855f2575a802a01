import { open, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ok, type Result } from '../../domain/result.js';
import { sourceWords } from '../../words/sources.js';
import { codeOf, type Failure, failed, failedForNow } from './failure.js';
import type { Limits } from './limits.js';

const say = sourceWords.failed;

/** Reads a file dropped in a connection's folder; a link that leads out of the folder is not followed. */
export async function readFolder(folder: string, file: string, limits: Limits): Promise<Result<Buffer, Failure>> {
  try {
    const path = await realpath(join(folder, file));
    const inside = relative(await realpath(folder), path);
    if (inside === '..' || inside.startsWith(`..${sep}`)) return failed(say.outside(file));
    // Opening what is no file, a pipe say, could wait for ever.
    if (!(await stat(path)).isFile()) return failed(say.notAFile(file));
    return await readUpTo(path, limits.maxBytes);
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') return failed(say.noFile(file));
    const reason = say.unreadable(file, code);
    return code === 'EACCES' || code === 'EPERM' ? failed(reason) : failedForNow(reason);
  }
}

async function readUpTo(path: string, maxBytes: number): Promise<Result<Buffer, Failure>> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    if (size > maxBytes) return failed(say.tooBig(maxBytes / 1_000_000));
    // The file may grow while it is read: what is taken has an end of its own.
    const bytes = Buffer.alloc(size);
    const { bytesRead } = await handle.read(bytes, 0, size, 0);
    return bytesRead === 0 ? failed(say.empty) : ok(bytes.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}
