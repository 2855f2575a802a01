/** How a name measures, and what: `N. di`, `Percentuale di`, `Tasso medio di` before the thing itself. */
export interface Measure {
  readonly counter: boolean;
  readonly percent: boolean;
  /** `grado`, `livello`, `indice`, `tasso`: a figure between two ends. */
  readonly grade: boolean;
  readonly ratio: boolean;
  readonly average: boolean;
  /** The words of the thing measured. */
  readonly thing: readonly string[];
}

const COUNTER = /^(?:n|nr|num|nro|numer[oi])$/;
const PERCENT = /^(?:%|percentual[ei]|percent|quot[ae]|perc)$/;
const GRADE = /^(?:grado|livell[oi]|indic[ei]|indicator[ei]|tass[oi]|stato|misura)$/;
const AMOUNT =
  /^(?:valor[ei]|volum[ei]|ammontare|import[oi]|somm[ae]|entita|quantita|consistenza|totale|media|incidenza|peso|dato|superficie|metri|metro|quadr[iato]+|mq|km|chilometri|ettari|tonnellate)$/;
const AVERAGE = /^(?:medi[oae]?|mediamente)$/;
/** Words between the measure and the thing. */
const LEADING =
  /^(?:d'|l'|di|del|dello|della|dell'|dei|degli|delle|il|lo|la|i|gli|le|ro|o|°|annu[oaie]|annual[ei]|total[ei]|complessiv[oaie]|unitari[oaie]|pro|capite|tra|fra|settimanal[ei]|mensil[ei]|giornalier[oaie]|:|[-–—])$/;

/** Peels the words of measure off the start of a name. */
export function measureOf(words: readonly string[]): Measure {
  let counter = false;
  let percent = false;
  let grade = false;
  let ratio = false;
  let average = false;
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (COUNTER.test(word)) counter = true;
    else if (PERCENT.test(word)) percent = true;
    else if (GRADE.test(word)) grade = true;
    else if (word === 'rapporto' && /^(?:tra|fra|di|percentuale|[a-z]+)$/.test(words[at + 1] ?? '')) ratio = true;
    else if (AVERAGE.test(word)) average = true;
    else if (!AMOUNT.test(word) && !LEADING.test(word)) break;
  }
  return { counter, percent, grade, ratio, average, thing: words.slice(at) };
}
