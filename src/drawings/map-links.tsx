import type { ObjectiveLink } from '../domain/plan.js';

/** How far one arrow runs under another. */
export const LEVEL = 14;
/** Arrows leave a little left of the middle and come in a little right of it. */
const ASIDE = 18;
const HEAD = 5;

interface MapLinksProps {
  readonly links: readonly ObjectiveLink[];
  /** Where the objectives end. */
  readonly y: number;
  /** Where the middle of an objective is; undefined of one that is not drawn. */
  readonly middleOf: (code: string) => number | undefined;
}

/** Causes and effects among objectives: an arrow each, under the objectives, from the cause up to the effect. */
export function MapLinks({ links, y, middleOf }: MapLinksProps) {
  return (
    <>
      {links.map(({ from, to, reason }, at) => {
        const [cause, effect] = [middleOf(from), middleOf(to)];
        if (cause === undefined || effect === undefined) return null;
        const level = y + (at + 1) * LEVEL;
        const [x1, x2] = [cause - ASIDE, effect + ASIDE];
        return (
          <g class="arrow">
            <title>{`${from} → ${to}: ${reason}`}</title>
            <path class="link" d={`M${x1} ${y}V${level}H${x2}V${y + HEAD}`} />
            <path class="head" d={`M${x2} ${y}l${HEAD} ${2 * HEAD}h${-2 * HEAD}Z`} />
          </g>
        );
      })}
    </>
  );
}
