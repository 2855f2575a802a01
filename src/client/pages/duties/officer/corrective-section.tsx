import { proposalStanding } from '../../../../acts/checkpoint/propose-action.js';
import type { RedRow } from '../../../../forms/red-rows.js';
import type { CorrectiveActionRecord } from '../../../../register/corrective-actions.js';
import { italianMoment } from '../../../../words/format.js';
import { officerWords } from '../../../../words/officer.js';
import { newFormId } from '../../kit/form-id.js';
import { dayFieldType } from '../../kit/parts/form-field.js';
import { nameOf, type OfficerPageData } from './page-data.js';
import { FORM_ID } from './posted.js';
import { dueField, seenField, textField, type WrongProposals } from './proposals.js';

const words = officerWords.corrective;

/** Where an officer says what they propose for what is red. Nothing when nothing is. */
export function CorrectiveSection({
  data,
  red,
  actions,
  wrong = new Map(),
}: {
  data: OfficerPageData;
  red: readonly RedRow[];
  actions: ReadonlyMap<string, CorrectiveActionRecord>;
  wrong?: WrongProposals;
}) {
  if (red.length === 0) return null;
  return (
    <section aria-labelledby="azioni" class="ciclo-item">
      <h2 id="azioni">{words.title}</h2>
      <p>{words.lead(red.length)}</p>
      <form method="post" action={`${data.duty.here}/azioni`} enctype="multipart/form-data">
        <input type="hidden" name={FORM_ID} value={newFormId()} />
        {red.map(({ row, achievement }, index) => {
          const before = actions.get(row.code);
          const error = wrong.get(row.code);
          const id = `azione-${index + 1}`;
          return (
            <div class="ciclo-field">
              <input type="hidden" name={seenField(row.code)} value={proposalStanding(before).version} />
              <label for={id}>{words.label(row.code, row.name)}</label>
              <small id={`${id}-dati`}>
                {achievement !== '' && words.achievement(achievement)}
                {before !== undefined && ` ${words.proposed(italianMoment(before.at), nameOf(data, before.officer))}`}
              </small>
              {error !== undefined && (
                <div class="ciclo-field-error" id={`${id}-errore`}>
                  <p>{error.message}</p>
                </div>
              )}
              <textarea
                class="ciclo-input"
                id={id}
                name={textField(row.code)}
                rows={3}
                aria-describedby={[`${id}-dati`, ...(error === undefined ? [] : [`${id}-errore`])].join(' ')}
                aria-invalid={error?.field === 'text' ? 'true' : undefined}
              >
                {error?.text ?? before?.text ?? ''}
              </textarea>
              <label for={`${id}-entro`}>{words.due(row.code)}</label>
              <input
                class="ciclo-input"
                id={`${id}-entro`}
                name={dueField(row.code)}
                type={dayFieldType(error?.due ?? '')}
                value={error?.due ?? ''}
                aria-describedby={[`${id}-entro-aiuto`, ...(error === undefined ? [] : [`${id}-errore`])].join(' ')}
                aria-invalid={error?.field === 'due' ? 'true' : undefined}
              />
              <small id={`${id}-entro-aiuto`}>{words.dueHint}</small>
            </div>
          );
        })}
        <button type="submit" class="btn btn-primary btn-sm">
          {words.button}
        </button>
      </form>
    </section>
  );
}
