import type { LaterAsked } from '../../../register/later-indicators.js';
import type { CheckpointContent } from '../../../register/reading/checkpoint.js';
import { documentWords } from '../../../words/documents.js';
import { forecastWords } from '../../../words/forecast.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';

const { later: words } = forecastWords;
const { text, day } = columnsOf<LaterAsked>();

/** What a checkpoint does not ask yet, from when it can be known, and when it will be asked; nothing where nothing waits. */
export function LaterValues({ content: { later, individual } }: { content: CheckpointContent }) {
  const rows = later.filter(({ indicator }) => !individual.has(indicator));
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="valori-attesi">
      <h2 id="valori-attesi">{words.title}</h2>
      <p>{words.lead}</p>
      <DataTable
        name="valori-attesi"
        caption={words.title}
        hideCaption
        columns={[
          text(documentWords.column.indicator, ({ name }) => name, {
            show: ({ name, indicator }) => (
              <span class="ciclo-step-name">
                <span>{name}</span>
                <small>{indicator}</small>
              </span>
            ),
          }),
          text(documentWords.column.code, ({ indicator }) => indicator, { only: 'file' }),
          day(words.knownFrom, ({ knownFrom }) => knownFrom),
          text(words.askedAt, ({ askedAt }) =>
            askedAt === null ? words.nowhere : words.at(askedAt.title, askedAt.dueOn),
          ),
        ]}
        rows={rows}
      />
    </section>
  );
}
