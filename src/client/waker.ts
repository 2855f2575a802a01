/** Signals on their way at once: what waits meanwhile for the same workflow becomes one signal. */
const AT_ONCE = 4;

/**
 * Wakes workflows without keeping who asks waiting. Each has at most one signal on its way, and one more after it when
 * something else arrived meanwhile; the busier it gets, the fewer signals leave.
 * @param signal one that does not leave is left to the worker's sweep, which wakes whatever was not taken
 */
export function createWaker(signal: (id: string) => Promise<void>): (id: string) => void {
  const waiting = new Set<string>();
  const underway = new Set<string>();
  const next = (): void => {
    for (const id of waiting) {
      if (underway.size >= AT_ONCE) return;
      if (underway.has(id)) continue;
      waiting.delete(id);
      underway.add(id);
      void signal(id)
        // The forms have their receipts and lie in the inbox: nothing is lost with a signal.
        .catch(() => undefined)
        .finally(() => {
          underway.delete(id);
          next();
        });
    }
  };
  return (id) => {
    waiting.add(id);
    next();
  };
}
