import { never } from '../../domain/result.js';
import { OrgDrawing, orgTitle } from '../../drawings/organisation.js';
import { PerformanceTree, treeTitle } from '../../drawings/performance-tree.js';
import { mapTitle, StrategicMap } from '../../drawings/strategic-map.js';
import type { Drawing } from '../content.js';

/** A drawing as SVG that stands alone, with nothing but shapes and texts. */
export function drawingSvg(drawing: Drawing): string {
  switch (drawing.kind) {
    case 'organisation':
      return String(<OrgDrawing chart={drawing.chart} alone={true} />);
    case 'tree':
      return String(<PerformanceTree entityName={drawing.entity} plan={drawing.plan} alone={true} />);
    case 'map':
      return String(<StrategicMap plan={drawing.plan} alone={true} />);
    default:
      return never(drawing);
  }
}

/** What a drawing shows, for who does not see it. */
export function drawingTitle(drawing: Drawing): string {
  switch (drawing.kind) {
    case 'organisation':
      return orgTitle(drawing.chart);
    case 'tree':
      return treeTitle(drawing.plan);
    case 'map':
      return mapTitle(drawing.plan);
    default:
      return never(drawing);
  }
}
