import type { CycleName } from '../../../register/reading/cycles.js';
import { DOCUMENTS_PATH, DRAFT_PATH, draftPath } from '../kit/paths.js';

/** Addresses as routes have them. */
export const DRAFT_ROUTE = `/cicli/:entity/:exercise${DOCUMENTS_PATH}/:document${DRAFT_PATH}`;
/** A section stands below a word of its own: no id of one is the address of anything else. */
export const SECTION_ROUTE = `${DRAFT_ROUTE}/sezioni/:section`;

/** `/cicli/ccms/2016/documenti/piano/bozza/sezioni/presentazione`, or a page below it. */
export const sectionPath = (
  cycle: Pick<CycleName, 'entity' | 'exercise'>,
  document: string,
  section: string,
  below = '',
): string => draftPath(cycle, document, `/sezioni/${encodeURIComponent(section)}${below}`);
