import { setTimeout as sleep } from 'node:timers/promises';
import type { Supervised } from './kept.js';
import type { Servers } from './servers.js';

/** Something that breaks down, and is put right again when it resolves. */
export interface Fault {
  readonly name: string;
  strike(): Promise<void>;
}

const OUTAGE_MS = 4_000;

/** By how much a clock is wrong: beyond what the program takes for a bad network. */
const SKEW_MS = 3_600_000;

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
      ...[SKEW_MS, -SKEW_MS].map((skew) => ({
        name: `${one.name}: clock ${skew > 0 ? 'an hour ahead' : 'an hour behind'}`,
        strike: during(
          () => one.setClock(skew),
          () => one.setClock(0),
        ),
      })),
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
