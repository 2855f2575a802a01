import { err, ok, type Result } from '../result.js';
import type { Unit } from '../targets/types.js';

const count = (noun: string): Unit => ({ kind: 'count', noun });

/** Spellings of the units that have a name of their own; every other noun is what is counted. */
const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:%|per ?cento|p\.c\.)$/, { kind: 'percent' }],
  [/^(?:punti percentuali|punto percentuale|punti %|p\. ?p\.?|pp)$/, { kind: 'percentage-points' }],
  [/^(?:€|euro|eur)\.?$/, { kind: 'euro' }],
  [/^(?:giorn[io]|gg)\.? (?:lavorativ[io]|feriali|feriale|lav\.?)$/, count('giorni lavorativi')],
  [/^(?:giorn[io]|gg?\.?|g\.g\.)(?: (?:di calendario|solari|naturali|consecutivi))?$/, { kind: 'days' }],
  [/^(?:or[ea]|h|hh)\.?$/, { kind: 'hours' }],
  [/^(?:mes[ei])$/, { kind: 'months' }],
  [/^(?:minut[io]|min\.?)$/, count('minuti')],
  [/^(?:settiman[ae]|sett\.?)$/, count('settimane')],
  [/^(?:ann[io])$/, count('anni')],
  [/^(?:mq\.?|m2|m²|metr[io] quadr(?:i|o|at[io]))$/, count('mq')],
  [/^(?:mc\.?|m3|m³|metr[io] cub[io])$/, count('mc')],
  [/^(?:km|chilometr[io])\.?$/, count('km')],
  [/^(?:kg|chil[io]|chilogramm[io])\.?$/, count('kg')],
];

/** Words that leave open how much: what is asked is the figure itself. */
const VAGUE =
  /(?:^|[ (])(circa|ca|c\.a|quasi|oltre|almeno|più|piu|meno|entro|massimo|minimo|max|min|fino|intorno|stimat[oiae]|milioni|milione|mln|mila|migliaia|miliardi|non|senza)(?=[ .)]|$)/u;

const NOUN = /^\p{L}[\p{L}\p{M}' ./()°-]{0,80}$/u;

/**
 * The unit, or what is counted, that stands beside a number: `%`, `giorni lavorativi`, `incontri`, `kWh/mq`.
 * @param words from `plainText`, without the number
 * @returns an Italian sentence that names the word or the character which says something else
 */
export function readWrittenUnit(words: string): Result<Unit, string> {
  const lower = words.toLowerCase().replace(/m[²2](?![\p{L}\d])/gu, 'mq');
  const known = UNITS.find(([spelling]) => spelling.test(lower));
  if (known !== undefined) return ok(known[1]);
  const vague = VAGUE.exec(lower)?.[1];
  if (vague !== undefined) return err(`«${vague}» non si può leggere: serve il numero esatto, per intero`);
  if (NOUN.test(lower)) return ok(count(lower));
  if (/\d/.test(lower))
    return err(`dopo il primo numero c’è «${words}»: serve un solo numero, con la sua unità di misura`);
  const stray = /[^\p{L}\p{M}' ./()°-]/u.exec(lower)?.[0] ?? lower;
  return err(`«${stray}» non si può leggere: serve un solo numero, con la sua unità di misura`);
}

/** A noun as it stands in a plan, in the spelling written units have: `m²` is `mq`. */
export function canonicalNoun(noun: string): string {
  const read = readWrittenUnit(noun.trim());
  return read.ok && read.value.kind === 'count' ? read.value.noun : noun.trim().toLowerCase();
}

/** Whether two nouns name the same thing, whatever their number: `pratica` and `pratiche`, `incontro` and `incontri`. */
export function sameNoun(a: string, b: string): boolean {
  const [left, right] = [stemsOf(canonicalNoun(a)), stemsOf(canonicalNoun(b))];
  const within = (some: readonly string[], all: readonly string[]): boolean =>
    some.every((stem) => stem === '' || all.includes(stem));
  return left[0] === right[0] && (within(left, right) || within(right, left));
}

/** Whether a name speaks of a noun: `20 incontri` for «Numero di incontri con le imprese». */
export function isNamed(noun: string, name: string): boolean {
  const named = new Set(stemsOf(name.toLowerCase()));
  return stemsOf(canonicalNoun(noun)).every((stem) => stem === '' || named.has(stem));
}

const LITTLE =
  /^(?:a|al|ai|alle?|con|da|de[il]|dell[aeo']?|degli|di|e|ed|gli|i|il|in|la|le|lo|n|nr|per|su|sul|un|una)$/;

/** Words without the ends that number and gender change; little words are empty. */
function stemsOf(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9/]+/)
    .filter((word) => word !== '')
    .map((word) => (LITTLE.test(word) ? '' : word.replace(/(?<=..)[aeiou]+$/, '').replace(/h$/, '')));
}
