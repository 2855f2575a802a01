import type { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar/types.js';
import type { Entity } from '../../domain/entity.js';
import type { SeedError } from '../../seeds/read-yaml.js';
import { calendarWords } from '../../words/calendar.js';

const words = calendarWords.command;
const usage = calendarWords.usage;

interface EntityOptions {
  readonly entity?: string;
  readonly entityFile?: string;
}

interface PlanOptions extends EntityOptions {
  readonly year: string;
  readonly template?: string;
  readonly templateFile?: string;
  readonly budgetTerm?: string;
  readonly json?: boolean;
  readonly ics?: boolean;
  readonly out?: string;
}

interface CheckOptions extends EntityOptions {
  readonly year?: readonly string[];
}

/** `ciclo calendar plan` and `ciclo calendar check`. */
export function registerCalendar(program: Command): void {
  const calendar = program.command('calendar').description(words.calendar);

  calendar
    .command('plan')
    .description(words.plan)
    .option('--entity <id>', words.entity)
    .option('--entity-file <file>', words.entityFile)
    .requiredOption('--year <anno>', words.year)
    .option('--template <id>', words.template)
    .option('--template-file <file>', words.templateFile)
    .option('--budget-term <data>', words.budgetTerm)
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
    .option('--entity <id>', words.entity)
    .option('--entity-file <file>', words.entityFile)
    .option('--year <anno...>', words.checkYears)
    .action(async (file: string, options: CheckOptions) => {
      process.exitCode = await check(file, options);
    });
}

/** Exit code: 0 planned, 1 the calendar is refused, 2 wrong usage or a file that can not be read. */
async function plan(options: PlanOptions): Promise<number> {
  const exercise = parseYear(options.year);
  if (exercise === undefined) return complain(2, [usage.badYear(options.year)]);
  const format = formatOf(options);
  if (format === undefined) return complain(2, [usage.twoFormats]);
  const { parseCivilDate } = await import('../../domain/calendar/civil-date.js');
  let budgetTerm: CivilDate | undefined;
  if (options.budgetTerm !== undefined) {
    const date = parseCivilDate(options.budgetTerm);
    if (!date.ok) return complain(2, [usage.badDate(options.budgetTerm)]);
    budgetTerm = date.value;
  }
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
  return options.out === undefined ? print(answer) : write(options.out, answer);
}

/** Exit code: 0 sound, 1 refused, 2 wrong usage or a file that can not be read. */
async function check(file: string, options: CheckOptions): Promise<number> {
  const years = (options.year ?? nextYears()).map((text) => ({ text, year: parseYear(text) }));
  const bad = years.find((y) => y.year === undefined);
  if (bad !== undefined) return complain(2, [usage.badYear(bad.text)]);
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
  const exercises = years.flatMap((y) => (y.year === undefined ? [] : [y.year]));
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
  return print(`${calendarWords.verdict.good(file, steps, exercises)}\n`);
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

const parseYear = (text: string): number | undefined => (/^\d{4}$/.test(text) ? Number(text) : undefined);

/** This year and the four after it: at least one with and one without 29 February. */
function nextYears(): readonly string[] {
  const first = new Date().getFullYear();
  return [0, 1, 2, 3, 4].map((n) => String(first + n));
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

async function write(file: string, text: string): Promise<number> {
  const { writeFile } = await import('node:fs/promises');
  try {
    await writeFile(file, text);
  } catch (error) {
    return complain(2, [usage.cannotWrite(file, error instanceof Error ? error.message : String(error))]);
  }
  return print(`${calendarWords.table.written(file)}\n`);
}

function complain(code: number, lines: readonly string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`);
  return code;
}
