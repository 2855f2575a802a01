import { seriesSections } from '../../documents/serie.js';
import { type ComputedPart, directly } from './part.js';

/** The body's series that belong to a chapter of the reference Piano: `with: { chapter: '3' }`. */
export const seriesOfChapter: ComputedPart = async ({ bodies, with: of }, ref) =>
  seriesSections(ref.entity, bodies.beside(ref.entity).series, of?.chapter ?? '').flatMap(({ blocks }) =>
    directly(blocks),
  );
