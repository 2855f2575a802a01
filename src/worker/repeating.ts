import { seeingEveryBody } from '../register/sight.js';

/**
 * Does some work again and again, with a pause after each time, and looks at every body: rounds begin where nobody has
 * said whose rows are meant.
 * @param work is given what says that it is asked to stop: long work looks at it
 * @returns stops it, after the work under way
 */
export function repeating(everyMs: number, work: (asked: AbortSignal) => Promise<void>): () => Promise<void> {
  const stop = new AbortController();
  let wake: () => void = () => undefined;
  const running = (async () => {
    while (!stop.signal.aborted) {
      await seeingEveryBody(() => work(stop.signal));
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, everyMs).unref();
      });
    }
  })();
  return async () => {
    stop.abort();
    wake();
    await running;
  };
}
