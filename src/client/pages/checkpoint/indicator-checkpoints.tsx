import { romeDate } from '../../../domain/calendar/zone.js';
import { sentence } from '../../../domain/targets/sentence.js';
import type { Directory } from '../../../register/reading/directory.js';
import type { IndicatorAtCheckpoint, SentValue } from '../../../register/reading/indicator.js';
import { consoleWords } from '../../../words/console.js';
import { forecastWords } from '../../../words/forecast.js';
import { italianDay, italianMoment } from '../../../words/format.js';
import { actualText, standingWords } from '../../../words/measure.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import { takeAwayWords } from '../../../words/take-away.js';
import type { Assets } from '../kit/assets.js';
import { Achievement } from '../kit/parts/achievement.js';
import { ForecastLine, forecastText } from '../kit/parts/forecast.js';
import { Trace } from '../kit/parts/light.js';
import { achievementCell, countedOf, lightText, measuredCell } from '../kit/table/cells.js';
import type { Column } from '../kit/table/column.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';

const words = scorecardWords.indicator;

interface IndicatorCheckpointsProps {
  readonly assets: Assets;
  readonly checkpoints: readonly IndicatorAtCheckpoint[];
  readonly values: readonly SentValue[];
  readonly directory: Directory;
  /** Address of a file behind a value, for who may open it. */
  readonly fileHref?: ((checkpoint: string, hash: string) => string) | undefined;
}

/** The value at every checkpoint: what, who, when, with which note and files, and how its result was computed. */
export function IndicatorCheckpoints(props: IndicatorCheckpointsProps) {
  const { checkpoints } = props;
  return (
    <TableSection
      name="valori"
      anchor="monitoraggi"
      caption={words.checkpoints}
      empty={<p>{words.noCheckpoint}</p>}
      columns={checkpointColumns(props)}
      rows={checkpoints}
    />
  );
}

const { columns: own } = takeAwayWords;
const { text, status, instant, day, mixed } = columnsOf<IndicatorAtCheckpoint>();

function checkpointColumns(props: IndicatorCheckpointsProps): readonly Column<IndicatorAtCheckpoint>[] {
  const { assets, values, directory, fileHref } = props;
  const inFile = { only: 'file' } as const;
  const lastAt = ({ checkpoint }: IndicatorAtCheckpoint) => values.find((v) => v.checkpoint === checkpoint);
  const counted = ({ assessment, overrides }: IndicatorAtCheckpoint) =>
    assessment === null ? undefined : countedOf(assessment, overrides[0]);
  return [
    day(words.checkpoint, ({ to }) => to, {
      show: ({ to, title, standing }) => (
        <span class="ciclo-step-name">
          <span>{italianDay(to)}</span>
          <small>{title}</small>
          {standing !== null && <small>{standingWords[standing].name}</small>}
        </span>
      ),
    }),
    text(own.checkpointTitle, ({ title }) => title, inFile),
    text(words.standing, ({ standing }) => (standing === null ? undefined : standingWords[standing].name), inFile),
    text(consoleWords.checkpoint.target, ({ target }) => target, { show: (row) => <Target checkpoint={row} /> }),
    text(own.reading, ({ reading }) => (reading === null ? undefined : sentence(reading)), inFile),
    mixed(
      words.value,
      (row) => {
        const value = lastAt(row);
        return value === undefined || value.returned !== null
          ? undefined
          : measuredCell(value.actual, row.unit ?? undefined);
      },
      { show: (row) => <Value checkpoint={row} value={lastAt(row)} /> },
    ),
    text(
      forecastWords.title,
      ({ forecast, unit }) => (forecast === null ? undefined : forecastText(forecast, unit ?? undefined)),
      inFile,
    ),
    text(words.who, (row) => senderOf(lastAt(row), directory), {
      show: (row) => <Who value={lastAt(row)} directory={directory} />,
    }),
    instant(own.when, (row) => lastAt(row)?.at, inFile),
    text(words.evidence, (row) => notesOf(lastAt(row)).join('; '), {
      show: (row) => <Notes value={lastAt(row)} fileHref={fileHref} />,
    }),
    mixed(
      words.achievement,
      (row) => {
        const result = counted(row);
        return result === undefined ? undefined : achievementCell(result);
      },
      { show: (row) => <Result assets={assets} checkpoint={row} /> },
    ),
    status(
      own.light,
      (row) => {
        const result = counted(row);
        return result === undefined ? undefined : lightText(result);
      },
      inFile,
    ),
  ];
}

