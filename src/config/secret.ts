import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.js';
import { EnvironmentError } from '../platform/errors.js';
import { privateDataFolder } from '../platform/private.js';
import { isErrno } from '../platform/processes.js';
import { MIN_SECRET, say } from './variables.js';

/** The secret that signs links: the configured one, otherwise one generated once, kept in `dataDir` and readable by its owner only. */
export function secretOf(config: Pick<Config, 'secret' | 'dataDir'>): string {
  if (config.secret !== undefined) return config.secret;
  const file = join(config.dataDir, 'secret');
  privateDataFolder(config.dataDir);
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
    try {
      linkSync(draft, file); // unlike a rename it never replaces the one another process has just made
    } catch (error) {
      if (!isErrno(error, 'EEXIST')) throw error;
    } finally {
      rmSync(draft);
    }
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < MIN_SECRET) throw new EnvironmentError(...say.secretFileBroken(file));
  return secret;
}
