import type { Handler } from 'hono';
import type { Child } from 'hono/jsx';
import type { Rollup } from '../../../domain/achievement/types.js';
import type { BodyProfile } from '../../../domain/follow-up.js';
import { type Assessment, assessmentOf } from '../../../register/assessments.js';
import { type FrozenIndicator, frozenIndicators } from '../../../register/checkpoints.js';
import { type CurrentMeasurement, currentMeasurements } from '../../../register/measurements.js';
import type { OverrideRecord } from '../../../register/overrides.js';
import {
  type ComputedCheckpoint,
  computedCheckpoints,
  individualIndicators,
  pendingOverrides,
  scorecardTree,
} from '../../../register/reading/checkpoint.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import { trendRows } from '../../../register/reading/trend.js';
import { profileToday } from '../../../register/series-values.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianDay, italianMoment } from '../../../words/format.js';
import { standingWords } from '../../../words/measure.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import { sideBySideWords } from '../../../words/side-by-side.js';
import { takeAwayWords } from '../../../words/take-away.js';
import type { Assets } from '../kit/assets.js';
import { hasLine, pointsText } from '../kit/charts/points.js';
import { cycleCrumb, homeCrumbs } from '../kit/crumbs.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { comparisons } from '../kit/model/benchmark.js';
import { type Trends, trendsOf } from '../kit/model/trend.js';
import { Benchmark } from '../kit/parts/benchmark.js';
import { foldedQuery } from '../kit/parts/folding.js';
import { OverrideTable } from '../kit/parts/override-table.js';
import { RollupFigure } from '../kit/parts/rollup-figure.js';
import { ScorecardViews } from '../kit/parts/scorecard-views.js';
import { TakeAwayLinks } from '../kit/parts/take-away-links.js';
import { Trend } from '../kit/parts/trend.js';
import { comparisonPath, cyclePath, indicatorPath } from '../kit/paths.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { RollupTable } from './rollup-table.js';
import { ScorecardTables } from './scorecard-table.js';
import { byArea, byPerspective, type ScorecardTree } from './scorecard-view.js';

/** The scorecard as the latest checkpoint, or the one asked for, computed it. */
export function scorecard({ deps, assets }: Site): Handler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c, cycleIdIn(c));
    const { cycle } = frame;
    if (cycle === undefined) return c.notFound();
    const { db } = deps.register;
    const computed = await computedCheckpoints(db, cycle.id);
    const asked = c.req.query('monitoraggio');
    const chosen = asked === undefined ? computed[0] : computed.find((k) => k.checkpoint === asked);
    if (chosen === undefined) {
      return asked === undefined ? answer(c, <EmptyPage frame={frame} cycle={cycle} />) : c.notFound();
    }
    const ref = { cycle: cycle.id, checkpoint: chosen.checkpoint };
    const assessment = await assessmentOf(db, ref);
    if (assessment === undefined) return c.notFound();
    const [tree, frozen, current, individual, pending, rows, profile] = await Promise.all([
      scorecardTree(db, cycle.entity, cycle.exercise, assessment.planVersion),
      frozenIndicators(db, ref),
      currentMeasurements(db, ref),
      individualIndicators(db, cycle.entity, cycle.exercise, assessment.planVersion),
      pendingOverrides(db, ref, assessment),
      trendRows(db, cycle.entity, cycle.exercise),
      profileToday(db, cycle.entity),
    ]);
    const trends = trendsOf(
      rows.filter((row) => row.to <= chosen.to),
      cycle.exercise,
      scorecardWords.table.notComputed,
    );
    const arrangement = c.req.query('ordine') === 'aree' ? 'area' : 'perspective';
    return answer(
      c,
      <ScorecardPage
        {...{ frame, cycle, computed, chosen, assessment, tree, frozen, current, individual, pending }}
        {...{ trends, profile, arrangement }}
      />,
    );
  };
}

/** What the page shows. */
interface ScorecardPageProps {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly computed: readonly ComputedCheckpoint[];
  readonly chosen: ComputedCheckpoint;
  readonly assessment: Assessment;
  readonly tree: ScorecardTree | undefined;
  readonly frozen: readonly FrozenIndicator[];
  readonly current: readonly CurrentMeasurement[];
  readonly individual: ReadonlySet<string>;
  readonly pending: readonly OverrideRecord[];
  /** Up to the checkpoint shown. */
  readonly trends: Trends;
  readonly profile: BodyProfile | undefined;
  readonly arrangement: 'perspective' | 'area';
}

