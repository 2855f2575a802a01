import { explainDelay } from '../../../../acts/step/explain-delay.js';
import { boardWords } from '../../../../words/board.js';
import { delayWords as words } from '../../../../words/delay.js';
import { italianMoment } from '../../../../words/format.js';
import { newFormId } from '../../kit/form-id.js';
import { ErrorSummary } from '../../kit/parts/error-summary.js';
import { cyclePath } from '../../kit/paths.js';
import type { DutyPageData } from './page-data.js';
import { DutyForm, TextField } from './parts.js';

const REASON = explainDelay.words.fields.reason.page;

/** The notice of delay ready to be signed, the reasons on record, and the form that adds one. */
export function DelaySection({ data }: { data: DutyPageData }) {
  const { duty, directory, delay, unexplained } = data;
  if (delay === undefined) return null;
  const last = delay.notices.at(-1);
  const notice = last?.notice;
  const manage = cyclePath(duty.ref, `/ritardi/${encodeURIComponent(duty.step.id)}`);
  const error = unexplained?.refusals.map(({ text }) => text).join(' ');
  return (
    <section aria-labelledby="ritardo">
      {error !== undefined && (
        <ErrorSummary title={boardWords.errors.title(1)} items={[{ href: `#${REASON}`, text: error }]} />
      )}
      <h2 id="ritardo">{words.title}</h2>
      <p>{words.lead}</p>
      {notice === undefined ? (
        <p>{words.none}</p>
      ) : (
        <ul class="ciclo-links">
          <li>
            <a href={`${duty.here}/documento/${notice.hash}`} target="_blank" rel="noopener">
              {words.download(notice.version)}
            </a>
            <a href={`${duty.here}/documento/${notice.hash}/pdf`}>{boardWords.readPdf}</a>
            <small>{italianMoment(notice.frozenAt)}</small>
            <small>{words.standing(last)}</small>
          </li>
          {last?.signed === undefined && (
            <li>
              <a href={`${manage}/firma`}>{words.sign}</a>
            </li>
          )}
          {last?.signed !== undefined && last.sent === undefined && (
            <li>
              <a href={`${manage}/invio`}>{words.send}</a>
            </li>
          )}
        </ul>
      )}
      <h3>{words.reasons}</h3>
      {delay.reasons.length === 0 ? (
        <p>{words.noReasons}</p>
      ) : (
        <ul>
          {delay.reasons.map((given) => (
            <li>
              <span class="ciclo-quote">{given.reason}</span>{' '}
              <small>
                {given.actingFor === null
                  ? directory.person(given.person)
                  : boardWords.recorded.byFor(directory.person(given.person), directory.person(given.actingFor))}
                {`, ${italianMoment(given.at)}`}
              </small>
            </li>
          ))}
        </ul>
      )}
      <DutyForm action={`${duty.here}/ritardo`} id={newFormId()} submit={words.add} beside>
        <TextField
          id={REASON}
          label={words.reason}
          value={unexplained?.written(REASON).at(-1) ?? ''}
          error={error}
          rows={3}
        />
      </DutyForm>
    </section>
  );
}
