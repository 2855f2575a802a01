import { draftPath } from '../../../../access/draft-path.js';
import { resubmit } from '../../../../acts/board/resubmit.js';
import type { DecisionRecord } from '../../../../register/decisions.js';
import type { Hearing } from '../../../../register/hearings.js';
import { boardWords } from '../../../../words/board.js';
import { sentenceCase } from '../../../../words/sentence-case.js';
import { type Refused, SeenField } from '../../kit/act-form.js';
import { Day } from '../../kit/parts/due.js';
import { ErrorSummary } from '../../kit/parts/error-summary.js';
import { Fact } from '../../kit/parts/fact.js';
import { planPath } from '../../kit/paths.js';
import type { Duty } from '../duty.js';
import { Callout } from '../officer/parts.js';
import type { Changes } from './changes.js';
import { ChangesSection } from './changes-section.js';
import { DutyPage } from './duty-page.js';
import { EarlierDecisions } from './earlier-decisions.js';
import type { DutyPageData } from './page-data.js';
import { DutyForm, TextField } from './parts.js';

const words = boardWords.revise;

export const NOTE = resubmit.words.fields.note.page;

interface RevisePageProps {
  readonly data: DutyPageData;
  readonly hearing: Hearing;
  readonly rejection: DecisionRecord;
  /** What would change if it were transmitted now; absent when it cannot be said before the document is written. */
  readonly draft?: Changes | undefined;
  /** Key of the next sending. */
  readonly id: string;
  /** Version of what the form shows. */
  readonly seen: string;
  /** What was written, and why it was not taken. */
  readonly refused: Refused | undefined;
}

/** The preparers' page for a document that came back: the remarks, and the way to the board again. */
export function RevisePage({ data, hearing, rejection, draft, id, seen, refused }: RevisePageProps) {
  const { duty, directory } = data;
  const board = directory.title(rejection.board);
  const document = hearing.documents.at(-1);
  const title = document?.title ?? duty.step.planned.title;
  const refusals = refused?.refusals ?? [];
  const error = refusals.find(({ field }) => field === 'note')?.text;
  return (
    <DutyPage data={data} overline={duty.step.planned.title} title={words.title(title)} failed={refusals.length > 0}>
      {refusals.length > 0 && (
        <ErrorSummary
          title={error === undefined ? words.refused : boardWords.errors.title(refusals.length)}
          items={refusals.map(({ field, text }) =>
            field === undefined ? { text: sentenceCase(text) } : { href: `#${NOTE}`, text },
          )}
        />
      )}
      <section aria-labelledby="osservazioni">
        <h2 id="osservazioni">{words.remarks(board)}</h2>
        <blockquote class="ciclo-quote ciclo-remarks">{rejection.remarks}</blockquote>
        <dl class="ciclo-facts">
          <Fact label={boardWords.facts.due}>
            <strong>
              <Day date={duty.step.dueOn} />
            </strong>
          </Fact>
          {document !== undefined && (
            <Fact label={boardWords.facts.document}>
              <a href={`${duty.here}/documento/${document.hash}`} target="_blank" rel="noopener">
                {document.title}
              </a>
            </Fact>
          )}
        </dl>
      </section>
      <WhereRevised {...duty} />
      {draft !== undefined && (
        <div class="ciclo-inset">
          <ChangesSection changes={draft} here={duty.here} title={words.draft} />
        </div>
      )}
      {duty.step.planned.transmits !== true && <AgainForm {...{ duty, id, seen, refused, error }} />}
      <EarlierDecisions data={data} hearing={hearing} />
    </DutyPage>
  );
}

/** Where what came back is put right: in its draft, from which it is transmitted again; in the plan; or in what it is made from. */
function WhereRevised({ ref, step: { planned } }: Duty) {
  const { document, transmits } = planned;
  if (transmits === true && document !== undefined)
    return (
      <>
        <p>{words.inDraft}</p>
        <p>
          <a class="btn btn-primary" href={draftPath(ref, document)}>
            {words.toDraft}
          </a>
        </p>
      </>
    );
  return (
    <p>
      {document === 'piano' ? words.inPlan : words.fromData}{' '}
      {document === 'piano' && <a href={planPath(ref)}>{words.toPlan}</a>}
    </p>
  );
}

/** The way to the board again, of what is written from the record when it is transmitted. */
function AgainForm({
  duty,
  id,
  seen,
  refused,
  error,
}: Pick<RevisePageProps, 'id' | 'seen' | 'refused'> & { readonly duty: Duty; readonly error: string | undefined }) {
  return (
    <DutyForm action={`${duty.here}/ritrasmissione`} id={id} submit={words.submit} sending={words.sending}>
      <SeenField seen={refused?.seen ?? seen} />
      <TextField
        id={NOTE}
        label={words.note}
        value={refused?.written(NOTE).at(-1) ?? ''}
        hint={words.noteHint}
        error={error}
        rows={4}
        required
      />
    </DutyForm>
  );
}

/** A page that only says where the matter stands: nothing is asked of who reads it. */
export function StandingPage({
  data,
  hearing,
  title,
  text,
  notice,
}: {
  data: DutyPageData;
  hearing: Hearing;
  title: string;
  text: string;
  notice?: string | undefined;
}) {
  const { frame, duty } = data;
  const document = hearing.documents.at(-1);
  return (
    <DutyPage data={data} overline={duty.step.planned.title} title={title}>
      {notice !== undefined && (
        <Callout assets={frame.assets} kind="success">
          <p>{notice}</p>
        </Callout>
      )}
      <p class="lead">{text}</p>
      {document !== undefined && (
        <p>
          <a href={`${duty.here}/documento/${document.hash}`} target="_blank" rel="noopener">
            {`${boardWords.read}: ${document.title}`}
          </a>
        </p>
      )}
      <EarlierDecisions data={data} hearing={hearing} />
    </DutyPage>
  );
}
