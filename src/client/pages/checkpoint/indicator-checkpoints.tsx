import { romeDate } from '../../../domain/calendar/zone.js';
import { sentence } from '../../../domain/targets/sentence.js';
import type { Directory } from '../../../register/reading/directory.js';
import type { IndicatorAtCheckpoint, SentValue } from '../../../register/reading/indicator.js';
import { consoleWords } from '../../../words/console.js';
import { italianDay, italianMoment } from '../../../words/format.js';
import { actualText } from '../../../words/measure.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import type { Assets } from '../kit/assets.js';
import { Achievement } from '../kit/parts/achievement.js';
import { Trace } from '../kit/parts/light.js';
import { StackTable } from '../kit/parts/stack-table.js';

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
  const { assets, checkpoints, values, directory } = props;
  return (
    <section aria-labelledby="monitoraggi">
      <h2 id="monitoraggi">{words.checkpoints}</h2>
      {checkpoints.length === 0 ? (
        <p>{words.noCheckpoint}</p>
      ) : (
        <StackTable
          caption={words.checkpoints}
          hideCaption
          columns={[
            { title: words.checkpoint },
            { title: consoleWords.checkpoint.target },
            { title: words.value },
            { title: words.who },
            { title: words.evidence },
            { title: words.achievement },
          ]}
          rows={checkpoints.map((checkpoint) => {
            const last = values.find((v) => v.checkpoint === checkpoint.checkpoint);
            return {
              head: (
                <span class="ciclo-step-name">
                  <span>{italianDay(checkpoint.to)}</span>
                  <small>{checkpoint.title}</small>
                </span>
              ),
              cells: [
                <Target checkpoint={checkpoint} />,
                <Value checkpoint={checkpoint} value={last} />,
                <Who value={last} directory={directory} />,
                <Notes value={last} fileHref={props.fileHref} />,
                <Result assets={assets} checkpoint={checkpoint} />,
              ],
            };
          })}
        />
      )}
    </section>
  );
}

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
  const lines = [
    value?.note ?? '',
    value === undefined || value.lateReason === null ? '' : words.late(value.lateReason),
  ].filter((l) => l !== '');
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
