import { seeingEveryBody } from '../register/sight.js';

/**
 * Does some work again and again, with a pause after each time, and looks at every body: rounds begin where nobody has
 * said whose rows are meant.
 * @returns stops it, after the work under way
 */
export function repeating(everyMs: number, work: () => Promise<void>): () => Promise<void> {
  let stopped = false;
  let wake: () => void = () => undefined;
  const running = (async () => {
    while (!stopped) {
      await seeingEveryBody(work);
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, everyMs).unref();
      });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await running;
  };
}
