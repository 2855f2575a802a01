import type { Command } from 'commander';
import type { Finding, Severity } from '../../domain/findings/finding.js';
import { Failure } from '../../platform/errors.js';
import type { LoadedPlan } from '../../seeds/plan.js';
import type { LoadedBeside } from '../../seeds/plan-beside.js';
import type { SeedError } from '../../seeds/read-yaml.js';
import { planWords } from '../../words/plan.js';

const words = planWords.cli;

interface CheckFlags {
  readonly json?: boolean;
  readonly targets?: boolean;
}

/** `ciclo plan check` and `ciclo plan show`. */
export function registerPlan(program: Command): void {
  const plan = program.command('plan').description(words.group);
  plan
    .command('check')
    .argument('<piano>', words.target)
    .option('--json', words.json)
    .option('--targets', words.targets)
    .description(words.check)
    .action(check);
  plan
    .command('show')
    .argument('<piano>', words.target)
    .option('--json', words.json)
    .description(words.show)
    .action(show);
}

/** Exit 0 without errors among the findings, 1 with, 2 when the files can not be read. */
async function check(target: string, flags: CheckFlags): Promise<void> {
  const { checkPlan } = await import('../../domain/findings/check-plan.js');
  const { checkSeries } = await import('../../domain/findings/series.js');
  const report = await import('./plan-report.js');
  const read = await load(target);
  const { loaded, beside } = read;
  const { bySeverity } = await import('../../domain/findings/finding.js');
  const findings = bySeverity([...checkPlan(loaded.plan, beside), ...checkSeries(beside.series)]);
  const readings = report.readTargets(loaded.plan);
  if (flags.json === true) {
    const located = findings.map((f) => ({ ...f, ...report.placeOf(f, loaded, beside) }));
    const { entity, exercise, title } = loaded.plan;
    print(
      JSON.stringify(
        { plan: { entity, exercise, title }, counts: countBySeverity(findings), findings: located, readings },
        null,
        2,
      ),
    );
  } else {
    print(report.findingsText(loaded, findings, beside));
    print(report.readingsText(loaded.plan, readings, flags.targets === true));
  }
  process.exitCode = findings.some((f) => f.severity === 'error') ? 1 : 0;
}

async function show(target: string, flags: { readonly json?: boolean }): Promise<void> {
  const { planText } = await import('./plan-report.js');
  const read = await load(target);
  print(flags.json === true ? JSON.stringify(read.loaded.plan, null, 2) : planText(read.loaded.plan));
}

async function load(target: string): Promise<{ loaded: LoadedPlan; beside: LoadedBeside }> {
  const { loadPlan } = await import('../../seeds/plan.js');
  const { loadBeside } = await import('../../seeds/plan-beside.js');
  const loaded = loadPlan(target);
  if (!loaded.ok) return await refuse(loaded.error);
  const beside = loadBeside(target);
  if (!beside.ok) return await refuse(beside.error);
  return { loaded: loaded.value, beside: beside.value };
}

async function refuse(errors: readonly SeedError[]): Promise<never> {
  const { formatSeedError } = await import('../../seeds/read-yaml.js');
  throw new Failure(2, ...errors.map(formatSeedError));
}

function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const of = (severity: Severity): number => findings.filter((f) => f.severity === severity).length;
  return { error: of('error'), warning: of('warning'), info: of('info') };
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
