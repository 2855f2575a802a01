import { type Command, InvalidArgumentError } from 'commander';
import { versionWords as words } from '../../words/versions.js';
import type { Deployment } from '../versions.js';

/** `ciclo versions`: which versions of the workers there are, and which of them gets the work. */
export function registerVersions(program: Command): void {
  const versions = program
    .command('versions')
    .description(words.description)
    .option('--json', words.json, false)
    .action(async ({ json }: { readonly json: boolean }) => {
      const { listVersions } = await import('../versions.js');
      const found = await withDeployment(listVersions);
      if (json) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
      else if (found.length === 0) process.stdout.write(`${words.none}\n`);
      else
        for (const { buildId, state, percentage } of found)
          process.stdout.write(`${words.line(buildId, words.states[state], percentage)}\n`);
    });
  versions
    .command('current')
    .description(words.current)
    .argument('<versione>', words.version)
    .action(async (buildId: string) => {
      const { setCurrentVersion } = await import('../versions.js');
      await withDeployment((deployment) => setCurrentVersion(deployment, buildId));
      process.stdout.write(`${words.madeCurrent(buildId)}\n`);
    });
  versions
    .command('ramp')
    .description(words.ramp)
    .argument('<versione>', words.version)
    .argument('<percento>', words.percentage, percentage)
    .action(async (buildId: string, share: number) => {
      const { setRampingVersion } = await import('../versions.js');
      await withDeployment((deployment) => setRampingVersion(deployment, buildId, share));
      process.stdout.write(`${words.ramping(buildId, share)}\n`);
    });
  versions
    .command('off')
    .description(words.off)
    .action(async () => {
      const { setCurrentVersion } = await import('../versions.js');
      await withDeployment((deployment) => setCurrentVersion(deployment, undefined));
      process.stdout.write(`${words.turnedOff}\n`);
    });
}

function percentage(text: string): number {
  const number = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || number > 100) throw new InvalidArgumentError(words.notPercentage);
  return number;
}

/** Lets `work` use the deployment of the configured cluster, or of the instance that runs on this data folder. */
async function withDeployment<T>(work: (deployment: Deployment) => Promise<T>): Promise<T> {
  const { connectionOptions, loadConfig } = await import('../../config.js');
  const { ownTemporalAddress } = await import('../doctor/temporal.js');
  const { EnvironmentError } = await import('../../platform/errors.js');
  const { PRODUCTION_SCHEMA } = await import('../../register/names.js');
  const { reachTemporal } = await import('../reach.js');
  const config = loadConfig();
  const address = config.temporal.address ?? ownTemporalAddress(config);
  if (address === undefined) throw new EnvironmentError(words.noAddress);
  const named = config.temporal.address !== undefined;
  const connection = await reachTemporal(named ? connectionOptions(address, config.temporal) : { address });
  try {
    return await work({ connection, namespace: config.temporal.namespace, name: PRODUCTION_SCHEMA });
  } finally {
    await connection.close();
  }
}
