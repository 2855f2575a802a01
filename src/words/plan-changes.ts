import type { CivilDate } from '../domain/calendar/types.js';
import type { Change } from '../domain/change.js';
import type { Indicator } from '../domain/plan.js';
import type { FieldChange, NodeChange, PlanDiff } from '../domain/plan-diff.js';
import type { ListId } from '../domain/plan-lists.js';
import { sentence } from '../domain/targets/sentence.js';
import type { DecimalText } from '../domain/targets/types.js';
import { boardWords as words } from './board.js';
import { italianDay, italianNumber, italianPercent } from './format.js';

/**
 * The changes of a plan as a table shows them, one field at a time.
 * @param officeTitle what an office is called, by its id
 */
export function planChanges(diff: PlanDiff, officeTitle: (office: string) => string): readonly Change[] {
  const perspectiveTitle = (perspective: string): string => diff.perspectives.get(perspective) ?? perspective;
  const titles = { office: officeTitle, perspective: perspectiveTitle };
  return [
    ...diff.indicators.flatMap((change): Change[] => {
      const where = placeOf(change.list);
      if (change.kind !== 'changed') {
        const [head, text] = [nameOf(change.indicator), said(change.indicator)];
        return change.kind === 'added'
          ? [{ head, where, what: words.indicatorAdded, after: text }]
          : [{ head, where, what: words.indicatorRemoved, before: text }];
      }
      return change.fields.map((field) => ({
        head: nameOf(change.after),
        where,
        what: words.field(field),
        ...fieldSides(titled(field, titles), change.after),
      }));
    }),
    ...diff.nodes.map((change) => ({
      head: `${words.level[change.node.level]} ${change.node.code}: ${change.node.title}`,
      where: change.node.perspective === undefined ? '' : perspectiveTitle(change.node.perspective),
      what: words.node[change.kind],
      ...nodeSides(change),
    })),
    ...diff.parts.map((part) => ({ head: words.part[part], where: '', what: words.partChanged })),
    ...diff.orders.map(({ list }) => ({ head: placeOf(list), where: '', what: words.order })),
  ];
}

/** `3 target modificati, un peso modificato` */
export function planChangesInWords(diff: PlanDiff): string {
  const fields = diff.indicators.flatMap((change) => (change.kind === 'changed' ? change.fields : []));
  const of = (...names: readonly FieldChange['field'][]) => fields.filter((f) => names.includes(f.field)).length;
  const weights = of('weight') + diff.nodes.filter((node) => node.kind === 'weight').length;
  const others =
    of('name', 'office', 'perspective', 'missioneProgramma', 'knownFrom', 'other') +
    diff.nodes.filter((node) => node.kind !== 'weight').length +
    diff.parts.length;
  return words.summary(
    of('target', 'reading'),
    weights,
    diff.indicators.filter((change) => change.kind === 'added').length,
    diff.indicators.filter((change) => change.kind === 'removed').length,
    others,
  );
}

function placeOf(list: ListId): string {
  const [kind, code = ''] = list.split(/:(.*)/s);
  // A list's name begins with its kind, by construction.
  return words.list[kind as keyof typeof words.list](code);
}

const nameOf = (indicator: Indicator): string => `${indicator.code} ${indicator.name}`;

/** An indicator as it came or went: its targets and its weight. */
function said({ targets, weight }: Indicator): string {
  const parts = [
    ...targets.map((t) => `${t.year}: ${t.text}`),
    ...(weight === undefined ? [] : [`${words.node.weight} ${italianPercent(weight)}`]),
  ];
  return parts.join('; ');
}

type Titles = Readonly<Record<'office' | 'perspective', (id: string) => string>>;

function titled(field: FieldChange, titles: Titles): FieldChange {
  if (field.field !== 'office' && field.field !== 'perspective') return field;
  const of = titles[field.field];
  const titleOf = (id: string | undefined) => (id === undefined ? undefined : of(id));
  return { field: field.field, before: titleOf(field.before), after: titleOf(field.after) };
}

function fieldSides(field: FieldChange, after: Indicator): Pick<Change, 'before' | 'after'> {
  switch (field.field) {
    case 'target': {
      const reading = after.targets.find((t) => t.year === field.year)?.confirmed;
      const read = reading === undefined ? '' : ` (${sentence(reading)})`;
      return {
        before: field.before,
        after: field.after === undefined ? undefined : `${field.after}${read}`,
      };
    }
    case 'reading':
      return {
        before: field.before === undefined ? undefined : sentence(field.before),
        after: field.after === undefined ? undefined : sentence(field.after),
      };
    case 'weight':
      return weightSides(field);
    case 'knownFrom':
      return { before: dayOf(field.before), after: dayOf(field.after) };
    case 'other':
      return {};
    default:
      return {
        before: field.before,
        after: field.after,
      };
  }
}

/** Two weights with as many decimals one as the other: `3,00%` and `4,00%`. */
function weightSides({
  before,
  after,
}: {
  readonly before?: DecimalText | undefined;
  readonly after?: DecimalText | undefined;
}): Pick<Change, 'before' | 'after'> {
  const decimals = Math.max(decimalsOf(before), decimalsOf(after));
  const said = (weight: DecimalText | undefined) =>
    weight === undefined ? undefined : `${italianNumber(weight, decimals)}%`;
  return { before: said(before), after: said(after) };
}

const decimalsOf = (weight: DecimalText | undefined): number => weight?.split('.')[1]?.length ?? 0;

const dayOf = (day: string | undefined): string | undefined =>
  day === undefined ? undefined : italianDay(day as CivilDate);

function nodeSides(change: NodeChange): Pick<Change, 'before' | 'after'> {
  switch (change.kind) {
    case 'weight':
      return weightSides(change);
    case 'title':
      return { before: change.before, after: change.after };
    default:
      return {};
  }
}
