import type { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar/types.js';
import type { Entity } from '../../domain/entity.js';
import { Failure, type FailureCode } from '../../platform/errors.js';
import type { SeedError } from '../../seeds/read-yaml.js';
import { calendarWords } from '../../words/calendar.js';
import { fileProblem } from '../../words/platform.js';
import { date, year } from './values.js';

const words = calendarWords.command;
const usage = calendarWords.usage;

interface EntityOptions {
  readonly entity?: string;
  readonly entityFile?: string;
}

interface PlanOptions extends EntityOptions {
  readonly year: number;
  readonly template?: string;
  readonly templateFile?: string;
  readonly budgetTerm?: CivilDate;
  readonly json?: boolean;
  readonly ics?: boolean;
  readonly out?: string;
}

interface CheckOptions extends EntityOptions {
  readonly year?: readonly number[];
  readonly json?: boolean;
}

/** `ciclo calendar plan` and `ciclo calendar check`. */
export function registerCalendar(program: Command): void {
  const calendar = program.command('calendar').description(words.calendar);

  calendar
    .command('plan')
    .description(words.plan)
    .option('--entity <ente>', words.entity)
    .option('--entity-file <file>', words.entityFile)
    .requiredOption('--year <anno>', words.year, year)
    .option('--template <modello>', words.template)
    .option('--template-file <file>', words.templateFile)
    .option('--budget-term <data>', words.budgetTerm, date)
    .option('--json', words.json)
    .option('--ics', words.ics)
    .option('--out <file>', words.out)
    .action(async (options: PlanOptions) => {
      process.exitCode = await plan(options);
    });

  calendar
    .command('check')
    .description(words.check)
    .argument('<file>', words.file)
    .option('--entity <ente>', words.entity)
    .option('--entity-file <file>', words.entityFile)
    .option('--year <anno...>', words.checkYears, years)
    .option('--json', words.json)
    .action(async (file: string, options: CheckOptions) => {
      process.exitCode = await check(file, options);
    });
}

/** Exit code: 0 planned, 1 the calendar is refused, 2 wrong usage or a file that can not be read. */
async function plan(options: PlanOptions): Promise<number> {
  const { year: exercise, budgetTerm } = options;
  const format = formatOf(options);
  if (format === undefined) return complain(2, [usage.twoFormats]);
  const entity = await readEntity(options);
  if (entity === undefined) return complain(2, [usage.noEntity]);
  if (!entity.ok) return complain(2, await sentences(entity.error));

  const { findTemplate, loadTemplate, locateProblems } = await import('../../seeds/calendar.js');
  const template =
    options.templateFile === undefined
      ? findTemplate(options.template ?? entity.value.value.template)
      : loadTemplate(options.templateFile);
  if (!template.ok) return complain(2, await sentences(template.error));

  const { planCalendar } = await import('../../domain/calendar/plan-calendar.js');
  const planned = planCalendar(template.value.value, { entity: entity.value.value, exercise, budgetTerm });
  if (!planned.ok) {
    const reasons = await sentences(locateProblems(template.value, planned.error));
    return complain(1, [...reasons, calendarWords.verdict.refused(reasons.length)]);
  }
  const answer =
    format === 'json'
      ? `${JSON.stringify(planned.value, null, 2)}\n`
      : format === 'ics'
        ? (await import('./calendar-ics.js')).calendarIcs(planned.value, entity.value.value)
        : (await import('./calendar-table.js')).calendarTable(planned.value, entity.value.value);
  return options.out === undefined ? print(answer) : write(options.out, answer, options.json === true);
}

/** Exit code: 0 sound, 1 refused, 2 wrong usage or a file that can not be read. */
async function check(file: string, options: CheckOptions): Promise<number> {
  const exercises = options.year ?? nextYears();
  const entity = await readEntity(options);
  if (entity?.ok === false) return complain(2, await sentences(entity.error));
  const { loadTemplate, locateProblems } = await import('../../seeds/calendar.js');
  const template = loadTemplate(file);
  if (!template.ok) return complain(2, await sentences(template.error));

  const { checkTemplate } = await import('../../domain/calendar/check-template.js');
  const { dateCalendar } = await import('../../domain/calendar/date-calendar.js');
  const { workingDays } = await import('../../domain/calendar/working-days.js');
  const value = template.value.value;
  const known: Entity | undefined = entity?.value.value;
  const unsound = checkTemplate(value, known);
  // Dates are tried only on a template that holds together: on another they would repeat its problems year by year.
  const problems = [
    ...unsound,
    ...(unsound.length > 0 ? [] : exercises).flatMap((exercise) => {
      const days = workingDays(known?.patronSaint);
      const dated = dateCalendar(value, { exercise, days, checkpointTerm: known?.checkpoints.term });
      if (dated.ok) return [];
      return dated.error.map((p) => ({ ...p, message: calendarWords.verdict.inYear(exercise, p.message) }));
    }),
  ];
  if (problems.length > 0) {
    return complain(1, [
      ...(await sentences(locateProblems(template.value, problems))),
      calendarWords.verdict.refused(problems.length),
    ]);
  }
  const steps = value.phases.flatMap((p) => p.steps).length;
  return print(
    options.json === true
      ? `${JSON.stringify({ sound: true, template: value.id, version: value.version, steps, exercises }, null, 2)}\n`
      : `${calendarWords.verdict.good(file, steps, exercises)}\n`,
  );
}

async function readEntity(options: EntityOptions) {
  const { findEntity, loadEntity } = await import('../../seeds/entity.js');
  if (options.entityFile !== undefined) return loadEntity(options.entityFile);
  return options.entity === undefined ? undefined : findEntity(options.entity);
}

async function sentences(errors: readonly SeedError[]): Promise<readonly string[]> {
  const { formatSeedError } = await import('../../seeds/read-yaml.js');
  return errors.map(formatSeedError);
}

/** The format asked for; undefined when two are. A file's name decides when nothing else does. */
function formatOf(options: PlanOptions): 'table' | 'json' | 'ics' | undefined {
  if (options.json === true && options.ics === true) return undefined;
  if (options.json === true) return 'json';
  if (options.ics === true) return 'ics';
  if (options.out?.endsWith('.json') === true) return 'json';
  return options.out?.endsWith('.ics') === true ? 'ics' : 'table';
}

/** The exercises of an option that takes several. */
const years = (text: string, before: readonly number[] = []): readonly number[] => [...before, year(text)];

/** This year and the four after it: at least one with and one without 29 February. */
function nextYears(): readonly number[] {
  const first = new Date().getFullYear();
  return [0, 1, 2, 3, 4].map((n) => first + n);
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

async function write(file: string, text: string, json: boolean): Promise<number> {
  const { writeFile } = await import('node:fs/promises');
  try {
    await writeFile(file, text);
  } catch (error) {
    return complain(2, [usage.cannotWrite(file, fileProblem(error))]);
  }
  return print(
    json ? `${JSON.stringify({ file, size: Buffer.byteLength(text) })}\n` : `${calendarWords.table.written(file)}\n`,
  );
}

function complain(code: FailureCode, lines: readonly string[]): never {
  throw new Failure(code, ...lines);
}
