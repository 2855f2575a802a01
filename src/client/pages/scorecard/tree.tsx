import type { Handler } from 'hono';
import { planShape } from '../../../domain/plan-shape.js';
import { PerformanceTree } from '../../../drawings/performance-tree.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import type { Site } from '../kit/site.js';
import { drawingPage } from './drawing-page.js';
import { resultOf } from './plan-page.js';
import { byArea } from './scorecard-view.js';

/** The performance tree, drawn and as a list. */
export const performanceTree = (site: Site): Handler =>
  drawingPage(site, {
    view: 'albero',
    words: scorecardWords.tree,
    drawing: (drawn, { plan }, hrefOf) => (
      <PerformanceTree
        entityName={drawn.cycle.entityName}
        plan={planShape(plan)}
        resultOf={(node) => resultOf(drawn, node)}
        hrefOf={hrefOf}
      />
    ),
    groups: byArea,
  });
