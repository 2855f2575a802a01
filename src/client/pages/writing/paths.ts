import type { CycleName } from '../../../register/reading/cycles.js';
import { cyclePath } from '../kit/paths.js';

/** Below the address of a cycle: its documents, as they are written. */
export const DOCUMENTS_PATH = '/documenti';
/** Below that and the kind of a document: its draft. */
export const DRAFT_PATH = '/bozza';

/** Addresses as routes have them. */
export const DRAFT_ROUTE = `/cicli/:entity/:exercise${DOCUMENTS_PATH}/:document${DRAFT_PATH}`;
/** A section stands below a word of its own: no id of one is the address of anything else. */
export const SECTION_ROUTE = `${DRAFT_ROUTE}/sezioni/:section`;

/** `/cicli/ccms/2016/documenti/piano/bozza`, or a page below it. */
export const draftPath = (cycle: Pick<CycleName, 'entity' | 'exercise'>, document: string, below = ''): string =>
  cyclePath(cycle, `${DOCUMENTS_PATH}/${encodeURIComponent(document)}${DRAFT_PATH}${below}`);

export const sectionPath = (
  cycle: Pick<CycleName, 'entity' | 'exercise'>,
  document: string,
  section: string,
  below = '',
): string => draftPath(cycle, document, `/sezioni/${encodeURIComponent(section)}${below}`);
