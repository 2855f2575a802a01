import type { TraceLine, TrafficLight } from '../../../../domain/achievement/types.js';
import { consoleWords as words } from '../../../../words/console.js';
import type { Assets } from '../assets.js';
import { Fact } from './fact.js';
import { Icon, type IconName } from './icon.js';

const ICONS: Record<TrafficLight, IconName> = {
  green: 'it-check-circle',
  yellow: 'it-warning-circle',
  red: 'it-close-circle',
  none: 'it-minus-circle',
};

/** A traffic light: a different shape and a word for each colour. */
export function Light({ assets, light }: { assets: Assets; light: TrafficLight }) {
  return (
    <span class={`ciclo-tag ciclo-light-${light}`}>
      <Icon assets={assets} name={ICONS[light]} size="xs" />
      {words.light[light]}
    </span>
  );
}

/** How a figure was computed, folded away until asked for. `of` tells one from another for who does not see the row. */
export function Trace({ lines, of }: { lines: readonly TraceLine[]; of: string }) {
  if (lines.length === 0) return null;
  return (
    <details class="ciclo-trace" data-keep={of}>
      <summary>
        {words.checkpoint.trace}
        <span class="visually-hidden">{`: ${of}`}</span>
      </summary>
      <dl>
        {lines.map((line) => (
          <Fact label={line.label}>{line.value}</Fact>
        ))}
      </dl>
    </details>
  );
}
