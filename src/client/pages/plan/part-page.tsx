import type { Handler } from 'hono';
import { officeRole } from '../../../domain/entity.js';
import { sum } from '../../../domain/findings/number.js';
import type { Indicator, Target } from '../../../domain/plan.js';
import { anchorOf, type OutlineList, type PlanPart } from '../../../domain/plan-outline.js';
import { equal, exactText, rational } from '../../../domain/rational.js';
import { sentence } from '../../../domain/targets/sentence.js';
import { toReadIn } from '../../../domain/to-read.js';
import { italianPercent } from '../../../words/format.js';
import { togetherWords } from '../../../words/plan-together.js';
import { planningWords as words } from '../../../words/planning.js';
import { takeAwayWords } from '../../../words/take-away.js';
import { READINGS_PATH, TOGETHER_PATH } from '../kit/paths.js';
import { Findings } from '../kit/plan-frame.js';
import { answer, type Site } from '../kit/site.js';
import { type Column, columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableAway } from '../kit/table/table-away.js';
import { doneIn, partTitle } from './overview.js';
import { type PlanPageData, planPageData } from './page-data.js';
import { indicatorKey } from './placed-findings.js';
import { PlanSubpage } from './plan-subpage.js';

/** One part of the plan: its indicators with targets, readings, weights and findings, and the way to change each. */
export function planPart(site: Site): Handler {
  return async (c) => {
    const data = await planPageData(site, c);
    const part = data?.parts.find((one) => one.id === c.req.param('part'));
    if (data === undefined || part === undefined) return c.notFound();
    return answer(c, <PartPage data={data} part={part} done={doneIn(c)} />);
  };
}

interface PartPageProps {
  readonly data: PlanPageData;
  readonly part: PlanPart;
  readonly done: string | undefined;
}

function PartPage({ data, part, done }: PartPageProps) {
  const { frame, cycle, confirms, edits, parts, findings } = data;
  const unread = toReadIn(parts, cycle.exercise).filter((one) => one.part === part).length;
  return (
    <PlanSubpage data={data} title={partTitle(part)} done={done}>
      <p class="lead">{words.open(unread)}</p>
      {confirms && unread > 0 && (
        <p>
          <a class="btn btn-primary" href={data.path(`${READINGS_PATH}/${part.id}`)}>
            {words.actions.readings}
          </a>
        </p>
      )}
      {edits && part.lists.some(({ indicators }) => indicators.length > 1) && (
        <p>
          <a href={data.path(`${TOGETHER_PATH}/${part.id}`)}>{togetherWords.action}</a>
        </p>
      )}
      {part.kind === 'area' && <Findings assets={frame.assets} findings={findings.get(`area:${part.code}`)} />}
      <nav class="ciclo-index" aria-label={words.list.index}>
        <ul>
          {part.lists
            .filter((list) => list.kind !== 'sheet' || part.kind === 'sheets')
            .map((list) => (
              <li>
                <a href={`#${anchorOf(list.id)}`}>{listTitle(list)}</a>
              </li>
            ))}
        </ul>
      </nav>
      {part.lists.map((list, i) => (
        <>
          {list.above.join() !== part.lists[i - 1]?.above.join() && list.above.length > 0 && (
            <Above data={data} list={list} />
          )}
          <List data={data} list={list} />
        </>
      ))}
      {part.lists.some(({ indicators }) => indicators.length > 0) && (
        <TableAway name="indicatori" caption={partTitle(part)} />
      )}
    </PlanSubpage>
  );
}

export function listTitle(list: OutlineList): string {
  switch (list.kind) {
    case 'scorecard':
      return words.list.scorecard(list.code, list.title);
    case 'sheet':
      return words.list.sheet(list.code);
    case 'individual':
      return words.list.individual(list.code, list.title);
  }
}

function Above({ data: { frame, findings, directory }, list }: { data: PlanPageData; list: OutlineList }) {
  const [title = ''] = list.above;
  return (
    <>
      <h2>{list.kind === 'individual' ? directory.title(title) : title}</h2>
      <Findings assets={frame.assets} findings={findings.get(`objective:${title.split(' ')[0]}`)} />
    </>
  );
}

