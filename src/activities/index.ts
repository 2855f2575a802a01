import { assessing } from './assess.js';
import { collecting } from './collect.js';
import { collectingAutomatically } from './collect-automatic.js';
import type { Deps } from './deps.js';
import { freezing } from './freeze.js';
import { notifying } from './notify.js';
import { preparing } from './prepare.js';
import { publishing } from './publish.js';
import { recording } from './record.js';
import type { Activities } from './types.js';

/** Everything workflows ask of the world, made from its dependencies once per worker. */
export function createActivities(deps: Deps): Activities {
  return {
    ...recording(deps),
    ...collecting(deps),
    ...collectingAutomatically(deps),
    ...assessing(deps),
    ...freezing(deps),
    ...publishing(deps),
    ...notifying(deps),
    ...preparing(deps),
  };
}
