/**
 * Does some work again and again, with a pause after each time.
 * @returns stops it, after the work under way
 */
export function repeating(everyMs: number, work: () => Promise<void>): () => Promise<void> {
  let stopped = false;
  let wake: () => void = () => undefined;
  const running = (async () => {
    while (!stopped) {
      await work();
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
