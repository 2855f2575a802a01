import type { Handler } from 'hono';
import { fieldFor } from '../../../acts/field.js';
import { weigh } from '../../../acts/plan/weigh.js';
import { sum } from '../../../domain/findings/number.js';
import type { Plan } from '../../../domain/plan.js';
import { type Weighed, weighedIn } from '../../../domain/plan-edits.js';
import { absolute, exactText, isNegative, isZero, rational, subtract } from '../../../domain/rational.js';
import { italianNumber, italianPercent } from '../../../words/format.js';
import { planningWords } from '../../../words/planning.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { fieldState } from '../kit/parts/form-field.js';
import type { Problem } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { HiddenFields } from './editor-form.js';
import { type Meanwhile, meanwhileOf, rebased, SavedMeanwhile } from './meanwhile.js';
import { doneIn } from './overview.js';
import { type PlanPageData, planPageData } from './page-data.js';
import { PlanSubpage } from './plan-subpage.js';
import { ReasonField } from './reason-field.js';
import { editorPageData, problemsOf, saying, takeOn } from './saving.js';

const words = planningWords.weights;

/** The weights of a plan level by level, each with what the level below sums to. */
export function planWeights(site: Site): Handler {
  return async (c) => {
    const data = await planPageData(site, c);
    if (data?.shown === undefined) return c.notFound();
    return answer(c, <WeightsPage data={data} done={doneIn(c)} />);
  };
}

/** Saves the weights written, as a new draft. */
export function saveWeights(site: Site): Handler {
  return async (c) => {
    const data = await editorPageData(site, c);
    if (data instanceof Response) return data;
    if (data.shown === undefined) return c.notFound();
    const fields = await fieldsOf(c);
    const weights = weighedIn(data.shown.plan)
      .map(({ id }) => [id, fields.text(id).trim()] as const)
      .filter(([, written]) => written !== '')
      .map(([id, written]) => `${id}=${written}`);
    const said = saying({ weights, reason: fields.text('motivo') });
    const taken = await takeOn(site, c, data, weigh, fields, said);
    if (taken.ok) return c.redirect(`${data.path('/pesi')}?fatto=${encodeURIComponent(taken.value.said)}`, 303);
    const problems = problemsOf(taken.error, weightField);
    const meanwhile = await meanwhileOf(site, data, fields);
    const written =
      meanwhile?.was === undefined ? fields : rebased(fields, shownIn(meanwhile.was), shownIn(meanwhile.is));
    return answer(c, <WeightsPage {...{ data, problems, meanwhile }} fields={written} />, 422);
  };
}

/** What stands in the fields of the form before anybody writes, by name. */
const shownIn = (plan: Plan): ReadonlyMap<string, string> =>
  new Map(weighedIn(plan).map(({ id, weight }) => [id, weight === undefined ? '' : italianNumber(weight)]));

/** What the page calls the field a refusal is about. */
function weightField(field: string | undefined): string {
  if (field === 'reason') return 'motivo';
  return field?.startsWith(fieldFor('weights', '')) === true
    ? field.slice(fieldFor('weights', '').length)
    : 'contenuto';
}

interface WeightsPageProps {
  readonly data: PlanPageData;
  readonly fields?: Fields;
  readonly problems?: readonly Problem[];
  readonly done?: string | undefined;
  readonly meanwhile?: Meanwhile | undefined;
}

function WeightsPage(props: WeightsPageProps) {
  const { data, fields, problems = [], done, meanwhile } = props;
  const { shown, edits } = data;
  const reason = problems.find((p) => p.field === 'motivo')?.text;
  return (
    <PlanSubpage data={data} title={words.title} problems={problems} done={done}>
      <SavedMeanwhile meanwhile={meanwhile} />
      <p class="lead">{words.lead}</p>
      {edits ? (
        <form method="post" novalidate>
          <HiddenFields version={shown?.version ?? 0} {...{ fields, meanwhile }} />
          <WeightTable {...props} />
          <div class="ciclo-access ciclo-plan-form">
            <ReasonField value={fields?.text('motivo') ?? ''} problem={reason} />
            <button type="submit" class="btn btn-primary">
              {words.save}
            </button>
          </div>
        </form>
      ) : (
        <WeightTable {...props} />
      )}
    </PlanSubpage>
  );
}

