import type { Decision } from './decide.js';
import { stems } from './in-name.js';
import { isWord } from './phrases.js';
import type { Surroundings } from './surroundings.js';
import type { Span, Work } from './work.js';

/**
 * `nessun reclamo` for `Reclami ricevuti`: «nessun» says how many, and that they are not to be more; what is counted is what the
 * indicator is called after, so that nothing is supposed. Beside another name it may be one more thing to measure.
 */
export function noneOfTheName(
  { tokens, context, hints }: Work,
  [from]: Span,
  { operators, doubts }: Decision,
  { noun, what }: Surroundings,
): boolean {
  if (!isWord(tokens[from], 'nessun', 'nessuno', 'nessuna', "nessun'")) return false;
  if (doubts.length > 0 || operators[0] !== '<=') return false;
  const name = stems(context.name ?? '');
  const counted = stems(noun === '' ? what : noun)[0] ?? '';
  // `Ritardo medio (giorni)`, `Tasso di errore`: it is not they that are counted.
  const { unit, percent, share, view } = hints;
  if (unit !== undefined || percent || share || view?.measure.grade === true || name.includes('medi')) return false;
  return counted.length > 3 && name.includes(counted);
}
