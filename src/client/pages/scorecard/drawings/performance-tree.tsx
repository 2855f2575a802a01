import type { Plan } from '../../../../domain/plan.js';
import { scorecardWords } from '../../../../words/scorecard-pages.js';
import { Box, type BoxResult } from './box.js';

const words = scorecardWords.tree;

interface PerformanceTreeProps {
  readonly entityName: string;
  readonly plan: Pick<Plan, 'areas'>;
  readonly resultOf: (node: string) => BoxResult | undefined;
  readonly hrefOf: (programme: string) => string;
}

const WIDTHS = [190, 270, 330, 400] as const;
const [GAP, ACROSS, HEAD] = [10, 46, 26] as const;
const LEFT = WIDTHS.map((_, level) => WIDTHS.slice(0, level).reduce((sum, width) => sum + width + ACROSS, 0));
const leftOf = (level: number): number => LEFT[level] ?? 0;
const widthOf = (level: number): number => WIDTHS[level] ?? 0;

/** A node drawn: its middle is where its line starts. */
interface Node {
  readonly level: number;
  readonly kind: 'root' | 'area' | 'objective' | 'programme';
  readonly node: string;
  readonly text: string;
  readonly tag?: string;
  readonly href?: string;
  readonly children: readonly Node[];
}

interface Drawn extends Node {
  readonly middle: number;
  readonly drawn: readonly Drawn[];
}

/** The performance tree from the body to its programmes, drawn from left to right. */
export function PerformanceTree({ entityName, plan, resultOf, hrefOf }: PerformanceTreeProps) {
  const root: Node = {
    level: 0,
    kind: 'root',
    node: 'entity',
    text: entityName,
    children: plan.areas.map((area) => ({
      level: 1,
      kind: 'area',
      node: `area:${area.code}`,
      text: `${area.code}. ${area.title}`,
      children: area.objectives.map((objective) => ({
        level: 2,
        kind: 'objective',
        node: `objective:${objective.code}`,
        text: `${objective.code} ${objective.title}`,
        children: objective.programmes.map((programme) => ({
          level: 3,
          kind: 'programme',
          node: `programme:${programme.code}`,
          text: `${programme.code} ${programme.title}`,
          tag: words.indicators(programme.indicators.length),
          href: hrefOf(programme.code),
          children: [],
        })),
      })),
    })),
  };
  const { drawn, bottom } = place(root, HEAD);
  const objectives = plan.areas.flatMap((a) => a.objectives);
  const programmes = objectives.flatMap((o) => o.programmes);
  const indicators = programmes.reduce((n, p) => n + p.indicators.length, 0);
  return (
    <svg viewBox={`0 0 ${leftOf(3) + widthOf(3) + 2} ${bottom}`}>
      <title>{words.drawing(plan.areas.length, objectives.length, programmes.length, indicators)}</title>
      {words.levels.map((title, level) => (
        <text class="small strong" x={leftOf(level)} y="13">
          {title}
        </text>
      ))}
      <Branch node={drawn} resultOf={resultOf} />
    </svg>
  );
}

const heightOf = (level: number): number => [120, 96, 84, 62][level] ?? 0;

/** Leaves one under the other, every other node in the middle of its children; each has room for its own box. */
function place(node: Node, from: number): { readonly drawn: Drawn; readonly bottom: number } {
  const own = heightOf(node.level) + GAP;
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
const roomOf = (node: Node): number => Math.max(heightOf(node.level) + GAP, childrenRoom(node));

function Branch({ node, resultOf }: { node: Drawn; resultOf: PerformanceTreeProps['resultOf'] }) {
  const right = leftOf(node.level) + widthOf(node.level);
  const height = heightOf(node.level);
  const box = (
    <Box
      kind={node.kind}
      x={leftOf(node.level) + 1}
      y={node.middle - height / 2}
      width={widthOf(node.level)}
      height={height}
      text={node.text}
      lines={node.level === 3 ? 2 : node.level === 2 ? 3 : 4}
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
