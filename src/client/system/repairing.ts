import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { connectionOptions } from '../../config/connection-options.js';
import type { Config } from '../../config.js';
import { REAL_TIME } from '../../domain/clock.js';
import { cycleKey } from '../../domain/cycle-id.js';
import { lasting, type Mend, mendsOf } from '../../domain/repair.js';
import { ENDS_WITHIN_MINUTES } from '../../domain/troubles-of.js';
import { isInstalled } from '../../platform/backup.js';
import { Failure } from '../../platform/errors.js';
import { askingToStop, runningInstance } from '../../platform/instance-lock.js';
import { quietLog } from '../../platform/log.js';
import { converting } from '../../platform/payload-codec.js';
import { handleShutdown } from '../../platform/shutdown.js';
import { terminalUser } from '../../platform/terminal-user.js';
import { loadClock, presentIn } from '../../register/clock.js';
import { cycleOf, listCycles } from '../../register/cycles.js';
import { openRegister, type Register } from '../../register/database.js';
import { appendLog } from '../../register/log.js';
import { listRegisters, migrate } from '../../register/migrate.js';
import { seeing, seeingEveryBody } from '../../register/sight.js';
import { runningPlaces, stepsEndedWithin } from '../../register/trouble-facts.js';
import { through } from '../../register/via.js';
import { exportWords } from '../../words/export.js';
import { repairWords } from '../../words/repair.js';
import { runningWorkflows } from '../../worker/temporal-look.js';
import { taskQueue } from '../../workflows/ids.js';
import { launchCycle } from '../../workflows/launcher.js';
import { listeners } from './doctor/temporal.js';
import { payloadKeysOf } from './payload-keys.js';
import { withRunningServers } from './serve.js';
import { reachServers, startServers } from './servers.js';

/** The two that are held against each other. */
export interface Compared {
  readonly register: Register;
  readonly temporal: Client;
  readonly space: string;
}

/**
 * What is to be mended in a space. Nothing is changed.
 * @param atWork workers work: a step that ended a short while ago still waits for its mails, and is in it only when it does for too
 *   long; one that is just beginning may be in it
 */
export async function compare({ register, temporal, space }: Compared, atWork: boolean): Promise<readonly Mend[]> {
  // Temporal holds the cycles of every body in one space: what stands in the register is asked of every body too.
  const [cycles, places, ending, workflows] = await seeingEveryBody(() =>
    Promise.all([
      listCycles(register.db),
      runningPlaces(register.db),
      atWork ? stepsEndedWithin(register.db, ENDS_WITHIN_MINUTES) : [],
      runningWorkflows({ client: temporal, space }),
    ]),
  );
  return mendsOf({
    cycles: new Map(cycles.map(({ id, status }) => [id, status])),
    register: places,
    temporal: workflows,
    ending,
  });
}

/**
 * Carries out a mend, while no worker works: terminated workflows then run nothing more, and what is started waits for one.
 * Each has its line in the log, written once it is done.
 */
export async function carryOutMend({ register, temporal, space }: Compared, plan: Mend): Promise<void> {
  for (const name of plan.ends) await end(temporal, `${space}/${name}`);
  const clock = (await loadClock(register.db))?.clock ?? REAL_TIME;
  const { entity, exercise } = cycleKey(plan.cycle);
  if (plan.kind !== 'end') {
    const input = { space, entity, exercise, clock };
    const workflowId = `${space}/${plan.cycle}/avvio`;
    await temporal.workflow
      .start(launchCycle, { workflowId, taskQueue: taskQueue(space), args: [input] })
      .catch((cause: unknown) => {
        // It has been asked for already, and waits for a worker as well.
        if (!(cause instanceof WorkflowExecutionAlreadyStartedError)) throw cause;
      });
  }
  const { kind, ends, missing, stray } = plan;
  const known = await cycleOf(register.db, plan.cycle);
  await appendLog(register.db, {
    at: await presentIn(register.db),
    actor: terminalUser(),
    action: `process-${kind}`,
    subject: plan.cycle,
    cycle: known === undefined ? undefined : plan.cycle,
    detail: { ends, missing, stray },
  });
}

/** Ends a workflow without letting its code run any more. */
async function end(temporal: Client, workflowId: string): Promise<void> {
  await temporal.workflow
    .getHandle(workflowId)
    .terminate(repairWords.reason)
    .catch((cause: unknown) => {
      if (!(cause instanceof WorkflowNotFoundError)) throw cause;
    });
}

/** What was found, and whether it was mended. */
export interface Repaired {
  readonly space: string;
  readonly mends: readonly Mend[];
  readonly mended: boolean;
}

/** A step that begins or ends disagrees for a moment: only what still does after this is told. */
const DOUBT_MS = 3_000;

/**
 * Compares register and Temporal and, if asked to, mends. Beside a system at work it only tells; to mend, it is alone on the
 * servers: those configured, or our own, started for as long as it takes.
 * @throws Failure when it is to mend and a worker works, or there is no such space
 */
export async function repair(config: Config, space: string, yes: boolean): Promise<Repaired> {
  // Nothing is made for what is to be looked at.
  if (config.databaseUrl === undefined && !isInstalled(config.dataDir))
    throw new Failure(1, ...repairWords.nothing(config.dataDir));
  const shutdown = handleShutdown(quietLog);
  try {
    const isBeside = !yes && runningInstance(config.dataDir) !== undefined;
    const servers = isBeside
      ? await reachServers(withRunningServers(config), quietLog, shutdown)
      : await startServers(config, quietLog, shutdown).catch(askingToStop(config.dataDir));
    const spaces = await listRegisters(servers.databaseUrl);
    if (!spaces.includes(space)) throw new Failure(1, exportWords.noSpace(space, spaces));
    const { address, namespace } = servers.temporal;
    const connection = await Connection.connect(connectionOptions(address, config.temporal));
    shutdown.add('la connessione a Temporal', () => connection.close());
    const workers = await listeners(connection, namespace, space);
    if (yes && workers.length > 0) throw new Failure(1, ...repairWords.working(workers));
    // Not before: under workers at work the register stays as they know it.
    if (yes) await migrate({ url: servers.databaseUrl, runUrl: servers.runUrl, schema: space });
    const register = await openRegister({ url: servers.runUrl, schema: space, connections: 3 });
    shutdown.add('il registro', () => register.close());
    const keys = await payloadKeysOf(config.temporal, register.db);
    const temporal = new Client({ connection, namespace, ...converting(keys) });
    const both = { register, temporal, space };
    const atWork = workers.length > 0;
    let mends = await compare(both, atWork);
    if (mends.length > 0 && atWork) {
      await sleep(DOUBT_MS);
      mends = lasting(mends, await compare(both, atWork));
    }
    if (yes) {
      await through({ channel: 'command-line' }, async () => {
        for (const one of mends) await seeing(cycleKey(one.cycle).entity, () => carryOutMend(both, one));
      });
    }
    return { space, mends, mended: yes };
  } finally {
    await shutdown.now();
  }
}
