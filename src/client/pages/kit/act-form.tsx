import { randomUUID } from 'node:crypto';
import type { Child } from 'hono/jsx';
import { type AnyAct, type FieldWords, type Option, wordsOf } from '../../../acts/act.js';
import { type Control, type Field, fieldOf } from '../../../acts/field.js';
import type { Shown } from '../../../acts/show.js';
import { pageWords } from '../../../acts/words.js';
import type { Refusal } from '../../../domain/refusal.js';
import { never } from '../../../domain/result.js';
import { ErrorSummary } from './parts/error-summary.js';
import { FigureFields, figuresIn } from './parts/figure-fields.js';
import { dayFieldType, FieldGroup, FormField, fieldState } from './parts/form-field.js';
import { KeptFiles } from './parts/kept-files.js';

/** Hidden fields of every form of an act: what tells one sending from another, and what the form showed. */
export const KEY = 'chiave';
export const SEEN = 'visto';

/** What was written in a form that was refused, and why. */
export interface Refused {
  readonly act: AnyAct;
  readonly key: string;
  /** What was written in a field, by its name in the form. */
  readonly written: (page: string) => readonly string[];
  readonly refusals: readonly Refusal[];
  /** What the form had shown of how things stand; absent when it is to show how they stand now. */
  readonly seen: string | undefined;
  /** Whether files came: they are not kept when the form comes back. */
  readonly hadFiles: boolean;
  /** Names of the files that are kept until what was written is confirmed. */
  readonly kept: readonly string[];
  /** Which of several forms of the act on the page. */
  readonly about?: string;
}

interface ActFormProps {
  readonly of: Shown;
  readonly action: string;
  readonly refused?: Refused | undefined;
  /** What stands in the fields before anybody writes, by name. */
  readonly start?: Readonly<Record<string, string>> | undefined;
  /** Fields that are not asked here. */
  readonly without?: readonly string[];
  /** Tells it from other forms of the same act on the page. */
  readonly about?: string;
  /** What is proposed in fields of one line, by name. */
  readonly known?: Readonly<Record<string, readonly string[]>>;
  /** Instead of the usual words. */
  readonly submit?: string;
  /** Hints that only this page knows, by name of the field. */
  readonly hints?: Readonly<Record<string, string>>;
  /** What stands before the fields. */
  readonly before?: Child;
  readonly children?: Child;
}

/** The form of an act: every field with its label, what helps to fill it in and what is wrong with it. */
export function ActForm(props: ActFormProps) {
  const {
    of,
    action,
    refused,
    start = {},
    without = [],
    about,
    known = {},
    submit,
    hints = {},
    before,
    children,
  } = props;
  const { act, seen, offers } = of;
  const own = refused?.act === act && refused.about === about ? refused : undefined;
  const fields = Object.entries<Field<unknown>>(act.fields).filter(([name]) => !without.includes(name));
  const withFiles = fields.some(([, { control }]) => control.kind === 'files');
  return (
    <form
      class="ciclo-access"
      method="post"
      action={action}
      novalidate
      enctype={withFiles ? 'multipart/form-data' : undefined}
    >
      <input type="hidden" name={KEY} value={own?.key ?? randomUUID()} />
      <SeenField seen={own?.seen ?? seen} />
      {before}
      {fields.map(([name, { control, optional }]) => {
        const words = wordsOf(act, name);
        const written = own?.written(words.page) ?? (start[name] === undefined ? [] : [start[name]]);
        return (
          <Asked
            id={fieldId(act, name, about)}
            known={known[name]}
            {...{ control, optional, written }}
            words={{ ...words, hint: hints[name] ?? words.hint }}
            problem={own?.refusals.find((one) => one.field === name)?.text}
            options={offers[name] ?? optionsOf(words, control)}
            writtenIn={(page) => own?.written(page).at(-1) ?? ''}
            kept={own?.kept ?? []}
          />
        );
      })}
      {children}
      <button type="submit" class="btn btn-primary">
        {submit ?? act.words.submit}
      </button>
    </form>
  );
}

/** What a form shows of how things stand, sent with it. One that comes back for another reason still shows what it showed. */
export const SeenField = ({ seen }: { readonly seen: string }) =>
  seen === '' ? null : <input type="hidden" name={SEEN} value={seen} />;

