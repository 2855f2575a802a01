import { objectiveWords } from '../words/objectives.js';

/** Room the legend takes under the map. */
export const LEGEND = 30;
const [SAMPLE, HEIGHT, ITEM] = [26, 14, 190] as const;

/** What the boxes and the arrows of the map mean. */
export function MapLegend({ y, links }: { readonly y: number; readonly links: boolean }) {
  const base = y + HEIGHT - 2;
  return (
    <>
      {(['area', 'objective', 'programme'] as const).map((kind, at) => (
        <>
          <g class={`box ${kind}`}>
            <rect x={at * ITEM + 1} y={y} width={SAMPLE} height={HEIGHT} rx="3" />
          </g>
          <text class="small" x={at * ITEM + SAMPLE + 8} y={base}>
            {objectiveWords.legendOf[kind]}
          </text>
        </>
      ))}
      {links && (
        <g class="arrow">
          <path class="link" d={`M${3 * ITEM} ${y + HEIGHT / 2}h${SAMPLE - 8}`} />
          <path class="head" d={`M${3 * ITEM + SAMPLE} ${y + HEIGHT / 2}l-10 -5v10Z`} />
          <text class="small" x={3 * ITEM + SAMPLE + 8} y={base}>
            {objectiveWords.legendOf.link}
          </text>
        </g>
      )}
    </>
  );
}
