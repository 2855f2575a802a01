import type { IndicatorAssessment } from '../../../../domain/achievement/types.js';
import type { AppliedOverride } from '../../../../domain/scorecard/types.js';
import { consoleWords as words } from '../../../../words/console.js';
import { italianPercent } from '../../../../words/format.js';
import type { Assets } from '../assets.js';
import { Light } from './light.js';
import { Overridden } from './override.js';

interface AchievementProps {
  readonly assets: Assets;
  readonly assessment: IndicatorAssessment;
  /** The act that decided over it. */
  readonly override?: AppliedOverride | undefined;
}

/** An indicator's result: the percentage with its light, or the word for why there is none; overridden, both. */
export function Achievement({ assets, assessment, override }: AchievementProps) {
  if (override !== undefined) return <Overridden assets={assets} applied={override} />;
  const { state, achievement, uncapped, light } = assessment;
  if (state !== 'assessed' || achievement === undefined) return <em>{words.assessmentState[state]}</em>;
  return (
    <span class="ciclo-achievement">
      <strong>{italianPercent(achievement)}</strong>
      <Light assets={assets} light={light} />
      {uncapped !== undefined && uncapped !== achievement && (
        <small>{words.checkpoint.uncapped(italianPercent(uncapped))}</small>
      )}
    </span>
  );
}
