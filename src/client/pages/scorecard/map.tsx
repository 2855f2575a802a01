import type { Handler } from 'hono';
import { planShape } from '../../../domain/plan-shape.js';
import { StrategicMap } from '../../../drawings/strategic-map.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import type { Site } from '../kit/site.js';
import { drawingPage } from './drawing-page.js';
import { MapLinksTable } from './map-links-table.js';
import { resultOf } from './plan-page.js';
import { byPerspective } from './scorecard-view.js';

/** The strategic map, drawn and as a list. */
export const strategicMap = (site: Site): Handler =>
  drawingPage(site, {
    view: 'mappa',
    words: scorecardWords.map,
    drawing: (drawn, { plan }, hrefOf) => (
      <StrategicMap plan={planShape(plan)} resultOf={(node) => resultOf(drawn, node)} hrefOf={hrefOf} />
    ),
    below: ({ plan }) => <MapLinksTable plan={plan} />,
    groups: byPerspective,
  });
