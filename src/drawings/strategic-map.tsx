import type { ObjectiveShape, PlanShape, ProgrammeShape } from '../domain/plan-shape.js';
import { objectiveWords } from '../words/objectives.js';
import { scorecardWords } from '../words/scorecard-pages.js';
import { Box, type BoxResult, heightFor } from './box.js';
import { Frame } from './frame.js';
import { LEGEND, MapLegend } from './map-legend.js';
import { LEVEL, MapLinks } from './map-links.js';

const words = scorecardWords.map;

/** What boxes say beside their titles, and where they lead: nothing in a document. */
export interface OnDrawing {
  resultOf?(node: string): BoxResult | undefined;
  hrefOf?(programme: string): string;
  /** Whether the drawing stands alone: with its looks and its size. */
  readonly alone?: boolean;
}

interface StrategicMapProps extends OnDrawing {
  readonly plan: PlanShape;
}

const GAP = 10;
/** Width of a column and of the names of perspectives: wider on paper, where letters are smaller. */
const ACROSS = { page: { column: 196, label: 104 }, paper: { column: 232, label: 140 } } as const;

/**
 * The strategic map as the Piano draws it: areas over their objectives, programmes under them in one band for each
 * perspective.
 */
export function StrategicMap({ plan, resultOf = () => undefined, hrefOf, alone }: StrategicMapProps) {
  const { areas, links } = plan;
  const place = placesOf(plan, resultOf, alone);
  const { objectives, left, across, widthOf, width, rows } = place;
  return (
    <Frame width={width} height={place.height} alone={alone} title={mapTitle(plan)}>
      <text class="small" x="0" y={rows.area / 2}>
        {words.areas}
      </text>
      <text class="small" x="0" y={rows.area + GAP + rows.objective / 2}>
        <tspan x="0">{words.objectives.split(' ')[0]}</tspan>
        <tspan x="0" dy="15">
          {words.objectives.split(' ')[1]}
        </tspan>
      </text>
      {areas.map((area) => (
        <Box
          kind="area"
          x={left(objectives.findIndex((one) => area.objectives.includes(one)))}
          y={0}
          width={widthOf(area.objectives.length)}
          height={rows.area}
          text={`${area.code}. ${area.title}`}
          lines={AREA_LINES}
          result={resultOf(`area:${area.code}`)}
        />
      ))}
      {objectives.map((objective, column) => (
        <Box
          kind="objective"
          x={left(column)}
          y={rows.area + GAP}
          width={across}
          height={rows.objective}
          text={`${objective.code} ${objective.title}`}
          lines={OBJECTIVE_LINES}
          result={resultOf(`objective:${objective.code}`)}
        />
      ))}
      <MapLinks
        links={links}
        y={rows.area + GAP + rows.objective}
        middleOf={(code) => {
          const column = objectives.findIndex((objective) => objective.code === code);
          return column === -1 ? undefined : left(column) + across / 2;
        }}
      />
      {place.bands.map((band) => (
        <>
          <rect class="band" x="0" y={band.top} width={width - GAP} height={band.height} rx="4" />
          <BandLabel title={band.title} y={band.top + 22} />
          {band.placed.map(({ programme, column, y, height }) => {
            const box = (
              <Box
                kind="programme"
                x={left(column)}
                y={y}
                width={across}
                height={height}
                text={textOf(programme)}
                lines={PROGRAMME_LINES}
                result={resultOf(`perspective:${band.id}/programme:${programme.code}`)}
              />
            );
            return hrefOf === undefined ? box : <a href={hrefOf(programme.code)}>{box}</a>;
          })}
        </>
      ))}
      <MapLegend y={place.height - LEGEND + GAP} links={links.length > 0} />
    </Frame>
  );
}

const [AREA_LINES, OBJECTIVE_LINES, PROGRAMME_LINES] = [2, 7, 5] as const;

const textOf = ({ code, title }: { readonly code: string; readonly title: string }): string => `${code} ${title}`;

