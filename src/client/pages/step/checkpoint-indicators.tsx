import type { Forecast } from '../../../domain/achievement/forecast.js';
import type { IndicatorAssessment } from '../../../domain/achievement/types.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { OFFICE_PREFIX, officeRole } from '../../../domain/entity.js';
import type { AppliedOverride } from '../../../domain/scorecard/types.js';
import { sentence } from '../../../domain/targets/sentence.js';
import type { Unit } from '../../../domain/targets/types.js';
import type { FrozenIndicator } from '../../../register/checkpoints.js';
import type { CurrentMeasurement } from '../../../register/measurements.js';
import type { CheckpointContent } from '../../../register/reading/checkpoint.js';
import type { Directory } from '../../../register/reading/directory.js';
import { overridesByIndicator } from '../../../register/reading/results.js';
import { consoleWords as words } from '../../../words/console.js';
import { forecastWords } from '../../../words/forecast.js';
import { italianDay } from '../../../words/format.js';
import { actualText } from '../../../words/measure.js';
import { takeAwayWords } from '../../../words/take-away.js';
import type { Assets } from '../kit/assets.js';
import { Achievement } from '../kit/parts/achievement.js';
import { ForecastLine, forecastText } from '../kit/parts/forecast.js';
import { Trace } from '../kit/parts/light.js';
import { achievementCell, countedOf, lightText, measuredCell } from '../kit/table/cells.js';
import type { Column } from '../kit/table/column.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';

interface CheckpointIndicatorsProps {
  readonly assets: Assets;
  readonly content: CheckpointContent;
  readonly directory: Directory;
}

/** Every indicator of a checkpoint with its target, value and result; individual objectives are counted, not shown. */
export function CheckpointIndicators(props: CheckpointIndicatorsProps) {
  const { frozen, individual } = props.content;
  const shown = frozen.filter((f) => !individual.has(f.indicator));
  const kept = frozen.length - shown.length;
  return (
    <TableSection
      name="indicatori"
      caption={words.checkpoint.indicators}
      columns={indicatorColumns(props)}
      rows={shown}
    >
      {kept > 0 && <p>{words.checkpoint.private(kept)}</p>}
    </TableSection>
  );
}

const { columns: own } = takeAwayWords;
const { text, status, instant, mixed } = columnsOf<FrozenIndicator>();

function indicatorColumns(props: CheckpointIndicatorsProps): readonly Column<FrozenIndicator>[] {
  const { assets, content, directory } = props;
  const measured = new Map(content.current.map((m) => [m.indicator, m]));
  const missing = new Map(content.missing.map((m) => [m.indicator, m]));
  const forecasts = new Map(content.assessment?.forecasts.map((one) => [one.indicator, one]));
  const assessed = new Map(content.assessment?.indicators.map((a) => [a.indicator, a]));
  const overrides = content.assessment === undefined ? undefined : overridesByIndicator(content.assessment);
  const inFile = { only: 'file' } as const;
  const counted = ({ indicator }: FrozenIndicator) => {
    const assessment = assessed.get(indicator);
    return assessment === undefined ? undefined : countedOf(assessment, overrides?.get(indicator));
  };
  return [
    text(words.checkpoint.indicator, ({ name }) => name, {
      show: (frozen) => <IndicatorName frozen={frozen} directory={directory} />,
    }),
    text(own.code, ({ indicator }) => indicator, inFile),
    text(own.office, ({ office }) => officeTitle(office, directory), inFile),
    text(words.checkpoint.target, ({ target }) => target, { show: (frozen) => <TargetText frozen={frozen} /> }),
    text(own.reading, ({ reading }) => (reading === undefined ? undefined : sentence(reading)), inFile),
    mixed(
      words.checkpoint.value,
      ({ indicator, unit }) => {
        const value = measured.get(indicator);
        return value === undefined ? undefined : measuredCell(value.actual, unit);
      },
      {
        show: ({ indicator, unit }) => (
          <Value
            {...{ unit, directory }}
            measured={measured.get(indicator)}
            remark={missing.get(indicator)?.remark}
            forecast={forecasts.get(indicator)}
          />
        ),
      },
    ),
    text(
      forecastWords.title,
      ({ indicator, unit }) => {
        const forecast = forecasts.get(indicator);
        return forecast === undefined ? undefined : forecastText(forecast, unit);
      },
      inFile,
    ),
    text(own.by, ({ indicator }) => senderOf(measured.get(indicator), directory), inFile),
    instant(own.when, ({ indicator }) => measured.get(indicator)?.at, inFile),
    text(
      own.note,
      ({ indicator }) => measured.get(indicator)?.note ?? missing.get(indicator)?.remark ?? undefined,
      inFile,
    ),
    mixed(
      words.checkpoint.achievement,
      (frozen) => {
        const result = counted(frozen);
        return result === undefined ? undefined : achievementCell(result);
      },
      {
        show: ({ indicator: code }) => (
          <Result {...{ assets, code }} assessment={assessed.get(code)} override={overrides?.get(code)} />
        ),
      },
    ),
    status(
      own.light,
      (frozen) => {
        const result = counted(frozen);
        return result === undefined ? undefined : lightText(result);
      },
      inFile,
    ),
  ];
}

const senderOf = (measured: CurrentMeasurement | undefined, directory: Directory): string | undefined =>
  measured === undefined ? undefined : directory.person(measured.officer);

function officeTitle(id: string, directory: Directory): string {
  const title = directory.title(officeRole(id));
  return title.startsWith(OFFICE_PREFIX) ? id : title;
}

function IndicatorName({ frozen, directory }: { frozen: FrozenIndicator; directory: Directory }) {
  return (
    <span class="ciclo-step-name">
      <span>{frozen.name}</span>
      <small>{`${frozen.indicator} · ${officeTitle(frozen.office, directory)}`}</small>
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
  readonly forecast: Forecast | undefined;
}

function Value({ measured, remark, unit, directory, forecast }: ValueProps) {
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
      <ForecastLine {...{ forecast, unit }} />
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
