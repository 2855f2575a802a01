import type { Command } from 'commander';
import { ACTS } from '../../acts/index.js';
import { registerAct } from './act/command.js';

/** The verbs by which people act on a cycle. */
export function registerActs(program: Command): void {
  for (const one of ACTS) registerAct(program, one);
}
