import type { IndicatorAssessment } from '../../../domain/achievement/types.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { OFFICE_PREFIX } from '../../../domain/entity.js';
import type { AppliedOverride } from '../../../domain/scorecard/types.js';
import { sentence } from '../../../domain/targets/sentence.js';
import type { Unit } from '../../../domain/targets/types.js';
import type { FrozenIndicator } from '../../../register/checkpoints.js';
import type { CurrentMeasurement } from '../../../register/measurements.js';
import type { CheckpointContent } from '../../../register/reading/checkpoint.js';
import type { Directory } from '../../../register/reading/directory.js';
import { overridesByIndicator } from '../../../register/reading/results.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianDay } from '../../../words/format.js';
import { actualText } from '../../../words/measure.js';
import type { Assets } from '../kit/assets.js';
import { Achievement } from '../kit/parts/achievement.js';
import { Trace } from '../kit/parts/light.js';
import { StackTable } from '../kit/parts/stack-table.js';

interface CheckpointIndicatorsProps {
  readonly assets: Assets;
  readonly content: CheckpointContent;
  readonly directory: Directory;
}

/** Every indicator of a checkpoint with its target, value and result; individual objectives are counted, not shown. */
export function CheckpointIndicators({ assets, content, directory }: CheckpointIndicatorsProps) {
  const measured = new Map(content.current.map((m) => [m.indicator, m]));
  const missing = new Map(content.missing.map((m) => [m.indicator, m]));
  const assessed = new Map(content.assessment?.indicators.map((a) => [a.indicator, a]));
  const overrides = content.assessment === undefined ? undefined : overridesByIndicator(content.assessment);
  const shown = content.frozen.filter((f) => !content.individual.has(f.indicator));
  const kept = content.frozen.length - shown.length;
  return (
    <section aria-labelledby="indicatori">
      <h2 id="indicatori">{words.checkpoint.indicators}</h2>
      <StackTable
        caption={words.checkpoint.indicators}
        hideCaption
        columns={[
          { title: words.checkpoint.indicator },
          { title: words.checkpoint.target },
          { title: words.checkpoint.value },
          { title: words.checkpoint.achievement },
        ]}
        rows={shown.map((frozen) => ({
          head: <IndicatorName frozen={frozen} directory={directory} />,
          cells: [
            <TargetText frozen={frozen} />,
            <Value
              measured={measured.get(frozen.indicator)}
              remark={missing.get(frozen.indicator)?.remark}
              unit={frozen.unit}
              directory={directory}
            />,
            <Result
              assets={assets}
              assessment={assessed.get(frozen.indicator)}
              override={overrides?.get(frozen.indicator)}
              code={frozen.indicator}
            />,
          ],
        }))}
      />
      {kept > 0 && <p>{words.checkpoint.private(kept)}</p>}
    </section>
  );
}

function IndicatorName({ frozen, directory }: { frozen: FrozenIndicator; directory: Directory }) {
  const office = directory.title(`${OFFICE_PREFIX}${frozen.office}`);
  return (
    <span class="ciclo-step-name">
      <span>{frozen.name}</span>
      <small>{`${frozen.indicator} · ${office.startsWith(OFFICE_PREFIX) ? frozen.office : office}`}</small>
    </span>
  );
}

/** The target as the Piano has it, and what it was read to mean. */
function TargetText({ frozen }: { frozen: FrozenIndicator }) {
  if (frozen.target === '') return <span>{words.scorecard.empty}</span>;
  return (
    <span class="ciclo-actual">
      <span>{frozen.target}</span>
      <small>{frozen.reading === undefined ? words.checkpoint.noReading : sentence(frozen.reading)}</small>
    </span>
  );
}

interface ValueProps {
  readonly measured: CurrentMeasurement | undefined;
  readonly remark: string | null | undefined;
  readonly unit: Unit | undefined;
  readonly directory: Directory;
}

function Value({ measured, remark, unit, directory }: ValueProps) {
  if (measured === undefined) {
    const why =
      remark === null || remark === undefined ? words.checkpoint.noValue : words.checkpoint.beingReturned(remark);
    return <em>{why}</em>;
  }
  return (
    <span class="ciclo-actual">
      <strong>{actualText(measured.actual, unit)}</strong>
      <small>
        {[
          ...(measured.simulated ? [words.checkpoint.simulatedValue] : []),
          `${italianDay(romeDate(measured.at))}, ${directory.person(measured.officer)}`,
        ].join(', ')}
      </small>
      {measured.note !== null && measured.note !== '' && <small>{measured.note}</small>}
    </span>
  );
}

interface ResultProps {
  readonly assets: Assets;
  readonly assessment: IndicatorAssessment | undefined;
  readonly override: AppliedOverride | undefined;
  readonly code: string;
}

function Result({ assets, assessment, override, code }: ResultProps) {
  if (assessment === undefined) return <span>–</span>;
  return (
    <span class="ciclo-result">
      <Achievement assets={assets} assessment={assessment} override={override} />
      <Trace lines={assessment.trace} of={code} />
    </span>
  );
}
