import { percent as percentCell } from '../../../documents/content.js';
import type { IndicatorAssessment } from '../../../domain/achievement/types.js';
import { sum } from '../../../domain/findings/number.js';
import { scorecardIndicators } from '../../../domain/findings/walk.js';
import { equal, exactText, HUNDRED } from '../../../domain/rational.js';
import type { ScorecardNode } from '../../../domain/scorecard/types.js';
import { consoleWords } from '../../../words/console.js';
import { italianPercent } from '../../../words/format.js';
import { actualText } from '../../../words/measure.js';
import { planningWords } from '../../../words/planning.js';
import { takeAwayWords } from '../../../words/take-away.js';
import type { Assets } from '../kit/assets.js';
import { Light, Trace } from '../kit/parts/light.js';
import { percentOrNot } from '../kit/parts/range-bar.js';
import { indicatorPath } from '../kit/paths.js';
import { achievementCell, countedOf, lightText } from '../kit/table/cells.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import type { Found, ResultsPageProps } from './asked-results.js';
import type { ResultChange } from './supposed-results.js';

const words = planningWords.results;

/** Rows a page shows of the indicators that would change. */
const MOST_ROWS = 200;

export type WithFound = ResultsPageProps & { readonly found: Found };

export function Outcome({ frame, cycle, found }: WithFound) {
  const { results, changes, understood, version } = found;
  const { before, after } = results;
  const total = sum(
    scorecardIndicators(understood.plan).flatMap(({ node }) => (node.weight === undefined ? [] : [node.weight])),
  );
  const afterAreas = new Map(after.entity.children.map((node) => [node.node, node]));
  return (
    <section aria-labelledby="esito">
      <h2 id="esito">{words.total}</h2>
      <div class="ciclo-before-after">
        <TotalFigure assets={frame.assets} title={words.before} node={before.entity} />
        <TotalFigure assets={frame.assets} title={words.after} node={after.entity} />
      </div>
      <p>
        <small>
          {`${words.plan(version)}. `}
          {!equal(total, HUNDRED) && words.weightsSum(italianPercent(exactText(total)))}
        </small>
      </p>
      <DataTable
        name="aree"
        caption={words.areas}
        columns={[
          area.text(words.areas, ({ title }) => title),
          area.percent(words.before, ({ achievement }) => achievement, {
            show: ({ achievement }) => percentOrNot(achievement),
          }),
          area.percent(words.after, ({ node }) => afterAreas.get(node)?.achievement, {
            show: ({ node }) => <strong>{percentOrNot(afterAreas.get(node)?.achievement)}</strong>,
          }),
        ]}
        rows={before.entity.children}
      />
      <h3>{words.indicators}</h3>
      {changes.length === 0 ? <p>{words.same}</p> : <Changes {...{ frame, cycle, found }} />}
    </section>
  );
}

function TotalFigure({ assets, title, node }: { assets: Assets; title: string; node: ScorecardNode }) {
  return (
    <div class="ciclo-card">
      <h3>{title}</h3>
      <p class="ciclo-figure">
        <strong>{percentOrNot(node.achievement)}</strong>
        {node.achievement !== undefined && <Light assets={assets} light={node.light} />}
      </p>
      <p>
        {`${words.coverage(italianPercent(node.coverage))}, ${words.between(italianPercent(node.worst), italianPercent(node.best))}`}
      </p>
      <Trace lines={node.trace} of={title} />
    </div>
  );
}

function Changes({ frame, cycle, found }: Pick<WithFound, 'frame' | 'cycle' | 'found'>) {
  const { changes, understood } = found;
  const saidOf = (change: ResultChange): readonly string[] => [
    ...(understood.said.get(change.indicator.code) ?? []),
    ...supposedText(change),
  ];
  const inFile = { only: 'file' } as const;
  return (
    <>
      <DataTable
        name="risultati"
        caption={words.caption}
        hideCaption
        most={MOST_ROWS}
        columns={[
          text(planningWords.columns.indicator, ({ indicator }) => indicator.name, {
            show: (change) => (
              <>
                <a href={indicatorPath(cycle, change.indicator.code)}>
                  {`${change.indicator.code} ${change.indicator.name}`}
                </a>
                {saidOf(change).map((said) => (
                  <small class="ciclo-later">{said}</small>
                ))}
              </>
            ),
          }),
          text(own.code, ({ indicator }) => indicator.code, inFile),
          text(own.supposed, (change) => saidOf(change).join('; '), inFile),
          mixed(words.before, ({ before }) => judgedCell(before), {
            show: ({ before }) => <Judged assets={frame.assets} assessment={before} />,
          }),
          mixed(words.after, afterCell, { show: (change) => <After assets={frame.assets} change={change} /> }),
          status(own.light, lightAfter, inFile),
        ]}
        rows={changes}
      />
      {changes.length > MOST_ROWS && <p>{words.shown(MOST_ROWS, changes.length)}</p>}
    </>
  );
}

const { columns: own } = takeAwayWords;
const { text, mixed, status } = columnsOf<ResultChange>();

const area = columnsOf<ScorecardNode>();

const judgedCell = (assessment: IndicatorAssessment | undefined) =>
  assessment === undefined ? undefined : achievementCell(countedOf(assessment, undefined));

const afterCell = ({ supposed, after }: ResultChange) =>
  supposed !== undefined && 'percent' in supposed ? percentCell(supposed.percent) : judgedCell(after);

const lightAfter = ({ supposed, after }: ResultChange): string | undefined =>
  after === undefined || (supposed !== undefined && 'percent' in supposed)
    ? undefined
    : lightText(countedOf(after, undefined));

function supposedText({ supposed }: ResultChange): readonly string[] {
  if (supposed === undefined) return [];
  return 'value' in supposed
    ? [words.supposed(actualText(supposed.value, undefined))]
    : [words.supposedScore(italianPercent(supposed.percent))];
}

/** A result supposed as such counts in the totals without a value: it has no computation to show. */
function After({ assets, change }: { assets: Assets; change: ResultChange }) {
  const { supposed, after, indicator } = change;
  if (supposed !== undefined && 'percent' in supposed) return <strong>{italianPercent(supposed.percent)}</strong>;
  return (
    <div>
      <Judged assets={assets} assessment={after} />
      {after !== undefined && <Trace lines={after.trace} of={indicator.code} />}
    </div>
  );
}

function Judged({ assets, assessment }: { assets: Assets; assessment: IndicatorAssessment | undefined }) {
  if (assessment === undefined) return <>{planningWords.parts.none}</>;
  if (assessment.achievement === undefined) return <em>{consoleWords.assessmentState[assessment.state]}</em>;
  return (
    <span class="ciclo-achievement">
      <strong>{italianPercent(assessment.achievement)}</strong>
      <Light assets={assets} light={assessment.light} />
    </span>
  );
}
