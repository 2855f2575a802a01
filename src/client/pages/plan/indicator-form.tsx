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
import type { Indicator, Plan } from '../../../domain/plan.js';
import type { ListId } from '../../../domain/plan-lists.js';
import { anchorOf, listIdIn, type OutlineList, type PlanPart, partOf } from '../../../domain/plan-outline.js';
import { candidatesOf } from '../../../domain/targets/outcome.js';
import { italianDay, italianNumber } from '../../../words/format.js';
import { planningWords as words } from '../../../words/planning.js';
import { readingWords } from '../../../words/readings.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { accumulationIn } from '../kit/parts/accumulation-choice.js';
import { FormField, fieldState } from '../kit/parts/form-field.js';
import { Findings, PlanningPage } from '../kit/plan-frame.js';
import type { Problem } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { HiddenFields } from './editor-form.js';
import { pageField, saidIn, yearsOf } from './indicator-fields.js';
import { FIELD } from './indicator-names.js';
import { partTitle } from './overview.js';
import { listTitle } from './part-page.js';
import { indicatorKey } from './placed-findings.js';
import { LEAVE, REWRITE, ReadingChoice } from './readings.js';
import { editingScene, problemsOf, saying, takeOn } from './saving.js';
import { type PlanningScene, planCrumbs } from './scene.js';

/** What a form is about: an indicator of a list, or a new one of it. */
interface Subject {
  readonly scene: PlanningScene;
  readonly plan: Plan;
  readonly version: number;
  readonly part: PlanPart;
  readonly list: OutlineList;
  readonly listId: ListId;
  readonly indicator: Indicator | undefined;
}

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
  const scene = await editingScene(site, c);
  if (scene instanceof Response) return scene;
  const { shown, parts } = scene;
  const listId = shown === undefined ? undefined : listIdIn(shown.plan, c.req.param('list') ?? '');
  const part = listId === undefined ? undefined : partOf(parts, listId);
  const list = part?.lists.find((one) => one.id === listId);
  if (shown === undefined || listId === undefined || part === undefined || list === undefined)
    return (await c.notFound()) as Response;
  if (!scene.edits) return c.redirect(scene.path(), 303);
  const code = c.req.param('code');
  const indicator = code === undefined ? undefined : list.indicators.find((one) => one.code === code);
  if (code !== undefined && indicator === undefined) return (await c.notFound()) as Response;
  return { scene, plan: shown.plan, version: shown.version, part, list, listId, indicator };
}

async function remove(site: Site, c: Context, subject: Subject, fields: Fields): Promise<Response> {
  const { scene, list, indicator } = subject;
  if (indicator === undefined) return (await c.notFound()) as Response;
  const said = saying({ indicator: keyOf(list, indicator), reason: fields.text('motivo') });
  const taken = await takeOn(site, c, scene, removeIndicator, fields, said);
  if (taken.ok) return toPart(c, subject, taken.value, indicator.code);
  const problems = problemsOf(taken.error, (field) => (field === 'reason' ? 'togli-motivo' : 'contenuto'));
  return answer(c, <FormPage {...{ subject, fields, problems }} />, 422);
}

async function change(site: Site, c: Context, subject: Subject, fields: Fields): Promise<Response> {
  const { scene, list, indicator } = subject;
  const year = scene.cycle.exercise;
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
  const refuse = (problems: readonly Problem[]) =>
    answer(c, <FormPage {...{ subject, fields, problems, asking }} />, problems.length === 0 ? 200 : 422);
  const written = readFields(act.fields, said, (name) => wordsOf(act, name).missing);
  if (!written.ok) return refuse(problemsOf(written.error, pageField));
  if (asking !== undefined && !reads && chosen !== LEAVE) {
    const field = chosen === REWRITE ? FIELD.target(year) : FIELD.reading;
    return refuse(asked ? [{ field, text: readingWords.choose }] : []);
  }
  const taken = await takeOn(site, c, scene, act, fields, said);
  return taken.ok
    ? toPart(c, subject, taken.value, String(taken.value.facts.indicator))
    : refuse(problemsOf(taken.error, pageField));
}

