import type { Plan, Programme } from '../../../../domain/plan.js';
import { objectiveWords } from '../../../../words/objectives.js';
import { scorecardWords } from '../../../../words/scorecard-pages.js';
import { Box, type BoxResult } from './box.js';
import { LEVEL, MapLinks } from './map-links.js';

const words = scorecardWords.map;

interface StrategicMapProps {
  readonly plan: Pick<Plan, 'areas' | 'perspectives' | 'links'>;
  readonly resultOf: (node: string) => BoxResult | undefined;
  readonly hrefOf: (programme: string) => string;
}

const [COLUMN, GAP, LABEL] = [196, 10, 104] as const;
const [AREA, OBJECTIVE, PROGRAMME] = [70, 128, 92] as const;

/** A programme in the bands of the map, once for each perspective it has indicators under. */
interface Placed {
  readonly programme: Programme;
  readonly column: number;
}

/**
 * The strategic map as the Piano draws it: areas over their objectives, programmes under them in one band for each
 * perspective.
 */
export function StrategicMap({ plan, resultOf, hrefOf }: StrategicMapProps) {
  const objectives = plan.areas.flatMap((area) => area.objectives);
  const columns = objectives.length;
  const bands = bandsOf(plan, objectives);
  const left = (column: number): number => LABEL + column * (COLUMN + GAP);
  const links = plan.links ?? [];
  // Each arrow has a level of its own under the objectives, so that none covers another.
  const room = links.length === 0 ? 0 : links.length * LEVEL + GAP;
  const width = left(columns);
  const top = AREA + OBJECTIVE + room + 3 * GAP;
  const tops = bands.map((_, i) => top + bands.slice(0, i).reduce((sum, band) => sum + heightOf(band.rows) + GAP, 0));
  const height = (tops.at(-1) ?? top) + heightOf(bands.at(-1)?.rows ?? 0) + GAP;
  const programmes = bands.reduce((n, band) => n + band.placed.length, 0);
  return (
    <svg viewBox={`0 0 ${width} ${height}`}>
      <title>{`${words.drawing(plan.areas.length, columns, programmes)}${links.length === 0 ? '' : ` ${objectiveWords.drawn(links.length)}`}`}</title>
      <text class="small" x="0" y={AREA / 2}>
        {words.areas}
      </text>
      <text class="small" x="0" y={AREA + GAP + OBJECTIVE / 2}>
        <tspan x="0">{words.objectives.split(' ')[0]}</tspan>
        <tspan x="0" dy="15">
          {words.objectives.split(' ')[1]}
        </tspan>
      </text>
      {plan.areas.map((area) => {
        const from = objectives.findIndex((o) => area.objectives.includes(o));
        return (
          <Box
            kind="area"
            x={left(from)}
            y={0}
            width={area.objectives.length * (COLUMN + GAP) - GAP}
            height={AREA}
            text={`${area.code}. ${area.title}`}
            lines={2}
            result={resultOf(`area:${area.code}`)}
          />
        );
      })}
      {objectives.map((objective, column) => (
        <Box
          kind="objective"
          x={left(column)}
          y={AREA + GAP}
          width={COLUMN}
          height={OBJECTIVE}
          text={`${objective.code} ${objective.title}`}
          lines={6}
          result={resultOf(`objective:${objective.code}`)}
        />
      ))}
      <MapLinks
        links={links}
        y={AREA + GAP + OBJECTIVE}
        middleOf={(code) => {
          const column = objectives.findIndex((objective) => objective.code === code);
          return column === -1 ? undefined : left(column) + COLUMN / 2;
        }}
      />
      {bands.map((band, i) => (
        <>
          <rect class="band" x="0" y={tops[i]} width={width - GAP} height={heightOf(band.rows)} rx="4" />
          <BandLabel title={band.title} y={(tops[i] ?? 0) + 22} />
          {band.placed.map(({ programme, column }, at) => {
            const row = band.placed.slice(0, at).filter((p) => p.column === column).length;
            return (
              <a href={hrefOf(programme.code)}>
                <Box
                  kind="programme"
                  x={left(column)}
                  y={(tops[i] ?? 0) + GAP + row * (PROGRAMME + GAP)}
                  width={COLUMN}
                  height={PROGRAMME}
                  text={`${programme.code} ${programme.title}`}
                  lines={4}
                  result={resultOf(`perspective:${band.id}/programme:${programme.code}`)}
                />
              </a>
            );
          })}
        </>
      ))}
    </svg>
  );
}

interface Band {
  readonly id: string;
  readonly title: string;
  readonly placed: readonly Placed[];
  /** How many boxes stand one under the other in its fullest column. */
  readonly rows: number;
}

function bandsOf(
  { perspectives }: Pick<Plan, 'perspectives'>,
  objectives: StrategicMapProps['plan']['areas'][number]['objectives'],
): readonly Band[] {
  return perspectives
    .map(({ id, title }) => {
      const placed = objectives.flatMap((objective, column) =>
        objective.programmes
          .filter(
            (p) =>
              p.indicators.some((i) => (i.perspective ?? p.perspective) === id) ||
              (p.indicators.length === 0 && p.perspective === id),
          )
          .map((programme): Placed => ({ programme, column })),
      );
      const rows = Math.max(0, ...objectives.map((_, column) => placed.filter((p) => p.column === column).length));
      return { id, title, placed, rows };
    })
    .filter((band) => band.placed.length > 0);
}

const heightOf = (rows: number): number => rows * (PROGRAMME + GAP) + GAP;

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
