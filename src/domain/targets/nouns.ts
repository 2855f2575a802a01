import type { NameHints } from './name.js';
import { viewOf } from './names/view.js';
import { wordsOf } from './names/words.js';

/** A direction the words of the target itself give: `3 incontri` is work to do, `2 reclami` is not. */
export function nounSense(text: string): 'more' | 'less' | undefined {
  const { sense, trust, role, steps } = viewOf(wordsOf(text));
  // The words of a target name what is promised: `3 interventi` are to be made.
  if (role === 'work' && steps.length === 1) return 'more';
  return trust === 'any' ? sense : undefined;
}

/** `istanze respinte`, `licenze revocate`, `sanzioni contestate`: that there are more of them may be a bad thing. */
export function turnedDown(text: string): boolean {
  const words = wordsOf(text);
  if (words.some((word) => TURNED_DOWN.test(word))) return true;
  const { sense, trust, steps } = viewOf(words);
  return trust === 'weak' && sense === 'less' && steps.length > 1;
}

/** A fine is contested by who pays it, an irregularity by who finds it; a case shelved may be one dealt with. */
const TURNED_DOWN =
  /^(?:respint|rigettat|negat|rifiutat|archiviat|revocat|annullat|decadut|prescritt|contestat|disdett|denunciat|impugnat)[oaie]$/;

/** Names whose full value is nothing to aim at: troubles, costs, deviations, acts of authority. */
export const namesBurden = ({ leaning, open, cost }: NameHints): boolean => cost || open || leaning === 'less';

/** As `nounSense`, for the whole a percent is taken of. */
export function shareSense(text: string): 'more' | 'less' | undefined {
  const { sense, trust } = viewOf(wordsOf(text));
  return trust === 'weak' ? undefined : sense;
}
