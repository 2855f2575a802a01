import { officeRole } from '../../../domain/entity.js';
import { plainText, wordsIn } from '../../../domain/plain-text.js';
import { ok, type Result } from '../../../domain/result.js';
import type { GridRow } from '../../../register/reading/grid-rows.js';
import { consoleWords } from '../../../words/console.js';
import { steeringWords } from '../../../words/steering.js';
import type { Filter } from '../kit/filter/filter.js';
import type { GridPageData } from './grid-data.js';

const words = steeringWords.grid;

/** Whether a row is let through. */
export type KeepsRow = (row: GridRow) => boolean;

const STATES = ['missing', 'returned', 'submitted', 'automatic', 'doubtful'] as const;
const LIGHTS = ['red', 'yellow', 'green', 'none'] as const;

/**
 * What of the grid is to be shown. A state is looked for at the last checkpoint that asked the indicator, a light at the
 * last that computed it; one that nobody knows is no limit.
 */
export function gridFilters(data: Pick<GridPageData, 'checkpoints' | 'directory' | 'rows' | 'areas' | 'perspectives'>) {
  const { checkpoints, directory, rows, areas, perspectives } = data;
  const ids = checkpoints.map(({ id }) => id);
  const codes = (of: (row: GridRow) => string | null): readonly string[] =>
    [...new Set(rows.map(of))].filter((code) => code !== null).toSorted();
  const filters: readonly Filter<KeepsRow>[] = [
    { name: 'cerca', label: words.search, asks: 'search', narrows: (text) => ok(hasWords(text)) },
    {
      name: 'ufficio',
      label: words.office,
      asks: 'choice',
      all: words.all,
      options: codes((row) => row.office).map((id) => [id, directory.title(officeRole(id))]),
      narrows: (office) => ok((row) => row.office === office),
    },
    {
      name: 'area',
      label: words.area,
      asks: 'choice',
      all: words.allFeminine,
      options: codes((row) => row.area).map((code) => [code, areas.get(code) ?? code]),
      narrows: (area) => ok((row) => row.area === area),
    },
    {
      name: 'prospettiva',
      label: words.perspective,
      asks: 'choice',
      all: words.allFeminine,
      options: codes((row) => row.perspective).map((id) => [id, perspectives.get(id) ?? id]),
      narrows: (perspective) => ok((row) => row.perspective === perspective),
    },
    {
      name: 'stato',
      label: words.state,
      asks: 'choice',
      all: words.all,
      options: STATES.map((state) => [state, words.states[state]]),
      narrows: (state) => among(STATES, state, (row) => lastCell(row, ids)?.state === state),
    },
    {
      name: 'semaforo',
      label: words.light,
      asks: 'choice',
      all: words.all,
      options: LIGHTS.map((light) => [light, consoleWords.light[light]]),
      narrows: (light) => among(LIGHTS, light, (row) => lastLight(row, ids) === light),
    },
  ];
  return filters;
}

const among = (known: readonly string[], written: string, keeps: KeepsRow): Result<KeepsRow | undefined, string> =>
  ok(known.includes(written) ? keeps : undefined);

/** All the words, of the code or the name, in any order. */
function hasWords(text: string): KeepsRow {
  const wanted = wordsIn(text);
  return (row) => wanted.every((word) => plainText(`${row.indicator} ${row.name}`).includes(word));
}

const lastCell = (row: GridRow, checkpoints: readonly string[]) =>
  checkpoints.map((id) => row.cells.get(id)).findLast((cell) => cell !== undefined);

const lastLight = (row: GridRow, checkpoints: readonly string[]) =>
  checkpoints.flatMap((id) => row.cells.get(id)?.result ?? []).at(-1)?.light;
