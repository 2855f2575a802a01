import type { StepKind } from '../../../../domain/calendar/types.js';
import { outcomesOf } from '../../../../domain/decision.js';
import { OIV } from '../../../../domain/entity.js';
import { oivTaskOf } from '../../../../domain/oiv/asked.js';
import { MAX_FILE_BYTES, megabytes } from '../../../../files/uploads.js';
import type { BeforeBoard, Hearing } from '../../../../register/hearings.js';
import { boardWords as words } from '../../../../words/board.js';
import { italianDay } from '../../../../words/format.js';
import { sentenceCase } from '../../../../words/sentence-case.js';
import { type Refused, SeenField } from '../../kit/act-form.js';
import { ErrorSummary } from '../../kit/parts/error-summary.js';
import { Foreign } from '../../kit/parts/foreign.js';
import { KeptFiles } from '../../kit/parts/kept-files.js';
import { ToDesk } from '../../kit/parts/to-desk.js';
import { Callout } from '../officer/parts.js';
import type { Changes } from './changes.js';
import { ChangesSection } from './changes-section.js';
import { FIELD, type Field, problemsOf } from './decision-fields.js';
import { DocumentFacts } from './document-facts.js';
import { DutyPage } from './duty-page.js';
import { EarlierDecisions } from './earlier-decisions.js';
import type { DutyPageData } from './page-data.js';
import { DutyForm, ErrorMark, TextField } from './parts.js';

/** What the decision's page shows beside the register's facts. */
export interface DecisionView {
  /** Key of the next sending. */
  readonly id: string;
  /** Version of what the form shows. */
  readonly seen: string;
  /** What was written, and why it was not taken. */
  readonly refused: Refused | undefined;
  /** Why this person cannot record it, whatever they would write. */
  readonly barred?: string;
}

interface DecisionPageProps {
  readonly data: DutyPageData;
  readonly hearing: Hearing;
  readonly round: number;
  readonly document: BeforeBoard;
  readonly changes: Changes;
  readonly view: DecisionView;
}

/** The page on which the decision of a board is recorded: what is asked, on what, and the form. */
export function DecisionPage({ data, hearing, round, document, changes, view }: DecisionPageProps) {
  const { frame, duty, directory } = data;
  const { planned } = duty.step;
  const board = directory.title(planned.board ?? '');
  const { errors, whole } = problemsOf(view.refused);
  const wrong = errors.length + whole.length;
  const title = (planned.kind === 'amendment' ? words.decideAmendmentTitle : words.decideTitle)(document.title);
  return (
    <DutyPage data={data} overline={words.overline(board)} title={title} failed={wrong > 0}>
      {wrong > 0 && (
        <ErrorSummary
          title={whole.length === 0 ? words.errors.title(errors.length) : words.errors.refused}
          items={[
            ...whole.map((text) => ({ text: sentenceCase(text) })),
            ...errors.map((e) => ({ href: `#${FIELD[e.field]}`, text: sentenceCase(e.message) })),
          ]}
        />
      )}
      <DocumentFacts {...{ data, document, round, board }} approvedBefore={hearing.approvedBefore} />
      <details class="ciclo-read" data-keep="documento">
        <summary>{words.readBelow}</summary>
        <Foreign src={`${duty.here}/documento/${document.hash}`} title={words.readHere(document.title)} />
      </details>
      <ToDesk cycle={duty.ref} validator={directory.title(OIV)} planned={planned} />
      <ChangesSection changes={changes} here={duty.here} note={noteOf(hearing, round, planned.kind)} />
      <EarlierDecisions data={data} hearing={hearing} />
      <section aria-labelledby="decisione">
        <h2 id="decisione">{words.form.title}</h2>
        {view.barred === undefined ? (
          <DecisionForm {...{ data, document, view }} />
        ) : (
          <Callout assets={frame.assets} kind="warning">
            <p>
              <strong>{words.fourEyes}</strong>
              <br />
              {sentenceCase(view.barred)}.
            </p>
          </Callout>
        )}
      </section>
    </DutyPage>
  );
}

