import type { FormRow } from '../../../../forms/form.js';
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
  readonly view: FormView;
  readonly row: FormRow;
  readonly typed: Typed;
  /** What the ids of the card's elements begin with. */
  readonly id: string;
}

/** Why a value is far from its target, and what is to be done next: asked where it is, kept where it was said. */
export function WhyFields({ assets, view, row, typed, id }: WhyProps) {
  const preview = view.previews.get(row.code);
  const red = preview?.assessment.light === 'red';
  if (!red && typed.cause === '' && typed.next === '') return null;
  const wrong = view.errors.filter((e) => e.code === row.code && (e.field === 'cause' || e.field === 'next'));
  return (
    <Callout assets={assets} kind="warning">
      <p id={`${id}-perche`}>{words.why.ask(red && preview !== undefined ? preview.achievement : '')}</p>
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
        const red = previews.get(row.code)?.assessment.light === 'red';
        return red && (cause === undefined || next === undefined) && !posted.askedWhy.has(row.code);
      })
      .map(({ row }) => row.code),
  );
}

/** Where on the page a why that is asked is to be written. */
export const whyLinks = (why: ReadonlySet<string>): readonly FieldError[] =>
  [...why].map((code) => ({ code, field: 'cause', message: words.why.missing }));
