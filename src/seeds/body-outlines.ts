import { basename, dirname, join, resolve } from 'node:path';
import { USUAL_KIND } from '../domain/body-kind.js';
import type { CalendarTemplate } from '../domain/calendar/template.js';
import type { DocumentOutline } from '../domain/drafting/outline.js';
import { type Entity, knowsRole, OIV, roleCalled, STEERING } from '../domain/entity.js';
import type { Policy } from '../domain/policy.js';
import { wordsOf } from '../words/validator.js';
import type { KindFile } from './kind.js';
import { PACKAGED_SEEDS, yamlIn } from './locate.js';
import { danglingInOutline } from './outline.js';
import type { Located, SeedError } from './read-yaml.js';

/** What a body's own outlines name that it does not have. */
export function danglingInOutlines(
  own: readonly Located<DocumentOutline>[],
  entity: Entity,
  shared: readonly Located<DocumentOutline>[],
): readonly SeedError[] {
  const all = overlaid(own, shared).map(({ value }) => value);
  return own.flatMap((one) => danglingInOutline(one, entity, all));
}

/** A body's own outlines, and of the kinds it has none of those of everybody. */
export const overlaid = (
  own: readonly Located<DocumentOutline>[],
  shared: readonly Located<DocumentOutline>[],
): readonly Located<DocumentOutline>[] => [
  ...own,
  ...shared.filter(({ value }) => !own.some((one) => one.value.kind === value.kind)),
];

/** An outline of everybody may name a role this body does not have: what is nobody's is controllo di gestione's. */
export const fitted = (one: Located<DocumentOutline>, entity: Entity): Located<DocumentOutline> => ({
  ...one,
  value: {
    ...one.value,
    sections: one.value.sections.map((section) => {
      const owners = section.owners.filter((role) => knowsRole(entity, role)).map((role) => roleCalled(entity, role));
      return { ...section, owners: owners.length === 0 ? [STEERING] : owners };
    }),
  },
});

/** An outline of everybody names who validates as this body does. */
export const inWordsOf =
  (entity: Entity) =>
  (one: Located<DocumentOutline>): Located<DocumentOutline> => ({
    ...one,
    value: wordsOf(one.value, entity.roles.find(({ id }) => id === OIV)?.title ?? 'OIV'),
  });

export interface Shared {
  readonly templates: readonly Located<CalendarTemplate>[];
  readonly policies: readonly Located<Policy>[];
  readonly outlines: readonly Located<DocumentOutline>[];
  readonly kinds: readonly KindFile[];
}

export const kindOf = (
  { kind = USUAL_KIND }: Pick<Entity, 'kind'>,
  { kinds }: Pick<Shared, 'kinds'>,
): KindFile | undefined => kinds.find(({ value }) => value.id === kind);

/** The documents that are no body's own: what the installation has put in their place, those of its kind, those its kind shares with others. */
export function everybodys(
  entity: Entity,
  shared: Pick<Shared, 'outlines' | 'kinds'>,
): readonly Located<DocumentOutline>[] {
  const kind = kindOf(entity, shared);
  if (kind === undefined) return shared.outlines;
  const folder = join(PACKAGED_SEEDS, 'documents');
  const packaged = yamlIn(folder).map((file) => basename(file, '.yaml'));
  const common = shared.outlines.filter(
    ({ value }) => kind.value.shared.includes(value.kind) || !packaged.includes(value.kind),
  );
  const installed = common.filter(({ file }) => dirname(resolve(file)) !== folder);
  return overlaid(installed, overlaid(forCalendar(kind.outlines, entity.template), common));
}

/** Of several outlines of a document of a kind, the one for a calendar; where none is, the one for any. */
function forCalendar(
  outlines: readonly Located<DocumentOutline>[],
  calendar: string,
): readonly Located<DocumentOutline>[] {
  const own = outlines.filter(({ value }) => value.calendars?.includes(calendar) === true);
  return overlaid(
    own,
    outlines.filter(({ value }) => value.calendars === undefined),
  );
}
