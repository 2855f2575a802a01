import type { Instant } from '../../../../domain/calendar/types.js';
import type { DocumentRecord } from '../../../../register/documents.js';
import { boardWords } from '../../../../words/board.js';
import { italianMoment } from '../../../../words/format.js';
import { taskWords } from '../../../../words/task.js';
import { Day } from '../../kit/parts/due.js';
import { Fact } from '../../kit/parts/fact.js';
import { DutyPage } from '../board/duty-page.js';
import type { DutyPageData } from '../board/page-data.js';
import type { TaskRecord } from './task-record.js';

const words = taskWords.publication;

/** What a publication step publishes, where, and whether it has: it does so by itself. */
export function PublicationPage({
  data,
  record,
  document,
  verified,
  notice,
}: {
  data: DutyPageData;
  record: TaskRecord;
  document: Pick<DocumentRecord, 'title' | 'hash'> | undefined;
  /** When it was found where it should be; undefined while it was not. */
  verified: Instant | undefined;
  notice?: string | undefined;
}) {
  const { duty } = data;
  const { step } = duty;
  return (
    <DutyPage data={data} overline={words.overline} title={step.planned.title}>
      {step.status !== 'done' && <p class="lead">{words.automatic}</p>}
      <div class="ciclo-card ciclo-board-facts">
        <dl class="ciclo-facts">
          <Fact label={words.what}>{document?.title ?? step.planned.document ?? step.planned.title}</Fact>
          <Fact label={words.where}>{words.section}</Fact>
          <Fact label={taskWords.due}>
            <Day date={step.dueOn} />
          </Fact>
          <Fact label={taskWords.norm}>{step.planned.norm.citation}</Fact>
          <Fact label={words.published}>
            {record.completion === undefined
              ? words.notYet
              : verified === undefined
                ? words.toVerify(italianMoment(record.completion.at))
                : words.verified(italianMoment(verified))}
          </Fact>
          {document !== undefined && (
            <Fact label={boardWords.facts.hash}>
              <a href={`${duty.here}/documento/${document.hash}`} target="_blank" rel="noopener">
                {words.read}
              </a>{' '}
              <code class="ciclo-hash">{document.hash}</code>
            </Fact>
          )}
        </dl>
      </div>
      {record.waitsFor.length > 0 && (
        <>
          <p>{taskWords.waitingFor}</p>
          <ul>
            {record.waitsFor.map((title) => (
              <li>{title}</li>
            ))}
          </ul>
        </>
      )}
      {notice !== undefined && <p role="status">{notice}</p>}
    </DutyPage>
  );
}
