import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningScrape, startScrape } from '../../src/observability/scrape.js';
import { EnvironmentError } from '../../src/platform/errors.js';

let running: RunningScrape;
let answer: () => Promise<string> = async () => 'x 1\n';
beforeAll(async () => {
  running = await startScrape({ host: '127.0.0.1', port: 0 }, () => answer());
});
afterAll(() => running.stop());

test('metrics and nothing else are at that address', async () => {
  const metrics = await fetch(running.url);
  expect([metrics.status, await metrics.text()]).toEqual([200, 'x 1\n']);
  expect(metrics.headers.get('content-type')).toContain('version=0.0.4');
  expect((await fetch(running.url.replace('/metrics', '/'))).status).toBe(404);
  expect((await fetch(running.url, { method: 'POST' })).status).toBe(404);
});

test('what cannot be gathered is an answer too', async () => {
  answer = async () => {
    throw new Error('nothing');
  };
  expect((await fetch(running.url)).status).toBe(500);
});

test('an address that is taken is named, with the variable to change', async () => {
  const taken = { host: '127.0.0.1', port: Number(new URL(running.url).port) };
  const attempt = startScrape(taken, answer);
  await expect(attempt).rejects.toThrow(EnvironmentError);
  await expect(attempt).rejects.toThrow(`127.0.0.1:${taken.port}`);
  await expect(attempt).rejects.toThrow('METRICS_ADDRESS');
});