function ScorecardPage(props: ScorecardPageProps) {
  const { frame, cycle, chosen, assessment, tree, trends, arrangement } = props;
  const { assets } = frame;
  const hrefOf = (indicator: string): string => indicatorPath(cycle, indicator);
  const entity = assessment.rollups.find((r) => r.node === 'entity');
  const of = (prefix: string): readonly Rollup[] => assessment.rollups.filter((r) => r.node.startsWith(prefix));
  return (
    <ScorecardFrame frame={frame} cycle={cycle}>
      <p class="lead">{words.scorecard.of(chosen.title, italianDay(chosen.to))}</p>
      {chosen.standing !== null && <p>{standingWords[chosen.standing].said}</p>}
      {frame.cycles.length > 1 && (
        <p>
          <a href={comparisonPath({ primo: cycle.id })}>{sideBySideWords.link}</a>
        </p>
      )}
      {props.computed.length > 1 && <Chooser {...props} />}
      {entity !== undefined && (
        <section aria-labelledby="ente">
          <h2 id="ente">{words.scorecard.overall}</h2>
          <RollupFigure assets={assets} rollup={entity} title={words.scorecard.overall} />
          <OverallTrend trends={trends} />
          <p>
            <small>
              {`${words.checkpoint.computedAt(italianMoment(assessment.at))}. ${words.checkpoint.frozen(assessment.planVersion)}. ${words.checkpoint.policy(assessment.policyVersion)}.`}
            </small>
          </p>
        </section>
      )}
      {chosen.report !== null && <Report assets={assets} report={chosen.report} />}
      <OverrideTable
        assets={assets}
        assessment={assessment}
        names={new Map(props.frozen.map((f) => [f.indicator, f.name]))}
        individual={props.individual}
        pending={props.pending}
      />
      <RollupTable
        assets={assets}
        id="prospettive"
        title={words.scorecard.perspectives}
        rollups={of('perspective:')}
        trends={trends}
      />
      {tree !== undefined && (
        <section aria-labelledby="tabelle">
          <h2 id="tabelle">{scorecardWords.table.title}</h2>
          <Arrangements {...{ frame, cycle, chosen, arrangement }} />
          <ScorecardTables
            {...{ frame, assessment, trends, hrefOf, exercise: cycle.exercise }}
            groups={arrangement === 'perspective' ? byPerspective(tree) : byArea(tree)}
            frozen={props.frozen}
            current={props.current}
          />
        </section>
      )}
      {tree !== undefined && (
        <Benchmark
          {...{ assets, hrefOf, entity: cycle.entity, current: props.current }}
          comparisons={comparisons(tree, props.profile, cycle.entity)}
          units={new Map(props.frozen.map((f) => [f.indicator, f.unit]))}
        />
      )}
      <RollupTable assets={assets} id="uffici" title={words.scorecard.offices} rollups={of('office:')} />
      <RollupTable assets={assets} id="missioni" title={words.scorecard.missioni} rollups={of('missione:')} />
    </ScorecardFrame>
  );
}

/** The same figures as a document: to read, to print, to count with. */
function Report({ assets, report }: { assets: Assets; report: NonNullable<ComputedCheckpoint['report']> }) {
  const href = `/documenti/${report.hash}`;
  return (
    <section aria-labelledby="rapporto">
      <h2 id="rapporto" class="visually-hidden">
        {takeAwayWords.reportTitle}
      </h2>
      <p>
        <a href={href}>{report.title}</a>
      </p>
      <TakeAwayLinks assets={assets} forms={['xlsx', 'csv', 'pdf']} hrefOf={(form) => `${href}/${form}`} />
    </section>
  );
}

/** The scorecard at a checkpoint, its sections open or closed as they are. */
const addressAt = (frame: Frame, checkpoint: string): string =>
  `/cruscotto?${[`monitoraggio=${encodeURIComponent(checkpoint)}`, foldedQuery(frame)].filter((part) => part !== '').join('&')}`;

function Chooser({ frame, cycle, computed, chosen }: ScorecardPageProps) {
  return (
    <nav class="ciclo-tabs" aria-label={words.scorecard.choose}>
      <ul>
        {computed.toReversed().map((checkpoint) => (
          <li>
            <a
              href={cyclePath(cycle, addressAt(frame, checkpoint.checkpoint))}
              aria-current={checkpoint.checkpoint === chosen.checkpoint ? 'page' : undefined}
            >
              {checkpoint.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The same tables by perspective, as the Piano prints them, or by area. */
function Arrangements({
  frame,
  cycle,
  chosen,
  arrangement,
}: Pick<ScorecardPageProps, 'frame' | 'cycle' | 'chosen' | 'arrangement'>) {
  const at = addressAt(frame, chosen.checkpoint);
  const links = [
    { of: 'perspective', title: scorecardWords.arrange.perspective, href: `${at}#tabelle` },
    { of: 'area', title: scorecardWords.arrange.area, href: `${at}&ordine=aree#tabelle` },
  ];
  return (
    <nav class="ciclo-tabs" aria-label={scorecardWords.arrange.label}>
      <ul>
        {links.map((link) => (
          <li>
            <a href={cyclePath(cycle, link.href)} aria-current={link.of === arrangement ? 'true' : undefined}>
              {link.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function OverallTrend({ trends }: { trends: Trends }) {
  const points = trends.get('entity') ?? [];
  if (!hasLine(points)) return null;
  return (
    <p class="ciclo-overall-trend">
      <span>{scorecardWords.table.trend}</span>
      <Trend of={words.scorecard.overall} node="entity" trends={trends} />
      <small aria-hidden="true">{pointsText(points)}</small>
    </p>
  );
}

function EmptyPage({ frame, cycle }: { frame: Frame; cycle: CycleName }) {
  return (
    <ScorecardFrame frame={frame} cycle={cycle}>
      <p class="lead">{words.scorecard.none}</p>
    </ScorecardFrame>
  );
}

function ScorecardFrame({ frame, cycle, children }: { frame: Frame; cycle: CycleName; children?: Child }) {
  const title = words.scorecard.title(cycle.exercise);
  return (
    <Layout frame={frame} title={title} section="scorecard" crumbs={[...homeCrumbs(frame), cycleCrumb(cycle)]}>
      <div class="ciclo-title">
        <h1>{title}</h1>
      </div>
      <ScorecardViews cycle={cycle} current="cruscotto" />
      {children}
    </Layout>
  );
}
