import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Rollup, TrafficLight } from '../../../domain/achievement/types.js';
import type { BodyProfile } from '../../../domain/follow-up.js';
import { type BoxResult, Shape } from '../../../drawings/box.js';
import { bodyProfile } from '../../../register/body.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import { type LatestResults, latestResults } from '../../../register/reading/latest-results.js';
import { type PlanShown, planShown } from '../../../register/reading/plan.js';
import { consoleWords } from '../../../words/console.js';
import { italianDay } from '../../../words/format.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import { cycleCrumb, homeCrumbs } from '../kit/crumbs.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { percentOrNot } from '../kit/parts/range-bar.js';
import { type ScorecardView, ScorecardViews } from '../kit/parts/scorecard-views.js';
import { cyclePath } from '../kit/paths.js';
import { cycleIdIn, type Site } from '../kit/site.js';
import { rollupsByNode } from './plan-results.js';

/** What the pages that draw the plan are made from. */
export interface PlanDrawn {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly shown: PlanShown | undefined;
  readonly results: LatestResults | undefined;
  readonly rollups: ReadonlyMap<string, Rollup>;
  readonly profile: BodyProfile | undefined;
}

/** Undefined when the address names no cycle. Six queries with those of the frame. */
export async function planDrawn({ deps, assets }: Site, c: Context): Promise<PlanDrawn | undefined> {
  const frame = await frameOf(deps, assets, c, cycleIdIn(c));
  const { cycle } = frame;
  if (cycle === undefined) return undefined;
  const { db } = deps.register;
  const [shown, results, profile] = await Promise.all([
    planShown(db, cycle.entity, cycle.exercise),
    latestResults(db, cycle.id),
    bodyProfile(db, cycle.entity),
  ]);
  return { frame, cycle, shown, results, profile, rollups: rollupsByNode(results?.assessment) };
}

interface PlanPageProps {
  readonly drawn: PlanDrawn;
  readonly view: ScorecardView;
  readonly title: string;
  readonly lead: string;
  readonly children?: Child;
}

/** A page about the plan: title, the other views, when its results are from. */
export function PlanPage({ drawn: { frame, cycle, results }, view, title, lead, children }: PlanPageProps) {
  return (
    <Layout frame={frame} title={title} section="scorecard" crumbs={[...homeCrumbs(frame), cycleCrumb(cycle)]}>
      <div class="ciclo-title">
        <h1>{title}</h1>
      </div>
      <ScorecardViews cycle={cycle} current={view} />
      <p class="lead">{lead}</p>
      <p>
        {results === undefined
          ? scorecardWords.map.planned
          : scorecardWords.map.at(results.checkpoint.title, italianDay(results.checkpoint.to))}
      </p>
      {children}
    </Layout>
  );
}

/** Mission and vision of the body, where its files say them. */
export function Mandate({ profile }: { profile: BodyProfile | undefined }) {
  if (profile?.mission === undefined && profile?.vision === undefined) return null;
  return (
    <dl class="ciclo-mandate">
      {profile.mission !== undefined && (
        <>
          <dt>{scorecardWords.map.mission}</dt>
          <dd>{profile.mission}</dd>
        </>
      )}
      {profile.vision !== undefined && (
        <>
          <dt>{scorecardWords.map.vision}</dt>
          <dd>{profile.vision}</dd>
        </>
      )}
    </dl>
  );
}

/** Where a programme is told of: its sheet, or its rows of the scorecard when the plan has no sheet for it. */
export function programmePath({ cycle, shown }: PlanDrawn, programme: string): string {
  const anchor = `#programma-${encodeURIComponent(programme)}`;
  const hasSheet = shown?.plan.sheets.some((sheet) => sheet.programme === programme) ?? false;
  return cyclePath(cycle, hasSheet ? `/programmi${anchor}` : `/cruscotto?ordine=aree${anchor}`);
}

/** What a box of a drawing says of a node: nothing before the first results. */
export function resultOf({ rollups }: PlanDrawn, node: string): BoxResult | undefined {
  const rollup = rollups.get(node);
  return rollup === undefined ? undefined : { text: percentOrNot(rollup.achievement), light: rollup.light };
}

const LIGHTS: readonly TrafficLight[] = ['green', 'yellow', 'red', 'none'];

/** What the shapes in a drawing mean. */
export function DrawingKey({ drawn }: { drawn: PlanDrawn }) {
  if (drawn.results === undefined) return null;
  return (
    <ul class="ciclo-drawing-key" aria-label={scorecardWords.map.key}>
      {LIGHTS.map((light) => (
        <li>
          <svg class="ciclo-drawing-shape" width="18" height="16" viewBox="0 0 18 16" aria-hidden="true">
            <Shape light={light} x={8} y={8} />
          </svg>
          {consoleWords.light[light]}
        </li>
      ))}
    </ul>
  );
}
