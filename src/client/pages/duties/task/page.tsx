import { wordsOf } from '../../../../acts/act.js';
import { complete } from '../../../../acts/step/complete.js';
import { daysBetween } from '../../../../domain/calendar/civil-date.js';
import { romeDate } from '../../../../domain/calendar/zone.js';
import { OIV } from '../../../../domain/entity.js';
import { endsByHand } from '../../../../domain/individual/goals.js';
import { ACCEPTED, MAX_FILE_BYTES, MAX_FILES, megabytes } from '../../../../files/uploads.js';
import { boardWords } from '../../../../words/board.js';
import { italianDay, italianMoment } from '../../../../words/format.js';
import { sentenceCase } from '../../../../words/sentence-case.js';
import { taskWords as words } from '../../../../words/task.js';
import type { Refused } from '../../kit/act-form.js';
import { Day } from '../../kit/parts/due.js';
import { ErrorSummary } from '../../kit/parts/error-summary.js';
import { Fact } from '../../kit/parts/fact.js';
import { FileList } from '../../kit/parts/file-list.js';
import { KeptFiles } from '../../kit/parts/kept-files.js';
import { actingName } from '../../kit/parts/people.js';
import { ToDesk } from '../../kit/parts/to-desk.js';
import { stepPath } from '../../kit/paths.js';
import { DutyPage } from '../board/duty-page.js';
import type { DutyPageData } from '../board/page-data.js';
import { DutyForm, TextField } from '../board/parts.js';
import { Callout } from '../officer/parts.js';
import type { TaskRecord } from './task-record.js';

const { note, lateReason, files } = complete.words.fields;
export const NOTE = note.page;
export const LATE_REASON = lateReason.page;
const FILES = files.page;

/** What the page shows beside the register's facts. */
interface TaskView {
  /** Key of the next sending. */
  readonly id: string;
  /** What was written, and why it was not taken. */
  readonly refused: Refused | undefined;
}

interface TaskPageProps {
  readonly data: DutyPageData;
  readonly record: TaskRecord;
  readonly view: TaskView;
}

/** The page on which an owner says that a step is done. */
export function TaskPage({ data, record, view }: TaskPageProps) {
  const { frame, duty } = data;
  const { step } = duty;
  const { sheets: ends } = step.planned;
  const late = daysBetween(step.dueOn, frame.today);
  const { refused } = view;
  const refusals = refused?.refusals ?? [];
  const errorOf = (page: string): string | undefined =>
    refusals.find(({ field }) => field !== undefined && wordsOf(complete, field).page === page)?.text;
  const writtenIn = (page: string): string => refused?.written(page).at(-1) ?? '';
  const lost = refused?.hadFiles === true ? words.filesAgain : undefined;
  const wrongFiles = errorOf(FILES) ?? lost;
  const others = othersOf(data);
  return (
    <DutyPage data={data} overline={words.overline} title={step.planned.title} failed={refusals.length > 0}>
      {refusals.length > 0 && (
        <ErrorSummary
          title={
            refusals.some(({ field }) => field === undefined) ? words.refused : boardWords.errors.title(refusals.length)
          }
          items={refusals.map(({ field, text }) => ({
            text: sentenceCase(text),
            href: field === undefined ? undefined : `#${wordsOf(complete, field).page}`,
          }))}
        />
      )}
      <div class="ciclo-card ciclo-board-facts">
        <dl class="ciclo-facts">
          <Fact label={words.due}>
            <strong>
              <Day date={step.dueOn} />
            </strong>{' '}
            {late > 0 && <span class="ciclo-delay">{words.late(late)}</span>}
          </Fact>
          <Fact label={words.norm}>{step.planned.norm.citation}</Fact>
          {others.length > 0 && <Fact label={words.others}>{others.join(', ')}</Fact>}
          {step.openedAt !== null && (
            <Fact label={words.opened}>
              <Day date={romeDate(step.openedAt)} />
            </Fact>
          )}
        </dl>
      </div>
      <ToDesk cycle={duty.ref} validator={data.directory.title(OIV)} planned={step.planned} />
      {step.status === 'waiting' ? (
        <Callout assets={frame.assets} kind="info">
          <p>{words.waiting}</p>
          {record.waitsFor.length > 0 && (
            <>
              <p>{words.waitingFor}</p>
              <ul>
                {record.waitsFor.map((title) => (
                  <li>{title}</li>
                ))}
              </ul>
            </>
          )}
        </Callout>
      ) : ends !== undefined && !endsByHand(ends) ? null : (
        <DutyForm action={`${duty.here}/conclusione`} id={view.id} submit={words.submit} sending={words.sending}>
          <TextField
            id={NOTE}
            label={words.note}
            hint={words.noteHint}
            value={writtenIn(NOTE)}
            error={errorOf(NOTE)}
            rows={4}
            required
          />
          {late > 0 && (
            <TextField
              id={LATE_REASON}
              label={words.reason}
              hint={words.reasonHint(italianDay(step.dueOn))}
              value={writtenIn(LATE_REASON)}
              error={errorOf(LATE_REASON)}
              rows={3}
            />
          )}
          <div class="ciclo-field">
            <label for={FILES}>{words.files}</label>
            <small id={`${FILES}-aiuto`}>{words.filesHint(MAX_FILES, megabytes(MAX_FILE_BYTES))}</small>
            <KeptFiles names={refused?.kept ?? []} />
            {wrongFiles !== undefined && (
              <p class="ciclo-field-error" id={`${FILES}-errore`}>
                {wrongFiles}
              </p>
            )}
            <input
              type="file"
              class="ciclo-files"
              id={FILES}
              name={FILES}
              multiple
              accept={ACCEPTED}
              data-max={String(MAX_FILE_BYTES)}
              aria-describedby={`${FILES}-aiuto${wrongFiles === undefined ? '' : ` ${FILES}-errore`}`}
              aria-invalid={wrongFiles === undefined ? undefined : 'true'}
            />
          </div>
        </DutyForm>
      )}
    </DutyPage>
  );
}

