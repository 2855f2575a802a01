import { isSymbol, isWord } from './phrases.js';
import { QUANTITY, RESERVED } from './reserved-words.js';
import { isCadence } from './rhythm.js';
import { ARTICLES } from './role-words.js';
import type { Token } from './tokens.js';

/** `per visita`, `per gara`: one of them. Plurals in `-e` that offices count by are told apart. */
function isSingular(word: string): boolean {
  // `per FTE`, `per agente`: one of them too.
  if (ARTICLES.has(word)) return false;
  if (/(?:[^aeiou']|nte|citta|attivita)$/.test(word) || /^(?:ente|fte|asl|uoc|aoo)$/.test(word)) return true;
  // `per quartiere`, `per sezione`, `per operatore`, `per ospedale`: their plurals end in `-i`.
  if (/(?:[zs]ione|[rtz]iere|[ts]ore|[dn]ale|ordine|paese)$/.test(word)) return true;
  return (
    /[oa]$/.test(word) && word.length > 3 && !/^(cui|conto|mezzo|quanto|circa|attivita|universita|citta)$/.test(word)
  );
}

const HARMLESS_SYMBOLS = new Set([',', '.', ':', '-', '(', ')', '"', "'", '&', '/', ';', '•', '·', '_', '[', ']']);

/**
 * Index of the first token of the span that prose may not hide, or -1 when the span only describes.
 * @param quantity the prose stands beside a quantity, which more words can change than a date
 */
export function offendingAt(tokens: readonly Token[], from: number, to: number, quantity = false): number {
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    // `n°` marks a number, `1°` a place in a list.
    if (token.text === '°' && isWord(tokens[at - 1], 'n')) continue;
    // `3 gg/mese` is a rate, `buono/ottimo` a choice of words.
    if (token.text === '/' && EACH.has(tokens[at + 1]?.text ?? '')) return at;
    if (
      token.kind === 'symbol'
        ? !HARMLESS_SYMBOLS.has(token.text)
        : token.kind === 'word' && isLoaded(tokens, at, quantity)
    )
      return at;
  }
  return -1;
}

function isLoaded(tokens: readonly Token[], at: number, quantity: boolean): boolean {
  const word = tokens[at]?.text ?? '';
  const after = tokens[at + 1];
  // `non conformità` is a noun.
  if (word === 'non' && isWord(after, 'conformita')) return false;
  // `entro i termini` qualifies what is counted; without a date it sets none.
  if (
    word === 'entro' &&
    (isWord(after, 'termini') || (isWord(after, 'i', 'il') && isWord(tokens[at + 2], 'termini', 'tempi')))
  )
    return false;
  // `la popolazione target` is whom it is for.
  if (
    word === 'target' &&
    isWord(tokens[at - 1], 'popolazione', 'gruppo', 'gruppi', 'utenza', 'fascia', 'platea', 'coorte')
  )
    return false;
  if (isCadence(word)) return true;
  if (isWord(after, ...(LOADED_BEFORE.get(word) ?? []))) return true;
  if (isWord(tokens[at], 'tutti', 'tutte') && isWord(after, 'i', 'gli', 'le') && isWord(tokens[at + 2], ...TIMES))
    return true;
  // `3 incontri a distretto`, `50 controlli ad ispettore`: so many for each.
  if (quantity && (word === 'a' || word === 'ad') && after?.kind === 'word' && !TO.has(after.text)) return true;
  if (RESERVED.has(word) || (quantity && QUANTITY.has(word))) return true;
  // A quantity for each of something is another measure than the quantity.
  if (word === 'per') return after?.kind === 'word' && (EACH.has(after.text) || (quantity && isSingular(after.text)));
  // `due incontri e un report` counts a second thing.
  if (['un', 'uno', 'una', "un'"].includes(word))
    return isWord(tokens[at - 1], 'e', 'ed') || isSymbol(tokens[at - 1], ',', '+');
  return false;
}

const PERIOD = ['mese', 'giorno', 'trimestre', 'semestre', 'settimana'];
const TO_A_BASE = ['a', 'al', "all'", 'alla', 'ai', 'alle', 'allo', 'agli'];

/**
 * Pairs of words by which a promise hangs on something (`a patto`), is no more than hoped for (`di norma`), is for each of
 * something (`al mese`), or is said elsewhere (`come da cronoprogramma`). `rispetto degli standard` is compliance; `rispetto al
 * 2015` compares.
 */
const LOADED_BEFORE: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    a: ['patto', 'fronte', 'richiesta', 'seguito', 'parita', 'valori', 'parere', 'testa', ...PERIOD],
    al: ['netto', 'lordo', 'quadrimestre', 'bimestre', ...PERIOD],
    alla: ['netto', 'lordo', 'quadrimestre', 'bimestre', ...PERIOD],
    come: ['da', 'dal', "dall'", 'dalla', 'dai', 'dalle', 'previsto', 'indicato', 'riportato'],
    di: ['norma', 'massima', 'solito', 'regola'],
    pro: ['capite', 'die', 'quota'],
    per: ['difetto', 'eccesso'],
    rispetto: TO_A_BASE,
    ad: ['invarianza', 'organico'],
    in: [
      'presenza',
      'funzione',
      'base',
      'relazione',
      'proporzione',
      'attesa',
      'seguito',
      'aumento',
      'qualche',
      'alcune',
      'alcuni',
      'genere',
      'particolare',
      'media',
      'parte',
      'alternativa',
      'subordine',
    ],
    su: ['richiesta', 'base'],
    nei: ['limiti'],
    entro: ['limiti'],
    nelle: ['more'],
    nella: ['misura'],
    all: ['infuori', 'incirca'],
    "all'": ['infuori', 'incirca', 'esito', ...PERIOD],
    secondo: ['disponibilita'],
    sempre: ['che'],
    grosso: ['modo'],
    fuori: ['da', 'dai', 'stagione'],
    legati: ['al', 'alla', 'alle', 'ai'],
    legate: ['al', 'alla', 'alle', 'ai'],
    maggior: ['parte'],
    gran: ['parte'],
    larga: ['misura'],
  }),
);

const TIMES = ['giorni', 'mesi', 'settimane', 'trimestri', 'semestri', 'province', 'sedi'] as const;

/** What `a` leads to without making a rate of it. */
const TO = new Set(
  'domicilio favore cura carico distanza contatto rischio tempo regime norma bordo sostegno tema supporto'.split(' '),
);

const EACH = new Set(
  'dipendente addetto persona unita utente abitante cittadino studente impresa mese settimana giorno trimestre semestre quadrimestre sede ufficio struttura servizio settore area dirigente ispettore operatore comune plesso seduta corso evento incontro riunione iniziativa seminario classe scuola istituto lotto progetto pratica richiesta alunno bambino paziente posto turno docente funzionario evento edizione provincia regione'.split(
    ' ',
  ),
);

/** Words, and not only punctuation, stand in the span. */
export const hasWords = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens
    .slice(from, to)
    .some((t) => t.kind === 'word' || t.kind === 'quoted' || t.kind === 'number' || t.kind === 'reference');
