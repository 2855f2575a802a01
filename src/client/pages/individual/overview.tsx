import type { Handler } from 'hono';
import { proposeSheet } from '../../../acts/individual/propose.js';
import { peopleToEvaluate, type ToEvaluate } from '../../../register/reading/people-to-evaluate.js';
import { lastTraces } from '../../../register/reading/score-traces.js';
import { sheetsOf } from '../../../register/reading/sheets.js';
import { evaluationPageWords as words } from '../../../words/evaluation-pages.js';
import { cycleCrumb } from '../kit/crumbs.js';
import { Layout } from '../kit/layout.js';
import { Saved } from '../kit/parts/saved.js';
import { ScorecardViews } from '../kit/parts/scorecard-views.js';
import { AGGREGATES_PATH, cyclePath, EVALUATED_PEOPLE_PATH } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { allows, toSignIn } from '../kit/viewer.js';
import { type EvaluationPageData, evaluationPageData, inSight } from './page-data.js';
import { type ProgressRow, ProgressTable, progressOf } from './progress.js';
import { type SheetRow, SheetTable } from './sheet-table.js';

/** Every sheet that concerns who has signed in: what waits for them, their own, those of the people they evaluate, the others they see. */
export function evaluations(site: Site): Handler {
  return async (c) => {
    if (c.get('standing') === undefined) return toSignIn(c);
    const data = await evaluationPageData(site, c);
    if (data === undefined) return c.notFound();
    const { db } = site.deps.register;
    const sheets = await sheetsOf(db, data.cycle.id);
    const seen = await inSight(data, sheets);
    const traces = await lastTraces(
      db,
      seen.filter(({ parts }) => parts.has('score')).map(({ sheet }) => sheet.id),
    );
    const rows = seen.map((one): SheetRow => ({ ...one, trace: traces.get(one.sheet.id) }));
    const steers = allows(c, 'steer');
    const lacking = data.rules === undefined ? [] : await peopleToEvaluate(db, data.cycle, data.rules);
    const mine = lacking.filter(({ evaluator }) => data.viewer.roles.has(evaluator));
    return answer(
      c,
      <Overview
        {...{ data, rows, steers }}
        lacking={mine}
        progress={steers ? progressOf(data, sheets) : []}
        done={c.req.query('fatto')?.slice(0, 300)}
      />,
    );
  };
}

interface OverviewProps {
  readonly data: EvaluationPageData;
  readonly rows: readonly SheetRow[];
  readonly lacking: readonly ToEvaluate[];
  readonly progress: readonly ProgressRow[];
  readonly steers: boolean;
  readonly done: string | undefined;
}

function Overview({ data, rows, lacking, progress, steers, done }: OverviewProps) {
  const { frame, cycle, rules } = data;
  const is = (relation: SheetRow['relations'][number]) => (row: SheetRow) => row.relations.includes(relation);
  const mine = rows.filter(is('person'));
  const people = rows.filter(is('evaluator'));
  const others = rows.filter((row) => !is('person')(row) && !is('evaluator')(row));
  const awaiting = rows.filter(({ awaitsViewer }) => awaitsViewer);
  return (
    <Layout frame={frame} title={words.title(cycle.exercise)} section="scorecard" crumbs={[cycleCrumb(cycle)]}>
      <div class="ciclo-title">
        <h1>{words.title(cycle.exercise)}</h1>
      </div>
      <ScorecardViews cycle={cycle} current="valutazioni" />
      <Saved text={done} />
      <p class="lead">{words.lead}</p>
      {rules === undefined && <p>{words.noRules}</p>}
      {rules !== undefined && rows.length === 0 && lacking.length === 0 && !steers && <p>{words.nothing}</p>}
      {rows.length > 0 && (
        <section aria-labelledby="aspetta">
          <h2 id="aspetta">{words.awaiting}</h2>
          {awaiting.length === 0 ? (
            <p>{words.awaitingNone}</p>
          ) : (
            <SheetTable data={data} name="aspetta-me" title={words.awaiting} rows={awaiting} what="todo" />
          )}
        </section>
      )}
      <Lacking data={data} lacking={lacking} />
      {[
        { name: 'mia', title: words.mine, rows: mine },
        { name: 'persone', title: words.people, rows: people },
        { name: 'altre', title: words.others, rows: others },
      ]
        .filter((part) => part.rows.length > 0)
        .map((part) => (
          <section aria-labelledby={part.name}>
            <h2 id={part.name}>{part.title}</h2>
            <SheetTable data={data} {...part} what="stage" />
          </section>
        ))}
      {steers && progress.length > 0 && (
        <section aria-labelledby="avanzamento">
          <h2 id="avanzamento">{words.progress}</h2>
          <ProgressTable rows={progress} />
        </section>
      )}
      {rules !== undefined && (
        <p>
          <a href={cyclePath(cycle, AGGREGATES_PATH)}>{words.aggregates}</a>
        </p>
      )}
    </Layout>
  );
}

function Lacking({
  data: { cycle, directory },
  lacking,
}: {
  data: EvaluationPageData;
  lacking: readonly ToEvaluate[];
}) {
  if (lacking.length === 0) return null;
  return (
    <section aria-labelledby="da-proporre">
      <h2 id="da-proporre">{words.toPropose}</h2>
      <p>{words.toProposeLead}</p>
      <ul class="ciclo-links">
        {lacking.map(({ person, group }) => (
          <li>
            <a href={cyclePath(cycle, `${EVALUATED_PEOPLE_PATH}/${encodeURIComponent(person)}/${proposeSheet.path}`)}>
              {`${words.propose}: ${directory.person(person)}`}
            </a>
            <span>{group}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
