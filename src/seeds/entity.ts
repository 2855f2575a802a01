import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isValidDate, parseCivilDate } from '../domain/calendar/civil-date.js';
import { DEFAULT_NOTICE_POLICY } from '../domain/calendar/plan-notices.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { checkEntity, type Entity } from '../domain/entity.js';
import { err, ok, type Result } from '../domain/result.js';
import { calendarWords } from '../words/calendar.js';
import { expected, flag, group, id, list, nonEmptyList, text } from './fields.js';
import { foldersIn, seedsFolder, shortPath } from './locate.js';
import { type Located, parseYaml, readYaml, type SeedError } from './read-yaml.js';

const words = calendarWords.fields;

/** `2016-01-31`, a day that exists. */
export const existingDate = z.string(expected(words.civilDate)).transform((value, context): CivilDate => {
  const date = parseCivilDate(value);
  if (date.ok) return date.value;
  context.addIssue({ code: 'custom', message: date.error });
  return z.NEVER;
});

/** A role, or `ufficio:<id>`. */
export const roleName = z
  .string(expected(words.role))
  .regex(/^(ufficio:)?[a-z0-9]+(-[a-z0-9]+)*$/, expected(words.role));

const personId = z.string(expected(words.person)).regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, expected(words.person));
const email = z.string(expected(words.email)).regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[a-z]{2,}$/i, expected(words.email));
const workingDayCount = wholeNumber(1, 60, words.workingDays);

function wholeNumber(least: number, most: number, what: string) {
  return z.number(expected(what)).int(expected(what)).min(least, expected(what)).max(most, expected(what));
}

/** `09:00`; a notice leaves while offices are open. */
const noticeTime = z
  .string(expected(words.time))
  .regex(/^(0[89]|1[0-7]):[0-5]\d$|^18:00$/, expected(words.time))
  .transform((value) => ({ hour: Number(value.slice(0, 2)), minute: Number(value.slice(3)), second: 0 }));

const patronSaint = group({
  name: text,
  month: wholeNumber(1, 12, words.month),
  day: wholeNumber(1, 31, words.day),
  // Any year with 29 February will do: a saint of that day is no feast in the others, but no mistake either.
}).refine((saint) => isValidDate({ year: 2000, month: saint.month, day: saint.day }), {
  path: ['day'],
  error: words.noSuchDay,
});

const notices = group({
  at: noticeTime.optional(),
  reminders: list(workingDayCount).optional(),
  dueToday: flag.optional(),
  late: list(workingDayCount).optional(),
  escalateToManager: workingDayCount.optional(),
  escalateToHead: workingDayCount.optional(),
});

/** The shape of `entity.yaml`; the fields are those of `Entity`. */
export const entitySchema = group({
  id,
  name: text,
  seat: text,
  patronSaint,
  template: id,
  policy: id,
  head: id,
  checkpoints: group({ term: z.string(expected(words.dateRule)).optional() }).default({}),
  notices: notices.default({}),
  offices: nonEmptyList(group({ id, title: text })),
  roles: nonEmptyList(
    group({ id, title: text, board: flag.default(false), recordedBy: id.optional(), external: flag.default(false) }),
  ),
  people: nonEmptyList(
    group({
      id: personId,
      name: text,
      email,
      holds: list(group({ role: id, from: existingDate.optional(), to: existingDate.optional() })).default([]),
      offices: list(id).default([]),
      manager: personId.optional(),
    }),
  ),
  substitutes: list(
    group({
      absent: personId,
      substitute: personId,
      from: existingDate,
      to: existingDate,
      scope: nonEmptyList(roleName).optional(),
      reason: text,
    }),
  ).default([]),
});

/**
 * Reads an entity.
 * @param file path as it should appear in errors
 * @returns the entity with the places of its fields, or every error with file, line, field and reason
 */
export function loadEntity(file: string): Result<Located<Entity>, readonly SeedError[]> {
  return checked(readYaml(file, entitySchema));
}

/** As `loadEntity`, on text already in memory. */
export function parseEntity(file: string, source: string): Result<Located<Entity>, readonly SeedError[]> {
  return checked(parseYaml(file, source, entitySchema));
}

function checked(
  read: Result<Located<z.output<typeof entitySchema>>, readonly SeedError[]>,
): Result<Located<Entity>, readonly SeedError[]> {
  if (!read.ok) return read;
  const { file, lineOf, value } = read.value;
  const entity: Entity = { ...value, notices: noticePolicyOf(value.notices) };
  const problems = checkEntity(entity);
  if (problems.length === 0) return ok({ file, value: entity, lineOf });
  return err(problems.map((p) => ({ file, line: lineOf(p.path), field: p.path.join('.'), message: p.message })));
}

/** What the file does not say is as `DEFAULT_NOTICE_POLICY`; `escalateTo…` may not be switched off by silence. */
function noticePolicyOf(said: z.output<typeof notices>): Entity['notices'] {
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return { ...DEFAULT_NOTICE_POLICY, ...given };
}

/** Files `entity.yaml` of the seeds, one folder each. */
export function entityFiles(folder: string = seedsFolder()): readonly string[] {
  return foldersIn(folder)
    .map((f) => join(f, 'entity.yaml'))
    .filter((f) => existsSync(f))
    .map(shortPath);
}

/** The entity with an id among the seeds. A file that can not be read is reported only when no other has the id. */
export function findEntity(id: string, folder: string = seedsFolder()): Result<Located<Entity>, readonly SeedError[]> {
  const known: string[] = [];
  const errors: SeedError[] = [];
  for (const file of entityFiles(folder)) {
    const loaded = loadEntity(file);
    if (!loaded.ok) errors.push(...loaded.error);
    else if (loaded.value.value.id === id) return loaded;
    else known.push(loaded.value.value.id);
  }
  if (errors.length > 0) return err(errors);
  const message = calendarWords.files.noEntity(id, shortPath(folder), known);
  return err([{ file: shortPath(folder), line: 0, field: '', message }]);
}
