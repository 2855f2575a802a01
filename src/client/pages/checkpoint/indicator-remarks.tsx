import type { Directory } from '../../../register/reading/directory.js';
import type { IndicatorAtCheckpoint, SentValue } from '../../../register/reading/indicator.js';
import { consoleWords } from '../../../words/console.js';
import { italianDay, italianMoment } from '../../../words/format.js';
import { actualText } from '../../../words/measure.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import { StackTable } from '../kit/parts/stack-table.js';

const words = scorecardWords.indicator;

interface IndicatorRemarksProps {
  readonly values: readonly SentValue[];
  readonly checkpoints: readonly IndicatorAtCheckpoint[];
  readonly directory: Directory;
}

/** The values that came back, each with the remark it came back with. */
export function IndicatorRemarks({ values, checkpoints, directory }: IndicatorRemarksProps) {
  const byId = new Map(checkpoints.map((k) => [k.checkpoint, k]));
  const returned = values.flatMap((value) => (value.returned === null ? [] : [{ value, returned: value.returned }]));
  return (
    <section aria-labelledby="osservazioni">
      <h2 id="osservazioni">{words.remarks}</h2>
      {returned.length === 0 ? (
        <p>{words.noRemarks}</p>
      ) : (
        <StackTable
          caption={words.remarks}
          hideCaption
          columns={[
            { title: words.checkpoint },
            { title: words.value },
            { title: consoleWords.stepPage.who },
            { title: words.remark },
          ]}
          rows={returned.map(({ value, returned: back }) => {
            const checkpoint = byId.get(value.checkpoint);
            return {
              head: checkpoint === undefined ? value.checkpoint : italianDay(checkpoint.to),
              cells: [
                actualText(value.actual, checkpoint?.unit ?? undefined),
                `${directory.person(value.officer)}, ${words.returnedBy(directory.person(back.by), italianMoment(back.at))}`,
                back.remark,
              ],
            };
          })}
        />
      )}
    </section>
  );
}
