import type { Context, Handler } from 'hono';
import { type AnyAct, wordsOf } from '../../../acts/act.js';
import type { Done } from '../../../acts/carry-out.js';
import { readFields } from '../../../acts/field.js';
import { addIndicator } from '../../../acts/plan/add-indicator.js';
import { editIndicator } from '../../../acts/plan/edit-indicator.js';
import { removeIndicator } from '../../../acts/plan/remove-indicator.js';
import { withTarget } from '../../../domain/amend-plan.js';
import { targetOf } from '../../../domain/confirmed-readings.js';
import { outcomeOf } from '../../../domain/open-readings.js';
import type { Indicator } from '../../../domain/plan.js';
import { indicatorLists } from '../../../domain/plan-lists.js';
import { anchorOf, listIdIn, type OutlineList, partOf } from '../../../domain/plan-outline.js';
import { candidatesOf } from '../../../domain/targets/outcome.js';
import { readingWords } from '../../../words/readings.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { accumulationIn } from '../kit/parts/accumulation-choice.js';
import type { Problem } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { pageField, saidIn, shownIn, yearsOf } from './indicator-fields.js';
import { FormPage, type FormPageProps } from './indicator-form-page.js';
import { FIELD } from './indicator-names.js';
import type { Subject } from './indicator-subject.js';
import { meanwhileOf, rebased } from './meanwhile.js';
import { LEAVE, REWRITE } from './readings.js';
import { editorPageData, problemsOf, saying, takeOn } from './saving.js';

/** The form to change an indicator, or to add one to a list. */
export function indicatorForm(site: Site): Handler {
  return async (c) => {
    const subject = await subjectIn(site, c);
    return subject instanceof Response ? subject : answer(c, <FormPage subject={subject} />);
  };
}

/** Saves an indicator as a new draft, once its target is read; or takes it away. */
export function saveIndicator(site: Site): Handler {
  return async (c) => {
    const subject = await subjectIn(site, c);
    if (subject instanceof Response) return subject;
    const fields = await fieldsOf(c);
    return fields.text('azione') === 'togli' ? remove(site, c, subject, fields) : change(site, c, subject, fields);
  };
}

async function subjectIn(site: Site, c: Context): Promise<Subject | Response> {
  const data = await editorPageData(site, c);
  if (data instanceof Response) return data;
  const { shown, parts } = data;
  const listId = shown === undefined ? undefined : listIdIn(shown.plan, c.req.param('list') ?? '');
  const part = listId === undefined ? undefined : partOf(parts, listId);
  const list = part?.lists.find((one) => one.id === listId);
  if (shown === undefined || listId === undefined || part === undefined || list === undefined)
    return (await c.notFound()) as Response;
  if (!data.edits) return c.redirect(data.path(), 303);
  const code = c.req.param('code');
  const indicator = code === undefined ? undefined : list.indicators.find((one) => one.code === code);
  if (code !== undefined && indicator === undefined) return (await c.notFound()) as Response;
  return { data, plan: shown.plan, version: shown.version, part, list, listId, indicator };
}

async function remove(site: Site, c: Context, subject: Subject, fields: Fields): Promise<Response> {
  const { data, list, indicator } = subject;
  if (indicator === undefined) return (await c.notFound()) as Response;
  const said = saying({ indicator: keyOf(list, indicator), reason: fields.text('motivo') });
  const taken = await takeOn(site, c, data, removeIndicator, fields, said);
  if (taken.ok) return toPart(c, subject, taken.value, indicator.code);
  const problems = problemsOf(taken.error, (field) => (field === 'reason' ? 'togli-motivo' : 'contenuto'));
  return refused(site, c, subject, fields, { problems, removing: true });
}

/** The form again, with what is wrong; where somebody else has saved meanwhile, with what they changed. */
async function refused(
  site: Site,
  c: Context,
  subject: Subject,
  fields: Fields,
  more: Pick<FormPageProps, 'problems' | 'asking' | 'removing'>,
): Promise<Response> {
  const meanwhile = await meanwhileOf(site, subject.data, fields);
  const year = subject.data.cycle.exercise;
  const was = meanwhile?.was && indicatorLists(meanwhile.was).get(subject.listId)?.find(named(subject.indicator?.code));
  const written =
    was === undefined || subject.indicator === undefined
      ? fields
      : rebased(fields, shownIn(was, year), shownIn(subject.indicator, year));
  const status = more.problems?.length === 0 && meanwhile === undefined ? 200 : 422;
  return answer(c, <FormPage {...{ subject, meanwhile, ...more }} fields={written} />, status);
}

const named =
  (code: string | undefined) =>
  (one: Indicator): boolean =>
    one.code === code;

async function change(site: Site, c: Context, subject: Subject, fields: Fields): Promise<Response> {
  const { data, list, indicator } = subject;
  const year = data.cycle.exercise;
  const asking = askingOf(subject, fields);
  // What was chosen counts for the text it was chosen for: of another one it is asked anew.
  const asked = asking !== undefined && fields.text(FIELD.readFor) === targetOf(asking, year)?.text;
  const chosen = asked ? fields.text(FIELD.reading) : '';
  const reads = /^\d{1,2}$/.test(chosen);
  const act: AnyAct = indicator === undefined ? addIndicator : editIndicator;
  const said = saying({
    ...saidIn(fields, yearsOf(indicator, year)),
    list: list.id,
    indicator: indicator === undefined ? undefined : keyOf(list, indicator),
    // The page counts from 0, people from 1.
    reading: reads ? String(Number(chosen) + 1) : undefined,
    accumulation: reads ? accumulationIn(fields.text(FIELD.accumulation)) : undefined,
  });
  const refuse = (problems: readonly Problem[]) => refused(site, c, subject, fields, { problems, asking });
  const written = readFields(act.fields, said, (name) => wordsOf(act, name).missing);
  if (!written.ok) return refuse(problemsOf(written.error, pageField));
  if (asking !== undefined && !reads && chosen !== LEAVE) {
    const field = chosen === REWRITE ? FIELD.target(year) : FIELD.reading;
    return refuse(asked ? [{ field, text: readingWords.choose(candidatesOf(outcomeOf(asking, year)).length) }] : []);
  }
  const taken = await takeOn(site, c, data, act, fields, said);
  return taken.ok
    ? toPart(c, subject, taken.value, String(taken.value.facts.indicator))
    : refuse(problemsOf(taken.error, pageField));
}

const keyOf = (list: OutlineList, { code }: Indicator): string => anchorOf(list.id, code);

/** The indicator as it would be, where its target of the exercise is new and has to be read. */
function askingOf({ data, list, indicator }: Subject, fields: Fields): Indicator | undefined {
  const year = data.cycle.exercise;
  const target = fields.text(FIELD.target(year)).trim().replaceAll('\r\n', '\n');
  const from: Indicator = indicator ?? { code: list.code, name: '', office: '', targets: [], source: '' };
  if (target === '' || target === (targetOf(from, year)?.text ?? '')) return undefined;
  return withTarget({ ...from, name: fields.text('nome').trim().replaceAll(/\s+/g, ' ') }, year, target);
}

const toPart = (c: Context, { data, part, list }: Subject, { said }: Done, code: string): Response =>
  c.redirect(
    `${data.path(`/parti/${part.id}`)}?fatto=${encodeURIComponent(said)}#${encodeURIComponent(anchorOf(list.id, code))}`,
    303,
  );
