import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
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

/** Of the SDK, declared with the first failure or the first task: docs.temporal.io/references/sdk-metrics. */
const DECLARED_LATER = [
  'temporal_workflow_task_execution_failed_total',
  'temporal_workflow_task_queue_poll_succeed_total',
  'temporal_workflow_task_schedule_to_start_latency_seconds',
  'temporal_activity_execution_failed_total',
  'temporal_activity_schedule_to_start_latency_seconds',
];

test.each(['prometheus/ciclo.rules.yml', 'prometheus/ciclo.rules.test.yml', 'grafana/ciclo.json'])(
  'every metric that deploy/%s asks for is one that is offered',
  async (file) => {
    const written = readFileSync(join('deploy', file), 'utf8');
    const asked = expressionsIn(parse(written)).flatMap(
      (one) => one.match(/\b(?:ciclo|temporal|process|nodejs)_\w+/g) ?? [],
    );
    if (!file.includes('.test.')) expect(asked.length).toBeGreaterThan(10);
    const offered = [...metricsIn(await text()), ...DECLARED_LATER];
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

test('everything is told on the standard output, one object a line', () => {
  const line = z.object({ level: z.number(), time: z.number(), msg: z.string() });
  for (const one of output) expect(() => line.parse(JSON.parse(one))).not.toThrow();
  expect(output.some((one) => one.includes('Console: http'))).toBe(true);
  expect(readdirSync(join(folder, 'log'))).not.toContain('ciclo.log');
});
