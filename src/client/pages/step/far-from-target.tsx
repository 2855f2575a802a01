import { isTold } from '../../../domain/achievement/lights.js';
import type { FrozenIndicator } from '../../../register/checkpoints.js';
import type { CheckpointContent } from '../../../register/reading/checkpoint.js';
import { documentWords } from '../../../words/documents.js';
import { italianPercent } from '../../../words/format.js';
import { columnsOf } from '../kit/table/column.js';
import { indicatorColumns } from '../kit/table/indicator-columns.js';
import { TableSection } from '../kit/table/table-section.js';

const words = documentWords.monitoring;

interface FarRow extends Pick<FrozenIndicator, 'indicator' | 'name'> {
  readonly achievement: string | undefined;
  readonly cause: string | undefined;
  readonly next: string | undefined;
}

const { text } = columnsOf<FarRow>();

/** The indicators far from their target, each with why and what is to be done next; nothing where none is. */
export function FarFromTarget({ content }: { content: CheckpointContent }) {
  const rows = farRows(content);
  if (rows.length === 0) return null;
  return (
    <TableSection
      name="scostamenti"
      caption={words.far}
      lead={<p>{words.farLead}</p>}
      columns={[
        ...indicatorColumns<FarRow>(),
        text(words.achievement, ({ achievement }) => achievement),
        text(words.cause, ({ cause }) => cause ?? words.notSaid),
        text(words.next, ({ next }) => next ?? words.notSaid),
      ]}
      rows={rows}
    />
  );
}

/** What somebody decided over is not far any more; individual results are not for everybody. */
function farRows({ frozen, current, assessment, individual }: CheckpointContent): readonly FarRow[] {
  const said = new Map(current.map((one) => [one.indicator, one]));
  const results = new Map(assessment?.indicators.map((one) => [one.indicator, one]));
  const decided = new Set(assessment?.overrides.map(({ override }) => override.indicator));
  return frozen.flatMap(({ indicator, name }) => {
    const result = results.get(indicator);
    const { cause, next } = said.get(indicator) ?? {};
    if (result === undefined || !isTold(result.light, cause)) return [];
    if (decided.has(indicator) || individual.has(indicator)) return [];
    return [
      {
        indicator,
        name,
        achievement: result.achievement === undefined ? undefined : italianPercent(result.achievement),
        cause: cause ?? undefined,
        next: next ?? undefined,
      },
    ];
  });
}
