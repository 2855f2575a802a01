import { HyperFormula } from 'hyperformula';
import type { Actual } from '../src/domain/achievement/types.js';
import { dayNumber } from '../src/domain/calendar/civil-date.js';
import type { Card } from '../src/domain/scorecard/card.js';
import type { CardNode } from '../src/domain/scorecard/card-node.js';
import type { ReadIndicator } from './measured-values.js';

/** Achievement, coverage, worst and best of one node. */
export type Figures = readonly [number | undefined, number, number, number];

const ACTUAL = 2;

/**
 * The scorecard as an office would keep it in a spreadsheet: a row per indicator (weight, target, value, achievement,
 * weight assessed, points) and below a row per node with its four figures.
 */
export function sheetOf(
  card: readonly ReadIndicator[],
  prepared: Card,
  nodes: readonly CardNode[],
): (string | number | null)[][] {
  const leaves = card.map(({ reading }, i): (string | number | null)[] => {
    const row = i + 1;
    const weight = prepared.leaves[i]?.weight;
    if (weight === undefined) throw new Error(`no leaf ${i}`);
    return [
      Number(weight.n) / Number(weight.d),
      reading.kind === 'by-date' ? dayNumber(reading.by) : reading.kind === 'threshold' ? Number(reading.value) : null,
      null,
      `=IF(ISBLANK(C${row}),"",MAX(0,MIN(100,${achievementFormula(reading, row)})))`,
      `=IF(ISNUMBER(D${row}),A${row},0)`,
      `=IF(ISNUMBER(D${row}),A${row}*D${row},0)`,
    ];
  });
  const totals = nodes.map((node): string[] => {
    const rows = leavesBelow(node).map((leaf) => leaf + 1);
    const sum = (column: string): string => `SUM(${rows.map((row) => `${column}${row}`).join(',')})`;
    return [
      `=IF(${sum('E')}=0,"",${sum('F')}/${sum('E')})`,
      `=100*${sum('E')}/${sum('A')}`,
      `=${sum('F')}/${sum('A')}`,
      `=(${sum('F')}+100*(${sum('A')}-${sum('E')}))/${sum('A')}`,
    ];
  });
  return [...leaves, ...totals];
}

export const openSheet = (content: (string | number | null)[][]): HyperFormula =>
  HyperFormula.buildFromArray(content, { licenseKey: 'gpl-v3' });

export function writeActuals(sheet: HyperFormula, actuals: readonly Actual[]): void {
  sheet.setCellContents(
    { sheet: 0, row: 0, col: ACTUAL },
    actuals.map((actual) => [cellOf(actual)]),
  );
}

export function readFigures(sheet: HyperFormula, firstRow: number, count: number): readonly Figures[] {
  const values = sheet.getRangeValues({
    start: { sheet: 0, row: firstRow, col: 0 },
    end: { sheet: 0, row: firstRow + count - 1, col: 3 },
  });
  return values.map(
    ([achievement, coverage, worst, best]): Figures => [
      typeof achievement === 'number' ? achievement : undefined,
      Number(coverage),
      Number(worst),
      Number(best),
    ],
  );
}

export function cellOf(actual: Actual): number | null {
  if (actual.kind === 'number') return Number(actual.value);
  return actual.kind === 'date' ? dayNumber(actual.on) : null;
}

export const leavesBelow = (node: CardNode): readonly number[] =>
  node.leaf === undefined ? node.children.flatMap(leavesBelow) : [node.leaf];

function achievementFormula(reading: ReadIndicator['reading'], row: number): string {
  const [target, actual] = [`B${row}`, `C${row}`];
  if (reading.kind === 'by-date') return `IF(${actual}<=${target},100,0)`;
  if (reading.kind !== 'threshold') throw new Error(`no formula for ${reading.kind}`);
  const ratio =
    reading.direction === 'more-is-better' ? `${actual}/${target}*100` : `IF(${actual}<=0,100,${target}/${actual}*100)`;
  return reading.operator === '>' ? `IF(${actual}>${target},${ratio},MIN(99.99,${ratio}))` : ratio;
}
