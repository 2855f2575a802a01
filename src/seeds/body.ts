import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ImprovementItem, Transparency } from '../domain/annexes.js';
import { type Entity, knowsRole } from '../domain/entity.js';
import type { BodyProfile, FollowedItem, SeriesChapter } from '../domain/follow-up.js';
import { err, ok, type Result } from '../domain/result.js';
import type { Series } from '../domain/series.js';
import { slug } from '../domain/slug.js';
import { bodyFileWords as words } from '../words/body-pages.js';
import { loadChecklist, loadIndices, loadQuestionnaire } from './analysis.js';
import { loadImprovement, loadTransparency } from './annexes.js';
import { bodySchema } from './body-schema.js';
import { present } from './present.js';
import { type Located, readYaml, type SeedError } from './read-yaml.js';
import { loadSeries } from './series.js';

/** What a body brings beside its plan: its series, and what it follows. */
export interface BodyFiles {
  readonly profile: BodyProfile;
  readonly followed: readonly FollowedItem[];
}

type BodyFile = ReturnType<typeof present<import('zod').output<typeof bodySchema>>>;

/**
 * Reads `series/`, `transparency.yaml`, `improvement.yaml` and `body.yaml` of a seed folder; each may be absent.
 * @returns the profile and the items followed, or every error: also of an owner, table or item nobody else knows
 */
export function loadBody(
  folder: string,
  entity: Pick<Entity, 'roles' | 'offices' | 'called'>,
): Result<BodyFiles, readonly SeedError[]> {
  const errors: SeedError[] = [];
  const keep = <T>(read: Result<T, readonly SeedError[]>): T | undefined => {
    if (read.ok) return read.value;
    errors.push(...read.error);
    return undefined;
  };
  const optional = (name: string): boolean => existsSync(join(folder, name));
  const series = keep(loadSeries(folder)) ?? { tables: [], relations: [] };
  const transparency = optional('transparency.yaml') ? keep(loadTransparency(folder)) : undefined;
  const improvement = optional('improvement.yaml') ? keep(loadImprovement(folder)) : undefined;
  const finance = keep(loadIndices(folder));
  const checkUp = keep(loadQuestionnaire(folder));
  const validation = keep(loadChecklist(folder));
  const read = optional('body.yaml') ? keep(readYaml(join(folder, 'body.yaml'), bodySchema)) : undefined;
  const body: BodyFile = read === undefined ? {} : present(read.value);
  const followed = [
    ...(transparency === undefined ? [] : obligations(transparency, body)),
    ...(improvement === undefined ? [] : actions(improvement, body)),
  ];
  if (read !== undefined) errors.push(...unknownNames(read, body, series, followed, entity));
  if (errors.length > 0) return err(errors);
  return ok({
    profile: {
      mission: body.mission,
      vision: body.vision,
      source: body.source,
      chapters: chaptersOf(series, body),
      stakeholders: body.stakeholders ?? [],
      relations: series.relations,
      finance,
      checkUp,
      validation,
      about: body.about?.map((entry) => ({ ...entry, details: entry.details ?? [] })),
    },
    followed,
  });
}

function chaptersOf({ tables }: Series, body: BodyFile): readonly SeriesChapter[] {
  const chapters = (body.chapters ?? []).map(({ id, title, owner, tables: ids }) => ({
    id,
    title,
    owner,
    tables: ids.flatMap((table) => tables.filter((t) => t.id === table)),
  }));
  const placed = new Set(chapters.flatMap((c) => c.tables.map((t) => t.id)));
  const others = tables.filter((t) => !placed.has(t.id));
  return others.length === 0
    ? chapters
    : [...chapters, { id: 'altre-serie', title: words.otherSeries, tables: others }];
}

function obligations({ asOf, groups }: Transparency, body: BodyFile): readonly FollowedItem[] {
  return groups.flatMap((group) =>
    group.obligations.map((obligation): FollowedItem => {
      const id = `${group.id}/${obligation.number}`;
      const said = body.obligations?.find((o) => o.id === id);
      return {
        kind: 'obligation',
        id,
        heading: group.title,
        text: obligation.text,
        source: `${group.source}, ${obligation.number}`,
        stated: obligation.state,
        statedOn: asOf,
        norm: said?.norm,
        validTo: said?.validTo,
        owner: said?.owner,
        everyMonths: said?.every,
        dueOn: said?.due,
      };
    }),
  );
}

function actions(improvement: readonly ImprovementItem[], body: BodyFile): readonly FollowedItem[] {
  return improvement.flatMap(({ subject, source, actions: texts }) =>
    texts.map((text, i): FollowedItem => {
      const id = `${slug(subject)}/${i + 1}`;
      const said = body.improvement?.find((a) => a.id === id);
      return {
        kind: 'improvement',
        id,
        heading: subject,
        text,
        source,
        stated: '',
        owner: said?.owner,
        dueOn: said?.due,
      };
    }),
  );
}

function unknownNames(
  { file, lineOf }: Located<unknown>,
  body: BodyFile,
  series: Series,
  followed: readonly FollowedItem[],
  entity: Pick<Entity, 'roles' | 'offices' | 'called'>,
): SeedError[] {
  const errors: SeedError[] = [];
  const say = (path: readonly PropertyKey[], message: string): void =>
    void errors.push({ file, line: lineOf(path), field: path.map(String).join('.'), message });
  body.chapters?.forEach((chapter, c) => {
    if (chapter.owner !== undefined && !knowsRole(entity, chapter.owner))
      say(['chapters', c, 'owner'], words.noOwner(chapter.owner));
    chapter.tables.forEach((table, t) => {
      if (!series.tables.some((known) => known.id === table)) say(['chapters', c, 'tables', t], words.noTable(table));
    });
  });
  for (const [field, kind] of [
    ['obligations', 'obligation'],
    ['improvement', 'improvement'],
  ] as const) {
    body[field]?.forEach((said, i) => {
      if (!followed.some((f) => f.kind === kind && f.id === said.id)) {
        const known = followed.filter((f) => f.kind === kind).map((f) => f.id);
        say([field, i, 'id'], words.noItem(said.id, known));
      }
      if (said.owner !== undefined && !knowsRole(entity, said.owner))
        say([field, i, 'owner'], words.noOwner(said.owner));
    });
  }
  return errors;
}