/** `proroga-scadenza` */
export const fieldId = (act: AnyAct, name: string, about?: string): string =>
  [act.path, wordsOf(act, name).page, ...(about === undefined ? [] : [about])].join('-');

const optionsOf = (words: FieldWords, control: Control): readonly Option[] =>
  control.kind === 'one-of' || control.kind === 'any-of'
    ? (control.options ?? []).map((value) => ({ value, title: words.options?.[value] ?? value }))
    : [];

interface AskedProps {
  readonly id: string;
  readonly control: Control;
  readonly optional: boolean;
  readonly words: Omit<FieldWords, 'hint'> & { readonly hint: string | undefined };
  readonly written: readonly string[];
  readonly problem: string | undefined;
  readonly known: readonly string[] | undefined;
  readonly options: readonly Option[];
  /** What was written in a field of the form, by its name. */
  readonly writtenIn: (page: string) => string;
  readonly kept: readonly string[];
}

function Asked({ id, control, optional, words, written, problem, known, options, writtenIn, kept }: AskedProps) {
  const { page: name, label, hint } = words;
  const value = written.at(-1) ?? '';
  const state = { id, name, ...fieldState(id, hint !== undefined, problem), required: !optional };
  const field = (input: Child) => (
    <FormField {...{ id, label, problem }} hint={hint}>
      {input}
    </FormField>
  );
  switch (control.kind) {
    case 'lines':
      return field(
        <textarea {...state} rows={control.rows}>
          {value}
        </textarea>,
      );
    case 'line':
      return field(
        <>
          <input type="text" {...state} value={value} inputmode={control.keyboard} list={known && `${id}-noti`} />
          {known !== undefined && (
            <datalist id={`${id}-noti`}>
              {known.map((one) => (
                <option value={one} />
              ))}
            </datalist>
          )}
        </>,
      );
    case 'day':
      return field(<input type={dayFieldType(value)} {...state} value={value} />);
    case 'each':
      // Where nothing is offered the page has rows of its own: there is no one field to write them in.
      return options.length === 0 ? null : (
        <FigureFields {...{ id, name, label, hint, problem, options }} written={figuresIn(written)} />
      );
    case 'files':
      return field(
        <>
          <KeptFiles names={kept} />
          <input type="file" {...state} multiple={control.most > 1} />
        </>,
      );
    case 'one-of':
      return field(
        <select {...state}>
          <option value="">{pageWords.choose}</option>
          {options.map((one) => (
            <option value={one.value} selected={one.value === value}>
              {one.title}
            </option>
          ))}
        </select>,
      );
    case 'any-of':
      return (
        <FieldGroup {...{ id, label, hint, problem }}>
          {options.map((one, i) => (
            <label>
              <input
                type="checkbox"
                name={name}
                value={one.value}
                checked={written.includes(one.value)}
                id={i === 0 ? id : undefined}
              />{' '}
              {one.title}
            </label>
          ))}
        </FieldGroup>
      );
    case 'counts':
      return (
        <FieldGroup {...{ id, label, hint, problem }}>
          {Object.values(words.parts ?? {}).map((part, i) => (
            <label>
              {part.label}{' '}
              <input
                type="text"
                inputmode="numeric"
                name={part.page}
                value={writtenIn(part.page)}
                id={i === 0 ? id : undefined}
              />
            </label>
          ))}
        </FieldGroup>
      );
    case 'yes-no':
      return (
        <div class="ciclo-form-field">
          <label for={id}>
            <input type="checkbox" {...state} value="si" checked={value !== ''} /> {label}
          </label>
          {hint !== undefined && <small id={`${id}-aiuto`}>{hint}</small>}
          {problem !== undefined && (
            <strong class="ciclo-form-problem" id={`${id}-errore`}>
              {problem}
            </strong>
          )}
        </div>
      );
    default:
      return never(control);
  }
}

/** What is wrong, first on the page and with the focus; each line leads to its field. */
export function Summary({ refused, title = pageWords.nothingDone }: { refused: Refused | undefined; title?: string }) {
  if (refused === undefined || refused.refusals.length === 0) return null;
  const items = refused.refusals.map((refusal) => {
    const field = fieldOf(refusal);
    const id = field === undefined ? refused.act.path : fieldId(refused.act, field, refused.about);
    return { href: `#${id}`, text: refusal.text };
  });
  return <ErrorSummary title={title} items={items} />;
}
