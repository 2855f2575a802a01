/** Signals on their way at once: what waits meanwhile for the same workflow becomes one signal. */
const AT_ONCE = 4;

/**
 * Time between two signals to one workflow, in milliseconds: the server takes ten thousand of them for each run, and each
 * is a handful of events. Whoever sent a form has the receipt and does not wait for it.
 */
const REST_MS = 1_000;

/**
 * Wakes workflows without keeping who asks waiting. Each has at most one signal on its way, and one more some time after it
 * when something else arrived meanwhile; the busier it gets, the fewer signals leave.
 * @param signal one that does not leave is left to the worker's sweep, which wakes whatever was not taken
 */
export function createWaker(signal: (id: string) => Promise<void>, restMs = REST_MS): (id: string) => void {
  const waiting = new Set<string>();
  const underway = new Set<string>();
  const resting = new Set<string>();
  const next = (): void => {
    for (const id of waiting) {
      if (underway.size >= AT_ONCE) return;
      if (underway.has(id) || resting.has(id)) continue;
      waiting.delete(id);
      underway.add(id);
      void signal(id)
        // The forms have their receipts and lie in the inbox: nothing is lost with a signal.
        .catch(() => undefined)
        .finally(() => {
          underway.delete(id);
          rest(id);
          next();
        });
    }
  };
  const rest = (id: string): void => {
    if (restMs === 0) return;
    resting.add(id);
    setTimeout(() => {
      resting.delete(id);
      next();
    }, restMs).unref();
  };
  return (id) => {
    waiting.add(id);
    next();
  };
}
