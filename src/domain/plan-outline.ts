import type { Indicator, Plan, Programme } from './plan.js';
import { indicatorLists, type ListId } from './plan-lists.js';

/** A list of indicators of a plan, as the editor shows it. */
export interface OutlineList {
  readonly id: ListId;
  readonly kind: 'scorecard' | 'sheet' | 'individual';
  readonly code: string;
  readonly title: string;
  readonly indicators: readonly Indicator[];
  /** Of a programme of the scorecard. */
  readonly programme?: Programme;
  /** Titles above it, from the first. */
  readonly above: readonly string[];
}

/** What one page of the editor shows: an area, the sheets of programmes outside any, the individual objectives. */
export interface PlanPart {
  /** Last part of its address: `area-1`. */
  readonly id: string;
  readonly kind: 'area' | 'sheets' | 'individual';
  readonly code: string;
  readonly title: string;
  readonly lists: readonly OutlineList[];
}

/** A plan in pages small enough to stay quick: each programme is followed by its sheet. Empty parts are left out. */
export function partsOf(plan: Plan): readonly PlanPart[] {
  const sheets = new Map(plan.sheets.map((sheet) => [sheet.programme, sheet]));
  const sheetList = (programme: string, above: readonly string[]): readonly OutlineList[] => {
    const sheet = sheets.get(programme);
    if (sheet === undefined) return [];
    sheets.delete(programme);
    const { title, indicators } = sheet;
    return [{ id: `sheet:${programme}`, kind: 'sheet', code: programme, title, indicators, above }];
  };
  const areas = plan.areas.map(
    (area): PlanPart => ({
      id: `area-${area.code}`,
      kind: 'area',
      code: area.code,
      title: area.title,
      lists: area.objectives.flatMap((objective) =>
        objective.programmes.flatMap((programme): readonly OutlineList[] => {
          const above = [`${objective.code} ${objective.title}`];
          const { code, title, indicators } = programme;
          return [
            { id: `scorecard:${code}`, kind: 'scorecard', code, title, indicators, programme, above },
            ...sheetList(code, above),
          ];
        }),
      ),
    }),
  );
  const loose = plan.sheets.flatMap((sheet) => sheetList(sheet.programme, []));
  const individual = plan.individual.map(
    ({ code, title, role, indicators }): OutlineList => ({
      id: `individual:${code}`,
      kind: 'individual',
      code,
      title: title ?? role,
      indicators,
      above: [role],
    }),
  );
  return [
    ...areas,
    ...(loose.length === 0 ? [] : [{ id: 'schede', kind: 'sheets' as const, code: '', title: '', lists: loose }]),
    ...(individual.length === 0
      ? []
      : [{ id: 'obiettivi-individuali', kind: 'individual' as const, code: '', title: '', lists: individual }]),
  ];
}

/** The part whose page shows a list; a list nobody has is on none. */
export const partOf = (parts: readonly PlanPart[], list: string): PlanPart | undefined =>
  parts.find((part) => part.lists.some((one) => one.id === list));

/** The list of a plan with that id, as an address names it; undefined when there is none. */
export const listIdIn = (plan: Plan, id: string): ListId | undefined =>
  [...indicatorLists(plan).keys()].find((one) => one === id);

/** An anchor within a page: letters, figures and hyphens only. */
export const anchorOf = (list: string, code?: string): string =>
  `${list}${code === undefined ? '' : `-${code}`}`.replaceAll(/[^\p{L}\p{N}-]+/gu, '-');
