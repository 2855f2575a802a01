import type { Context, Handler } from 'hono';
import { readNote } from '../../../../forms/answer.js';
import { redRows } from '../../../../forms/red-rows.js';
import { correctiveActionsOf } from '../../../../register/corrective-actions.js';
import { deleteDraft } from '../../../../register/drafts.js';
import type { SubmissionRefusal } from '../../../../register/measurements.js';
import { italianMoment } from '../../../../words/format.js';
import { officerWords as words } from '../../../../words/officer.js';
import { bareFrame } from '../../kit/frame.js';
import { isName } from '../../kit/said.js';
import { answer, type Site } from '../../kit/site.js';
import { type Answered, type FieldError, isNew, leftAsReturned, readTyped } from './answers.js';
import { ClosedPage } from './closed-page.js';
import { FormPage } from './form-page.js';
import { filesOf, keep, keepIfUploaded, knownFiles, withUploads } from './keeping.js';
import { leftIn } from './left.js';
import { NoFormPage } from './no-form.js';
import { overtakenIn } from './overtaken.js';
import { type OfficerPageData, officerPageData } from './page-data.js';
import { type Posted, readPosted } from './posted.js';
import { receiptPath } from './receipt.js';
import { formDataOf } from './request.js';
import { send, sentBefore } from './send.js';
import { type AllTyped, isUnconfirmed, prefilled } from './typed.js';
import { type FormView, openingView, previewsOf } from './view.js';
import { unexplained } from './why.js';

/** What was done before the page was asked again. */
const NOTICES: Readonly<Record<string, string>> = {
  bozza: words.draftSaved,
  'senza-bozza': words.draftDiscarded,
  azioni: words.corrective.saved,
};
const DONE = 'fatto';

/** The form; what was sent, once the checkpoint is closed. */
export function showForm(site: Site): Handler {
  return async (c) => {
    const data = await officerPageData(site, c);
    if (data === undefined || asksNothing(data)) return noForm(site, c, data);
    const notice = noticeOf(c.req.query(DONE));
    if (data.form.state === 'closed') return closedForm({ site, c, data }, notice);
    const resumed = data.draft === undefined ? undefined : words.draftResumed(italianMoment(data.draft.savedAt));
    return formPage({ site, c, data }, openingView(data, notice ?? resumed));
  };
}

/** What a page says was done: by a short name, or in the words of an act. */
function noticeOf(said: string | undefined): string | undefined {
  if (said === undefined) return undefined;
  return NOTICES[said] ?? (isName(said) ? undefined : said);
}

const asksNothing = ({ form }: OfficerPageData): boolean => form.rows.length + form.delegated.length === 0;

/** Takes the form: computes, keeps it as a draft, or sends it, as the button pressed asks. */
export function takeForm(site: Site): Handler {
  return async (c) => {
    const data = await officerPageData(site, c);
    if (data === undefined || data.form.rows.length === 0) return noForm(site, c, data);
    const received = await formDataOf(c);
    const posted = received.ok ? await readPosted(received.value, data.form, (row) => knownFiles(data, row)) : received;
    if (!posted.ok) return formPage({ site, c, data }, { ...openingView(data), general: [posted.error] }, 400);
    const came: Came = { site, c, data, posted: posted.value, typed: withUploads(posted.value) };
    switch (posted.value.asked) {
      case 'discard':
        await deleteDraft(site.deps.register.db, data.draftRef);
        return c.redirect(`${data.duty.here}?${DONE}=senza-bozza`, 303);
      case 'compute':
        return computed(came);
      case 'draft':
        return drafted(came);
      case 'send':
      case 'sendGood':
        return sent(came);
    }
  };
}

/** Who asks for the form of a checkpoint, and what they are asked. */
interface Asking {
  readonly site: Site;
  readonly c: Context;
  readonly data: OfficerPageData;
}

/** A form that came, with what was typed in it and the files that came with it. */
interface Came extends Asking {
  readonly posted: Posted;
  readonly typed: AllTyped;
}

async function computed(came: Came): Promise<Response> {
  const { data, posted, typed } = came;
  const errors = [...posted.errors, ...problemsOf(data, typed)];
  const questions = questionsOf(answersIn(data, typed).filter(isNew));
  const kept = await withFilesKept(came);
  return formPage(kept, viewOf(kept, { errors, questions, notice: words.computed }));
}

async function drafted(came: Came): Promise<Response> {
  const { site, c, data, posted, typed } = came;
  if (data.form.state === 'closed') return formPage(came, viewOf(came, { general: [words.closed.text] }), 409);
  const kept = { ...came, data: await keep(site, data, posted, typed) };
  if (posted.errors.length === 0) return c.redirect(`${data.duty.here}?${DONE}=bozza`, 303);
  return formPage(kept, viewOf(kept, { errors: posted.errors, notice: words.draftSaved, typedHere: false }), 422);
}

/** The same, with the files that came kept for the next time it is sent. */
const withFilesKept = async (came: Came): Promise<Came> => ({
  ...came,
  data: await keepIfUploaded(came.site, came.data, came.posted, came.typed),
});