function WeightTable({ data, fields, problems = [] }: WeightsPageProps) {
  const { shown, edits } = data;
  if (shown === undefined) return null;
  const weighed = weighedIn(shown.plan);
  const title = (id: string | undefined) => shown.plan.perspectives.find((p) => p.id === id)?.title;
  const objectives = weighed.flatMap((one) =>
    one.level === 'objective' && one.weight !== undefined ? [one.weight] : [],
  );
  const nameOf = ({ level, code, title: name }: Weighed): string =>
    `${words.level[level]} ${level === 'perspective' ? name : `${code}. ${name}`}`;
  const total: Weighed = {
    id: TOTAL,
    level: 'objective',
    code: '',
    title: words.total,
    weight: '100',
    below: exactText(sum(objectives)),
  };
  const isTotal = ({ id }: Weighed): boolean => id === TOTAL;
  return (
    <DataTable
      name="pesi"
      kind="weights"
      caption={words.title}
      hideCaption
      columns={[
        text(words.what, (one) => (isTotal(one) ? words.total : nameOf(one)), {
          show: (one) =>
            isTotal(one) ? (
              words.total
            ) : (
              <>
                {nameOf(one)}
                {one.level !== 'perspective' && <small>{title(one.perspective)}</small>}
              </>
            ),
        }),
        percent(planningWords.columns.weight, ({ weight }) => weight, {
          show: (one) => {
            if (isTotal(one)) return <Below one={one} />;
            if (edits) return <WeightField {...{ one, fields, problems }} name={nameOf(one)} />;
            return one.weight === undefined ? planningWords.parts.none : italianPercent(one.weight);
          },
        }),
        percent(words.below, ({ below }) => below, { show: (one) => (isTotal(one) ? '' : <Below one={one} />) }),
      ]}
      rows={[...weighed, total]}
      markOf={(one) => (isTotal(one) ? 'ciclo-level-total' : `ciclo-level-${one.level}`)}
    />
  );
}

const { text, percent } = columnsOf<Weighed>();

/** The row that says what all the objectives weigh: no weight of the plan. */
const TOTAL = '';

interface WeightFieldProps {
  readonly fields: Fields | undefined;
  readonly problems: readonly Problem[];
  readonly one: Weighed;
  readonly name: string;
}

function WeightField({ one, name, fields, problems }: WeightFieldProps) {
  const problem = problems.find((p) => p.field === one.id)?.text;
  return (
    <>
      <input
        id={one.id}
        name={one.id}
        type="text"
        inputmode="decimal"
        aria-label={words.weightOf(name)}
        value={fields?.text(one.id) ?? (one.weight === undefined ? '' : italianNumber(one.weight))}
        {...fieldState(one.id, false, problem)}
      />
      {problem !== undefined && (
        <strong class="ciclo-form-problem" id={`${one.id}-errore`}>
          {problem}
        </strong>
      )}
    </>
  );
}

/** A sum beside the weight it should give: the same, or by how much it differs. */
function Below({ one }: { one: Pick<Weighed, 'weight' | 'below'> }) {
  if (one.below === undefined) return <>{planningWords.parts.none}</>;
  const said = italianPercent(one.below);
  if (one.weight === undefined) return <>{said}</>;
  const difference = subtract(rational(one.below), rational(one.weight));
  if (isZero(difference)) return <>{`${said}, ${words.fits}`}</>;
  const by = `${isNegative(difference) ? '−' : '+'}${italianPercent(exactText(absolute(difference)))}`;
  return (
    <span>
      {said} <strong class="ciclo-differs">{words.differs(by)}</strong>
    </span>
  );
}
