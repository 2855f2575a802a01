import { oivTaskOf } from '../../../../domain/oiv/asked.js';
import type { Hearing } from '../../../../register/hearings.js';
import { boardWords } from '../../../../words/board.js';
import { DecisionTable } from '../../kit/parts/decisions.js';
import type { DutyPageData } from './page-data.js';

interface EarlierDecisionsProps {
  readonly data: DutyPageData;
  readonly hearing: Hearing;
}

/** What the board has decided on the matter before, where it has. */
export function EarlierDecisions({ data: { frame, duty, directory }, hearing: { decisions } }: EarlierDecisionsProps) {
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="precedenti">
      <h2 id="precedenti">{boardWords.earlier}</h2>
      <DecisionTable
        assets={frame.assets}
        decisions={decisions}
        directory={directory}
        asked={oivTaskOf(duty.step.planned)}
      />
    </section>
  );
}
