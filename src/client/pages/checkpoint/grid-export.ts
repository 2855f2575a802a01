import type { Handler } from 'hono';
import { type Cell, day, number, percent, type Table } from '../../../documents/content.js';
import type { Actual } from '../../../domain/achievement/types.js';
import type { Unit } from '../../../domain/targets/types.js';
import type { GridCell, GridResult, GridRow } from '../../../register/reading/grid-rows.js';
import { consoleWords } from '../../../words/console.js';
import { actualText } from '../../../words/measure.js';
import { overrideWords } from '../../../words/overrides.js';
import { steeringWords } from '../../../words/steering.js';
import type { Site } from '../kit/site.js';
import { formNamed, headingNow, tableContent, takenAway } from '../kit/take-away.js';
import { GRID_TABLE, gridScene, rowsAsked } from './grid.js';
import type { GridScene } from './grid-scene.js';

const words = steeringWords.grid;

/** The rows of the grid that its filters let through, as a file: what the page shows, one column for each thing. */
export function exportGrid(site: Site): Handler {
  return async (c) => {
    const form = formNamed(GRID_TABLE, c.req.param('file'));
    const scene = await gridScene(site, c);
    if (scene === undefined || form === undefined) return c.notFound();
    const { frame, cycle } = scene;
    const heading = headingNow(frame, cycle, GRID_TABLE, `${words.title} ${cycle.exercise}`);
    const table = tableOf(scene, rowsAsked(c, scene), heading.title);
    return takenAway(
      c,
      tableContent(heading, table),
      GRID_TABLE,
      form,
      words.fileName(cycle.entity, cycle.exercise, form),
    );
  };
}

function tableOf(
  { checkpoints, directory, areas, perspectives }: GridScene,
  rows: readonly GridRow[],
  caption: string,
): Table {
  return {
    kind: 'table',
    dataset: GRID_TABLE,
    caption,
    columns: [
      { title: words.table.code },
      { title: words.indicator, share: 4, heads: true },
      { title: words.office, share: 2 },
      { title: words.area, share: 2 },
      { title: words.perspective, share: 2 },
      { title: words.target },
      ...checkpoints.flatMap(({ title }) => [
        { title: words.table.stateOf(title) },
        { title: words.table.valueOf(title), figures: true },
        { title: words.table.achievementOf(title), figures: true },
        { title: words.table.lightOf(title) },
        { title: words.table.remarkOf(title) },
      ]),
    ],
    rows: rows.map((row) => ({
      cells: [
        row.indicator,
        row.name,
        directory.title(`ufficio:${row.office}`),
        row.area === null ? '' : (areas.get(row.area) ?? row.area),
        row.perspective === null ? '' : (perspectives.get(row.perspective) ?? row.perspective),
        row.target,
        ...checkpoints.flatMap((k) => cellsOf(row.cells.get(k.id))),
      ],
    })),
  };
}

function cellsOf(cell: GridCell | undefined): readonly Cell[] {
  if (cell === undefined) return [words.states['not-asked'], '', '', '', ''];
  const { state, actual, unit, remark, result } = cell;
  return [
    words.states[state],
    actual === null ? '' : valueCell(actual, unit ?? undefined),
    result === null ? '' : achievementCell(result),
    result === null || result.achievement === null ? '' : lightText(result),
    remark ?? '',
  ];
}

/** A figure that a spreadsheet can count with, where the value is one. */
function valueCell(actual: Actual, unit: Unit | undefined): Cell {
  if (actual.kind === 'number') return unit?.kind === 'percent' ? percent(actual.value) : number(actual.value);
  if (actual.kind === 'date') return day(actual.on);
  return actualText(actual, unit);
}

const achievementCell = ({ achievement, state, override }: GridResult): Cell => {
  if (achievement !== null) return percent(achievement);
  return override === null ? consoleWords.assessmentState[state] : overrideWords.notCounted;
};

const lightText = ({ light, override }: GridResult): string =>
  override === null ? consoleWords.light[light] : `${consoleWords.light[light]} (${overrideWords.forced})`;