function DecisionForm({ data, document, view }: { data: DutyPageData; document: BeforeBoard; view: DecisionView }) {
  const { frame, duty } = data;
  const { refused } = view;
  const { errors } = problemsOf(refused);
  const typed = (name: Field): string => refused?.written(FIELD[name]).at(-1) ?? '';
  const lost = refused?.hadFiles === true ? words.errors.fileAgain : undefined;
  const errorOf = (field: Field): string | undefined => errors.find((e) => e.field === field)?.message;
  const field = (name: Exclude<Field, 'key' | 'seen' | 'hash' | 'file' | 'outcome'>) => ({
    id: FIELD[name],
    label: words.form[name],
    value: typed(name),
    error: errorOf(name),
  });
  const asked = oivTaskOf(duty.step.planned);
  const { outcomes: titles, hints } = asked === undefined ? words.form : words.form.oiv[asked];
  const remarks = asked === undefined ? words.form : words.form.oiv[asked];
  const wrongOutcome = errorOf('outcome');
  return (
    <DutyForm action={`${duty.here}/decisione`} id={view.id} submit={words.form.submit} sending={words.form.sending}>
      <SeenField seen={refused?.seen ?? view.seen} />
      <input type="hidden" name={FIELD.hash} value={document.hash} />
      <fieldset
        class="ciclo-field ciclo-outcomes"
        id={FIELD.outcome}
        tabindex={-1}
        aria-describedby={wrongOutcome === undefined ? undefined : `${FIELD.outcome}-errore`}
      >
        <legend>{asked === undefined ? words.form.outcome : words.form.oivOutcome}</legend>
        {wrongOutcome !== undefined && (
          <p class="ciclo-field-error" id={`${FIELD.outcome}-errore`}>
            <ErrorMark />
            {wrongOutcome}
          </p>
        )}
        {outcomesOf(duty.step.planned.asks).map((outcome) => (
          <div class="ciclo-choice">
            <div class="ciclo-mark">
              <input
                type="radio"
                id={`${FIELD.outcome}-${outcome}`}
                name={FIELD.outcome}
                value={outcome}
                checked={typed('outcome') === outcome}
                aria-describedby={`${FIELD.outcome}-${outcome}-aiuto`}
              />
              <label for={`${FIELD.outcome}-${outcome}`}>{titles[outcome]}</label>
            </div>
            <small id={`${FIELD.outcome}-${outcome}-aiuto`}>{hints[outcome]}</small>
          </div>
        ))}
      </fieldset>
      <fieldset class="ciclo-field ciclo-row">
        <legend>{words.form.act}</legend>
        <TextField {...field('actNumber')} hint={words.form.actNumberHint} narrow />
        <TextField
          {...field('actDate')}
          narrow
          hint={words.form.actDateHint(italianDay(document.frozenOn), italianDay(frame.today))}
        />
      </fieldset>
      <fieldset class="ciclo-field ciclo-row ciclo-votes">
        <legend>{words.form.votes}</legend>
        <small>{asked === undefined ? words.form.votesHint : words.form.oivVotesHint}</small>
        {(['present', 'inFavour', 'against', 'abstained'] as const).map((name) => (
          <TextField {...field(name)} numeric />
        ))}
      </fieldset>
      <TextField {...field('remarks')} label={remarks.remarks} rows={4} hint={remarks.remarksHint} />
      <TextField {...field('deferredTo')} hint={words.form.dateHint} narrow />
      <FileField id={FIELD.file} error={errorOf('file') ?? lost} kept={refused?.kept} />
    </DutyForm>
  );
}

/** The field for the text of an act. */
export function FileField({
  id,
  error,
  kept = [],
}: {
  id: string;
  error?: string | undefined;
  /** Names of the files that wait to be confirmed. */
  kept?: readonly string[] | undefined;
}) {
  return (
    <div class="ciclo-field">
      <label for={id}>{words.form.file}</label>
      <small id={`${id}-aiuto`}>{words.form.fileHint(megabytes(MAX_FILE_BYTES))}</small>
      <KeptFiles names={kept} />
      {error !== undefined && (
        <p class="ciclo-field-error" id={`${id}-errore`}>
          <ErrorMark />
          {error}
        </p>
      )}
      <input
        type="file"
        class="ciclo-files"
        id={id}
        name={id}
        accept=".pdf,.p7m,.docx"
        data-max={String(MAX_FILE_BYTES)}
        aria-describedby={[`${id}-aiuto`, ...(error === undefined ? [] : [`${id}-errore`])].join(' ')}
        aria-invalid={error === undefined ? undefined : 'true'}
      />
    </div>
  );
}

/** What the preparers wrote: why they propose an amendment, or what they changed after a rejection. */
function noteOf({ note }: Hearing, round: number, kind: StepKind): string | undefined {
  if (note === undefined || note === '') return undefined;
  if (kind === 'amendment') return words.changes.reason(note);
  return round > 1 ? words.changes.note(note) : undefined;
}
