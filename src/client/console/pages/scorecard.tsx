import type { Handler } from 'hono';
import type { Child } from 'hono/jsx';
import type { Rollup } from '../../../domain/achievement/types.js';
import type { Plan } from '../../../domain/plan.js';
import { type Assessment, assessmentOf } from '../../../register/assessments.js';
import { type FrozenIndicator, frozenIndicators } from '../../../register/checkpoints.js';
import { type CurrentMeasurement, currentMeasurements } from '../../../register/measurements.js';
import type { OverrideRecord } from '../../../register/overrides.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianDay, italianMoment } from '../../../words/format.js';
import { cyclePath, type Frame, frameOf } from '../frame.js';
import { Layout } from '../layout.js';
import { AreaTables } from '../parts/area-table.js';
import { OverrideTable } from '../parts/override-table.js';
import { RollupFigure } from '../parts/rollup-figure.js';
import { RollupTable } from '../parts/rollup-table.js';
import {
  type ComputedCheckpoint,
  computedCheckpoints,
  individualIndicators,
  pendingOverrides,
  scorecardTree,
} from '../queries/checkpoint.js';
import type { CycleName } from '../queries/cycles.js';
import { answer, cycleIdIn, type Site } from '../site.js';

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
    const [tree, frozen, current, individual, pending] = await Promise.all([
      scorecardTree(db, cycle.entity, cycle.exercise, assessment.planVersion),
      frozenIndicators(db, ref),
      currentMeasurements(db, ref),
      individualIndicators(db, cycle.entity, cycle.exercise, assessment.planVersion),
      pendingOverrides(db, ref, assessment),
    ]);
    return answer(
      c,
      <ScorecardPage {...{ frame, cycle, computed, chosen, assessment, tree, frozen, current, individual, pending }} />,
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
  readonly tree: Pick<Plan, 'areas' | 'perspectives'> | undefined;
  readonly frozen: readonly FrozenIndicator[];
  readonly current: readonly CurrentMeasurement[];
  readonly individual: ReadonlySet<string>;
  readonly pending: readonly OverrideRecord[];
}

function ScorecardPage(props: ScorecardPageProps) {
  const { frame, cycle, chosen, assessment, tree } = props;
  const { assets } = frame;
  const entity = assessment.rollups.find((r) => r.node === 'entity');
  const of = (prefix: string): readonly Rollup[] => assessment.rollups.filter((r) => r.node.startsWith(prefix));
  return (
    <ScorecardFrame frame={frame} cycle={cycle}>
      <p class="lead">{words.scorecard.of(chosen.title, italianDay(chosen.to))}</p>
      {props.computed.length > 1 && <Chooser {...props} />}
      {entity !== undefined && (
        <section aria-labelledby="ente">
          <h2 id="ente">{words.scorecard.overall}</h2>
          <RollupFigure assets={assets} rollup={entity} title={words.scorecard.overall} />
          <p>
            <small>
              {`${words.checkpoint.computedAt(italianMoment(assessment.at))}. ${words.checkpoint.frozen(assessment.planVersion)}. ${words.checkpoint.policy(assessment.policyVersion)}.`}
            </small>
          </p>
        </section>
      )}
      <OverrideTable
        assets={assets}
        assessment={assessment}
        names={new Map(props.frozen.map((f) => [f.indicator, f.name]))}
        individual={props.individual}
        pending={props.pending}
      />
      <RollupTable assets={assets} id="prospettive" title={words.scorecard.perspectives} rollups={of('perspective:')} />
      {tree !== undefined && (
        <AreaTables
          {...{ assets, assessment, areas: tree.areas, exercise: cycle.exercise }}
          frozen={props.frozen}
          current={props.current}
        />
      )}
      <RollupTable assets={assets} id="uffici" title={words.scorecard.offices} rollups={of('office:')} />
      <RollupTable assets={assets} id="missioni" title={words.scorecard.missioni} rollups={of('missione:')} />
    </ScorecardFrame>
  );
}

function Chooser({ cycle, computed, chosen }: ScorecardPageProps) {
  return (
    <nav class="ciclo-tabs" aria-label={words.scorecard.choose}>
      <ul>
        {computed.toReversed().map((checkpoint) => (
          <li>
            <a
              href={cyclePath(cycle, `/cruscotto?monitoraggio=${encodeURIComponent(checkpoint.checkpoint)}`)}
              {...(checkpoint.checkpoint === chosen.checkpoint ? { 'aria-current': 'page' } : {})}
            >
              {checkpoint.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
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
    <Layout
      frame={frame}
      title={title}
      section="scorecard"
      crumbs={[
        ...(frame.cycles.length > 1 ? [{ title: words.nav.home, href: '/' }] : []),
        { title: words.cycle.title(cycle.exercise), href: cyclePath(cycle) },
      ]}
    >
      <div class="ciclo-title">
        <h1>{title}</h1>
      </div>
      {children}
    </Layout>
  );
}
