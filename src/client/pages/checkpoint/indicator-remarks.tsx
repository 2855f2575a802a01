import type { Directory } from '../../../register/reading/directory.js';
import type { IndicatorAtCheckpoint, SentValue } from '../../../register/reading/indicator.js';
import { consoleWords } from '../../../words/console.js';
import { italianMoment } from '../../../words/format.js';
import { actualText } from '../../../words/measure.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import { takeAwayWords } from '../../../words/take-away.js';
import { measuredCell } from '../kit/table/cells.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';

const words = scorecardWords.indicator;

/** A value that came back. */
interface Returned {
  readonly value: SentValue;
  readonly returned: NonNullable<SentValue['returned']>;
}

const { columns: own } = takeAwayWords;
const { text, day, instant, mixed } = columnsOf<Returned>();

interface IndicatorRemarksProps {
  readonly values: readonly SentValue[];
  readonly checkpoints: readonly IndicatorAtCheckpoint[];
  readonly directory: Directory;
}

/** The values that came back, each with the remark it came back with. */
export function IndicatorRemarks({ values, checkpoints, directory }: IndicatorRemarksProps) {
  const byId = new Map(checkpoints.map((k) => [k.checkpoint, k]));
  const unitAt = ({ checkpoint }: SentValue) => byId.get(checkpoint)?.unit ?? undefined;
  const returned = values.flatMap((value) => (value.returned === null ? [] : [{ value, returned: value.returned }]));
  return (
    <TableSection
      name="restituzioni"
      anchor="osservazioni"
      caption={words.remarks}
      empty={<p>{words.noRemarks}</p>}
      columns={[
        day(words.checkpoint, ({ value }) => byId.get(value.checkpoint)?.to),
        mixed(words.value, ({ value }) => measuredCell(value.actual, unitAt(value)), {
          show: ({ value }) => actualText(value.actual, unitAt(value)),
        }),
        text(consoleWords.stepPage.who, ({ value }) => directory.person(value.officer), {
          show: ({ value, returned: back }) =>
            `${directory.person(value.officer)}, ${words.returnedBy(directory.person(back.by), italianMoment(back.at))}`,
        }),
        text(words.returnedByColumn, ({ returned: back }) => directory.person(back.by), { only: 'file' }),
        instant(own.when, ({ returned: back }) => back.at, { only: 'file' }),
        text(words.remark, ({ returned: back }) => back.remark),
      ]}
      rows={returned}
    />
  );
}
