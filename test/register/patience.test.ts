import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { inTime, RegisterSilent, withPatience } from '../../src/register/patience.js';

const MS = 400;

test('an answer that came while this process heard nobody is in time', async () => {
  const answered = withPatience(MS, () => inTime(readFile(import.meta.filename, 'utf8'), () => undefined));
  const until = performance.now() + MS * 2;
  while (performance.now() < until);
  expect(await answered).toContain('heard nobody');
});

test('one that does not come is given up when its time is over', async () => {
  const before = performance.now();
  const never = withPatience(MS, () => inTime(new Promise(() => undefined), () => undefined));
  await expect(never).rejects.toThrow(RegisterSilent);
  expect(performance.now() - before).toBeGreaterThan(MS * 0.9);
});