const keyOf = (list: OutlineList, { code }: Indicator): string => anchorOf(list.id, code);

/** The indicator as it would be, where its target of the exercise is new and has to be read. */
function askingOf({ scene, list, indicator }: Subject, fields: Fields): Indicator | undefined {
  const year = scene.cycle.exercise;
  const target = fields.text(FIELD.target(year)).trim().replaceAll('\r\n', '\n');
  const from: Indicator = indicator ?? { code: list.code, name: '', office: '', targets: [], source: '' };
  if (target === '' || target === (targetOf(from, year)?.text ?? '')) return undefined;
  return withTarget({ ...from, name: fields.text('nome').trim().replaceAll(/\s+/g, ' ') }, year, target);
}

const toPart = (c: Context, { scene, part, list }: Subject, { said }: Done, code: string): Response =>
  c.redirect(
    `${scene.path(`/parti/${part.id}`)}?fatto=${encodeURIComponent(said)}#${encodeURIComponent(anchorOf(list.id, code))}`,
    303,
  );

interface FormPageProps {
  readonly subject: Subject;
  readonly fields?: Fields;
  readonly problems?: readonly Problem[];
  /** The indicator as it would be, while the reading of its new target is asked. */
  readonly asking?: Indicator;
}

function FormPage({ subject, fields, problems = [], asking }: FormPageProps) {
  const { scene, part, list, listId, indicator, version } = subject;
  const { frame, cycle } = scene;
  const title = indicator === undefined ? words.form.addTitle : words.form.editTitle(indicator.code);
  return (
    <PlanningPage
      frame={frame}
      cycle={cycle}
      view="plan"
      overline={listTitle(list)}
      title={title}
      under={[...planCrumbs(scene), { title: partTitle(part), href: scene.path(`/parti/${part.id}`) }]}
      problems={problems}
    >
      {indicator?.repeats !== undefined && <p>{words.form.repeats(indicator.repeats)}</p>}
      {indicator !== undefined && (
        <Findings assets={frame.assets} findings={scene.findings.get(indicatorKey(listId, indicator.code))} />
      )}
      <form class="ciclo-access ciclo-plan-form" id="contenuto-piano" method="post" novalidate>
        <HiddenFields {...{ version, fields }} />
        <FieldSet {...{ subject, fields, problems }} />
        {asking !== undefined && <Asking {...{ scene, asking, fields, problems }} />}
        <Reason id="motivo" value={fields?.text('motivo') ?? ''} problem={problemOf(problems, 'motivo')} />
        <button type="submit" class="btn btn-primary">
          {asking === undefined ? words.form.submit : words.form.confirmAndSave}
        </button>
      </form>
      {indicator !== undefined && <Remove {...{ indicator, version, problems }} />}
    </PlanningPage>
  );
}

const problemOf = (problems: readonly Problem[], field: string): string | undefined =>
  problems.find((p) => p.field === field)?.text;

interface FieldSetProps {
  readonly subject: Subject;
  readonly fields: Fields | undefined;
  readonly problems: readonly Problem[];
}

