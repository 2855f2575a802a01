import type { Handler } from 'hono';
import { planShape } from '../../../domain/plan-shape.js';
import { PerformanceTree } from '../../../drawings/performance-tree.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import { answer, type Site } from '../kit/site.js';
import { PlanOutline } from './plan-outline.js';
import { DrawingKey, Mandate, PlanPage, planDrawn, programmePath, resultOf } from './plan-page.js';
import { byArea } from './scorecard-view.js';

const words = scorecardWords.tree;

/** The performance tree, drawn and as a list. */
export function performanceTree(site: Site): Handler {
  return async (c) => {
    const drawn = await planDrawn(site, c);
    if (drawn === undefined) return c.notFound();
    const { cycle, shown, profile, rollups, frame } = drawn;
    const hrefOf = (programme: string): string => programmePath(drawn, programme);
    return answer(
      c,
      <PlanPage drawn={drawn} view="albero" title={words.title(cycle.exercise)} lead={words.lead}>
        {shown === undefined ? (
          <p>{scorecardWords.map.none}</p>
        ) : (
          <>
            <Mandate profile={profile} />
            <DrawingKey drawn={drawn} />
            <section class="ciclo-drawing" tabindex={0} aria-label={words.region}>
              <PerformanceTree
                entityName={cycle.entityName}
                plan={planShape(shown.plan)}
                resultOf={(node) => resultOf(drawn, node)}
                hrefOf={hrefOf}
              />
            </section>
            <section aria-labelledby="elenco">
              <h2 id="elenco">{words.list}</h2>
              <PlanOutline assets={frame.assets} groups={byArea(shown.plan)} {...{ cycle, rollups, hrefOf }} />
            </section>
          </>
        )}
      </PlanPage>,
    );
  };
}
