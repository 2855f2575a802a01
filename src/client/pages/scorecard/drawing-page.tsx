import type { Handler } from 'hono';
import type { Child } from 'hono/jsx';
import type { PlanShown } from '../../../register/reading/plan.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import type { ScorecardView } from '../kit/parts/scorecard-views.js';
import { answer, type Site } from '../kit/site.js';
import { PlanOutline } from './plan-outline.js';
import { DrawingKey, Mandate, type PlanDrawn, PlanPage, planDrawn, programmePath } from './plan-page.js';
import type { ScorecardGroup } from './scorecard-view.js';

/** A drawing of the plan, and what is told of it. */
interface PlanDrawing {
  readonly view: ScorecardView;
  readonly words: {
    title(exercise: number): string;
    readonly lead: string;
    readonly region: string;
    readonly list: string;
  };
  /** @param hrefOf where a programme is told of */
  drawing(of: PlanDrawn, shown: PlanShown, hrefOf: (programme: string) => string): Child;
  /** What stands between the drawing and its list. */
  readonly below?: (shown: PlanShown) => Child;
  /** The same as a list. */
  groups(plan: PlanShown['plan']): readonly ScorecardGroup[];
}

/** The plan drawn, and the same as a list for who does not see a drawing. */
export function drawingPage(site: Site, { view, words, drawing, below, groups }: PlanDrawing): Handler {
  return async (c) => {
    const drawn = await planDrawn(site, c);
    if (drawn === undefined) return c.notFound();
    const { cycle, shown, profile, rollups, frame } = drawn;
    const hrefOf = (programme: string): string => programmePath(drawn, programme);
    return answer(
      c,
      <PlanPage drawn={drawn} view={view} title={words.title(cycle.exercise)} lead={words.lead}>
        {shown === undefined ? (
          <p>{scorecardWords.map.none}</p>
        ) : (
          <>
            <Mandate profile={profile} />
            <DrawingKey drawn={drawn} />
            <section class="ciclo-drawing" tabindex={0} aria-label={words.region}>
              {drawing(drawn, shown, hrefOf)}
            </section>
            {below?.(shown)}
            <section aria-labelledby="elenco">
              <h2 id="elenco">{words.list}</h2>
              <PlanOutline assets={frame.assets} groups={groups(shown.plan)} {...{ cycle, rollups, hrefOf }} />
            </section>
          </>
        )}
      </PlanPage>,
    );
  };
}
