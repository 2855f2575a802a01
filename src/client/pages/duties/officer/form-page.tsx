import { daysBetween } from '../../../../domain/calendar/civil-date.js';
import { openRows } from '../../../../forms/form.js';
import { italianDay } from '../../../../words/format.js';
import { officerWords as words } from '../../../../words/officer.js';
import type { Frame } from '../../kit/frame.js';
import { Day } from '../../kit/parts/due.js';
import { ErrorSummary } from '../../kit/parts/error-summary.js';
import { Fact } from '../../kit/parts/fact.js';
import type { FieldError } from './answers.js';
import { Card } from './card.js';
import { cardId } from './card-id.js';
import { Closing } from './closing.js';
import { DelegatedSection } from './delegated.js';
import { fieldId } from './fields.js';
import { FormIndex } from './form-index.js';
import { Later } from './later.js';
import { OfficerLayout } from './officer-layout.js';
import type { OfficerPageData } from './page-data.js';
import { Callout } from './parts.js';
import { ACTION, ASKED, FORM_ID, LATE_REASON } from './posted.js';
import { SheetSection } from './sheet-section.js';
import type { FormView } from './view.js';
import { whyLinks } from './why.js';

interface FormPageProps {
  readonly frame: Frame;
  readonly data: OfficerPageData;
  readonly view: FormView;
}

/** The form of one officer: one page, one button. */
export function FormPage({ frame, data, view }: FormPageProps) {
  const { assets } = frame;
  const { form, duty } = data;
  const wrong = view.errors.length + view.general.length;
  const asks = whyLinks(view.asks ?? new Set());
  const odd = [...view.questions].flatMap(([code, questions]) =>
    questions.map((message): FieldError => ({ code, field: 'confirm', message: words.odd.question(message) })),
  );
  return (
    <OfficerLayout frame={frame} data={data} title={form.title} failed={wrong > 0}>
      {wrong > 0 && (
        <ErrorSummary
          title={view.errors.length > 0 ? words.errors.title(view.errors.length) : words.errors.refused}
          items={[...view.general.map((text) => ({ text })), ...view.errors.map((e) => linkTo(data, e))]}
        />
      )}
      {wrong === 0 && odd.length > 0 && (
        <ErrorSummary title={words.odd.title(view.questions.size)} items={odd.map((one) => linkTo(data, one))} />
      )}
      {wrong === 0 && asks.length > 0 && (
        <ErrorSummary
          title={words.why.title(asks.length, data.form.final)}
          items={asks.map((one) => linkTo(data, one))}
        />
      )}
      <Heading data={data} />
      {view.notice !== undefined && (
        <Callout assets={assets} kind="success">
          <p>{view.notice}</p>
        </Callout>
      )}
      {form.rows.length > 0 && <Fields {...{ frame, data, view }} />}
      <DelegatedSection form={form} here={duty.here} />
      <Later later={form.later} />
      {form.rows.length > 0 && <SheetSection data={data} />}
    </OfficerLayout>
  );
}

/** What is asked of each indicator, with the buttons of the form. */
function Fields({ frame: { assets }, data, view }: FormPageProps) {
  const { form, duty, draft } = data;
  return (
    <form
      class="ciclo-form"
      method="post"
      action={duty.here}
      enctype="multipart/form-data"
      novalidate
      data-unsent={view.typedHere === true ? 'si' : undefined}
      data-compute={`${duty.here}/calcola`}
      data-sending={words.buttons.sending}
      data-too-large={words.upload.tooLarge('…', 10)}
    >
      <input type="hidden" name={FORM_ID} value={view.id} />
      <FormIndex form={form} />
      {form.rows.map((row, index) => (
        <Card {...{ assets, data, view, row, index }} />
      ))}
      {data.lateDays > 0 && (
        <div class="ciclo-item ciclo-field">
          <label for={LATE_REASON}>{words.fields.lateReason}</label>
          <small id="ritardo">{words.fields.lateHint(italianDay(duty.step.dueOn), data.lateDays)}</small>
          <textarea class="ciclo-input" id={LATE_REASON} name={LATE_REASON} rows={2} aria-describedby="ritardo">
            {view.lateReason}
          </textarea>
        </div>
      )}
      <div class="ciclo-buttons">
        <button type="submit" class="btn btn-primary" name={ACTION} value={ASKED.send}>
          {words.buttons.send}
        </button>
        {view.errors.length > 0 && view.good !== undefined && view.good > 0 && (
          <button type="submit" class="btn btn-outline-primary" name={ACTION} value={ASKED.sendGood}>
            {words.buttons.sendGood(view.good)}
          </button>
        )}
        <button type="submit" class="btn btn-outline-primary" name={ACTION} value={ASKED.draft}>
          {words.buttons.draft}
        </button>
        {draft !== undefined && (
          <button type="submit" class="btn btn-link" name={ACTION} value={ASKED.discard}>
            {words.buttons.discard}
          </button>
        )}
        <p role="status" data-kept={words.draftKeptAt('…')} />
      </div>
    </form>
  );
}

/** What is asked, of whom, by when, and how much is left. */
export function Heading({ data }: { data: OfficerPageData }) {
  const { form, duty } = data;
  const open = openRows(form).length;
  const absent = form.actingFor
    .filter(({ id }) => form.rows.some((row) => row.actingFor === id && row.delegated !== true))
    .map(({ name }) => name);
  const days = daysBetween(data.today, duty.step.dueOn);
  return (
    <div class="ciclo-title ciclo-duty-title">
      <p class="ciclo-overline">{words.period(italianDay(form.period.from), italianDay(form.period.to))}</p>
      <h1>{form.title}</h1>
      <p>
        {words.person(form.person.name)}
        {absent.length > 0 && `, ${words.actingFor(absent)}`}
      </p>
      <dl class="ciclo-duty-facts">
        <Fact label={words.due}>
          <strong>
            <Day date={duty.step.dueOn} />
          </strong>{' '}
          {form.state === 'collecting' && (
            <span class={data.lateDays > 0 ? 'ciclo-delay' : undefined}>
              {data.lateDays > 0 ? words.late(data.lateDays) : words.dueIn(days)}
            </span>
          )}
        </Fact>
        {form.rows.length > 0 && (
          <Fact label={words.progress}>
            {form.state === 'closed'
              ? words.progressClosed(form.rows.length - open, form.rows.length)
              : words.progressText(open, form.rows.length)}
          </Fact>
        )}
      </dl>
      {form.state === 'collecting' && form.rows.length > 0 && (
        <p>{open === 0 ? words.leadDone : form.final ? words.leadFinal : words.lead}</p>
      )}
      <Closing data={data} />
    </div>
  );
}

function linkTo({ form }: OfficerPageData, error: FieldError): { readonly href: string; readonly text: string } {
  const index = form.rows.findIndex((row) => row.code === error.code);
  return {
    href: `#${fieldId(cardId(index), error.field)}`,
    text: words.errors.field(error.code, error.message),
  };
}
