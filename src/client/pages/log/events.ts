import type { Handler } from 'hono';
import { streamSSE } from 'hono/streaming';
import { RETRY_AFTER_S } from '../kit/errors.js';
import { cycleIdIn, type Site } from '../kit/site.js';

const KEEP_ALIVE_MS = 15_000;

/** Pages that follow at once, in one process: each holds a connection. One more stays as it is until it is asked for again. */
export const MOST_FOLLOWING = 1_000;

/**
 * Server-sent events: one `registro` with the position of the log now, then one each time it changes.
 * @param most pages that may follow at once
 */
export function events({ watch }: Pick<Site, 'watch'>, most = MOST_FOLLOWING): Handler {
  let following = 0;
  return (c) => {
    const cycle = cycleIdIn(c);
    if (cycle === undefined) return c.notFound();
    if (following >= most) {
      c.header('Retry-After', String(RETRY_AFTER_S));
      return c.body(null, 503);
    }
    following += 1;
    c.header('Cache-Control', 'no-store');
    // Proxies that buffer would hold the events back.
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      const ended = new Promise<void>((resolve) => stream.onAbort(resolve));
      const write = lastWord((text) => stream.write(text));
      const unsubscribe = watch.subscribe(cycle, (position) => write(`event: registro\ndata: ${position}\n\n`));
      // A comment now and then keeps proxies from closing a quiet connection.
      const alive = setInterval(() => write(': vivo\n\n', 'unless-busy'), KEEP_ALIVE_MS);
      await ended;
      clearInterval(alive);
      unsubscribe();
      following -= 1;
    });
  };
}

/**
 * Writes to somebody who may have stopped reading: while one text is on its way only the latest of the others waits, so that what is
 * kept for them does not grow.
 */
function lastWord(send: (text: string) => Promise<unknown>): (text: string, when?: 'unless-busy') => void {
  let busy = false;
  let waiting: string | undefined;
  const write = async (text: string): Promise<void> => {
    busy = true;
    await send(text);
    busy = false;
    const next = waiting;
    waiting = undefined;
    if (next !== undefined) await write(next);
  };
  return (text, when) => {
    if (!busy) void write(text);
    else if (when === undefined) waiting = text;
  };
}
