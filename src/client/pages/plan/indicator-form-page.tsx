import { outcomeOf } from '../../../domain/open-readings.js';
import type { Indicator } from '../../../domain/plan.js';
import { candidatesOf } from '../../../domain/targets/outcome.js';
import { planningWords as words } from '../../../words/planning.js';
import { readingWords } from '../../../words/readings.js';
import type { Fields } from '../kit/fields.js';
import { FormField, fieldState } from '../kit/parts/form-field.js';
import { Findings, PlanningPage } from '../kit/plan-frame.js';
import type { Problem } from '../kit/refusals.js';
import { HiddenFields } from './editor-form.js';
import { shownIn, yearsOf } from './indicator-fields.js';
import { FIELD } from './indicator-names.js';
import type { Subject } from './indicator-subject.js';
import { type Meanwhile, SavedMeanwhile } from './meanwhile.js';
import { partTitle } from './overview.js';
import { type PlanPageData, planCrumbs } from './page-data.js';
import { listTitle } from './part-page.js';
import { indicatorKey } from './placed-findings.js';
import { REWRITE, ReadingChoice } from './readings.js';
import { ReasonField } from './reason-field.js';

export interface FormPageProps {
  readonly subject: Subject;
  readonly fields?: Fields;
  readonly problems?: readonly Problem[];
  /** The indicator as it would be, while the reading of its new target is asked. */
  readonly asking?: Indicator | undefined;
  /** Whether it is the form that takes the indicator away which comes back. */
  readonly removing?: boolean;
  /** What somebody else has saved since the form was made. */
  readonly meanwhile?: Meanwhile | undefined;
}

export function FormPage({ subject, fields, problems = [], asking, removing = false, meanwhile }: FormPageProps) {
  const { data, part, list, listId, indicator, version } = subject;
  const { frame, cycle } = data;
  const changing = removing ? undefined : fields;
  const title = indicator === undefined ? words.form.addTitle : words.form.editTitle(indicator.code);
  return (
    <PlanningPage
      frame={frame}
      cycle={cycle}
      view="plan"
      overline={listTitle(list)}
      title={title}
      under={[...planCrumbs(data), { title: partTitle(part), href: data.path(`/parti/${part.id}`) }]}
      problems={problems}
    >
      <SavedMeanwhile meanwhile={meanwhile} />
      {indicator?.repeats !== undefined && <p>{words.form.repeats(indicator.repeats)}</p>}
      {indicator !== undefined && (
        <Findings assets={frame.assets} findings={data.findings.get(indicatorKey(listId, indicator.code))} />
      )}
      <form class="ciclo-access ciclo-plan-form" id="contenuto-piano" method="post" novalidate>
        <HiddenFields {...{ version, meanwhile }} fields={changing} />
        <FieldSet {...{ subject, problems }} fields={changing} />
        {asking !== undefined && <Asking {...{ data, asking, fields, problems }} />}
        <ReasonField value={changing?.text('motivo') ?? ''} problem={problemOf(problems, 'motivo')} />
        <button type="submit" class="btn btn-primary">
          {asking === undefined ? words.form.submit : words.form.confirmAndSave}
        </button>
      </form>
      {indicator !== undefined && (
        <Remove {...{ indicator, version, problems, meanwhile }} fields={removing ? fields : undefined} />
      )}
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
  const { data, plan, list, indicator } = subject;
  const there = indicator === undefined ? undefined : shownIn(indicator, data.cycle.exercise);
  const of = (name: string): string => fields?.text(name) ?? there?.get(name) ?? '';
  const input = (id: string, label: string, hint?: string) => (
    <FormField id={id} label={label} hint={hint} problem={problemOf(problems, id)}>
      <input
        id={id}
        name={id}
        type="text"
        value={of(id)}
        {...fieldState(id, hint !== undefined, problemOf(problems, id))}
      />
    </FormField>
  );
  const office = of('ufficio');
  const perspective = of('prospettiva');
  const inherited = plan.perspectives.find((p) => p.id === list.programme?.perspective)?.title;
  return (
    <>
      <FormField id="nome" label={words.form.name} problem={problemOf(problems, 'nome')}>
        <textarea id="nome" name="nome" rows={2} required {...fieldState('nome', false, problemOf(problems, 'nome'))}>
          {of('nome')}
        </textarea>
      </FormField>
      {yearsOf(indicator, data.cycle.exercise).map((year, i) =>
        input(FIELD.target(year), words.form.target(year), i === 0 ? words.form.targetHint(year) : undefined),
      )}
      {input('peso', words.form.weight, words.form.weightHint)}
      <FormField id="ufficio" label={words.form.office} problem={problemOf(problems, 'ufficio')}>
        <select id="ufficio" name="ufficio" {...fieldState('ufficio', false, problemOf(problems, 'ufficio'))}>
          <option value="">{words.form.chooseOffice}</option>
          {data.offices.map((one) => (
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
      {input('missione', words.form.missione, words.form.missioneHint)}
      {input(FIELD.knownFrom, words.form.knownFrom, words.form.knownFromHint)}
    </>
  );
}

interface AskingProps extends Pick<FormPageProps, 'problems'> {
  readonly data: PlanPageData;
  readonly asking: Indicator;
  readonly fields: Fields | undefined;
}

function Asking({ data, asking, fields, problems = [] }: AskingProps) {
  const year = data.cycle.exercise;
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
          basis={{ policy: data.policy, of: { indicator: asking.code, exercise: year } }}
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

interface RemoveProps {
  readonly indicator: Indicator;
  readonly version: number;
  readonly fields: Fields | undefined;
  readonly problems: readonly Problem[];
  readonly meanwhile: Meanwhile | undefined;
}

function Remove({ indicator, version, fields, problems, meanwhile }: RemoveProps) {
  return (
    <section aria-labelledby="togli">
      <h2 id="togli">{words.form.removeTitle}</h2>
      <p>{words.form.removeLead}</p>
      <form class="ciclo-access ciclo-plan-form" method="post" novalidate>
        <HiddenFields {...{ version, fields, meanwhile }} />
        <input type="hidden" name="azione" value="togli" />
        <ReasonField
          id="togli-motivo"
          value={fields?.text('motivo') ?? ''}
          problem={problemOf(problems, 'togli-motivo')}
        />
        <button type="submit" class="btn btn-outline-primary">
          {words.form.removeButton(indicator.code)}
        </button>
      </form>
    </section>
  );
}
