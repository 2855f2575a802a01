import type { NameHints } from './name.js';
import { type View, viewOf } from './names/view.js';
import { wordsOf } from './names/words.js';
import { remembered } from './remembered.js';
import { fold } from './tokens.js';

const viewed = remembered((text: string): View => viewOf(wordsOf(text)));

/** A direction the words of the target itself give: `3 incontri` is work to do, `2 reclami` is not. */
export function nounSense(text: string): 'more' | 'less' | undefined {
  const { sense, trust, role, steps } = viewed(text);
  // The words of a target name what is promised: `3 interventi` are to be made.
  if (role === 'work' && steps.length === 1) return 'more';
  return trust === 'any' ? sense : undefined;
}

/** `istanze respinte`, `licenze revocate`, `sanzioni contestate`: that there are more of them may be a bad thing. */
export function turnedDown(text: string): boolean {
  if (TURNED_DOWN.test(fold(text))) return true;
  const { sense, trust, steps } = viewed(text);
  return trust === 'weak' && sense === 'less' && steps.length > 1;
}

/** A fine is contested by who pays it, an irregularity by who finds it; a case shelved may be one dealt with. */
const TURNED_DOWN =
  /\b(?:respint|rigettat|negat|rifiutat|archiviat|revocat|annullat|decadut|prescritt|contestat|disdett|denunciat|impugnat)[oaie]\b/;

/** Names whose full value is nothing to aim at: troubles, costs, deviations, acts of authority. */
export const namesBurden = ({ leaning, open, cost }: NameHints): boolean => cost || open || leaning === 'less';

/** As `nounSense`, for the whole a percent is taken of. */
export function shareSense(text: string): 'more' | 'less' | undefined {
  const { sense, trust } = viewed(text);
  return trust === 'weak' ? undefined : sense;
}
