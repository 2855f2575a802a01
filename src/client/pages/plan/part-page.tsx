import type { Handler } from 'hono';
import { sum } from '../../../domain/findings/number.js';
import type { Indicator, Target } from '../../../domain/plan.js';
import { anchorOf, type OutlineList, type PlanPart } from '../../../domain/plan-outline.js';
import { sentence } from '../../../domain/targets/sentence.js';
import { toReadIn } from '../../../domain/to-read.js';
import { italianPercent } from '../../../words/format.js';
import { planningWords as words } from '../../../words/planning.js';
import { as } from '../kit/parts/table-roles.js';
import { READINGS_PATH } from '../kit/paths.js';
import { Findings, PlanningPage } from '../kit/plan-frame.js';
import { answer, type Site } from '../kit/site.js';
import { doneIn, partTitle } from './overview.js';
import { indicatorKey } from './placed-findings.js';
import { type PlanningScene, planCrumbs, planningScene } from './scene.js';

/** One part of the plan: its indicators with targets, readings, weights and findings, and the way to change each. */
export function planPart(site: Site): Handler {
  return async (c) => {
    const scene = await planningScene(site, c);
    const part = scene?.parts.find((one) => one.id === c.req.param('part'));
    if (scene === undefined || part === undefined) return c.notFound();
    return answer(c, <PartPage scene={scene} part={part} done={doneIn(c)} />);
  };
}

interface PartPageProps {
  readonly scene: PlanningScene;
  readonly part: PlanPart;
  readonly done: string | undefined;
}

function PartPage({ scene, part, done }: PartPageProps) {
  const { frame, cycle, confirms, parts, findings } = scene;
  const unread = toReadIn(parts, cycle.exercise).filter((one) => one.part === part).length;
  return (
    <PlanningPage
      frame={frame}
      cycle={cycle}
      view="plan"
      overline={words.title(cycle.exercise)}
      title={partTitle(part)}
      under={planCrumbs(scene)}
      done={done}
    >
      <p class="lead">{words.open(unread)}</p>
      {confirms && unread > 0 && (
        <p>
          <a class="btn btn-primary" href={scene.path(`${READINGS_PATH}/${part.id}`)}>
            {words.actions.readings}
          </a>
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
            <Above scene={scene} list={list} />
          )}
          <List scene={scene} list={list} />
        </>
      ))}
    </PlanningPage>
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

function Above({ scene: { frame, findings, directory }, list }: { scene: PlanningScene; list: OutlineList }) {
  const [title = ''] = list.above;
  return (
    <>
      <h2>{list.kind === 'individual' ? directory.title(title) : title}</h2>
      <Findings assets={frame.assets} findings={findings.get(`objective:${title.split(' ')[0]}`)} />
    </>
  );
}

function List({ scene, list }: { scene: PlanningScene; list: OutlineList }) {
  const { frame, cycle, edits, findings } = scene;
  const id = anchorOf(list.id);
  const year = cycle.exercise;
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
        <table class="table ciclo-table ciclo-plan" {...as.table}>
          <caption class="visually-hidden">{listTitle(list)}</caption>
          <thead {...as.rows}>
            <tr {...as.row}>
              {[words.columns.indicator, words.columns.weight, words.columns.target(year), words.columns.next].map(
                (title) => (
                  <th scope="col" {...as.columnHeader} class={title === words.columns.weight ? 'n' : undefined}>
                    {title}
                  </th>
                ),
              )}
              <th scope="col" {...as.columnHeader}>
                {words.columns.office}
              </th>
            </tr>
          </thead>
          <tbody {...as.rows}>
            {list.indicators.map((indicator) => (
              <IndicatorRow scene={scene} list={list} indicator={indicator} />
            ))}
          </tbody>
        </table>
      )}
      {edits && (
        <p>
          <a href={scene.path(`/nuovo/${encodeURIComponent(list.id)}`)} aria-label={words.addTo(list.code)}>
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
  const said = italianPercent(total.toString());
  if (whole === undefined) return <p>{words.list.sumOnly(said)}</p>;
  return <p>{total.equals(whole) ? words.list.sumsUp(said) : words.list.sum(said, italianPercent(whole))}</p>;
}

function IndicatorRow({ scene, list, indicator }: { scene: PlanningScene; list: OutlineList; indicator: Indicator }) {
  const { frame, cycle, edits, findings, directory } = scene;
  const year = cycle.exercise;
  const target = indicator.targets.find((t) => t.year === year);
  const later = indicator.targets.filter((t) => t.year > year && t.text !== '');
  return (
    <tr {...as.row} id={anchorOf(list.id, indicator.code)}>
      <th scope="row" {...as.rowHeader} data-label={words.columns.indicator}>
        <b>{indicator.code}</b> {indicator.name}
        {edits && (
          <a
            class="ciclo-edit"
            href={scene.path(`/indicatori/${encodeURIComponent(list.id)}/${encodeURIComponent(indicator.code)}`)}
            aria-label={words.editOf(indicator.code)}
          >
            {words.edit}
          </a>
        )}
        <Findings assets={frame.assets} findings={findings.get(indicatorKey(list.id, indicator.code))} />
      </th>
      <td {...as.cell} data-label={words.columns.weight} class="n">
        {indicator.weight === undefined ? words.parts.none : italianPercent(indicator.weight)}
      </td>
      <td {...as.cell} data-label={words.columns.target(year)}>
        <TargetText scene={scene} target={target} />
      </td>
      <td {...as.cell} data-label={words.columns.next}>
        {later.length === 0 ? (
          words.parts.none
        ) : (
          <span class="ciclo-actual">
            {later.map((t) => (
              <span>{`${t.year}: ${t.text}`}</span>
            ))}
          </span>
        )}
      </td>
      <td {...as.cell} data-label={words.columns.office}>
        {directory.title(`ufficio:${indicator.office}`)}
      </td>
    </tr>
  );
}

function TargetText({ scene: { directory }, target }: { scene: PlanningScene; target: Target | undefined }) {
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
