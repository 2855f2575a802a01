import { describe, expect, it, vi } from 'vitest';
import { createWaker } from '../../../src/client/system/waker.js';

/** Signals that stay on their way until told to arrive. */
function aPost() {
  const sent: string[] = [];
  const arrivals: (() => void)[] = [];
  return {
    sent,
    signal: (id: string) => {
      sent.push(id);
      return new Promise<void>((resolve) => arrivals.push(resolve));
    },
    arrive: async () => {
      for (const done of arrivals.splice(0)) done();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('waking checkpoints', () => {
  it('sends the first signal at once, and one more for all that came while it was on its way', async () => {
    const post = aPost();
    const wake = createWaker(post.signal, 0);
    for (let n = 0; n < 15; n++) wake('a');
    expect(post.sent).toEqual(['a']);
    await post.arrive();
    expect(post.sent).toEqual(['a', 'a']);
    await post.arrive();
    expect(post.sent).toEqual(['a', 'a']);
  });

  it('keeps a few on their way at once and forgets nobody', async () => {
    const post = aPost();
    const wake = createWaker(post.signal, 0);
    const ids = Array.from({ length: 10 }, (_, n) => `ente-${n}`);
    for (const id of [...ids, ...ids]) wake(id);
    expect(post.sent.length).toBe(4);
    for (let n = 0; n < 10; n++) await post.arrive();
    expect(new Set(post.sent)).toEqual(new Set(ids));
    expect(post.sent.length).toBe(14);
  });

  it('goes on after a signal that did not leave', async () => {
    const sent: string[] = [];
    const wake = createWaker((id) => {
      sent.push(id);
      return Promise.reject(new Error('irraggiungibile'));
    }, 0);
    wake('a');
    await new Promise((resolve) => setImmediate(resolve));
    wake('a');
    expect(sent).toEqual(['a', 'a']);
  });

  it('lets a checkpoint rest between two signals, however many forms come, and does not forget the last', async () => {
    vi.useFakeTimers();
    try {
      const sent: string[] = [];
      const wake = createWaker(async (id) => void sent.push(id), 1_000);
      // Ten forms a second for a minute, which is what one token may send.
      for (let n = 0; n < 600; n++) {
        wake('a');
        await vi.advanceTimersByTimeAsync(100);
      }
      await vi.advanceTimersByTimeAsync(2_000);
      expect(sent.length).toBeGreaterThan(30);
      expect(sent.length).toBeLessThan(70);
      const before = sent.length;
      wake('a');
      wake('a');
      await vi.advanceTimersByTimeAsync(1_500);
      expect(sent.length).toBe(before + 2);
    } finally {
      vi.useRealTimers();
    }
  });
});
