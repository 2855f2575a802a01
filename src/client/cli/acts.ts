import type { Command } from 'commander';
import { registerClose } from './close.js';
import { registerComplete } from './complete.js';
import { registerDecide } from './decide.js';
import { registerExtend } from './extend.js';
import { registerRemind } from './remind.js';
import { registerReopen } from './reopen.js';
import { registerRestart } from './restart.js';
import { registerReturn } from './return.js';
import { registerSubstitute } from './substitute.js';

/** The verbs by which people act on a cycle. */
export function registerActs(program: Command): void {
  registerRemind(program);
  registerExtend(program);
  registerReopen(program);
  registerRestart(program);
  registerReturn(program);
  registerClose(program);
  registerComplete(program);
  registerDecide(program);
  registerSubstitute(program);
}
