import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { eventually } from '../client/pages/live-cycle.js';
import { metricsIn, samplesIn } from './exposition.js';

const folder = mkdtempSync(join(tmpdir(), 'ciclo-metrics-'));
let child: ChildProcess;
let url = '';
const output: string[] = [];

beforeAll(async () => {
  const env = {
    ...process.env,
    CICLO_DATA: folder,
    CONSOLE_PORT: '0',
    METRICS_ADDRESS: '127.0.0.1:0',
    LOG_TO: 'stdout',
    LOG_LEVEL: 'info',
    WORKER_VERSIONING: 'true',
  };
  child = spawn(process.execPath, ['--import', 'tsx', 'src/client/cli/main.ts', 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { stdout } = child;
  if (stdout === null) throw new Error('no output');
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`it ended with ${code}: ${output.join('\n')}`)));
    createInterface(stdout).on('line', (line) => {
      output.push(line);
      url ||= /Metriche: ([^\s"]+)/.exec(line)?.[1] ?? '';
      if (line.includes('"serving"')) resolve();
    });
  });
}, 120_000);
afterAll(async () => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const text = async (): Promise<string> => (await fetch(url)).text();

test('one address has the metrics of Ciclo, of Node and of Temporal’s SDK, each name once', async () => {
  const names = metricsIn(await text());
  expect(names).toEqual(
    expect.arrayContaining(['ciclo_cycles', 'process_resident_memory_bytes', 'temporal_num_pollers', 'ciclo_troubles']),
  );
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  const parts = samplesIn(await text()).filter(({ name }) => name === 'ciclo_metrics_part_up');
  expect(parts.map(({ labels, value }) => [labels.part, value])).toEqual(
    expect.arrayContaining([
      ['register', 1],
      ['temporal-sdk', 1],
    ]),
  );
}, 30_000);

test('everything is told on the standard output, one object a line', () => {
  const line = z.object({ level: z.number(), time: z.number(), msg: z.string() });
  for (const one of output) expect(() => line.parse(JSON.parse(one))).not.toThrow();
  expect(output.some((one) => one.includes('Console: http'))).toBe(true);
  expect(readdirSync(join(folder, 'log'))).not.toContain('ciclo.log');
});

/** Runs a command beside the system. */
async function ciclo(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const beside = { ...process.env, CICLO_DATA: folder, METRICS_ADDRESS: url.replace(/^http:\/\/|\/metrics$/g, '') };
  return await new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'src/client/cli/main.ts', ...args], { env: beside }, (error, said) =>
      resolve({ code: error === null ? 0 : Number(error.code), said }),
    );
  });
}

test('a worker with a version gets no work until it is said to be current; the doctor says so, and a command mends it', async () => {
  const checks = z.array(z.object({ what: z.string(), state: z.string(), todo: z.string().optional() }));
  const versions = async () =>
    checks.parse(JSON.parse((await ciclo('doctor', '--json')).said)).find(({ what }) => what === 'versioni worker');
  expect(await versions()).toMatchObject({
    state: 'bad',
    todo: expect.stringContaining('ciclo versions current 0.1.0'),
  });
  expect(await ciclo('versions', 'current', '9.9.9')).toMatchObject({ code: 1 });
  expect(JSON.parse((await ciclo('versions', 'current', '0.1.0', '--json')).said)).toEqual([
    { buildId: '0.1.0', state: 'current' },
  ]);
  expect(await versions()).toMatchObject({ state: 'good' });
  // Beside who offers its metrics at that address.
  expect(await ciclo('start', '--entity', 'ccms', '--year', '2027')).toMatchObject({ code: 0 });
}, 120_000);

/** Of the SDK, declared with the first failure: docs.temporal.io/references/sdk-metrics. */
const DECLARED_LATER = ['temporal_workflow_task_execution_failed_total', 'temporal_activity_execution_failed_total'];

test.each(['prometheus/ciclo.rules.yml', 'prometheus/ciclo.rules.test.yml', 'grafana/ciclo.json'])(
  'every metric that deploy/%s asks for is one that is offered',
  async (file) => {
    const written = readFileSync(join('deploy', file), 'utf8');
    const asked = expressionsIn(parse(written)).flatMap(
      (one) => one.match(/\b(?:ciclo|temporal|process|nodejs)_\w+/g) ?? [],
    );
    if (!file.includes('.test.')) expect(asked.length).toBeGreaterThan(10);
    // The cycle just started makes the SDK declare what it measures of one.
    const offered = await eventually(async () => {
      const names = [...metricsIn(await text()), ...DECLARED_LATER];
      return names.includes('temporal_sticky_cache_size') && names;
    });
    const isOffered = (name: string) =>
      [name, name.replace(/_(bucket|sum|count)$/, '')].some((one) => offered.includes(one));
    expect([...new Set(asked)].filter((name) => !isOffered(name))).toEqual([]);
  },
  30_000,
);

/** Every `expr` and `series` in a file, however deep. */
function expressionsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(expressionsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    (key === 'expr' || key === 'series') && typeof one === 'string' ? [one] : expressionsIn(one),
  );
}
