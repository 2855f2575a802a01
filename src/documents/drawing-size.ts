import { never } from '../domain/result.js';
import type { DrawingSize } from '../drawings/frame.js';
import { orgSize } from '../drawings/organisation.js';
import { treeSize } from '../drawings/performance-tree.js';
import { mapSize } from '../drawings/strategic-map.js';
import type { Drawing } from './content.js';

/** The largest a drawing is printed, in cm: what it says is read, so it takes the page, with its heading and caption. */
const DRAWING = { landscape: { width: 26.5, height: 14.6 }, portrait: { width: 17.8, height: 23.5 } };

/** How large a drawing is printed, in cm: its letters as large as the page lets them be, never larger than the text. */
export const drawnSize = (drawing: Drawing, landscape: boolean): { readonly width: number; readonly height: number } =>
  fitted(drawingSize(drawing), DRAWING[landscape ? 'landscape' : 'portrait']);

/** Whether a drawing is printed as wide as the page, with letters no smaller than the others of its width. */
export const isWholeWidth = (drawing: Drawing, landscape: boolean): boolean => {
  const { width, height } = drawingSize(drawing);
  const most = DRAWING[landscape ? 'landscape' : 'portrait'];
  return (height * most.width) / width <= most.height;
};

/** How large a drawing is, in the units of its texts. */
function drawingSize(drawing: Drawing): DrawingSize {
  switch (drawing.kind) {
    case 'organisation':
      return orgSize(drawing.chart);
    case 'tree':
      return treeSize(drawing.entity, drawing.plan);
    case 'map':
      return mapSize(drawing.plan);
    default:
      return never(drawing);
  }
}

/** Pixels of a picture that go on a centimetre. */
const PIXELS = 96 / 2.54;

/** A size in cm, no larger than it is on a screen and than there is room for. */
export function fitted(of: { readonly width: number; readonly height: number }, most: typeof of): typeof of {
  const scale = Math.min(1 / PIXELS, most.width / of.width, most.height / of.height);
  return { width: of.width * scale, height: of.height * scale };
}
