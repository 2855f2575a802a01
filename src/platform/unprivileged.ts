import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { words } from '../words/platform.js';
import { EnvironmentError } from './errors.js';
import { isErrno } from './processes.js';

/** The user a program that refuses to be root runs as. */
export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** How to start a program as somebody else than root. */
export interface Launch {
  readonly file: string;
  readonly args: readonly string[];
  readonly options: { readonly uid?: number; readonly gid?: number };
}

/**
 * Whom PostgreSQL runs as: undefined when we are not root, and it runs as we do.
 * An existing data folder keeps its owner; a new one goes to the system's `postgres` or, failing that, `nobody`. No user is created.
 */
export function unprivilegedUser(dataFolder: string): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  try {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid };
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error;
  }
  for (const name of ['postgres', 'nobody']) {
    const user = systemUser(name);
    if (user !== undefined) return user;
  }
  throw new EnvironmentError(...words.postgres.noUser);
}

/**
 * The command that runs `file` as `user`. Where `user` may not enter the folders it needs (a checkout under /root), the program
 * keeps the one capability of entering them.
 * @throws EnvironmentError when it may not enter and the system offers no way
 */
export function launchAs(
  user: User | undefined,
  file: string,
  args: readonly string[],
  needs: readonly string[],
): Launch {
  if (user === undefined) return { file, args, options: {} };
  const closed = needs.map((path) => firstClosedFolder(path, user)).find((folder) => folder !== undefined);
  if (closed === undefined) return { file, args, options: user };
  const keep = '+dac_override';
  const setpriv = [
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    `--inh-caps=${keep}`,
    `--ambient-caps=${keep}`,
    '--securebits=+no_setuid_fixup', // without it access(2), with which PostgreSQL looks for its programs, ignores the capability
  ];
  if (spawnSync('setpriv', [...setpriv, '--', 'true'], { stdio: 'ignore' }).status === 0) {
    return { file: 'setpriv', args: [...setpriv, '--', file, ...args], options: {} };
  }
  throw new EnvironmentError(...words.postgres.closedToUser(closed));
}

/** The nearest folder from the root down to `path` that `user` may not pass through. */
function firstClosedFolder(path: string, user: User): string | undefined {
  const folders: string[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return folders.find((folder) => {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    return (mode & bit) === 0;
  });
}

function systemUser(name: string): User | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}
