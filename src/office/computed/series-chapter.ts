import { seriesBlocks, seriesSections } from '../../documents/serie.js';
import { profileToday, seriesToday } from '../../register/series-values.js';
import { type ComputedPart, directly } from './part.js';

/**
 * The body's series of a chapter, with the years its officers added: of the reference Piano by its number (`with: { chapter: '3' }`), or
 * of the body's own by its name (`with: { chapter: personale }`), of which `tables` may name some (`tables: "sex, category-sex"`).
 */
export const seriesOfChapter: ComputedPart = async ({ db, bodies, with: of }, { entity }) => {
  const chapter = of?.chapter ?? '';
  const profile = await profileToday(db, entity);
  const own = profile?.chapters.find(({ id }) => id === chapter);
  const only = of?.tables?.split(',').map((id) => id.trim());
  if (own !== undefined) {
    const shown = only === undefined ? own.tables : own.tables.filter(({ id }) => only.includes(id));
    return directly(shown.flatMap((table) => seriesBlocks(entity, table, profile?.relations)));
  }
  const series = await seriesToday(db, entity, bodies.beside(entity).series);
  return seriesSections(entity, series, chapter).flatMap(({ blocks }) => directly(blocks));
};
