import type { Context, Handler } from 'hono';
import { editTogether } from '../../../acts/plan/edit-together.js';
import { officeRole } from '../../../domain/entity.js';
import { sum } from '../../../domain/findings/number.js';
import type { Indicator } from '../../../domain/plan.js';
import { anchorOf, type OutlineList, type PlanPart, partsOf } from '../../../domain/plan-outline.js';
import { equal, exactText, rational } from '../../../domain/rational.js';
import type { DecimalText } from '../../../domain/targets/types.js';
import { readWeight } from '../../../sheets/decimals.js';
import { italianNumber, italianPercent } from '../../../words/format.js';
import { togetherWords as words } from '../../../words/plan-together.js';
import { planningWords } from '../../../words/planning.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { fieldState } from '../kit/parts/form-field.js';
import { TOGETHER_PATH } from '../kit/paths.js';
import type { Problem } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { TableAway } from '../kit/table/table-away.js';
import { TableSection } from '../kit/table/table-section.js';
import { HiddenFields } from './editor-form.js';
import { type Meanwhile, meanwhileOf, rebased, SavedMeanwhile } from './meanwhile.js';
import { doneIn, partTitle } from './overview.js';
import type { PlanPageData } from './page-data.js';
import { listTitle } from './part-page.js';
import { PlanSubpage } from './plan-subpage.js';
import { ReasonField } from './reason-field.js';
import { editorPageData, problemsOf, saying, takeOn } from './saving.js';

/** Weights and offices of the indicators of a part of the plan, to be changed together. */
export function indicatorsTogether(site: Site): Handler {
  return async (c) => {
    const found = await partIn(site, c);
    return found instanceof Response ? found : answer(c, <TogetherPage {...found} done={doneIn(c)} />);
  };
}

/** Saves what is other than it was, as a new draft with one reason. */
export function saveTogether(site: Site): Handler {
  return async (c) => {
    const found = await partIn(site, c);
    if (found instanceof Response) return found;
    const { data, part } = found;
    const fields = await fieldsOf(c);
    const keys = part.lists.flatMap((list) => list.indicators.map(({ code }) => anchorOf(list.id, code)));
    const written = (of: (key: string) => string) =>
      keys.flatMap((key) => (fields.text(of(key)).trim() === '' ? [] : [`${key}=${fields.text(of(key)).trim()}`]));
    const said = saying({
      offices: written(officeField),
      weights: written(weightField),
      reason: fields.text('motivo'),
    });
    const taken = await takeOn(site, c, data, editTogether, fields, said);
    const here = data.path(`${TOGETHER_PATH}/${part.id}`);
    if (taken.ok) return c.redirect(`${here}?fatto=${encodeURIComponent(taken.value.said)}`, 303);
    const problems = problemsOf(taken.error, fieldIn);
    const meanwhile = await meanwhileOf(site, data, fields);
    const before = meanwhile?.was && partsOf(meanwhile.was).find(({ id }) => id === part.id);
    const shown = before === undefined ? fields : rebased(fields, shownIn(before), shownIn(part));
    return answer(c, <TogetherPage {...{ ...found, problems, meanwhile }} fields={shown} />, 422);
  };
}

/** What stands in the fields of the form before anybody writes, by name. */
const shownIn = ({ lists }: PlanPart): ReadonlyMap<string, string> =>
  new Map(
    lists.flatMap((list) =>
      list.indicators.flatMap((one) => {
        const key = anchorOf(list.id, one.code);
        return [[weightField(key), weightShown(one)] as const, [officeField(key), one.office ?? ''] as const];
      }),
    ),
  );

const weightShown = ({ weight }: Indicator): string => (weight === undefined ? '' : italianNumber(weight));

const officeField = (key: string): string => `ufficio.${key}`;
const weightField = (key: string): string => `peso.${key}`;

