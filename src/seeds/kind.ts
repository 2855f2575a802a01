import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { type BodyKind, DUTIES, FOUNDERS, isMission } from '../domain/body-kind.js';
import type { DocumentOutline } from '../domain/drafting/outline.js';
import { err, ok, type Result } from '../domain/result.js';
import { kindWords as words } from '../words/kinds.js';
import { expected, group, id, list, nonEmptyList, oneOf, roleFields, text } from './fields.js';
import { PACKAGED_SEEDS, sharedFiles, shortPath, yamlIn } from './locate.js';
import { outlineSchema, unsound } from './outline.js';
import { present } from './present.js';
import { readOnce } from './read-once.js';
import { type Located, parseYaml, readYaml, type SeedError } from './read-yaml.js';

const pattern = z.string(expected(words.fields.pattern)).regex(/^0+([./]0+)*$/, expected(words.fields.pattern));

/** The shape of `kinds/<id>.yaml`; the fields are those of `BodyKind`. */
export const kindSchema = group({
  id,
  version: z.string(expected(words.fields.version)).min(1, expected(words.fields.version)),
  title: text,
  note: text.optional(),
  calendars: nonEmptyList(id),
  duties: group({ validator: id, steering: id, administrator: id }),
  head: id,
  founders: group({ head: text, controller: text, secretary: text, validator: text, communication: text }),
  roles: nonEmptyList(
    group({
      ...roleFields,
      heldBy: oneOf([...FOUNDERS, 'offices']).optional(),
    }),
  ),
  inRules: z.record(z.string(), id, expected(words.fields.inRules)).optional(),
  shared: list(id),
  documents: list(outlineSchema.extend({ calendars: nonEmptyList(id).optional() })).default([]),
  missions: group({
    pattern,
    example: text,
    norm: text,
    titles: z.record(z.string(), text, expected(words.fields.titles)).default({}),
  }),
});

/** A kind of body with the places of its fields; those of its own documents apart, each with its own. */
export interface KindFile extends Located<BodyKind> {
  readonly outlines: readonly Located<DocumentOutline>[];
}

/** Reads what a kind of body is. @returns also a role or a document it names that is not there */
function loadKind(file: string): Result<KindFile, readonly SeedError[]> {
  return sound(readYaml(file, kindSchema));
}

/** As `loadKind`, on text already in memory. */
export function parseKind(file: string, source: string): Result<KindFile, readonly SeedError[]> {
  return sound(parseYaml(file, source, kindSchema));
}

function sound(
  read: Result<Located<z.output<typeof kindSchema>>, readonly SeedError[]>,
): Result<KindFile, readonly SeedError[]> {
  if (!read.ok) return read;
  const { file, lineOf } = read.value;
  const value: BodyKind = present(read.value.value);
  const errors: SeedError[] = [];
  const say = (path: readonly PropertyKey[], message: string): void =>
    void errors.push({ file, line: lineOf(path), field: path.map(String).join('.'), message });
  const named = basename(file, '.yaml');
  if (named !== value.id) say(['id'], words.otherName(value.id, named));
  const has = (role: string): boolean => value.roles.some((one) => one.id === role);
  for (const duty of DUTIES) if (!has(value.duties[duty])) say(['duties', duty], words.noRole(value.duties[duty]));
  if (!has(value.head)) say(['head'], words.noRole(value.head));
  value.roles.forEach(({ recordedBy }, i) => {
    if (recordedBy !== undefined && !has(recordedBy)) say(['roles', i, 'recordedBy'], words.noRole(recordedBy));
  });
  for (const [named, role] of Object.entries(value.inRules ?? {}))
    if (!has(role)) say(['inRules', named], words.noRole(role));
  value.shared.forEach((document, i) => {
    if (!PACKAGED_DOCUMENTS().includes(document)) say(['shared', i], words.noDocument(document, PACKAGED_DOCUMENTS()));
  });
  for (const code of Object.keys(value.missions.titles)) {
    // Of `01.07` the mission alone, `01`, may have a title too.
    const whole =
      isMission(value.missions, code) || isMission({ pattern: value.missions.pattern.split(/[./]/)[0] ?? '' }, code);
    if (!whole) say(['missions', 'titles', code], words.noMission(code, value.missions.pattern));
  }
  value.documents.forEach((outline, i) => {
    if (value.documents.findIndex((other) => isForTheSame(other, outline)) < i)
      say(['documents', i, 'kind'], words.twiceDocument(outline.kind));
    outline.calendars?.forEach((calendar, k) => {
      if (!value.calendars.includes(calendar))
        say(['documents', i, 'calendars', k], words.noCalendar(calendar, value.calendars));
    });
    for (const { path, message } of unsound(outline)) say(['documents', i, ...path], message);
  });
  const outlines = value.documents.map((outline, i) => ({
    file,
    value: outline,
    lineOf: (path: readonly PropertyKey[]) => lineOf(['documents', i, ...path]),
  }));
  return errors.length > 0 ? err(errors) : ok({ file, lineOf, value, outlines });
}

/** Whether two outlines are of one document with one calendar. */
const isForTheSame = (one: DocumentOutline, other: DocumentOutline): boolean =>
  one.kind === other.kind &&
  (one.calendars === undefined || other.calendars === undefined
    ? one.calendars === other.calendars
    : one.calendars.some((calendar) => other.calendars?.includes(calendar)));

/** Kinds of the documents that come with the program for whoever wants them. */
const PACKAGED_DOCUMENTS = (): readonly string[] =>
  yamlIn(`${PACKAGED_SEEDS}/documents`).map((file) => basename(file, '.yaml'));

const loadOnce = readOnce((file) => loadKind(shortPath(file)));

/** Every kind that can be named in a folder of bodies: its own, and those that come with the program. */
export function kindsIn(folder: string): Result<readonly KindFile[], readonly SeedError[]> {
  const all = sharedFiles('kinds', folder).map(loadOnce);
  const errors = all.flatMap((one) => (one.ok ? [] : one.error));
  return errors.length > 0 ? err(errors) : ok(all.flatMap((one) => (one.ok ? [one.value] : [])));
}

/** The kind with an id, as bodies of a folder mean it; undefined where there is none. */
export function findKind(
  name: string,
  folder: string = PACKAGED_SEEDS,
): Result<KindFile, readonly SeedError[]> | undefined {
  const file = sharedFiles('kinds', folder).find((one) => basename(one, '.yaml') === name);
  return file === undefined ? undefined : loadOnce(file);
}

/** Ids of the kinds that can be named, in order. */
export const kindIds = (folder: string = PACKAGED_SEEDS): readonly string[] =>
  sharedFiles('kinds', folder)
    .map((file) => basename(file, '.yaml'))
    .sort();

/** The folder of the bodies a body's file is in. */
export const bodiesFolder = (entityFile: string): string => dirname(dirname(entityFile));
