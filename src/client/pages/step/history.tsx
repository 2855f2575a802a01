import type { LogRecord } from '../../../register/log.js';
import type { Directory } from '../../../register/reading/directory.js';
import type { StepView } from '../../../register/reading/step-view.js';
import { consoleWords as words } from '../../../words/console.js';
import { type LogLine, logLine } from '../kit/model/log-line.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';

const { text, instant } = columnsOf<LogRecord>();

const whatOf = ({ what, subject }: LogLine): string => (subject === undefined ? what : `${what}: ${subject}`);

interface HistoryProps {
  readonly lines: readonly LogRecord[];
  readonly limit: number;
  readonly step: StepView;
  readonly directory: Directory;
}

/** Who did what when, the latest first. */
export function History({ lines, limit, step, directory }: HistoryProps) {
  const saidOf = (record: LogRecord): LogLine => logLine(record, directory, step.planned.title);
  return (
    <TableSection
      name="cronologia"
      caption={words.stepPage.history}
      empty={<p>{words.stepPage.historyNone}</p>}
      columns={[
        instant(words.stepPage.when, ({ at }) => at),
        text(words.stepPage.what, (record) => [whatOf(saidOf(record)), ...saidOf(record).facts].join('; '), {
          show: (record) => {
            const line = saidOf(record);
            return (
              <span class="ciclo-actual">
                <span>{whatOf(line)}</span>
                {line.facts.length > 0 && <small>{line.facts.join('; ')}</small>}
              </span>
            );
          },
        }),
        text(words.stepPage.who, (record) => {
          const { who, onBehalfOf } = saidOf(record);
          return onBehalfOf === undefined ? who : `${who}, ${words.stepPage.onBehalf(onBehalfOf)}`;
        }),
      ]}
      rows={lines}
    >
      {lines.length === limit && <p>{words.stepPage.historyMore(limit)}</p>}
    </TableSection>
  );
}
