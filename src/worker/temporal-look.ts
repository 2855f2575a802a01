import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { WorkflowAttempts } from '../domain/trouble-facts.js';
import { MOST_ATTEMPTS } from '../domain/troubles-of.js';
import { saidBy } from '../platform/payload-codec.js';
import { taskQueue } from '../workflows/ids.js';

/** What is asked of Temporal about the workflows of one space. */
export interface TemporalLook {
  readonly client: Client;
  readonly space: string;
}

/** Workflows described at the same time. */
const TOGETHER = 8;
/** How long the server is given for one look, in milliseconds: one that does not answer must not stop the others. */
const PATIENCE_MS = 10_000;

/** Names in the space of the workflows that run, launchers among them. One listing, a page for each thousand. */
export async function runningWorkflows({ client, space }: TemporalLook): Promise<readonly string[]> {
  return await client.withDeadline(Date.now() + PATIENCE_MS, async () => {
    const names: string[] = [];
    const query = `ExecutionStatus = 'Running' AND TaskQueue = '${taskQueue(space)}'`;
    for await (const { workflowId } of client.workflow.list({ query }))
      if (workflowId.startsWith(`${space}/`)) names.push(workflowId.slice(space.length + 1));
    return names.sort();
  });
}

/** How often each was tried; one that ended meanwhile is left out. */
export async function attemptsOf(
  look: TemporalLook,
  workflows: readonly string[],
): Promise<readonly WorkflowAttempts[]> {
  const waiting = [...workflows];
  const seen: WorkflowAttempts[] = [];
  const describeNext = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const attempts = await attemptsAt(look, name);
      if (attempts !== undefined) seen.push(attempts);
    }
  };
  await look.client.withDeadline(Date.now() + PATIENCE_MS, () =>
    Promise.all(Array.from({ length: TOGETHER }, describeNext)),
  );
  return seen;
}

async function attemptsAt({ client, space }: TemporalLook, workflow: string): Promise<WorkflowAttempts | undefined> {
  const handle = client.workflow.getHandle(`${space}/${workflow}`);
  try {
    const { raw, runId } = await handle.describe();
    const task = raw.pendingWorkflowTask?.attempt ?? 0;
    return {
      workflow,
      activities: await Promise.all(
        (raw.pendingActivities ?? []).map(async ({ activityType, attempt, lastFailure }) => ({
          activity: activityType?.name ?? '',
          attempts: attempt ?? 1,
          failure: await said(client, lastFailure),
        })),
      ),
      task:
        task > MOST_ATTEMPTS.task
          ? { attempts: task, failure: await lastTaskFailure(client, handle.workflowId, runId) }
          : undefined,
    };
  } catch (cause) {
    if (cause instanceof WorkflowNotFoundError) return undefined;
    throw cause;
  }
}

/** What a workflow task failed with: only the first try of it is in the history. */
async function lastTaskFailure(client: Client, workflowId: string, runId: string): Promise<string> {
  const { history } = await client.workflowService.getWorkflowExecutionHistoryReverse({
    namespace: client.options.namespace,
    execution: { workflowId, runId },
    maximumPageSize: 20,
  });
  const failed = history?.events?.find((event) => event.workflowTaskFailedEventAttributes != null);
  return await said(client, failed?.workflowTaskFailedEventAttributes?.failure);
}

const LONGEST_FAILURE = 300;

type KeptFailure = Parameters<typeof saidBy>[1];

const said = async ({ options }: Client, failure: KeptFailure): Promise<string> =>
  oneLine(await saidBy(options.loadedDataConverter, failure));

const oneLine = (text = ''): string => {
  const line = text.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  return line.length > LONGEST_FAILURE ? `${line.slice(0, LONGEST_FAILURE)}…` : line;
};

/** Why the last start of a body's cycle came to nothing; undefined when Temporal remembers none, or it is still trying. */
export async function launchFailure({ client, space }: TemporalLook, entity: string): Promise<string | undefined> {
  const query = `WorkflowType = 'launchCycle' AND TaskQueue = '${taskQueue(space)}' AND ExecutionStatus IN ('Failed', 'Terminated', 'TimedOut')`;
  return await client.withDeadline(Date.now() + PATIENCE_MS, async () => {
    for await (const { workflowId, runId } of client.workflow.list({ query })) {
      if (!workflowId.startsWith(`${space}/${entity}/`)) continue;
      const { history } = await client.workflowService.getWorkflowExecutionHistoryReverse({
        namespace: client.options.namespace,
        execution: { workflowId, runId },
        maximumPageSize: 1,
      });
      return await failureIn(client, history?.events?.[0]);
    }
    return undefined;
  });
}

type HistoryEvent = NonNullable<
  NonNullable<Awaited<ReturnType<Client['workflowService']['getWorkflowExecutionHistoryReverse']>>['history']>['events']
>[number];

/** The deepest cause of how a workflow ended: what is around it says only where it was. */
async function failureIn(client: Client, event: HistoryEvent | undefined): Promise<string | undefined> {
  let failure = event?.workflowExecutionFailedEventAttributes?.failure;
  while (failure?.cause != null) failure = failure.cause;
  const line = await said(client, failure);
  return line === '' ? undefined : line;
}
