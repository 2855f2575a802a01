import { CONNECTORS, referenceAt } from './baselines.js';
import { matchPhrase } from './phrases.js';
import { offendingAt } from './roles.js';
import type { Token } from './tokens.js';

/** Words that load any other text, and in the name of a base say which one: `media degli esercizi precedenti`. */
const WHICH =
  /^(?:precedent[ei]|antecedent[ei]|scors[oaie]|previst[oaie]|ultim[oaie]|trienni?o|bienni?o|provvisori[oa]|parziali?|piu|meno|minimo|massimo)$/;

/** Words that no rule reserves, and that join a condition or a second promise to the name of a base. */
const JOINING = /^(?:limiti|netto|e|ed|con|fondi|secondo|subordinatamente|permettendo)$/;

/**
 * Whether what was taken for the name of a base goes on after it (`rispetto all'anno precedente in base alle risorse`), or
 * holds a word that may load the promise (`rispetto al preventivo salvo rincari`).
 * @param span the clause, from the words that lead to the base
 */
export function saysMore(
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  const start = matchPhrase(CONNECTORS, tokens, from)?.next ?? from;
  const known = referenceAt(tokens, start);
  if (known !== undefined && known.next > start && known.next < to) return true;
  if (tokens.slice(start, to).some((t) => t.kind === 'word' && JOINING.test(t.text))) return true;
  let loaded = offendingAt(tokens, start, to);
  while (loaded >= 0 && WHICH.test(tokens[loaded]?.text ?? '')) loaded = offendingAt(tokens, loaded + 1, to);
  return loaded >= 0;
}
