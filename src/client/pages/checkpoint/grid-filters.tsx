import type { GridRow } from '../../../register/reading/grid-rows.js';
import { consoleWords } from '../../../words/console.js';
import { steeringWords } from '../../../words/steering.js';
import { FilterChoice } from '../kit/parts/filter-choice.js';
import { cyclePath } from '../kit/paths.js';
import { CELL_STATES, type GridFilter, LIGHTS } from './grid-filter.js';
import { GRID_PATH, type GridScene } from './grid-scene.js';

const words = steeringWords.grid;

interface GridFiltersProps extends Pick<GridScene, 'cycle' | 'directory' | 'rows' | 'areas' | 'perspectives'> {
  readonly filter: GridFilter;
}

/** What of the grid is to be shown; everything chosen stands in the address. */
export function GridFilters({ cycle, directory, rows, areas, perspectives, filter }: GridFiltersProps) {
  const codes = <T extends string | null>(of: (row: GridRow) => T): readonly string[] =>
    [...new Set(rows.map(of))].filter((code) => code !== null).toSorted();
  return (
    <form class="ciclo-filters" method="get" action={cyclePath(cycle, GRID_PATH)} aria-label={words.filters}>
      <div class="ciclo-filter">
        <label for="filtro-cerca">{words.search}</label>
        <input id="filtro-cerca" name="cerca" type="search" value={filter.text} />
      </div>
      <FilterChoice
        id="filtro-ufficio"
        name="ufficio"
        label={words.office}
        all={words.all}
        chosen={filter.office}
        options={codes((row) => row.office).map((id) => [id, directory.title(`ufficio:${id}`)])}
      />
      <FilterChoice
        id="filtro-area"
        name="area"
        label={words.area}
        all={words.allFeminine}
        chosen={filter.area}
        options={codes((row) => row.area).map((code) => [code, areas.get(code) ?? code])}
      />
      <FilterChoice
        id="filtro-prospettiva"
        name="prospettiva"
        label={words.perspective}
        all={words.allFeminine}
        chosen={filter.perspective}
        options={codes((row) => row.perspective).map((id) => [id, perspectives.get(id) ?? id])}
      />
      <FilterChoice
        id="filtro-stato"
        name="stato"
        label={words.state}
        all={words.all}
        chosen={filter.state}
        options={CELL_STATES.map((state) => [state, words.states[state]])}
      />
      <FilterChoice
        id="filtro-semaforo"
        name="semaforo"
        label={words.light}
        all={words.all}
        chosen={filter.light}
        options={LIGHTS.map((light) => [light, consoleWords.light[light]])}
      />
      <button type="submit" class="btn btn-outline-primary">
        {words.apply}
      </button>
      {Object.values(filter).some((chosen) => chosen !== '') && <a href={cyclePath(cycle, GRID_PATH)}>{words.clear}</a>}
    </form>
  );
}
