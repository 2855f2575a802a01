import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './programs.js';
import type { SiteFile, SiteStore } from './store.js';

/** A path as `sftp` reads it in a batch: between quotes nothing in it is a pattern. */
const quoted = (path: string): string => `"${path.replaceAll(/["\\*?[\]]/g, '\\$&')}"`;

/**
 * A folder reached by SFTP, with OpenSSH's own program: keys and known hosts are those of the account, and nobody is asked anything.
 * @param folder without a slash at the end
 * @param how what the program is told besides: `-P 2222`, and whom to reach
 */
export function sftpStore(address: string, folder: string, how: readonly string[]): SiteStore {
  const batch = (lines: readonly string[]): Promise<Buffer> =>
    run('sftp', ['-q', '-b', '-', '-oBatchMode=yes', ...how], { input: `${lines.join('\n')}\n` });
  return {
    address,
    put: async (files) => void (await batch([...foldersOf(files), ...files.flatMap(lines)])),
    read: async (path) => {
      const here = await mkdtemp(join(tmpdir(), 'ciclo-sftp-'));
      try {
        const to = join(here, 'letto');
        await batch([`get ${quoted(`${folder}/${path}`)} ${quoted(to)}`]);
        return await readFile(to);
      } finally {
        await rm(here, { recursive: true });
      }
    },
  };

  /** What begins with a dash may fail: the folder is there. */
  function foldersOf(files: readonly SiteFile[]): readonly string[] {
    const folders = files.flatMap(({ path }) => {
      const parts = path.split('/').slice(0, -1);
      return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
    });
    return [...new Set(folders)].sort().map((one) => `-mkdir ${quoted(`${folder}/${one}`)}`);
  }

  /** Readers of the site see the old file or the new one. */
  function lines({ path, from }: SiteFile): readonly string[] {
    const to = `${folder}/${path}`;
    return [`put ${quoted(from)} ${quoted(`${to}.parziale`)}`, `rename ${quoted(`${to}.parziale`)} ${quoted(to)}`];
  }
}
