import type { AreaShape, PlanShape } from '../domain/plan-shape.js';
import { scorecardWords } from '../words/scorecard-pages.js';
import { Box, heightFor } from './box.js';
import { Frame } from './frame.js';
import type { OnDrawing } from './strategic-map.js';

const words = scorecardWords.tree;

interface PerformanceTreeProps extends OnDrawing {
  readonly entityName: string;
  readonly plan: Pick<PlanShape, 'areas'>;
}

const WIDTHS = [190, 270, 330, 440] as const;
const [GAP, ACROSS, HEAD] = [5, 46, 22] as const;
const LEFT = WIDTHS.map((_, level) => WIDTHS.slice(0, level).reduce((sum, width) => sum + width + ACROSS, 0));
const leftOf = (level: number): number => LEFT[level] ?? 0;
const widthOf = (level: number): number => WIDTHS[level] ?? 0;

/** Most lines of a title, by level. */
const LINES = [4, 4, 4, 3] as const;
const linesOf = (level: number): number => LINES[level] ?? 2;

interface Node {
  readonly level: number;
  readonly kind: 'root' | 'area' | 'objective' | 'programme';
  readonly node: string;
  readonly text: string;
  readonly tag?: string | undefined;
  readonly href?: string | undefined;
  readonly height: number;
  readonly children: readonly Node[];
}

/** A node with its place: its middle is where its line starts. */
interface Drawn extends Node {
  readonly middle: number;
  readonly drawn: readonly Drawn[];
}

/** The performance tree from the body to its programmes, drawn from left to right. */
export function PerformanceTree(props: PerformanceTreeProps) {
  const { drawn, bottom } = placedTree(props);
  const { resultOf = () => undefined } = props;
  return (
    <Frame {...sizeFor(bottom)} alone={props.alone} title={treeTitle(props.plan)}>
      {words.levels.map((title, level) => (
        <text class="small strong" x={leftOf(level)} y="13">
          {title}
        </text>
      ))}
      <Branch node={drawn} resultOf={resultOf} />
    </Frame>
  );
}

/** What the tree shows, in words. */
export function treeTitle({ areas }: Pick<PlanShape, 'areas'>): string {
  const objectives = areas.flatMap((area) => area.objectives);
  const programmes = objectives.flatMap((objective) => objective.programmes);
  const indicators = programmes.reduce((sum, programme) => sum + programme.indicators, 0);
  return words.drawing(areas.length, objectives.length, programmes.length, indicators);
}

/** How large the tree is that stands alone. */
export const treeSize = (entityName: string, plan: Pick<PlanShape, 'areas'>) =>
  sizeFor(placedTree({ entityName, plan }).bottom);

const sizeFor = (bottom: number) => ({ width: leftOf(3) + widthOf(3) + 2, height: bottom });

function placedTree({ entityName, plan, resultOf, hrefOf }: PerformanceTreeProps) {
  const node = (
    level: number,
    kind: Node['kind'],
    id: string,
    text: string,
    children: readonly Node[],
    beside: Pick<Node, 'tag' | 'href'> = {},
  ): Node => {
    const foot = beside.tag !== undefined || resultOf?.(id) !== undefined;
    return {
      level,
      kind,
      node: id,
      text,
      children,
      ...beside,
      height: heightFor(text, widthOf(level), linesOf(level), foot),
    };
  };
  const areaNode = (area: AreaShape): Node =>
    node(
      1,
      'area',
      `area:${area.code}`,
      `${area.code}. ${area.title}`,
      area.objectives.map((objective) =>
        node(
          2,
          'objective',
          `objective:${objective.code}`,
          `${objective.code} ${objective.title}`,
          objective.programmes.map((programme) =>
            node(3, 'programme', `programme:${programme.code}`, `${programme.code} ${programme.title}`, [], {
              tag: words.indicators(programme.indicators),
              href: hrefOf?.(programme.code),
            }),
          ),
        ),
      ),
    );
  return place(node(0, 'root', 'entity', entityName, plan.areas.map(areaNode)), HEAD);
}

/** Leaves one under the other, every other node in the middle of its children; each has room for its own box. */
function place(node: Node, from: number): { readonly drawn: Drawn; readonly bottom: number } {
  const own = node.height + GAP;
  const top = from + (node.children.length === 0 ? 0 : Math.max(0, own - childrenRoom(node)) / 2);
  let bottom = top;
  const drawn = node.children.map((child) => {
    const placed = place(child, bottom);
    bottom = placed.bottom;
    return placed.drawn;
  });
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (first === undefined || last === undefined) {
    return { drawn: { ...node, middle: top + (own - GAP) / 2, drawn }, bottom: top + own };
  }
  return { drawn: { ...node, middle: (first.middle + last.middle) / 2, drawn }, bottom: Math.max(bottom, from + own) };
}

const childrenRoom = (node: Node): number => node.children.reduce((sum, child) => sum + roomOf(child), 0);
const roomOf = (node: Node): number => Math.max(node.height + GAP, childrenRoom(node));

function Branch({ node, resultOf }: { node: Drawn; resultOf: NonNullable<OnDrawing['resultOf']> }) {
  const right = leftOf(node.level) + widthOf(node.level);
  const box = (
    <Box
      kind={node.kind}
      x={leftOf(node.level) + 1}
      y={node.middle - node.height / 2}
      width={widthOf(node.level)}
      height={node.height}
      text={node.text}
      lines={linesOf(node.level)}
      tag={node.tag}
      result={resultOf(node.node)}
    />
  );
  return (
    <>
      {node.drawn.map((child) => (
        <>
          <path
            class="link"
            d={`M${right} ${node.middle}H${right + ACROSS / 2}V${child.middle}H${leftOf(child.level)}`}
          />
          <Branch node={child} resultOf={resultOf} />
        </>
      ))}
      {node.href === undefined ? box : <a href={node.href}>{box}</a>}
    </>
  );
}
