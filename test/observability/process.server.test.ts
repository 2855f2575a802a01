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
  child = spawn(process.execPath, ['--import', 'tsx', 'src/client/cli/main.ts', 'serve', '--json'], { env });
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('no output');
  createInterface(stderr).on('line', (line) => {
    url ||= /Metriche: (\S+)/.exec(line)?.[1] ?? '';
  });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
    createInterface(stdout).on('line', (line) => {
      output.push(line);
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

test.each(readdirSync('deploy/prometheus').concat(readdirSync('deploy/grafana')))(
  'every metric named in deploy/…/%s is one that is offered',
  async (file) => {
    const folder_ = file.endsWith('.json') || !/^(prometheus|ciclo\.rules)/.test(file) ? 'grafana' : 'prometheus';
    const written = readFileSync(join('deploy', folder_, file), 'utf8');
    const expressions = expressionsIn(file.endsWith('.json') ? JSON.parse(written) : parse(written));
    const used = expressions.flatMap((one) => one.match(/\b(?:ciclo|temporal|process|nodejs)_[a-z0-9_]+/g) ?? []);
    const offered = [...metricsIn(await text()), ...DECLARED_LATER];
    expect(
      [...new Set(used)].filter(
        (name) => !offered.includes(name.replace(/_(bucket|sum|count)$/, '')) && !offered.includes(name),
      ),
    ).toEqual([]);
    if (file.startsWith('ciclo')) expect(used.length).toBeGreaterThan(10);
  },
  30_000,
);

/** Every `expr` in a file, however deep. */
function expressionsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(expressionsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'expr' && typeof one === 'string' ? [one] : expressionsIn(one),
  );
}

test('what happens inside is told on the standard output too, one object a line', () => {
  const line = z.union([z.object({ event: z.string() }), z.object({ level: z.number(), msg: z.string() })]);
  for (const one of output) expect(() => line.parse(JSON.parse(one))).not.toThrow();
  expect(readdirSync(join(folder, 'log'))).not.toContain('ciclo.log');
});
