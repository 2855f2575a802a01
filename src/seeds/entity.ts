import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { USUAL_KIND } from '../domain/body-kind.js';
import { DEFAULT_NOTICE_POLICY } from '../domain/calendar/plan-notices.js';
import { checkEntity } from '../domain/check-entity.js';
import type { Entity } from '../domain/entity.js';
import { err, ok, type Result } from '../domain/result.js';
import { calendarWords } from '../words/calendar.js';
import { kindWords } from '../words/kinds.js';
import { calledIn, underKnownNames } from './called.js';
import { type CalendarChoices, calendarChoicesSchema, type EntityFile, entitySchema } from './entity-schema.js';
import { bodiesFolder, findKind, kindIds } from './kind.js';
import { foldersIn, seedsFolder, shortPath } from './locate.js';
import { type Located, parseYaml, readYaml, type SeedError } from './read-yaml.js';

export { calendarChoicesSchema, entitySchema } from './entity-schema.js';

const words = calendarWords.files;

/**
 * Reads an entity: who it is from the file, and the choices of its calendar from the same file or from `calendar.yaml`
 * beside it.
 * @param file path as it should appear in errors
 * @returns the entity with the places of its fields, or every error with file, line, field and reason
 */
export function loadEntity(file: string): Result<Located<Entity>, readonly SeedError[]> {
  const read = readYaml(file, entitySchema);
  const beside = join(dirname(file), 'calendar.yaml');
  const choices = existsSync(beside) ? readYaml(beside, calendarChoicesSchema) : undefined;
  const unread = [read, choices].flatMap((r) => (r?.ok === false ? r.error : []));
  if (!read.ok || unread.length > 0) return err(unread);
  return assemble(read.value, choices?.ok === true ? choices.value : undefined);
}

/** As `loadEntity`, on text already in memory; nothing stands beside it. */
export function parseEntity(file: string, source: string): Result<Located<Entity>, readonly SeedError[]> {
  const read = parseYaml(file, source, entitySchema);
  return read.ok ? assemble(read.value, undefined) : read;
}

function assemble(
  { file, lineOf, value }: Located<EntityFile>,
  beside: Located<CalendarChoices> | undefined,
): Result<Located<Entity>, readonly SeedError[]> {
  const choices: CalendarChoices = beside?.value ?? {};
  const errors: SeedError[] = [];
  for (const field of ['template', 'checkpoints', 'notices', 'budgetTerms'] as const) {
    if (beside === undefined || value[field] === undefined || choices[field] === undefined) continue;
    errors.push({ file: beside.file, line: beside.lineOf([field]), field, message: words.twice(field, file) });
  }
  const template = value.template ?? choices.template;
  if (template === undefined) errors.push({ file, line: 1, field: 'template', message: words.templateMissing });
  const { kind = USUAL_KIND, roles, ...said } = value;
  const kinds = bodiesFolder(file);
  const found = findKind(kind, kinds);
  if (found === undefined)
    return err([{ file, line: lineOf(['kind']), field: 'kind', message: kindWords.noKind(kind, kindIds(kinds)) }]);
  if (!found.ok) return found;
  const { called, problems } = calledIn(roles, found.value.value);
  const entity: Entity = {
    ...said,
    kind,
    roles: roles.map(({ serves: _, ...role }) => role),
    template: template ?? '',
    checkpoints: value.checkpoints ?? choices.checkpoints ?? {},
    notices: noticePolicyOf(value.notices ?? choices.notices ?? {}),
    budgetTerms: value.budgetTerms ?? choices.budgetTerms ?? [],
  };
  for (const p of [...checkEntity(entity), ...problems]) {
    const place =
      p.path[0] === 'budgetTerms' && value.budgetTerms === undefined ? (beside ?? { file, lineOf }) : { file, lineOf };
    errors.push({ file: place.file, line: place.lineOf(p.path), field: p.path.join('.'), message: p.message });
  }
  return errors.length > 0 ? err(errors) : ok({ file, value: underKnownNames(entity, called), lineOf });
}

/** What the file does not say is as `DEFAULT_NOTICE_POLICY`. */
function noticePolicyOf(said: NonNullable<EntityFile['notices']>): Entity['notices'] {
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
  const message = words.noEntity(id, shortPath(folder), known);
  return err([{ file: shortPath(folder), line: 0, field: '', message }]);
}