/** What the map shows, in words. */
export function mapTitle({ areas, links }: PlanShape): string {
  const objectives = areas.flatMap((area) => area.objectives);
  const programmes = objectives.flatMap((objective) => objective.programmes);
  const drawn = links.length === 0 ? '' : ` ${objectiveWords.drawn(links.length)}`;
  return `${words.drawing(areas.length, objectives.length, programmes.length)}${drawn}`;
}

/** How large the map of a plan is that stands alone. */
export const mapSize = (plan: PlanShape): { readonly width: number; readonly height: number } =>
  placesOf(plan, () => undefined, true);

/** A programme in a band of the map, once for each perspective it has indicators under. */
interface Placed {
  readonly programme: ProgrammeShape;
  readonly column: number;
  readonly y: number;
  readonly height: number;
}

interface Band {
  readonly id: string;
  readonly title: string;
  readonly top: number;
  readonly height: number;
  readonly placed: readonly Placed[];
}

/** Where everything on the map stands. */
function placesOf(
  { areas, perspectives, links }: PlanShape,
  resultOf: (node: string) => BoxResult | undefined,
  alone = false,
) {
  const { column: across, label } = ACROSS[alone ? 'paper' : 'page'];
  const objectives = areas.flatMap((area) => area.objectives);
  const left = (column: number): number => label + column * (across + GAP);
  const widthOf = (columns: number): number => columns * (across + GAP) - GAP;
  const highest = (heights: readonly number[]): number => Math.max(0, ...heights);
  const rows = {
    area: highest(
      areas.map((area) =>
        heightFor(
          `${area.code}. ${area.title}`,
          widthOf(area.objectives.length),
          AREA_LINES,
          resultOf(`area:${area.code}`) !== undefined,
        ),
      ),
    ),
    objective: highest(
      objectives.map((objective) =>
        heightFor(textOf(objective), across, OBJECTIVE_LINES, resultOf(`objective:${objective.code}`) !== undefined),
      ),
    ),
  };
  // Each arrow has a level of its own under the objectives, so that none covers another.
  const room = links.length === 0 ? 0 : links.length * LEVEL + GAP;
  let top = rows.area + rows.objective + room + 3 * GAP;
  const bands = perspectives.flatMap(({ id, title }): readonly Band[] => {
    const grid = rowsOf(objectives, id);
    if (grid.length === 0) return [];
    let y = top + GAP;
    const placed = grid.flatMap((row) => {
      const height = highest(
        row.map(({ programme }) =>
          heightFor(
            textOf(programme),
            across,
            PROGRAMME_LINES,
            resultOf(`perspective:${id}/programme:${programme.code}`) !== undefined,
          ),
        ),
      );
      const at = y;
      y += height + GAP;
      return row.map((one): Placed => ({ ...one, y: at, height }));
    });
    // A band is never lower than the name of its perspective.
    const height = Math.max(y - top, title.split(/,?\s+/).length * 15 + 2 * GAP);
    const band = { id, title, top, height, placed };
    top += height + GAP;
    return [band];
  });
  return { objectives, left, across, widthOf, rows, bands, width: left(objectives.length), height: top + LEGEND };
}

/** The programmes of a perspective, row by row: each under its objective. */
function rowsOf(
  objectives: readonly ObjectiveShape[],
  perspective: string,
): readonly (readonly { readonly programme: ProgrammeShape; readonly column: number }[])[] {
  const columns = objectives.map(({ programmes }) =>
    programmes.filter(({ perspectives }) => perspectives.includes(perspective)),
  );
  const most = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: most }, (_, row) =>
    columns.flatMap((programmes, column) => {
      const programme = programmes[row];
      return programme === undefined ? [] : [{ programme, column }];
    }),
  );
}

function BandLabel({ title, y }: { title: string; y: number }) {
  return (
    <text class="small strong" x="8" y={y}>
      {title.split(/,?\s+/).map((word, i) => (
        <tspan x="8" y={y + i * 15}>
          {word}
        </tspan>
      ))}
    </text>
  );
}
