import { ActivityNotFoundError, type Client } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';

type Description = temporal.api.workflowservice.v1.IDescribeWorkflowExecutionResponse;

/** Numbers of Temporal's states of what somebody has in hand: `PENDING_ACTIVITY_STATE_STARTED`, `PENDING_WORKFLOW_TASK_STATE_STARTED`. */
const STARTED = 2;
const LOOK_MS = 100;
/** What is not back by then, longer than a workflow's task may be in hand, is left to its own time-out. */
const LONGEST_MS = 30_000;

/**
 * Takes back whatever a worker that is no more had in hand, so that the next one finds it at once: activities it had begun
 * are told to have failed, as they have, instead of being waited for until they time out; its tasks of workflows, which
 * only time gives back, are waited for. To be called while no worker of these workflows runs.
 * @returns how many activities were taken back
 */
export async function takeBack(client: Client, workflows: readonly string[], longestMs = LONGEST_MS): Promise<number> {
  const until = Date.now() + longestMs;
  const { namespace } = client.options;
  const taken = new Set<string>();
  // Tasks that follow are not kept for the cache of the worker that is no more.
  for (const workflowId of workflows)
    await client.workflowService.resetStickyTaskQueue({ namespace, execution: { workflowId } });
  let waiting = workflows;
  while (waiting.length > 0 && Date.now() < until) {
    const still: string[] = [];
    for (const workflowId of waiting) {
      const { raw } = await client.workflow.getHandle(workflowId).describe();
      for (const activityId of startedIn(raw)) {
        await fail(client, workflowId, activityId);
        taken.add(`${workflowId}/${activityId}`);
      }
      if (!isBack(raw, (activityId) => taken.has(`${workflowId}/${activityId}`))) still.push(workflowId);
    }
    waiting = still;
    if (waiting.length > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return taken.size;
}

async function fail(client: Client, workflowId: string, activityId: string): Promise<void> {
  try {
    await client.activity.fail({ workflowId, activityId }, new Error('the worker that had begun it is no more'));
  } catch (cause) {
    // It timed out meanwhile, and is back by itself.
    if (!(cause instanceof ActivityNotFoundError)) throw cause;
  }
}

const startedIn = ({ pendingActivities }: Description): readonly string[] =>
  (pendingActivities ?? []).flatMap(({ state, activityId }) =>
    state === STARTED && activityId != null ? [activityId] : [],
  );

/** Nothing is in hand any more, and what was taken back may be tried again now. */
function isBack(description: Description, isTaken: (activityId: string) => boolean): boolean {
  const { pendingActivities, pendingWorkflowTask } = description;
  if (pendingWorkflowTask?.state === STARTED || startedIn(description).length > 0) return false;
  return (pendingActivities ?? []).every(
    ({ activityId, scheduledTime }) =>
      activityId == null || !isTaken(activityId) || Number(scheduledTime?.seconds ?? 0) * 1000 <= Date.now() - 1000,
  );
}
