import { readConfig } from '../../../config.js';
import { checkBodies } from './bodies.js';
import type { Check, ExamineOptions } from './check.js';
import { checkDatabase, latestRehearsal } from './database.js';
import { checkFolder, checkInstance, checkLinks, checkVersions } from './machine.js';
import { checkMail } from './mail.js';
import { checkSources } from './sources.js';
import { checkTemporal } from './temporal.js';

/** Looks at the configuration, the versions, and each server it names. Changes and starts nothing. */
export async function examine(env: NodeJS.ProcessEnv, options: ExamineOptions): Promise<readonly Check[]> {
  const read = readConfig(env);
  if (!read.ok) {
    const wrong = read.error.map((e): Check => ({ state: 'bad', what: e.variable, found: e.message }));
    return [checkVersions(), ...wrong];
  }
  const config = read.value;
  const rehearsal = await latestRehearsal(config);
  const servers = await Promise.all([
    checkDatabase(config),
    checkTemporal(config, env, { ...options, rehearsal }),
    checkMail(config),
  ]);
  return [
    checkVersions(),
    checkFolder(config),
    checkInstance(config),
    checkBodies(config),
    ...servers.flat(),
    checkLinks(config),
    checkSources(config),
  ];
}
