import type { Handler } from 'hono';
import { planShape } from '../../../domain/plan-shape.js';
import { StrategicMap } from '../../../drawings/strategic-map.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import { answer, type Site } from '../kit/site.js';
import { MapLinksTable } from './map-links-table.js';
import { PlanOutline } from './plan-outline.js';
import { DrawingKey, Mandate, PlanPage, planDrawn, programmePath, resultOf } from './plan-page.js';
import { byPerspective } from './scorecard-view.js';

const words = scorecardWords.map;

/** The strategic map, drawn and as a list. */
export function strategicMap(site: Site): Handler {
  return async (c) => {
    const drawn = await planDrawn(site, c);
    if (drawn === undefined) return c.notFound();
    const { cycle, shown, profile, rollups, frame } = drawn;
    const hrefOf = (programme: string): string => programmePath(drawn, programme);
    return answer(
      c,
      <PlanPage drawn={drawn} view="mappa" title={words.title(cycle.exercise)} lead={words.lead}>
        {shown === undefined ? (
          <p>{words.none}</p>
        ) : (
          <>
            <Mandate profile={profile} />
            <DrawingKey drawn={drawn} />
            <section class="ciclo-drawing" tabindex={0} aria-label={words.region}>
              <StrategicMap plan={planShape(shown.plan)} resultOf={(node) => resultOf(drawn, node)} hrefOf={hrefOf} />
            </section>
            <MapLinksTable plan={shown.plan} />
            <section aria-labelledby="elenco">
              <h2 id="elenco">{words.list}</h2>
              <PlanOutline assets={frame.assets} groups={byPerspective(shown.plan)} {...{ cycle, rollups, hrefOf }} />
            </section>
          </>
        )}
      </PlanPage>,
    );
  };
}
