import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import type { LogWatch } from '../../../../src/client/pages/kit/log-watch.js';
import { events } from '../../../../src/client/pages/log/events.js';

/** A watch that says what it is told to, to whoever follows. */
function aWatch() {
  const listeners = new Set<(position: number) => void>();
  const subscribe = (_cycle: string, listener: (position: number) => void) => {
    listeners.add(listener);
    listener(1);
    return () => void listeners.delete(listener);
  };
  return {
    watch: { subscribe } as unknown as LogWatch,
    following: () => listeners.size,
    say: (position: number) => {
      for (const listener of listeners) listener(position);
    },
  };
}

const PATH = '/cicli/ccms/2016/eventi';

describe('pages that follow the log', () => {
  test('are so many and no more: the next is told to come back, and has its place when one goes', async () => {
    const { watch, following } = aWatch();
    const app = new Hono().get('/cicli/:entity/:exercise/eventi', events({ watch }, 2));
    const [first] = [await app.request(PATH), await app.request(PATH)];
    const third = await app.request(PATH);
    expect([third.status, third.headers.get('retry-after'), following()]).toEqual([503, '30', 2]);
    await first.body?.cancel();
    await new Promise((done) => setTimeout(done, 20));
    expect([(await app.request(PATH)).status, following()]).toEqual([200, 2]);
  });

  test('one that does not read has the last word kept for it, and not all of them', async () => {
    const { watch, say } = aWatch();
    const app = new Hono().get('/cicli/:entity/:exercise/eventi', events({ watch }));
    const body = (await app.request(PATH)).body?.getReader();
    for (let position = 2; position <= 5_000; position++) say(position);
    const read: string[] = [];
    while (!read.join('').includes('data: 5000')) {
      const { value } = (await body?.read()) ?? {};
      read.push(new TextDecoder().decode(value));
    }
    expect(read.join('').match(/registro/g)?.length).toBeLessThan(5);
    await body?.cancel();
  });
});
