import { amendmentWords as words } from '../../../../words/amendment.js';
import { sentenceCase } from '../board/decision-page.js';
import { DutyPage } from '../board/duty-page.js';
import { TextField } from '../board/parts.js';
import type { DutyScene } from '../board/scene.js';
import { ErrorSummary } from '../officer/parts.js';
import { SheetField } from './pick-page.js';
import { ACTION, FIELD, type FieldError } from './posted.js';
import type { Preview } from './preview.js';
import { PreviewSection } from './preview-section.js';

export const SHEET_HASH = 'impronta-foglio';
export const CONFIRM = 'confermo';

/** A plan that came as a workbook: what it would change, the readings it brings, and the way to propose it. */
export function SheetPage(props: {
  scene: DutyScene;
  version: number;
  id: string;
  hash: string;
  reason: string;
  readings: readonly { readonly code: string; readonly text: string; readonly sentence: string }[];
  errors: readonly FieldError[];
  refusal?: string | undefined;
  preview: Preview;
}) {
  const { scene, errors, refusal, readings, preview } = props;
  const { duty } = scene;
  const wrong = errors.length + (refusal === undefined ? 0 : 1);
  return (
    <DutyPage scene={scene} overline={duty.step.planned.title} title={words.form.title} failed={wrong > 0}>
      {wrong > 0 && (
        <ErrorSummary
          title={refusal === undefined ? words.errors.title(errors.length) : words.errors.refused}
          items={[
            ...(refusal === undefined ? [] : [{ text: sentenceCase(refusal) }]),
            ...errors.map((e) => ({ href: `#${e.field}`, text: e.message })),
          ]}
        />
      )}
      <section aria-labelledby="anteprima">
        <h2 id="anteprima">{words.preview.title}</h2>
        <PreviewSection preview={preview} />
      </section>
      {!preview.empty && (
        <form
          class="ciclo-form"
          method="post"
          action={`${duty.here}/proposta/foglio`}
          enctype="multipart/form-data"
          novalidate
          data-sending={words.form.sending}
        >
          <input type="hidden" name={FIELD.id} value={props.id} />
          <input type="hidden" name={FIELD.from} value={String(props.version)} />
          <input type="hidden" name={SHEET_HASH} value={props.hash} />
          {readings.length > 0 && (
            <section aria-labelledby="letture">
              <h2 id="letture">{words.readings.title}</h2>
              <ul>
                {readings.map(({ code, text, sentence }) => (
                  <li>{`${code}, «${text}»: ${sentence}`}</li>
                ))}
              </ul>
              <span class="ciclo-mark">
                <input type="checkbox" id={CONFIRM} name={CONFIRM} value="si" />
                <label for={CONFIRM}>{words.readings.all}</label>
              </span>
            </section>
          )}
          <TextField
            id={FIELD.reason}
            label={words.form.reason}
            hint={words.form.reasonHint}
            value={props.reason}
            error={errors.find((e) => e.field === FIELD.reason)?.message}
            rows={3}
            required
          />
          <SheetField />
          <div class="ciclo-buttons">
            <button type="submit" class="btn btn-primary" name={FIELD.action} value={ACTION.propose}>
              {words.form.propose}
            </button>
          </div>
        </form>
      )}
      <p>
        <a href={`${duty.here}/proposta`}>{words.form.again}</a>
      </p>
    </DutyPage>
  );
}
