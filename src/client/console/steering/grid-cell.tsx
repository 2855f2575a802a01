import { steeringWords } from '../../../words/steering.js';
import type { Assets } from '../assets.js';
import { Icon, type IconName } from '../parts/icon.js';
import type { CellState } from './grid-rows.js';

const LOOKS: Readonly<Record<CellState, { readonly icon: IconName; readonly tag: string }>> = {
  submitted: { icon: 'it-check-circle', tag: 'ciclo-light-green' },
  automatic: { icon: 'it-download', tag: 'ciclo-light-green' },
  missing: { icon: 'it-minus-circle', tag: 'ciclo-light-none' },
  returned: { icon: 'it-restore', tag: 'ciclo-light-yellow' },
  doubtful: { icon: 'it-help-circle', tag: 'ciclo-light-yellow' },
};

/** Where a value stands: a shape, a word and a colour. */
export function CellTag({ assets, state }: { assets: Assets; state: CellState }) {
  return (
    <span class={`ciclo-tag ${LOOKS[state].tag}`}>
      <Icon assets={assets} name={LOOKS[state].icon} size="xs" />
      {steeringWords.grid.states[state]}
    </span>
  );
}
