import type { LaterAsked } from '../../../register/later-indicators.js';
import type { CheckpointContent } from '../../../register/reading/checkpoint.js';
import { forecastWords } from '../../../words/forecast.js';
import { columnsOf } from '../kit/table/column.js';
import { indicatorColumns } from '../kit/table/indicator-columns.js';
import { TableSection } from '../kit/table/table-section.js';

const { later: words } = forecastWords;
const { text, day } = columnsOf<LaterAsked>();

/** What a checkpoint does not ask yet, from when it can be known, and when it will be asked; nothing where nothing waits. */
export function LaterValues({ content: { later, individual } }: { content: CheckpointContent }) {
  const rows = later.filter(({ indicator }) => !individual.has(indicator));
  if (rows.length === 0) return null;
  return (
    <TableSection
      name="valori-attesi"
      caption={words.title}
      lead={<p>{words.lead}</p>}
      columns={[
        ...indicatorColumns<LaterAsked>(),
        day(words.knownFrom, ({ knownFrom }) => knownFrom),
        text(words.askedAt, ({ askedAt }) =>
          askedAt === null ? words.nowhere : words.at(askedAt.title, askedAt.dueOn),
        ),
      ]}
      rows={rows}
    />
  );
}
