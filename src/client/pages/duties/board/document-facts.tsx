import { daysBetween } from '../../../../domain/calendar/civil-date.js';
import type { DatedStep } from '../../../../domain/calendar/types.js';
import { oivTaskOf } from '../../../../domain/oiv/asked.js';
import type { DecisionRecord } from '../../../../register/decisions.js';
import type { BeforeBoard } from '../../../../register/hearings.js';
import { correctedAct, withCorrection } from '../../../../words/act-correction.js';
import { boardWords as words } from '../../../../words/board.js';
import { italianDay, italianMoment } from '../../../../words/format.js';
import { taskWords } from '../../../../words/task.js';
import { Day } from '../../kit/parts/due.js';
import { Fact } from '../../kit/parts/fact.js';
import type { DutyPageData } from './page-data.js';

/** What is asked, on what document, by when and by what norm. */
export function DocumentFacts({
  data,
  document,
  round,
  board,
  approvedBefore,
}: {
  data: DutyPageData;
  document: BeforeBoard;
  round: number;
  board: string;
  approvedBefore: DecisionRecord | undefined;
}) {
  const { frame, duty, directory } = data;
  const { planned, dueOn } = duty.step;
  const late = daysBetween(dueOn, frame.today);
  return (
    <div class="ciclo-card ciclo-board-facts">
      <dl class="ciclo-facts">
        <Fact label={words.facts.asked}>{`${board}: ${askedOf(planned)}`}</Fact>
        <Fact label={words.facts.due}>
          <strong>
            <Day date={dueOn} />
          </strong>{' '}
          {late > 0 && <span class="ciclo-delay">{taskWords.late(late)}</span>}
        </Fact>
        <Fact label={words.facts.norm}>{planned.norm.citation}</Fact>
        {planned.kind !== 'amendment' && <Fact label={words.facts.round}>{words.round(round)}</Fact>}
        <Fact label={words.facts.document}>
          <span class="ciclo-board-document">
            <span>{document.title}</span>
            <a href={`${duty.here}/documento/${document.hash}`} target="_blank" rel="noopener">
              {words.read}
            </a>
            {document.mime === 'application/json' && (
              <a href={`${duty.here}/documento/${document.hash}/pdf`}>{words.readPdf}</a>
            )}
          </span>
        </Fact>
        <Fact label={words.facts.frozen}>{italianMoment(document.frozenAt)}</Fact>
        <Fact label={words.facts.hash}>
          <code class="ciclo-hash">{document.hash}</code>
        </Fact>
        {document.preparedBy.length > 0 && (
          <Fact label={words.facts.preparedBy}>
            {document.preparedBy.map((person) => directory.person(person)).join(', ')}
          </Fact>
        )}
        {approvedBefore?.actNumber != null && approvedBefore.actDate !== null && (
          <Fact label={words.facts.approvedBefore}>
            {withCorrection(
              `${directory.title(approvedBefore.board)}, ${words.recorded.actOf(approvedBefore.actNumber, italianDay(approvedBefore.actDate))}`,
              correctedAct(approvedBefore.corrected),
            )}
          </Fact>
        )}
      </dl>
    </div>
  );
}

function askedOf(step: DatedStep): string {
  if (step.kind === 'amendment') return words.facts.amend;
  if (step.asks === 'note') return words.facts.note;
  const asked = oivTaskOf(step);
  return asked === undefined ? words.facts.deliberate : words.facts.oiv[asked];
}
