import { attachAct, callingName } from '../../../../acts/board/attach-act.js';
import { correctAct } from '../../../../acts/board/correct-act.js';
import { actNumbered } from '../../../../domain/act-number.js';
import { oivTaskOf } from '../../../../domain/oiv/asked.js';
import type { ActRecord } from '../../../../register/acts.js';
import type { DecisionRecord } from '../../../../register/decisions.js';
import type { BeforeBoard } from '../../../../register/hearings.js';
import { actCorrectionWords, correctedAct, withCorrection } from '../../../../words/act-correction.js';
import { boardWords } from '../../../../words/board.js';
import { decisionSaid } from '../../../../words/decision-said.js';
import { italianDay, italianMoment } from '../../../../words/format.js';
import { sentenceCase } from '../../../../words/sentence-case.js';
import { newFormId } from '../../kit/form-id.js';
import { ErrorSummary } from '../../kit/parts/error-summary.js';
import { Fact } from '../../kit/parts/fact.js';
import { FileList } from '../../kit/parts/file-list.js';
import { stepPath } from '../../kit/paths.js';
import { Callout } from '../officer/parts.js';
import { FIELD } from './decision-fields.js';
import { FileField } from './decision-page.js';
import { DutyPage } from './duty-page.js';
import type { DutyPageData } from './page-data.js';
import { DutyForm } from './parts.js';

const words = boardWords.recorded;

/** What led to the page: the decision just recorded, one that was there, one that was not taken, a file attached. */
export type Notice =
  | { readonly kind: 'recorded' | 'again' | 'attached' }
  | { readonly kind: 'not-counted'; readonly reason: string }
  | { readonly kind: 'bad-file'; readonly reason: string };

interface RecordPageProps {
  readonly data: DutyPageData;
  readonly decision: DecisionRecord;
  readonly document: BeforeBoard | undefined;
  readonly acts: readonly ActRecord[];
  /** Whether who reads may attach the act: who records for the board. */
  readonly mayAttach: boolean;
  readonly notice?: Notice | undefined;
}

/** What is on record of a decision, with the files of its act. */
export function RecordPage({ data, decision, document, acts, mayAttach, notice }: RecordPageProps) {
  const { frame, duty, directory } = data;
  const board = directory.title(decision.board);
  const title = notice?.kind === 'not-counted' ? words.titleNotCounted : words.title;
  const rejectedAmendment = duty.step.planned.kind === 'amendment' && decision.outcome === 'rejected';
  return (
    <DutyPage
      data={data}
      overline={boardWords.overline(board)}
      title={document === undefined ? title : `${title}: ${document.title}`}
      failed={notice?.kind === 'bad-file'}
    >
      {notice?.kind === 'bad-file' && (
        <ErrorSummary
          title={boardWords.errors.title(1)}
          items={[{ href: `#${FIELD.file}`, text: sentenceCase(notice.reason) }]}
        />
      )}
      {notice !== undefined && notice.kind !== 'bad-file' && (
        <Callout assets={frame.assets} kind={notice.kind === 'not-counted' ? 'warning' : 'success'}>
          <p>{noticeText(notice)}</p>
        </Callout>
      )}
      <div class="ciclo-card ciclo-board-facts">
        <dl class="ciclo-facts">
          <Fact label={words.board}>{board}</Fact>
          <Fact label={words.outcome}>
            <strong class={`ciclo-tag ciclo-outcome-${decision.outcome}`}>
              {decisionSaid(decision.outcome, oivTaskOf(duty.step.planned))}
            </strong>
          </Fact>
          {decision.actNumber !== null && (
            <Fact label={words.act}>
              {withCorrection(
                decision.actDate === null
                  ? actNumbered(decision.actNumber)
                  : words.actOf(decision.actNumber, italianDay(decision.actDate)),
                correctedAct(decision.corrected),
              )}
              {mayAttach && (
                <>
                  {' '}
                  <a
                    href={`${stepPath(duty.ref, duty.step.id)}/decisioni/${callingName(decision.key)}/${correctAct.path}`}
                  >
                    {actCorrectionWords.correct}
                  </a>
                </>
              )}
            </Fact>
          )}
          {decision.deferredTo !== null && <Fact label={words.deferredTo}>{italianDay(decision.deferredTo)}</Fact>}
          {decision.present !== null && (
            <Fact label={words.votes}>
              {words.votesOf(decision.present, decision.inFavour ?? 0, decision.against ?? 0, decision.abstained ?? 0)}
            </Fact>
          )}
          {decision.remarks !== null && (
            <Fact label={words.remarks}>
              <span class="ciclo-quote">{decision.remarks}</span>
            </Fact>
          )}
          {document !== undefined && (
            <Fact label={boardWords.facts.document}>
              <a href={`${duty.here}/documento/${document.hash}`} target="_blank" rel="noopener">
                {document.title}
              </a>{' '}
              <code class="ciclo-hash">{document.hash}</code>
            </Fact>
          )}
          <Fact label={words.by}>
            {decision.actingFor === null
              ? directory.person(decision.decidedBy)
              : words.byFor(directory.person(decision.decidedBy), directory.person(decision.actingFor))}
          </Fact>
          <Fact label={words.when}>{italianMoment(decision.at)}</Fact>
          <Fact label={words.files}>
            {acts.length === 0 ? words.noFiles : <FileList files={acts} below={`${duty.here}/atto`} />}
          </Fact>
        </dl>
      </div>
      <p>{rejectedAmendment ? words.amendmentRejected : words.next[decision.outcome]}</p>
      {mayAttach && (
        <details class="ciclo-read" open={notice?.kind === 'bad-file'}>
          <summary>{acts.length === 0 ? words.attach : words.attachMore}</summary>
          <DutyForm action={`${duty.here}/atto`} id={newFormId()} submit={words.attach} beside>
            <input type="hidden" name={attachAct.words.fields.decision.page} value={callingName(decision.key)} />
            <FileField id={FIELD.file} error={notice?.kind === 'bad-file' ? notice.reason : undefined} />
          </DutyForm>
        </details>
      )}
      <p>
        <a href={duty.here}>{words.back}</a>
      </p>
    </DutyPage>
  );
}

function noticeText(notice: Exclude<Notice, { kind: 'bad-file' }>): string {
  switch (notice.kind) {
    case 'recorded':
      return words.done;
    case 'again':
      return words.again;
    case 'attached':
      return words.attached;
    case 'not-counted':
      return words.notCounted(notice.reason);
  }
}
