import { romeDateTime } from '../../../domain/calendar/zone.js';
import type { LogRecord } from '../../../register/log.js';
import type { Directory } from '../../../register/reading/directory.js';
import type { StepView } from '../../../register/reading/step-view.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianMoment } from '../../../words/format.js';
import { logLine } from '../kit/model/log-line.js';
import { StackTable } from '../kit/parts/stack-table.js';

interface HistoryProps {
  readonly lines: readonly LogRecord[];
  readonly limit: number;
  readonly step: StepView;
  readonly directory: Directory;
}

/** Who did what when, the latest first. */
export function History({ lines, limit, step, directory }: HistoryProps) {
  return (
    <section aria-labelledby="cronologia">
      <h2 id="cronologia">{words.stepPage.history}</h2>
      {lines.length === 0 ? (
        <p>{words.stepPage.historyNone}</p>
      ) : (
        <StackTable
          caption={words.stepPage.history}
          hideCaption
          columns={[{ title: words.stepPage.when }, { title: words.stepPage.what }, { title: words.stepPage.who }]}
          rows={lines.map((record) => {
            const line = logLine(record, directory, step.planned.title);
            return {
              head: <time datetime={romeDateTime(record.at).date}>{italianMoment(record.at)}</time>,
              cells: [
                <span class="ciclo-actual">
                  <span>{line.subject === undefined ? line.what : `${line.what}: ${line.subject}`}</span>
                  {line.facts.length > 0 && <small>{line.facts.join('; ')}</small>}
                </span>,
                line.onBehalfOf === undefined ? line.who : `${line.who}, ${words.stepPage.onBehalf(line.onBehalfOf)}`,
              ],
            };
          })}
        />
      )}
      {lines.length === limit && <p>{words.stepPage.historyMore(limit)}</p>}
    </section>
  );
}
