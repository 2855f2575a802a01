import { setTimeout as sleep } from 'node:timers/promises';
import type { Supervised } from './kept.js';
import type { Servers } from './servers.js';

/** Something that breaks down, and is put right again when it resolves. */
export interface Fault {
  readonly name: string;
  strike(): Promise<void>;
}

const OUTAGE_MS = 4_000;

/** Every kind of fault that can be made here. */
export function faultsOf(servers: Servers, processes: readonly Supervised[]): readonly Fault[] {
  const { temporal, smtp, fill } = servers;
  const during = (begin: () => void | Promise<void>, end: () => void | Promise<void>) => async (): Promise<void> => {
    await begin();
    await sleep(OUTAGE_MS);
    await end();
  };
  return [
    ...processes.flatMap((one): readonly Fault[] => [
      { name: `${one.name}: kill -9`, strike: () => one.restart('SIGKILL') },
      { name: `${one.name}: orderly restart`, strike: () => one.restart('SIGTERM') },
    ]),
    {
      name: 'Temporal: kill -9',
      strike: async () => {
        temporal.kill();
        await temporal.stop();
        await temporal.restart();
      },
    },
    {
      name: 'Temporal: orderly restart',
      strike: async () => {
        await temporal.stop();
        await temporal.restart();
      },
    },
    { name: 'PostgreSQL: kill -9', strike: () => servers.restartPostgres('kill') },
    { name: 'PostgreSQL: orderly restart', strike: () => servers.restartPostgres('orderly') },
    {
      name: 'mail server away',
      strike: during(
        () => servers.smtpDown(),
        () => servers.smtpUp(),
      ),
    },
    {
      name: 'mail server refuses for now (451)',
      strike: during(
        () => void Object.assign(smtp, { fail: () => 451 }),
        () => servers.calm(),
      ),
    },
    {
      name: 'mail server takes messages and never says so',
      strike: during(
        () => void Object.assign(smtp, { timeoutAfterData: () => true }),
        () => servers.calm(),
      ),
    },
    ...(fill === undefined
      ? []
      : [
          {
            name: 'disk of the processes full',
            strike: during(
              () => fill(true),
              () => fill(false),
            ),
          },
        ]),
  ];
}
