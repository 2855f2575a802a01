import type { LocalActivityInput, Next, WorkflowOutboundCallsInterceptor } from '@temporalio/workflow';
import { patched } from '@temporalio/workflow';

type Schedule = NonNullable<WorkflowOutboundCallsInterceptor['scheduleLocalActivity']>;

/**
 * Has the local activities of one workflow wait for each other. While they are carried out they end one by one, in any order; in
 * a replay what they answered is known at once, in the order in which they began. Two under way together therefore give a
 * history that no worker can take up again: two acts that came with one task, of which the second was written first.
 *
 * Histories in which two were under way together go on as they began: the patch is asked for only where one would wait.
 */
export function oneAtATime(): Schedule {
  const waiting: (() => void)[] = [];
  let isBusy = false;
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) isBusy = false;
    else next();
  };
  return (input: LocalActivityInput, next: Next<WorkflowOutboundCallsInterceptor, 'scheduleLocalActivity'>) => {
    const carryOut = (): Promise<unknown> => {
      const done = next(input);
      done.then(leave, leave);
      return done;
    };
    if (!isBusy) {
      isBusy = true;
      return carryOut();
    }
    if (!patched('one-local-activity-at-a-time')) return next(input);
    return new Promise<void>((turn) => {
      waiting.push(turn);
    }).then(carryOut);
  };
}