const senderOf = (value: SentValue | undefined, directory: Directory): string | undefined => {
  if (value === undefined) return undefined;
  const { officer, actingFor } = value;
  const said = directory.person(officer);
  return actingFor === null ? said : `${said}, ${words.actingFor(directory.person(actingFor))}`;
};

/** What was written beside a value: its note, why it came late. */
const notesOf = (value: SentValue | undefined): readonly string[] =>
  value === undefined
    ? []
    : [
        value.note ?? '',
        value.cause === null ? '' : words.cause(value.cause),
        value.next === null ? '' : words.whatNext(value.next),
        value.lateReason === null ? '' : words.late(value.lateReason),
      ].filter((line) => line !== '');

function Target({ checkpoint: { target, reading } }: { checkpoint: IndicatorAtCheckpoint }) {
  if (target === '') return <span>{consoleWords.scorecard.empty}</span>;
  return (
    <span class="ciclo-actual">
      <span>{target}</span>
      <small>{reading === null ? words.notRead : sentence(reading)}</small>
    </span>
  );
}

function Value({ checkpoint, value }: { checkpoint: IndicatorAtCheckpoint; value: SentValue | undefined }) {
  if (value === undefined) return <em>{consoleWords.checkpoint.noValue}</em>;
  const text = actualText(value.actual, checkpoint.unit ?? undefined);
  if (value.returned !== null) return <em>{`${words.returned} (${text})`}</em>;
  return (
    <span class="ciclo-actual">
      <strong>{text}</strong>
      {value.simulated && <small>{consoleWords.checkpoint.simulatedValue}</small>}
      <ForecastLine forecast={checkpoint.forecast ?? undefined} unit={checkpoint.unit ?? undefined} />
    </span>
  );
}

function Who({ value, directory }: { value: SentValue | undefined; directory: Directory }) {
  if (value === undefined) return <span>{consoleWords.scorecard.empty}</span>;
  return (
    <span class="ciclo-actual">
      <span>{directory.person(value.officer)}</span>
      {value.actingFor !== null && <small>{words.actingFor(directory.person(value.actingFor))}</small>}
      <small>{`${italianMoment(value.at)}, ${words.channel[value.channel]}`}</small>
    </span>
  );
}

function Notes({ value, fileHref }: { value: SentValue | undefined } & Pick<IndicatorCheckpointsProps, 'fileHref'>) {
  const lines = notesOf(value);
  const files = value?.files ?? [];
  if (value === undefined || lines.length + files.length === 0) return <span>{consoleWords.scorecard.empty}</span>;
  return (
    <span class="ciclo-actual">
      {lines.map((line) => (
        <span>{line}</span>
      ))}
      {files.map((file) =>
        fileHref === undefined ? (
          <span>{words.file(file.name)}</span>
        ) : (
          <a href={fileHref(value.checkpoint, file.hash)}>{words.file(file.name)}</a>
        ),
      )}
    </span>
  );
}

function Result({ assets, checkpoint }: { assets: Assets; checkpoint: IndicatorAtCheckpoint }) {
  const { assessment, overrides, computedAt, to } = checkpoint;
  if (assessment === null || computedAt === null) return <span>{consoleWords.scorecard.empty}</span>;
  return (
    <span class="ciclo-result">
      <Achievement assets={assets} assessment={assessment} override={overrides[0]} />
      <small>{consoleWords.checkpoint.computedAt(italianDay(romeDate(computedAt)))}</small>
      <Trace lines={assessment.trace} of={italianDay(to)} />
    </span>
  );
}
