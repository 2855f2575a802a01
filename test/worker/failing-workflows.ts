import { proxyActivities } from '@temporalio/workflow';

const { breaks } = proxyActivities<{ breaks(): Promise<void> }>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '10 milliseconds', backoffCoefficient: 1 },
});

/** Asks for something that never works. */
export async function asksInVain(): Promise<void> {
  await breaks();
}

/** Its code cannot go on. */
export async function cannotGoOn(): Promise<void> {
  throw new TypeError('the history says otherwise');
}

/** Waits for ever: it runs, whatever a register says. */
export async function stays(): Promise<void> {
  await new Promise(() => undefined);
}
