import type { NounRole, Sense, Trust } from './roles.js';

/** What is known of the measured thing after each word of the name. */
export interface Standing {
  readonly sense: Sense | undefined;
  readonly trust: Trust;
  /** The noun it began with. */
  readonly noun: string;
  readonly role: NounRole;
}
