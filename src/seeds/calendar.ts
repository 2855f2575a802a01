import { basename, join } from 'node:path';
import { z } from 'zod';
import type { CalendarProblem } from '../domain/calendar/problems.js';
import type { CalendarTemplate } from '../domain/calendar/template.js';
import type { Norm } from '../domain/calendar/types.js';
import { SHEET_GOALS } from '../domain/individual/sheet-goal.js';
import { err, ok, type Result } from '../domain/result.js';
import { calendarWords } from '../words/calendar.js';
import { existingDate, roleName } from './entity-schema.js';
import { expected, group, id, list, nonEmptyList, oneOf, text, year } from './fields.js';
import { seedsFolder, sharedFiles, shortPath } from './locate.js';
import { readOnce } from './read-once.js';
import { type Located, parseYaml, readYaml, type SeedError } from './read-yaml.js';

const words = calendarWords.fields;

const positive = z.number(expected(words.count)).int(expected(words.count)).min(1, expected(words.count));
const dateRule = z.string(expected(words.dateRule)).min(1, expected(words.dateRule));
const yearOfWindow = oneOf(['Y-1', 'Y', 'Y+1']);

const holidayRule = group({ rule: oneOf(['stays', 'next-working-day', 'previous-working-day']), why: text });

const norm = group({
  id,
  citation: text,
  validFrom: existingDate,
  validTo: existingDate.optional(),
  force: oneOf(['law', 'body']),
});

const revision = group({
  fromExercise: year,
  window: text.optional(),
  year: yearOfWindow.optional(),
  opens: dateRule.optional(),
  due: dateRule.optional(),
  term: dateRule.optional(),
  title: text.optional(),
  participants: list(roleName).optional(),
  norms: nonEmptyList(id).optional(),
  onHoliday: holidayRule.optional(),
});

const step = group({
  id,
  number: z.string(expected(words.number)).min(1, expected(words.number)),
  title: text,
  kind: oneOf(['task', 'approval', 'checkpoint', 'publication', 'amendment']),
  window: text,
  year: yearOfWindow.optional(),
  opens: dateRule.optional(),
  due: dateRule.optional(),
  term: dateRule.optional(),
  notBefore: id.optional(),
  ifBudgetPostponed: group({
    // 0 is the budget itself: its term is the postponed one.
    days: z
      .number(expected(words.daysAfter))
      .int(expected(words.daysAfter))
      .min(0, expected(words.daysAfter))
      .max(365, expected(words.daysAfter)),
    norm: id,
  }).optional(),
  onHoliday: holidayRule.optional(),
  owners: nonEmptyList(roleName),
  participants: list(roleName).default([]),
  board: id.optional(),
  document: id.optional(),
  asks: oneOf(['approve', 'note']).optional(),
  prepares: id.optional(),
  preparesSections: list(id).optional(),
  sheets: oneOf(SHEET_GOALS).optional(),
  after: list(id).default([]),
  norms: nonEmptyList(id),
  checkpoint: group({
    ordinal: positive,
    from: dateRule,
    to: dateRule,
    review: positive.max(365, expected(words.days)).optional(),
    final: z.literal(true, expected(words.final)).optional(),
  }).optional(),
  revisions: list(revision).default([]),
});

/** The shape of a calendar template; the fields are those of `CalendarTemplate`. */
export const calendarTemplateSchema = group({
  id,
  version: z.string(expected(words.version)).min(1, expected(words.version)),
  title: text,
  onHoliday: holidayRule,
  norms: nonEmptyList(norm),
  documents: z.record(id, text, expected(words.documents)).optional(),
  phases: nonEmptyList(group({ id, number: positive, title: text, steps: nonEmptyList(step) })),
});

/**
 * Reads a template: its shape only. What it means is checked by `checkTemplate` and `planCalendar`, whose problems
 * `locateProblems` brings back to lines.
 * @param file path as it should appear in errors
 */
export const loadTemplate = readOnce((file) => template(readYaml(file, calendarTemplateSchema)));

/** As `loadTemplate`, on text already in memory. */
export function parseTemplate(file: string, source: string): Result<Located<CalendarTemplate>, readonly SeedError[]> {
  return template(parseYaml(file, source, calendarTemplateSchema));
}

function template(
  read: Result<Located<z.output<typeof calendarTemplateSchema>>, readonly SeedError[]>,
): Result<Located<CalendarTemplate>, readonly SeedError[]> {
  if (!read.ok) return read;
  const { value, ...place } = read.value;
  const { documents, ...rest } = value;
  return ok({
    ...place,
    value: { ...rest, documents, norms: value.norms.map(presentNorm) },
  });
}

/** A norm still in force has no `validTo` at all: it goes as it is into stored calendars. */
function presentNorm({ validTo, ...rest }: z.output<typeof norm>): Norm {
  return validTo === undefined ? rest : { ...rest, validTo };
}

/** Problems of a template as errors of its file. */
export function locateProblems(
  file: Pick<Located<unknown>, 'file' | 'lineOf'>,
  problems: readonly CalendarProblem[],
): readonly SeedError[] {
  return problems.map((p) => ({
    file: file.file,
    // A problem of the whole calendar (its exercise, a term) stands on no line of the template.
    line: p.path.length === 0 ? 0 : file.lineOf(p.path),
    field: p.path.join('.'),
    message: p.message,
  }));
}

/** The template with an id: `calendars/<id>.yaml` of the seeds, or the one that comes with the program. */
export function findTemplate(
  templateId: string,
  folder: string = seedsFolder(),
): Result<Located<CalendarTemplate>, readonly SeedError[]> {
  const found = sharedFiles('calendars', folder).find((file) => idOf(file) === templateId);
  if (found === undefined) {
    const calendars = shortPath(join(folder, 'calendars'));
    const message = calendarWords.files.noTemplate(templateId, calendars, templateIds(folder));
    return err([{ file: calendars, line: 0, field: '', message }]);
  }
  const file = shortPath(found);
  const loaded = loadTemplate(file);
  if (!loaded.ok || loaded.value.value.id === templateId) return loaded;
  const message = calendarWords.files.otherTemplate(file, loaded.value.value.id);
  return err([{ file, line: loaded.value.lineOf(['id']), field: 'id', message }]);
}

/** Ids of the templates that can be named, in order. */
export function templateIds(folder: string = seedsFolder()): readonly string[] {
  return sharedFiles('calendars', folder).map(idOf).sort();
}

const idOf = (file: string): string => basename(file, '.yaml');