function List({ data, list }: { data: PlanPageData; list: OutlineList }) {
  const { frame, edits, findings } = data;
  const id = anchorOf(list.id);
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{listTitle(list)}</h3>
      <Sum list={list} />
      {list.kind === 'scorecard' && (
        <Findings assets={frame.assets} findings={findings.get(`programme:${list.code}`)} />
      )}
      {list.kind !== 'scorecard' && <Findings assets={frame.assets} findings={findings.get(list.id)} />}
      {list.indicators.length === 0 ? (
        <p>{words.list.none}</p>
      ) : (
        <DataTable
          name="indicatori"
          kind="plan"
          caption={listTitle(list)}
          hideCaption
          part={{ column: own.group, value: listTitle(list) }}
          columns={indicatorColumns(data, list)}
          rows={list.indicators}
          anchorOf={({ code }) => anchorOf(list.id, code)}
        />
      )}
      {edits && (
        <p>
          <a href={data.path(`/nuovo/${encodeURIComponent(list.id)}`)} aria-label={words.addTo(list.code)}>
            {words.add}
          </a>
        </p>
      )}
    </section>
  );
}

function Sum({ list }: { list: OutlineList }) {
  const weights = list.indicators.flatMap((one) => (one.weight === undefined ? [] : [one.weight]));
  if (weights.length === 0) return null;
  const total = sum(weights);
  const whole = list.programme?.weight;
  const said = italianPercent(exactText(total));
  if (whole === undefined) return <p>{words.list.sumOnly(said)}</p>;
  return <p>{equal(total, rational(whole)) ? words.list.sumsUp(said) : words.list.sum(said, italianPercent(whole))}</p>;
}

function indicatorColumns(data: PlanPageData, list: OutlineList): readonly Column<Indicator>[] {
  const { cycle, directory } = data;
  const year = cycle.exercise;
  const targetOf = ({ targets }: Indicator): Target | undefined => targets.find((t) => t.year === year);
  const laterOf = ({ targets }: Indicator): readonly string[] =>
    targets.flatMap((t) => (t.year > year && t.text !== '' ? [`${t.year}: ${t.text}`] : []));
  return [
    text(words.columns.indicator, ({ name }) => name, {
      show: (indicator) => <IndicatorName {...{ data, list, indicator }} />,
    }),
    text(own.code, ({ code }) => code, { only: 'file' }),
    percent(words.columns.weight, ({ weight }) => weight, {
      show: ({ weight }) => (weight === undefined ? words.parts.none : italianPercent(weight)),
    }),
    text(words.columns.target(year), (indicator) => targetOf(indicator)?.text, {
      show: (indicator) => <TargetText data={data} target={targetOf(indicator)} />,
    }),
    text(own.reading, (indicator) => readingOf(targetOf(indicator)), { only: 'file' }),
    text(words.columns.next, (indicator) => laterOf(indicator).join('; '), {
      show: (indicator) => <Later texts={laterOf(indicator)} />,
    }),
    text(words.columns.office, ({ office }) => directory.title(officeRole(office))),
  ];
}

const { columns: own } = takeAwayWords;
const { text, percent } = columnsOf<Indicator>();

const readingOf = (target: Target | undefined): string | undefined =>
  target?.confirmed === undefined ? undefined : sentence(target.confirmed);

function Later({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return <>{words.parts.none}</>;
  return (
    <span class="ciclo-actual">
      {texts.map((said) => (
        <span>{said}</span>
      ))}
    </span>
  );
}

interface IndicatorNameProps {
  readonly data: PlanPageData;
  readonly list: OutlineList;
  readonly indicator: Indicator;
}

function IndicatorName({ data, list, indicator }: IndicatorNameProps) {
  const { frame, edits, findings } = data;
  return (
    <>
      <b>{indicator.code}</b> {indicator.name}
      {edits && (
        <a
          class="ciclo-edit"
          href={data.path(`/indicatori/${encodeURIComponent(list.id)}/${encodeURIComponent(indicator.code)}`)}
          aria-label={words.editOf(indicator.code)}
        >
          {words.edit}
        </a>
      )}
      <Findings assets={frame.assets} findings={findings.get(indicatorKey(list.id, indicator.code))} />
    </>
  );
}

function TargetText({ data: { directory }, target }: { data: PlanPageData; target: Target | undefined }) {
  if (target === undefined || target.text === '') return <em>{words.noTarget}</em>;
  return (
    <span class="ciclo-actual">
      <span class="ciclo-verbatim">{target.text}</span>
      {target.confirmed === undefined ? (
        <small class="ciclo-unread">{words.unread}</small>
      ) : (
        <small>
          {words.reads(sentence(target.confirmed))}
          {target.confirmedBy !== undefined && `, ${words.readBy(directory.person(target.confirmedBy))}`}
        </small>
      )}
    </span>
  );
}
