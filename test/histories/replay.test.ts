import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, test } from 'vitest';
import { workflowBundle } from '../../src/worker/bundle.js';

const FOLDER = 'test/histories';
const released = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

let bundle: Awaited<ReturnType<typeof workflowBundle>>;
beforeAll(async () => {
  bundle = await workflowBundle();
});

describe.each(released)('a cycle that began under version %s', (version) => {
  test.each(readdirSync(join(FOLDER, version)))('goes on under this one: %s', async (file) => {
    const history: unknown = JSON.parse(readFileSync(join(FOLDER, version, file), 'utf8'));
    await Worker.runReplayHistory({ workflowBundle: bundle }, history, file);
  });
});

test('a workflow that would now do something else is noticed', async () => {
  const text = readFileSync(join(FOLDER, released[0] ?? '', 'publication.json'), 'utf8');
  const another: unknown = JSON.parse(text.replaceAll('"publish"', '"freezeDocument"'));
  await expect(Worker.runReplayHistory({ workflowBundle: bundle }, another, 'changed')).rejects.toThrow(/[Nn]ondeterminism/);
});
