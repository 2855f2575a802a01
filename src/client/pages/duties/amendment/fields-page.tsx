import type { Plan } from '../../../../domain/plan.js';
import type { Policy } from '../../../../domain/policy.js';
import { amendmentWords as words } from '../../../../words/amendment.js';
import { italianPercent } from '../../../../words/format.js';
import { sentenceCase } from '../board/decision-page.js';
import { DutyPage } from '../board/duty-page.js';
import { TextField } from '../board/parts.js';
import type { DutyScene } from '../board/scene.js';
import { ErrorSummary } from '../officer/parts.js';
import { ACTION, FIELD, type FieldError, fieldOf } from './fields.js';
import { type Row, targetOf } from './posted.js';
import type { Preview } from './preview.js';
import { PreviewSection } from './preview-section.js';
import { ReadingsSection } from './readings-section.js';
import type { Confirming } from './to-confirm.js';

interface FieldsPageProps {
  readonly scene: DutyScene;
  /** In force, and its version. */
  readonly plan: Plan;
  readonly version: number;
  readonly id: string;
  readonly rows: readonly Row[];
  readonly resum: boolean;
  readonly reason: string;
  readonly errors: readonly FieldError[];
  readonly refusal?: string | undefined;
  readonly confirming: Pick<Confirming, 'toConfirm' | 'ticked'>;
  readonly policy: Policy;
  readonly preview?: Preview | undefined;
}

/** The page of a proposal: its fields, then what they would change. */
export function FieldsPage(props: FieldsPageProps) {
  const { scene, plan, version, id, rows, errors, refusal, confirming, policy, preview } = props;
  const { duty } = scene;
  const wrong = errors.length + (refusal === undefined ? 0 : 1);
  const errorOf = (field: string): string | undefined => errors.find((e) => e.field === field)?.message;
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
      <form
        class="ciclo-form"
        method="post"
        action={`${duty.here}/proposta`}
        enctype="multipart/form-data"
        novalidate
        data-sending={words.form.sending}
      >
        <input type="hidden" name={FIELD.id} value={id} />
        <input type="hidden" name={FIELD.from} value={String(version)} />
        {rows.map((row) => (
          <RowFields {...{ scene, plan, row, errorOf }} />
        ))}
        <div class="ciclo-field">
          <span class="ciclo-mark">
            <input type="checkbox" id={FIELD.resum} name={FIELD.resum} value="si" checked={props.resum} />
            <label for={FIELD.resum}>{words.form.resum}</label>
          </span>
        </div>
        <TextField
          id={FIELD.reason}
          label={words.form.reason}
          hint={words.form.reasonHint}
          value={props.reason}
          error={errorOf(FIELD.reason)}
          rows={3}
          required
        />
        <ReadingsSection {...{ confirming, policy, errorOf }} exercise={plan.exercise} />
        <div class="ciclo-buttons">
          <button type="submit" class="btn btn-outline-primary" name={FIELD.action} value={ACTION.preview}>
            {words.form.preview}
          </button>
          {preview !== undefined && !preview.empty && (
            <button type="submit" class="btn btn-primary" name={FIELD.action} value={ACTION.propose}>
              {words.form.propose}
            </button>
          )}
        </div>
      </form>
      {preview !== undefined && (
        <section aria-labelledby="anteprima">
          <h2 id="anteprima">{words.preview.title}</h2>
          <PreviewSection preview={preview} supposed={confirming.toConfirm.some((one) => one.reading === undefined)} />
        </section>
      )}
      <p>
        <a href={`${duty.here}/proposta`}>{words.form.again}</a>
      </p>
    </DutyPage>
  );
}

function RowFields({
  scene,
  plan,
  row,
  errorOf,
}: {
  scene: DutyScene;
  plan: Plan;
  row: Row;
  errorOf: (field: string) => string | undefined;
}) {
  const { code, indicator } = row;
  const field = (name: 'target' | 'weight' | 'name') => ({
    id: fieldOf(name, code),
    value: row[name],
    error: errorOf(fieldOf(name, code)),
  });
  const offices = scene.directory.offices();
  return (
    <fieldset class="ciclo-field ciclo-card">
      <legend>{indicator === undefined ? words.form.added(row.programme ?? '') : `${code} ${indicator.name}`}</legend>
      <input
        type="hidden"
        name={indicator === undefined ? FIELD.add : FIELD.pick}
        value={indicator === undefined ? row.programme : code}
      />
      {indicator === undefined ? (
        <>
          <TextField {...field('name')} label={words.form.name} />
          <div class="ciclo-field">
            <label for={fieldOf('office', code)}>{words.form.office}</label>
            <select id={fieldOf('office', code)} name={fieldOf('office', code)} class="ciclo-input">
              {offices.map((office) => (
                <option value={office.id} selected={office.id === row.office}>
                  {office.title}
                </option>
              ))}
            </select>
          </div>
        </>
      ) : (
        <p>
          {words.form.now(
            targetOf(plan, indicator) || '–',
            indicator.weight === undefined ? '' : italianPercent(indicator.weight),
          )}
        </p>
      )}
      <div class="ciclo-row">
        <TextField {...field('target')} label={words.form.target(plan.exercise)} />
        {row.weighs && <TextField {...field('weight')} label={words.form.weight} />}
      </div>
      {indicator !== undefined && (
        <span class="ciclo-mark">
          <input
            type="checkbox"
            id={fieldOf('remove', code)}
            name={fieldOf('remove', code)}
            value="si"
            checked={row.remove}
          />
          <label for={fieldOf('remove', code)}>{words.form.remove}</label>
        </span>
      )}
    </fieldset>
  );
}
