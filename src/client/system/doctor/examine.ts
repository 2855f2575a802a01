import { readConfig } from '../../../config.js';
import { unwritable } from '../../../platform/writable.js';
import { checkBodies } from './bodies.js';
import type { Check, ExamineOptions } from './check.js';
import { checkDatabase, latestRehearsal } from './database.js';
import { checkCache, checkFolder, checkInstance, checkLinks, checkVersions } from './machine.js';
import { checkMail } from './mail.js';
import { checkPort } from './port.js';
import { checkSources } from './sources.js';
import { checkTemporal } from './temporal.js';

/**
 * Looks at the configuration, the versions, each folder and server it names. Starts nothing, and leaves nothing behind of what it tries
 * to write.
 */
export async function examine(env: NodeJS.ProcessEnv, options: ExamineOptions): Promise<readonly Check[]> {
  const read = readConfig(env);
  if (!read.ok) {
    const wrong = read.error.map((e): Check => ({ state: 'bad', what: e.variable, found: e.message }));
    return [checkVersions(), ...wrong];
  }
  const config = read.value;
  const folder = checkFolder(config);
  // What runs, and with which servers, is read there: nothing else can be said before it is mended.
  if (unwritable(config.dataDir) !== undefined) return [checkVersions(), folder];
  const rehearsal = await latestRehearsal(config);
  const servers = await Promise.all([
    checkDatabase(config),
    checkTemporal(config, env, { ...options, rehearsal }),
    checkMail(config),
  ]);
  return [
    checkVersions(),
    folder,
    ...checkCache(config),
    checkInstance(config),
    await checkPort(config),
    checkBodies(config),
    ...servers.flat(),
    checkLinks(config),
    checkSources(config),
  ];
}
