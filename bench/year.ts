import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { terminalLog } from '../src/platform/log.js';
import { startTemporal } from '../src/platform/temporal.js';
import { row, say } from './morning/figures.js';

type HistoryEvent = proto.temporal.api.history.v1.IHistoryEvent;
const { EventType } = proto.temporal.api.enums.v1;

const GOAL = 2_000;
const SPEED = '800000';

/**
 * What a body's whole year costs on Temporal: events in its histories, and actions as Temporal's pricing counts them, in
 * a rehearsal from the first step to the last with all its people.
 */
export async function run(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ciclo-anno-'));
  const cacheDir = process.env.CICLO_CACHE ?? join(homedir(), '.cache', 'ciclo');
  const log = terminalLog(process.stdout);
  try {
    await log.during('a rehearsal of the whole year', () => rehearse(dataDir));
    const server = await startTemporal({ dataDir, cacheDir, namespace: 'ciclo', log, headless: true });
    try {
      await count(server.address, server.namespace);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function rehearse(dataDir: string): Promise<void> {
  const program = fileURLToPath(new URL('../bin/ciclo', import.meta.url));
  const child = spawn(process.execPath, [program, 'rehearse', '--once', '--speed', SPEED], {
    env: { ...process.env, CICLO_DATA: dataDir, CONSOLE_PORT: '8397' },
    stdio: 'ignore',
  });
  return new Promise((resolve, reject) =>
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the rehearsal ended with ${code}`)))),
  );
}

async function count(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    const client = new Client({ connection, namespace });
    let [workflows, events, actions, longest] = [0, 0, 0, 0];
    const kinds = new Map<string, number>();
    for await (const one of client.workflow.list()) {
      if (one.workflowId.includes('temporal-sys')) continue;
      const history = await client.workflow.getHandle(one.workflowId, one.runId).fetchHistory();
      const own = history.events ?? [];
      workflows += 1;
      events += own.length;
      longest = Math.max(longest, own.length);
      for (const [kind, n] of actionsIn(own)) {
        kinds.set(kind, (kinds.get(kind) ?? 0) + n);
        actions += n;
      }
    }
    row('workflows of a body and year', String(workflows));
    row('events in all their histories', `${events}, the longest ${longest}`);
    row('Temporal actions', `${actions}${actions <= GOAL ? '' : ` (goal: ${GOAL})`}`);
    for (const [kind, n] of [...kinds].sort((a, b) => b[1] - a[1])) say(`  ${kind.padEnd(46)} ${n}`);
    say('queries and heartbeats are not in histories, and not counted');
  } finally {
    await connection.close();
  }
}

/** Actions by kind. Local activities of one workflow task count once; starting a child counts for parent and child. */
function actionsIn(events: readonly HistoryEvent[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (kind: string): void => void found.set(kind, (found.get(kind) ?? 0) + 1);
  const withLocal = new Set<string>();
  for (const event of events) {
    switch (event.eventType) {
      case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED:
        add('workflow started');
        break;
      case EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED:
        add('child asked for');
        break;
      case EventType.EVENT_TYPE_TIMER_STARTED:
        add('timer');
        break;
      case EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED:
        for (let n = 0; n < Math.max(1, event.activityTaskStartedEventAttributes?.attempt ?? 1); n++) add('activity');
        break;
      case EventType.EVENT_TYPE_MARKER_RECORDED:
        withLocal.add(String(event.markerRecordedEventAttributes?.workflowTaskCompletedEventId));
        break;
      case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED:
        add('signal');
        break;
      case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED:
        add('update');
        break;
      case EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES:
        add('search attributes');
        break;
      default:
    }
  }
  if (withLocal.size > 0) found.set('workflow task with local activities', withLocal.size);
  return found;
}
