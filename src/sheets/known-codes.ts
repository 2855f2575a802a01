import { allIndicators } from '../domain/findings/walk.js';
import type { Plan } from '../domain/plan.js';
import type { GridCell } from './grid.js';
import { DATABLE, numberOf, plainText, writtenCode } from './row-code.js';
import type { CodesBehind } from './table.js';

/** A line of a plan's workbook: what it is called, and the codes that stand in it. */
interface KnownLine {
  readonly name: string;
  readonly codes: readonly string[];
}

/**
 * Finds the codes that a spreadsheet may have changed (`1.10` become 1,1, `1-2` become a day) by the titles and names of the
 * plan its writer started from. One alone is taken only where the line is called as the plan calls it.
 */
export function codesBehind(plan: Plan | undefined): CodesBehind {
  const lines = plan === undefined ? [] : linesOf(plan);
  return (cell, beside) => {
    const texts = new Set(beside.map(plainText));
    const there = (some: readonly KnownLine[]): readonly string[] => [
      ...new Set(some.flatMap(({ codes }) => codes).filter((code) => mayBe(cell, code))),
    ];
    const [only, ...others] = there(lines.filter(({ name }) => texts.has(name)));
    if (only !== undefined && others.length === 0) return { code: only, among: [only] };
    return { among: (only === undefined ? there(lines) : [only, ...others]).slice(0, MOST_NAMED) };
  };
}

const MOST_NAMED = 5;

function mayBe(cell: GridCell, code: string): boolean {
  if (cell.kind === 'date') return DATABLE.test(code);
  const number = numberOf(writtenCode(cell));
  return number !== undefined && numberOf(code) === number;
}

function linesOf(plan: Plan): readonly KnownLine[] {
  const line = (name: string | undefined, ...codes: readonly (string | undefined)[]): readonly KnownLine[] =>
    name === undefined || name.trim() === ''
      ? []
      : [{ name: plainText(name), codes: codes.filter((code) => code !== undefined) }];
  return [
    ...plan.areas.flatMap((area) => [
      ...line(area.title, area.code),
      ...area.objectives.flatMap((objective) => [
        ...line(objective.title, objective.code),
        ...objective.programmes.flatMap((programme) => line(programme.title, programme.code)),
      ]),
    ]),
    ...plan.sheets.flatMap((sheet) => line(sheet.title, sheet.programme)),
    ...plan.individual.flatMap((one) => line(one.title, one.code, one.area, one.programme)),
    ...allIndicators(plan).flatMap(({ node, list, programme }) =>
      line(node.name, node.code, node.repeats, list === 'individual' ? undefined : programme),
    ),
  ];
}
