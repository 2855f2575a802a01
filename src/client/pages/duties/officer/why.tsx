import type { FormRow } from '../../../../forms/form.js';
import type { Preview } from '../../../../forms/preview.js';
import { officerWords as words } from '../../../../words/officer.js';
import type { Assets } from '../../kit/assets.js';
import type { Answered, FieldError } from './answers.js';
import { fieldId } from './fields.js';
import type { OfficerPageData } from './page-data.js';
import { Callout } from './parts.js';
import { fieldOf, type Posted } from './posted.js';
import type { Typed } from './typed.js';
import { type FormView, previewsOf } from './view.js';

interface WhyProps {
  readonly assets: Assets;
  readonly form: OfficerPageData['form'];
  readonly view: FormView;
  readonly row: FormRow;
  readonly typed: Typed;
  /** What the ids of the card's elements begin with. */
  readonly id: string;
}

/**
 * Whether the cause of a value is asked: while the year runs of what is red, at its end of all that stays below its light, because the
 * Relazione accounts for every deviation (D.Lgs. 150/2009, art. 10, c. 1, lett. b).
 */
const wantsCause = ({ final }: Pick<OfficerPageData['form'], 'final'>, { assessment: { light } }: Preview): boolean =>
  light === 'red' || (final && light === 'yellow');

/** Why a value is far from its target, and what is to be done next: asked where it is, kept where it was said. */
export function WhyFields({ assets, form, view, row, typed, id }: WhyProps) {
  const preview = view.previews.get(row.code);
  const asked = preview !== undefined && wantsCause(form, preview);
  if (!asked && typed.cause === '' && typed.next === '') return null;
  const wrong = view.errors.filter((e) => e.code === row.code && (e.field === 'cause' || e.field === 'next'));
  return (
    <Callout assets={assets} kind="warning">
      <p id={`${id}-perche`}>{words.why.ask(asked ? preview.achievement : '', form.final)}</p>
      {view.why.has(row.code) && (
        <>
          <p>{words.why.again}</p>
          <input type="hidden" name={fieldOf('asked', row.code)} value="si" />
        </>
      )}
      {wrong.map((e) => (
        <p class="ciclo-field-error">{e.message}</p>
      ))}
      {(['cause', 'next'] as const).map((field) => (
        <div class="ciclo-field">
          <label for={fieldId(id, field)}>
            {words.why[field]}
            <span class="visually-hidden">{` ${words.why.of(row.code)}`}</span>
          </label>
          <textarea
            class="ciclo-input"
            id={fieldId(id, field)}
            name={fieldOf(field, row.code)}
            rows={2}
            aria-describedby={`${id}-perche`}
          >
            {typed[field]}
          </textarea>
        </div>
      ))}
    </Callout>
  );
}

/** Indicators far from their target whose why or what next is still to be said; each is asked once. */
export function unexplained(data: OfficerPageData, posted: Posted, fresh: readonly Answered[]): ReadonlySet<string> {
  const typed = new Map([...posted.typed].filter(([code]) => fresh.some(({ row }) => row.code === code)));
  const previews = previewsOf(data, typed);
  return new Set(
    fresh
      .filter(({ row, cause, next }) => {
        const preview = previews.get(row.code);
        const wanted = preview !== undefined && wantsCause(data.form, preview);
        return wanted && (cause === undefined || next === undefined) && !posted.askedWhy.has(row.code);
      })
      .map(({ row }) => row.code),
  );
}

/** Where on the page a why that is asked is to be written. */
export const whyLinks = (why: ReadonlySet<string>): readonly FieldError[] =>
  [...why].map((code) => ({ code, field: 'cause', message: words.why.missing }));
