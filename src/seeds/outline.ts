import { basename } from 'node:path';
import { z } from 'zod';
import type { DocumentOutline } from '../domain/drafting/outline.js';
import { type Entity, knowsRole } from '../domain/entity.js';
import { err, ok, type Result } from '../domain/result.js';
import { outlineWords as words } from '../words/outline.js';
import { roleName } from './entity-schema.js';
import { expected, flag, group, id, list, nonEmptyList, text } from './fields.js';
import { shortPath, yamlIn } from './locate.js';
import { present } from './present.js';
import { readOnce } from './read-once.js';
import { type Located, parseYaml, readYaml, type SeedError } from './read-yaml.js';

const level = z.union([z.literal(2), z.literal(3), z.literal(4)], expected(words.level));

const content = z.discriminatedUnion(
  'kind',
  [
    group({ kind: z.literal('written') }),
    group({
      kind: z.literal('computed'),
      from: z.string(expected(words.part)).regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, expected(words.part)),
      with: z.record(z.string(), text, expected(words.with)).optional(),
    }),
    group({ kind: z.literal('taken'), document: id, section: id.optional() }),
  ],
  expected(words.content),
);

const section = group({
  id,
  title: text,
  level,
  required: flag.default(true),
  owners: nonEmptyList(roleName),
  hint: text.optional(),
  chapter: z.string(expected(words.chapter)).regex(/^\d$/, expected(words.chapter)).optional(),
  formerly: list(id).optional(),
  content,
});

/** The shape of `documents/<kind>.yaml`. */
export const outlineSchema = group({
  kind: id,
  version: z.string(expected(words.version)).min(1, expected(words.version)),
  title: text.optional(),
  standIn: flag.default(false),
  withoutPlan: flag.optional(),
  landscape: flag.default(false),
  sections: nonEmptyList(section),
});

/** Reads what a document consists of. */
export const loadOutline = readOnce((file) => sound(readYaml(file, outlineSchema)));

/** As `loadOutline`, on text already in memory. */
export function parseOutline(file: string, source: string): Result<Located<DocumentOutline>, readonly SeedError[]> {
  return sound(parseYaml(file, source, outlineSchema));
}

/** What the schema alone does not see: ids said twice, a document that takes from itself, a name that is not the file's. */
function sound(
  read: Result<Located<z.output<typeof outlineSchema>>, readonly SeedError[]>,
): Result<Located<DocumentOutline>, readonly SeedError[]> {
  if (!read.ok) return read;
  const { file, lineOf } = read.value;
  const value: DocumentOutline = present(read.value.value);
  const errors: SeedError[] = [];
  const say = (path: readonly PropertyKey[], message: string): void =>
    void errors.push({ file, line: lineOf(path), field: path.map(String).join('.'), message });
  const named = basename(file, '.yaml');
  if (named !== value.kind) say(['kind'], words.otherName(value.kind, named));
  errors.push(
    ...unsound(value).map(({ path, message }) => ({
      file,
      line: lineOf(path),
      field: path.map(String).join('.'),
      message,
    })),
  );
  return errors.length > 0 ? err(errors) : ok({ file, lineOf, value });
}

/** Sections with the same id, and a document that takes from itself. */
export function unsound(
  value: DocumentOutline,
): readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] {
  const found: { path: readonly PropertyKey[]; message: string }[] = [];
  const say = (path: readonly PropertyKey[], message: string): void => void found.push({ path, message });
  value.sections.forEach(({ id: of, content: from }, i) => {
    if (value.sections.findIndex((other) => other.id === of) < i) say(['sections', i, 'id'], words.twice(of));
    if (from.kind === 'taken' && from.document === value.kind)
      say(['sections', i, 'content', 'document'], words.itself);
  });
  return found;
}

/** The outlines of a folder, `documents/*.yaml`, by kind. */
export function outlinesIn(folder: string): Result<readonly Located<DocumentOutline>[], readonly SeedError[]> {
  const found: Located<DocumentOutline>[] = [];
  const errors: SeedError[] = [];
  for (const file of yamlIn(folder)) {
    const read = loadOutline(shortPath(file));
    if (read.ok) found.push(read.value);
    else errors.push(...read.error);
  }
  return errors.length > 0 ? err(errors) : ok(found);
}

/** What an outline names that the body does not have: owners, and sections taken from a document without them. */
export function danglingInOutline(
  { file, lineOf, value }: Located<DocumentOutline>,
  entity: Pick<Entity, 'roles' | 'offices' | 'called'>,
  all: readonly DocumentOutline[],
): readonly SeedError[] {
  const errors: SeedError[] = [];
  const say = (path: readonly PropertyKey[], message: string): void =>
    void errors.push({ file, line: lineOf(path), field: path.map(String).join('.'), message });
  value.sections.forEach(({ owners, content: from }, i) => {
    owners.forEach((owner, k) => {
      if (!knowsRole(entity, owner)) say(['sections', i, 'owners', k], words.noOwner(owner));
    });
    if (from.kind !== 'taken') return;
    const other = all.find(({ kind }) => kind === from.document);
    if (other === undefined) say(['sections', i, 'content', 'document'], words.noDocument(from.document));
    else if (from.section !== undefined && !other.sections.some(({ id: of }) => of === from.section))
      say(['sections', i, 'content', 'section'], words.noSection(from.section, from.document));
  });
  return errors;
}
