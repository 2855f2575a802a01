import { type PlacedStakeholder, SCALE } from '../../../domain/voices/stakeholder.js';
import { stakeholderWords as words } from '../../../words/stakeholders.js';
import { voiceWords } from '../../../words/voices.js';

const STEPS = SCALE.most - SCALE.least + 1;
const CELL = { width: 68, height: 56 } as const;
const [LEFT, TOP, BOTTOM] = [34, 8, 40] as const;
const [WIDTH, HEIGHT] = [LEFT + STEPS * CELL.width + 4, TOP + STEPS * CELL.height + BOTTOM] as const;
const RADIUS = 11;
/** Numbers that a cell has room for, three in a row. */
const [IN_A_ROW, MOST_IN_CELL] = [3, 6] as const;

/** Left and upper edge of the field of a degree. */
const x = (interest: number): number => LEFT + (interest - SCALE.least) * CELL.width;
const y = (influence: number): number => TOP + (SCALE.most - influence) * CELL.height;
/** The first degree that counts as high. */
const HIGH = Math.ceil((SCALE.least + SCALE.most) / 2);

interface StakeholderMatrixProps {
  /** With the number each has in the table beside it. */
  readonly placed: readonly (readonly [number: number, one: PlacedStakeholder])[];
}

/** Influence upwards, interest to the right, a number for each stakeholder; the text alternative says them all. */
export function StakeholderMatrix({ placed }: StakeholderMatrixProps) {
  const said = placed.map(([, { name, influence, interest }]) => words.place(name, influence, interest));
  return (
    <figure class="ciclo-chart ciclo-matrix">
      <figcaption>{words.matrixTitle}</figcaption>
      <svg role="img" aria-label={words.matrixText(said)} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <Fields />
        <Axes />
        {[...cellsOf(placed)].map(([place, numbers]) => (
          <Cell place={place} numbers={numbers} />
        ))}
      </svg>
    </figure>
  );
}

/** The four fields, each with how the body deals with who stands there. */
function Fields() {
  const middle = { x: x(HIGH), y: y(HIGH - 1) };
  const right = LEFT + STEPS * CELL.width;
  const bottom = TOP + STEPS * CELL.height;
  const fields = [
    ['satisfy', LEFT, TOP, middle.x, middle.y],
    ['manage', middle.x, TOP, right, middle.y],
    ['monitor', LEFT, middle.y, middle.x, bottom],
    ['inform', middle.x, middle.y, right, bottom],
  ] as const;
  return (
    <>
      {fields.map(([engagement, left, top, end, low]) => (
        <>
          <rect class={`field ${engagement}`} x={left} y={top} width={end - left} height={low - top} />
          <text class="field-name" x={left + 6} y={top + 15}>
            {voiceWords.engagement[engagement]}
          </text>
        </>
      ))}
    </>
  );
}

function Axes() {
  const degrees = Array.from({ length: STEPS }, (_, i) => SCALE.least + i);
  const bottom = TOP + STEPS * CELL.height;
  return (
    <>
      {degrees.map((degree) => (
        <>
          <text class="label" x={x(degree) + CELL.width / 2} y={bottom + 16} text-anchor="middle">
            {degree}
          </text>
          <text class="label" x={LEFT - 6} y={y(degree) + CELL.height / 2 + 4} text-anchor="end">
            {degree}
          </text>
        </>
      ))}
      <text class="label" x={LEFT + (STEPS * CELL.width) / 2} y={bottom + 34} text-anchor="middle">
        {`${words.axes.interest} →`}
      </text>
      <text class="label" x={-(TOP + (STEPS * CELL.height) / 2)} y={13} text-anchor="middle" transform="rotate(-90)">
        {`${words.axes.influence} →`}
      </text>
    </>
  );
}

/** Numbers by the place they stand in. */
function cellsOf(placed: StakeholderMatrixProps['placed']): ReadonlyMap<string, readonly number[]> {
  const cells = new Map<string, number[]>();
  for (const [number, { influence, interest }] of placed) {
    const place = `${interest}/${influence}`;
    cells.set(place, [...(cells.get(place) ?? []), number]);
  }
  return cells;
}

function Cell({ place, numbers }: { readonly place: string; readonly numbers: readonly number[] }) {
  const [interest = 0, influence = 0] = place.split('/').map(Number);
  const shown = numbers.length > MOST_IN_CELL ? numbers.slice(0, MOST_IN_CELL - 1) : numbers;
  const texts = [...shown.map(String), ...(shown.length < numbers.length ? [`+${numbers.length - shown.length}`] : [])];
  return (
    <>
      {texts.map((text, i) => {
        const cx = x(interest) + CELL.width / 2 + ((i % IN_A_ROW) - (Math.min(texts.length, IN_A_ROW) - 1) / 2) * 22;
        const cy = y(influence) + 27 + (Math.floor(i / IN_A_ROW) - (texts.length > IN_A_ROW ? 0.25 : -0.3)) * 22;
        return (
          <>
            <circle class="who" cx={cx} cy={cy} r={RADIUS} />
            <text class="who-number" x={cx} y={cy + 4} text-anchor="middle">
              {text}
            </text>
          </>
        );
      })}
    </>
  );
}
