import type { Policy } from '../../../../domain/policy.js';
import { amendmentWords as words } from '../../../../words/amendment.js';
import { sentenceCase } from '../board/decision-page.js';
import { DutyPage } from '../board/duty-page.js';
import { TextField } from '../board/parts.js';
import type { DutyScene } from '../board/scene.js';
import { ErrorSummary } from '../officer/parts.js';
import { ACTION, FIELD, type FieldError } from './fields.js';
import { SheetField } from './pick-page.js';
import type { Preview } from './preview.js';
import { PreviewSection } from './preview-section.js';
import { ReadingsSection } from './readings-section.js';
import type { Confirming } from './to-confirm.js';

export const SHEET_HASH = 'impronta-foglio';

/** A plan that came as a workbook: what it would change, the readings it brings, and the way to propose it. */
export function SheetPage(props: {
  scene: DutyScene;
  version: number;
  id: string;
  hash: string;
  reason: string;
  confirming: Pick<Confirming, 'toConfirm' | 'ticked'>;
  policy: Policy;
  exercise: number;
  errors: readonly FieldError[];
  refusal?: string | undefined;
  preview: Preview;
}) {
  const { scene, errors, refusal, confirming, policy, exercise, preview } = props;
  const errorOf = (field: string): string | undefined => errors.find((e) => e.field === field)?.message;
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
        <PreviewSection preview={preview} supposed={confirming.toConfirm.some((one) => one.reading === undefined)} />
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
          <ReadingsSection {...{ confirming, policy, exercise, errorOf }} />
          <TextField
            id={FIELD.reason}
            label={words.form.reason}
            hint={words.form.reasonHint}
            value={props.reason}
            error={errorOf(FIELD.reason)}
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
