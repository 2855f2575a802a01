import type { CellState, GridResult } from '../../../register/reading/grid-rows.js';
import { consoleWords } from '../../../words/console.js';
import { italianPercent } from '../../../words/format.js';
import { steeringWords } from '../../../words/steering.js';
import type { Assets } from '../kit/assets.js';
import { Icon, type IconName } from '../kit/parts/icon.js';
import { Light } from '../kit/parts/light.js';
import { Counted } from '../kit/parts/override.js';

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

/** What a checkpoint computed: the percentage with its light, or the word for why there is none. */
export function CellResult({ assets, result }: { assets: Assets; result: GridResult }) {
  const { state, achievement, light, override } = result;
  if (override !== null) return <Counted assets={assets} applied={override} />;
  if (state === 'missing' || state === 'doubtful') return null;
  if (achievement === null) return <em>{consoleWords.assessmentState[state]}</em>;
  return (
    <span class="ciclo-achievement">
      <span>{italianPercent(achievement)}</span>
      <Light assets={assets} light={light} />
    </span>
  );
}
