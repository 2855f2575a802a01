import type { Handler } from 'hono';
import { streamSSE } from 'hono/streaming';
import { cycleIdIn, type Site } from '../kit/site.js';

const KEEP_ALIVE_MS = 15_000;

/** Server-sent events: one `registro` with the position of the log now, then one each time it changes. */
export function events({ watch }: Site): Handler {
  return (c) => {
    const cycle = cycleIdIn(c);
    if (cycle === undefined) return c.notFound();
    c.header('Cache-Control', 'no-store');
    // Proxies that buffer would hold the events back.
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      const ended = new Promise<void>((resolve) => stream.onAbort(resolve));
      const unsubscribe = watch.subscribe(cycle, (position) => {
        void stream.writeSSE({ event: 'registro', data: String(position) });
      });
      // A comment now and then keeps proxies from closing a quiet connection.
      const alive = setInterval(() => void stream.write(': vivo\n\n'), KEEP_ALIVE_MS);
      await ended;
      clearInterval(alive);
      unsubscribe();
    });
  };
}