function FieldSet({ subject, fields, problems }: FieldSetProps) {
  const { scene, plan, list, indicator } = subject;
  const of = (name: string, there: string | undefined): string => fields?.text(name) ?? there ?? '';
  const input = (id: string, label: string, there: string | undefined, hint?: string) => (
    <FormField id={id} label={label} hint={hint} problem={problemOf(problems, id)}>
      <input
        id={id}
        name={id}
        type="text"
        value={of(id, there)}
        {...fieldState(id, hint !== undefined, problemOf(problems, id))}
      />
    </FormField>
  );
  const office = of('ufficio', indicator?.office);
  const perspective = of('prospettiva', indicator?.perspective);
  const inherited = plan.perspectives.find((p) => p.id === list.programme?.perspective)?.title;
  return (
    <>
      <FormField id="nome" label={words.form.name} problem={problemOf(problems, 'nome')}>
        <textarea id="nome" name="nome" rows={2} required {...fieldState('nome', false, problemOf(problems, 'nome'))}>
          {of('nome', indicator?.name)}
        </textarea>
      </FormField>
      {yearsOf(indicator, scene.cycle.exercise).map((year, i) =>
        input(
          FIELD.target(year),
          words.form.target(year),
          indicator?.targets.find((t) => t.year === year)?.text,
          i === 0 ? words.form.targetHint(year) : undefined,
        ),
      )}
      {input(
        'peso',
        words.form.weight,
        indicator?.weight === undefined ? undefined : italianNumber(indicator.weight),
        words.form.weightHint,
      )}
      <FormField id="ufficio" label={words.form.office} problem={problemOf(problems, 'ufficio')}>
        <select id="ufficio" name="ufficio" {...fieldState('ufficio', false, problemOf(problems, 'ufficio'))}>
          <option value="">{words.form.chooseOffice}</option>
          {scene.offices.map((one) => (
            <option value={one.id} selected={one.id === office}>
              {one.title}
            </option>
          ))}
        </select>
      </FormField>
      <FormField id="prospettiva" label={words.form.perspective} problem={problemOf(problems, 'prospettiva')}>
        <select
          id="prospettiva"
          name="prospettiva"
          {...fieldState('prospettiva', false, problemOf(problems, 'prospettiva'))}
        >
          <option value="">
            {inherited === undefined ? words.form.noPerspective : words.form.ofProgramme(inherited)}
          </option>
          {plan.perspectives.map((one) => (
            <option value={one.id} selected={one.id === perspective}>
              {one.title}
            </option>
          ))}
        </select>
      </FormField>
      {input('missione', words.form.missione, indicator?.missioneProgramma, words.form.missioneHint)}
      {input(
        FIELD.knownFrom,
        words.form.knownFrom,
        indicator?.knownFrom === undefined ? undefined : italianDay(indicator.knownFrom),
        words.form.knownFromHint,
      )}
    </>
  );
}

interface AskingProps extends Pick<FormPageProps, 'problems'> {
  readonly scene: PlanningScene;
  readonly asking: Indicator;
  readonly fields: Fields | undefined;
}

function Asking({ scene, asking, fields, problems = [] }: AskingProps) {
  const year = scene.cycle.exercise;
  const text = asking.targets.find((t) => t.year === year)?.text ?? '';
  const outcome = outcomeOf(asking, year);
  const plain = candidatesOf(outcome).length === 0 ? REWRITE : '';
  return (
    <div class="ciclo-callout" role="status">
      <div>
        <p>
          <strong>{words.form.readFirst}</strong>
        </p>
        <input type="hidden" name={FIELD.readFor} value={text} />
        <ReadingChoice
          name={FIELD.reading}
          legend={readingWords.legend(year, text)}
          outcome={outcome}
          chosen={fields?.text(FIELD.reading) || plain}
          rewrite="elsewhere"
          leave={readingWords.leave}
          scene={{ policy: scene.policy, of: { indicator: asking.code, exercise: year } }}
          accumulation={{
            name: FIELD.accumulation,
            chosen: fields?.text(FIELD.accumulation) ?? '',
            problem: problemOf(problems, FIELD.accumulation),
          }}
        />
      </div>
    </div>
  );
}

function Reason({ id, value, problem }: { id: string; value: string; problem: string | undefined }) {
  return (
    <FormField id={id} label={words.form.reason} hint={words.form.reasonHint} problem={problem}>
      <input id={id} name="motivo" type="text" required value={value} {...fieldState(id, true, problem)} />
    </FormField>
  );
}

interface RemoveProps {
  readonly indicator: Indicator;
  readonly version: number;
  readonly problems: readonly Problem[];
}

function Remove({ indicator, version, problems }: RemoveProps) {
  return (
    <section aria-labelledby="togli">
      <h2 id="togli">{words.form.removeTitle}</h2>
      <p>{words.form.removeLead}</p>
      <form class="ciclo-access ciclo-plan-form" method="post" novalidate>
        <HiddenFields version={version} />
        <input type="hidden" name="azione" value="togli" />
        <Reason id="togli-motivo" value="" problem={problemOf(problems, 'togli-motivo')} />
        <button type="submit" class="btn btn-outline-primary">
          {words.form.removeButton(indicator.code)}
        </button>
      </form>
    </section>
  );
}