/** Who else may conclude the step: whichever of them does, it is done. */
const othersOf = ({ directory, duty }: DutyPageData): readonly string[] => [
  ...new Set(
    directory
      .parties(duty.step.planned.owners)
      .flatMap(({ people }) => people)
      .filter(({ name }) => name !== duty.person.name)
      .map(actingName),
  ),
];

/** What is on record of a step that is done. */
export function DonePage({
  data,
  record,
  notice,
  unrecorded = '',
}: {
  data: DutyPageData;
  record: TaskRecord;
  notice?: { readonly kind: 'success' | 'warning'; readonly text: string } | undefined;
  /** What somebody wrote who came second. */
  unrecorded?: string;
}) {
  const { frame, duty, directory } = data;
  const { step } = duty;
  const { completion } = record;
  const late = completion === undefined ? 0 : daysBetween(step.dueOn, romeDate(completion.at));
  return (
    <DutyPage data={data} overline={words.done.title} title={step.planned.title}>
      {notice !== undefined && (
        <Callout assets={frame.assets} kind={notice.kind}>
          <p>{notice.text}</p>
        </Callout>
      )}
      {unrecorded !== '' && (
        <>
          <p>
            {words.done.unrecorded} <a href={stepPath(duty.ref, step.id)}>{words.done.toStep}</a>
          </p>
          <blockquote class="ciclo-quote">{unrecorded}</blockquote>
        </>
      )}
      {step.status === 'cancelled' && <p class="lead">{words.cancelled}</p>}
      {completion !== undefined && (
        <div class="ciclo-card ciclo-board-facts">
          <dl class="ciclo-facts">
            {completion.by !== undefined && (
              <Fact label={words.done.by}>
                {completion.actingFor === undefined
                  ? directory.person(completion.by)
                  : boardWords.recorded.byFor(directory.person(completion.by), directory.person(completion.actingFor))}
              </Fact>
            )}
            <Fact label={words.done.when}>{italianMoment(completion.at)}</Fact>
            <Fact label={words.done.lateBy}>{late > 0 ? words.late(late) : words.done.none}</Fact>
            {completion.note !== '' && (
              <Fact label={words.done.noteLabel}>
                <span class="ciclo-quote">{completion.note}</span>
              </Fact>
            )}
            <Fact label={words.done.files}>
              {record.files.length === 0 ? (
                words.done.noFiles
              ) : (
                <FileList files={record.files} below={`${duty.here}/allegati`} />
              )}
            </Fact>
          </dl>
        </div>
      )}
      {step.status === 'done' && (
        <p>
          {words.done.since} <a href={stepPath(duty.ref, step.id)}>{words.done.toStep}</a>
        </p>
      )}
    </DutyPage>
  );
}
