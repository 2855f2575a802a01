import type { Deps } from '../office/deps.js';
import { concludeDraft } from '../office/drafting/conclude.js';
import { roundsTransmitted, sectionsMissing, transmitDocument } from '../office/drafting/transmit.js';
import { refused } from './refused.js';
import type { RemoteActivities } from './types.js';

/** What workflows ask of documents that are being prepared. */
export function drafting(
  deps: Deps,
): Pick<RemoteActivities, 'transmitDocument' | 'sectionsMissing' | 'concludeDraft' | 'roundsTransmitted'> {
  return {
    transmitDocument: async (...asked) => {
      const done = await transmitDocument(deps, ...asked);
      if (!done.ok) throw refused(...done.error);
    },
    sectionsMissing: (...asked) => sectionsMissing(deps, ...asked),
    concludeDraft: (...asked) => concludeDraft(deps, ...asked),
    roundsTransmitted: (...asked) => roundsTransmitted(deps, ...asked),
  };
}