/** What the page calls the field a refusal is about. */
function fieldIn(field: string | undefined): string {
  if (field === 'reason') return 'motivo';
  return (field ?? 'contenuto').replace(/^offices\//, 'ufficio.').replace(/^weights\//, 'peso.');
}

interface Found {
  readonly data: PlanPageData;
  readonly part: PlanPart;
}

async function partIn(site: Site, c: Context): Promise<Found | Response> {
  const data = await editorPageData(site, c);
  if (data instanceof Response) return data;
  const part = data.parts.find((one) => one.id === c.req.param('part'));
  if (part === undefined) return (await c.notFound()) as Response;
  return data.edits ? { data, part } : c.redirect(data.path(), 303);
}

interface TogetherPageProps extends Found {
  readonly fields?: Fields;
  readonly problems?: readonly Problem[];
  readonly done?: string | undefined;
  readonly meanwhile?: Meanwhile | undefined;
}

function TogetherPage(props: TogetherPageProps) {
  const { data, part, fields, problems = [], done, meanwhile } = props;
  const reason = problems.find(({ field }) => field === 'motivo')?.text;
  return (
    <PlanSubpage data={data} title={words.title(partTitle(part))} problems={problems} done={done}>
      <SavedMeanwhile meanwhile={meanwhile} />
      <p class="lead">{words.lead}</p>
      <form method="post" novalidate>
        <HiddenFields version={data.shown?.version ?? 0} {...{ fields, meanwhile }} />
        {part.lists
          .filter(({ indicators }) => indicators.length > 0)
          .map((list) => (
            <List {...props} list={list} />
          ))}
        <TableAway name="indicatori-insieme" caption={words.title(partTitle(part))} />
        <div class="ciclo-access ciclo-plan-form">
          <ReasonField value={fields?.text('motivo') ?? ''} problem={reason} />
          <button type="submit" class="btn btn-primary">
            {words.save}
          </button>
        </div>
      </form>
    </PlanSubpage>
  );
}

const { text, percent } = columnsOf<Indicator>();

function List({ data, list, fields, problems = [] }: TogetherPageProps & { readonly list: OutlineList }) {
  const id = anchorOf(list.id);
  const keyOf = ({ code }: Indicator): string => anchorOf(list.id, code);
  return (
    <TableSection
      name="indicatori-insieme"
      anchor={id}
      caption={listTitle(list)}
      lead={
        <Sum
          list={list}
          weights={list.indicators.flatMap((one) => weightNow(one, fields?.text(weightField(keyOf(one)))))}
        />
      }
      kind="weights"
      part={{ column: planningWords.parts.part, value: listTitle(list) }}
      columns={[
        text(planningWords.columns.indicator, ({ code, name }) => `${code} ${name}`),
        percent(planningWords.columns.weight, ({ weight }) => weight, {
          show: (one) => (
            <>
              <input
                id={weightField(keyOf(one))}
                name={weightField(keyOf(one))}
                type="text"
                inputmode="decimal"
                size={7}
                aria-label={words.weightOf(one.code)}
                value={fields?.text(weightField(keyOf(one))) ?? weightShown(one)}
                {...fieldState(weightField(keyOf(one)), false, problemAt(problems, weightField(keyOf(one))))}
              />
              <Wrong problems={problems} field={weightField(keyOf(one))} />
            </>
          ),
        }),
        text(planningWords.columns.office, ({ office }) => data.directory.title(officeRole(office)), {
          show: (one) => (
            <>
              <select
                id={officeField(keyOf(one))}
                name={officeField(keyOf(one))}
                aria-label={words.officeOf(one.code)}
                {...fieldState(officeField(keyOf(one)), false, problemAt(problems, officeField(keyOf(one))))}
              >
                {data.offices.map((office) => (
                  <option
                    value={office.id}
                    selected={(fields?.text(officeField(keyOf(one))) || one.office) === office.id}
                  >
                    {office.title}
                  </option>
                ))}
              </select>
              <Wrong problems={problems} field={officeField(keyOf(one))} />
            </>
          ),
        }),
      ]}
      rows={list.indicators}
    />
  );
}

const problemAt = (problems: readonly Problem[], field: string): string | undefined =>
  problems.find((one) => one.field === field)?.text;

function Wrong({ problems, field }: { readonly problems: readonly Problem[]; readonly field: string }) {
  const problem = problemAt(problems, field);
  if (problem === undefined) return null;
  return (
    <strong class="ciclo-form-problem" id={`${field}-errore`}>
      {problem}
    </strong>
  );
}

/** A weight as it was just written, where it is one, or else as it stands. */
function weightNow({ weight }: Indicator, written: string | undefined): readonly DecimalText[] {
  const read = written === undefined || written.trim() === '' ? undefined : readWeight(written.trim());
  if (read !== undefined) return [read];
  return weight === undefined ? [] : [weight];
}

function Sum({ list, weights }: { readonly list: OutlineList; readonly weights: readonly DecimalText[] }) {
  if (weights.length === 0) return null;
  const total = sum(weights);
  const said = italianPercent(exactText(total));
  const whole = list.programme?.weight;
  const { sumsUp, sum: differs, sumOnly } = planningWords.list;
  // The page's script says the sum of what is being written in the same words.
  if (whole === undefined) return <p data-sum={sumOnly(WRITTEN)}>{sumOnly(said)}</p>;
  return (
    <p data-sum={differs(WRITTEN, italianPercent(whole))} data-sums-up={sumsUp(WRITTEN)} data-whole={whole}>
      {equal(total, rational(whole)) ? sumsUp(said) : differs(said, italianPercent(whole))}
    </p>
  );
}

/** Where the page's script puts the number. */
const WRITTEN = '…%';
