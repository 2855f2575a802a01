import { collectAutomatic } from '../office/collect-automatic.js';
import type { Deps } from '../office/deps.js';
import { freezeDocument } from '../office/freeze.js';
import { publish } from '../office/publish.js';
import { assessing } from './assess.js';
import { collecting } from './collect.js';
import { countingFromActs } from './count-from-act.js';
import { drafting } from './draft.js';
import { notifying } from './notify.js';
import { postponing } from './postpone.js';
import { preparing } from './prepare.js';
import { recording } from './record.js';
import type { Activities } from './types.js';

/** Everything workflows ask of the world, made from its dependencies once per worker. */
export function createActivities(deps: Deps): Activities {
  return {
    ...recording(deps),
    ...collecting(deps),
    ...assessing(deps),
    ...notifying(deps),
    ...preparing(deps),
    ...postponing(deps),
    ...countingFromActs(deps),
    ...drafting(deps),
    collectAutomatic: (...asked) => collectAutomatic(deps, ...asked),
    freezeDocument: (...asked) => freezeDocument(deps, ...asked),
    publish: (...asked) => publish(deps, ...asked),
  };
}
