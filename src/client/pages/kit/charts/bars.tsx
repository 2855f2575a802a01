import type { Point } from './points.js';

/** A bar as wide as its share of the greatest; its figure stands beside it in the table. Negative ones are hatched. */
export function Bar({ point, greatest }: { point: Point; greatest: number }) {
  if (point.value === undefined || greatest === 0) return null;
  const width = Math.max(0.5, (Math.abs(point.value) / greatest) * 100).toFixed(2);
  return (
    <svg class={point.value < 0 ? 'ciclo-bar is-negative' : 'ciclo-bar'} aria-hidden="true" width="100%" height="12">
      <rect x="0" y="1" width={`${width}%`} height="10" rx="1" />
    </svg>
  );
}
