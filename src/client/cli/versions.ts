import { type Command, InvalidArgumentError } from 'commander';
import { versionWords as words } from '../../words/versions.js';
import type { Deployment, WorkerVersion } from '../system/versions.js';

interface Json {
  readonly json: boolean;
}

/** `ciclo versions`: which versions of the workers there are, and which of them gets the work. */
export function registerVersions(program: Command): void {
  const versions = program.command('versions').description(words.description);
  const verb = (name: string, description: string): Command =>
    versions.command(name).description(description).option('--json', words.json, false);
  verb('show', words.show).action(async ({ json }: Json) => await answer(json, async () => undefined));
  verb('current', words.current)
    .argument('<versione>', words.version)
    .action(async (buildId: string, { json }: Json) => {
      const { setCurrentVersion } = await import('../system/versions.js');
      await answer(json, (deployment) => setCurrentVersion(deployment, buildId));
    });
  verb('ramp', words.ramp)
    .argument('<versione>', words.version)
    .argument('<percento>', words.percentage, percentage)
    .action(async (buildId: string, share: number, { json }: Json) => {
      const { setRampingVersion } = await import('../system/versions.js');
      await answer(json, (deployment) => setRampingVersion(deployment, buildId, share));
    });
  verb('off', words.off).action(async ({ json }: Json) => {
    const { setCurrentVersion } = await import('../system/versions.js');
    await answer(json, (deployment) => setCurrentVersion(deployment, undefined));
  });
}

/** Does it, and says how the versions stand then. */
async function answer(json: boolean, act: (deployment: Deployment) => Promise<void>): Promise<void> {
  const { listVersions } = await import('../system/versions.js');
  const found = await withDeployment(async (deployment) => {
    await act(deployment);
    return await listVersions(deployment);
  });
  if (json) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  else process.stdout.write(`${found.length === 0 ? words.none : found.map(lineOf).join('\n')}\n`);
}

const lineOf = ({ buildId, state, percentage: share }: WorkerVersion): string =>
  words.line(buildId, words.states[state], share);

function percentage(text: string): number {
  const number = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || number > 100) throw new InvalidArgumentError(words.notPercentage);
  return number;
}

/** Lets `work` use the deployment of the configured cluster, or of the instance that runs on this data folder. */
async function withDeployment<T>(work: (deployment: Deployment) => Promise<T>): Promise<T> {
  const { loadConfig } = await import('../../config.js');
  const { connectionOptions } = await import('../../config/connection-options.js');
  const { ownTemporalAddress } = await import('../system/doctor/temporal.js');
  const { EnvironmentError } = await import('../../platform/errors.js');
  const { PRODUCTION_SCHEMA } = await import('../../register/names.js');
  const { reachTemporal } = await import('../system/reach.js');
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
