import type { ComputedFigures } from '../../../../domain/achievement/types.js';
import type { AppliedOverride } from '../../../../domain/scorecard/types.js';
import { consoleWords } from '../../../../words/console.js';
import { italianPercent } from '../../../../words/format.js';
import { overrideWords as words } from '../../../../words/overrides.js';
import type { Assets } from '../assets.js';
import { Icon } from './icon.js';
import { Light } from './light.js';
import { percentOrNot } from './range-bar.js';

/** An overridden result: what counts, marked by word and shape, the act it rests on, and what was computed. */
export function Overridden({ assets, applied }: { assets: Assets; applied: AppliedOverride }) {
  const { override } = applied;
  return (
    <span class="ciclo-overridden">
      <Counted assets={assets} applied={applied} />
      <small>{words.computed(computedText(applied))}</small>
      <small>{words.decided(override.by, override.act)}</small>
    </span>
  );
}

/** What counts in the totals, with the mark of an override. */
export function Counted({ assets, applied: { override, light } }: { assets: Assets; applied: AppliedOverride }) {
  return (
    <span class="ciclo-achievement">
      {override.kind === 'forced' ? (
        <>
          <strong>{italianPercent(override.value)}</strong>
          <Light assets={assets} light={light} />
        </>
      ) : (
        <em>{words.notCounted}</em>
      )}
      <span class="ciclo-tag ciclo-override">
        <Icon assets={assets} name="it-pencil" size="xs" />
        {override.kind === 'forced' ? words.forced : words.neutralised}
      </span>
    </span>
  );
}

/** `80,00%, giallo`, or why there was no figure. */
export function computedText({ computed }: AppliedOverride): string {
  const { state, achievement, light } = computed;
  if (state !== 'assessed' || achievement === undefined) return consoleWords.assessmentState[state];
  return `${italianPercent(achievement)}, ${consoleWords.light[light]}`;
}

/** Beside a total that overrides have changed: what it would be without them. Nothing where there are none. */
export function WithoutOverrides({ assets, computed }: { assets: Assets; computed: ComputedFigures | undefined }) {
  if (computed === undefined) return null;
  return (
    <span class="ciclo-tag ciclo-override">
      <Icon assets={assets} name="it-pencil" size="xs" />
      {words.without(percentOrNot(computed.achievement))}
    </span>
  );
}
