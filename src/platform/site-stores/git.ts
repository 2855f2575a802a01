import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from './programs.js';
import type { SiteStore } from './store.js';

/**
 * A branch of a Git repository, such as those that pages are served from. What somebody else pushed there stays.
 * @param folder where this machine keeps its copy
 */
export function gitStore(repository: string, branch: string, folder: string): SiteStore {
  const git = (...args: readonly string[]): Promise<Buffer> => run('git', args, { cwd: folder });
  const isThere = async (): Promise<boolean> => (await git('ls-remote', '--heads', 'origin', branch)).length > 0;
  const begin = async (): Promise<void> => {
    if (existsSync(join(folder, '.git'))) return;
    await mkdir(folder, { recursive: true });
    await git('init', '--quiet', `--initial-branch=${branch}`);
    await git('remote', 'add', 'origin', repository);
  };
  return {
    address: `${repository}#${branch}`,
    put: async (files) => {
      await begin();
      if (await isThere()) {
        await git('fetch', '--quiet', 'origin', branch);
        await git('checkout', '--quiet', '--force', '-B', branch, 'FETCH_HEAD');
      }
      for (const { path, from } of files) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await copyFile(from, join(folder, path));
      }
      await git('add', '--all');
      if ((await git('status', '--porcelain')).length === 0) return;
      const who = ['-c', 'user.name=Ciclo', '-c', 'user.email=ciclo@localhost.localdomain'];
      await git(...who, 'commit', '--quiet', '--message', 'Amministrazione trasparente');
      await git('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
    },
    read: async (path) => {
      await begin();
      await git('fetch', '--quiet', 'origin', branch);
      return await git('show', `FETCH_HEAD:${path}`);
    },
  };
}