async function sent(came: Came): Promise<Response> {
  const { site, c, data, posted, typed } = came;
  const refuse = async (more: Partial<FormView>, status: 409 | 422): Promise<Response> => {
    const kept = await withFilesKept(came);
    return formPage(kept, viewOf(kept, more), status);
  };
  const lateReason = data.lateDays > 0 ? readNote(posted.lateReason) : readNote('');
  const errors = [...posted.errors, ...problemsOf(data, typed)];
  const general = lateReason.ok ? [] : [words.errors.lateReason(lateReason.error)];
  const wrong = new Set(errors.map(({ code }) => code));
  const answered = answersIn(data, typed).filter(({ row }) => !wrong.has(row.code));
  const fresh = answered.filter(isNew);
  const withoutWrong = posted.asked === 'sendGood' && fresh.length > 0;
  if (general.length > 0 || !lateReason.ok || (errors.length > 0 && !withoutWrong))
    return refuse({ errors, general, good: fresh.length }, 422);
  if (fresh.length === 0) {
    const before = await sentBefore(site, data, posted.id);
    if (before.length > 0) return c.redirect(receiptPath(data.duty.here, before), 303);
    const same = answered
      .filter(leftAsReturned)
      .map(({ row }): FieldError => ({ code: row.code, field: 'value', message: words.errors.sameAsReturned }));
    const unticked = data.form.rows.some((row) => isUnconfirmed(row, typed.get(row.code) ?? prefilled(row)));
    const nothing = unticked ? words.errors.unconfirmed : words.errors.nothingNew;
    return refuse(same.length > 0 ? { errors: same } : { general: [nothing] }, 422);
  }
  const overtaken = await overtakenIn(site, data, posted, fresh);
  if (overtaken.length > 0) return refuse({ errors: overtaken }, 422);
  const questions = questionsOf(fresh);
  const why = unexplained(data, posted, fresh);
  // Asked together: nobody is asked twice about the same form.
  if (questions.size + why.size > 0)
    return refuse({ questions, why: new Set([...posted.askedWhy, ...why]), asks: why }, 422);
  const numbers = await send(site, data, {
    id: posted.id,
    channel: posted.channel,
    answers: fresh,
    files: filesOf(posted, data),
    lateReason: lateReason.value,
  });
  if (!numbers.ok) return refuse(refusalView(data, numbers.error), numbers.error.reason === 'closed' ? 409 : 422);
  const left = leftIn(data, typed, fresh);
  if (left.size === 0) await deleteDraft(site.deps.register.db, data.draftRef);
  else await keep(site, data, { ...posted, lateReason: '' }, left);
  return c.redirect(receiptPath(data.duty.here, numbers.value), 303);
}

/** What the register refused, in its place on the page. */
function refusalView({ form }: OfficerPageData, refusal: SubmissionRefusal): Pick<FormView, 'errors' | 'general'> {
  const own = new Set(form.rows.map((row) => row.code));
  return {
    general: [refusal.message],
    errors: refusal.rows
      .filter((row) => own.has(row.indicator))
      .map((row) => ({ code: row.indicator, field: 'value', message: row.message })),
  };
}

function problemsOf({ form }: OfficerPageData, typed: AllTyped): readonly FieldError[] {
  return form.rows.flatMap((row) => {
    const read = readTyped(row, typed.get(row.code) ?? prefilled(row), form);
    return read.ok ? [] : read.error;
  });
}

function answersIn({ form }: OfficerPageData, typed: AllTyped): readonly Answered[] {
  return form.rows.flatMap((row) => {
    const read = readTyped(row, typed.get(row.code) ?? prefilled(row), form);
    return read.ok && read.value !== 'empty' ? [read.value] : [];
  });
}

const questionsOf = (answered: readonly Answered[]): FormView['questions'] =>
  new Map(answered.flatMap(({ row, questions }) => (questions.length === 0 ? [] : [[row.code, questions] as const])));

const viewOf = ({ data, posted, typed }: Came, more: Partial<FormView>): FormView => ({
  id: posted.id,
  typed,
  lateReason: posted.lateReason,
  errors: [],
  questions: new Map(),
  why: posted.askedWhy,
  general: [],
  previews: previewsOf(data, typed),
  typedHere: true,
  ...more,
});

async function formPage(
  { site: { deps, assets }, c, data }: Asking,
  view: FormView,
  status: 200 | 400 | 409 | 422 = 200,
): Promise<Response> {
  // Going back must ask for the page again: what was sent meanwhile is in it.
  c.header('Cache-Control', 'no-store');
  return answer(c, <FormPage frame={bareFrame(deps, assets, c)} data={data} view={view} />, status);
}

async function closedForm({ site: { deps, assets }, c, data }: Asking, notice?: string): Promise<Response> {
  const actions = await correctiveActionsOf(deps.register.db, data.form);
  const red = await redRows(deps.register.db, data.form);
  c.header('Cache-Control', 'no-store');
  return answer(c, <ClosedPage frame={bareFrame(deps, assets, c)} {...{ data, red, actions }} notice={notice} />);
}

async function noForm({ deps, assets }: Site, c: Context, data: OfficerPageData | undefined): Promise<Response> {
  return answer(
    c,
    <NoFormPage
      frame={bareFrame(deps, assets, c)}
      duty={c.get('duty')}
      text={data === undefined ? words.notOpen : words.nothingAsked}
    />,
  );
}
