import { isSymbol, isWord } from './phrases.js';
import type { Token } from './tokens.js';

/**
 * Words that change what a number or a date promises. Prose holding one of them was not understood, so it is never
 * skipped: `almeno 25, salvo proroghe` must be asked.
 */
const RESERVED = new Set(
  (
    'almeno minimo massimo max min oltre meno piu inferiore inferiori superiore superiori maggiore maggiori minore minori uguale pari ' +
    'entro fino sino dopo prima non circa ca indicativamente approssimativamente orientativamente presumibilmente stimato stimata ' +
    'o oppure ovvero od ma salvo eccetto tranne escluso esclusa esclusi escluse qualora purche se comunque altrimenti anziche invece ' +
    'precedente scorso confronto ogni ciascun ciascuno ciascuna cadauno cadauna mensile mensili settimanale settimanali ' +
    'trimestrale trimestrali quadrimestrale quadrimestrali semestrale semestrali bimestrale bimestrali giornaliero giornalieri ' +
    'quotidiano mensilmente settimanalmente trimestralmente semestralmente doppio triplo meta nessun nessuno nessuna senza solo ' +
    'soltanto ulteriori ulteriore aggiuntivi aggiuntive altri altre successivo successivi contro ridotto ridotta tendenziale ' +
    'punti punto mila milioni milione mln caso eventuale eventuali eventualmente ove laddove compatibilmente ' +
    'subordinatamente forse possibilmente preferibilmente tendenzialmente decorrenza decorrere partire posteriore ' +
    'rinviato rinviata rinvio slittamento posticipato posticipata prorogato prorogata vedi cfr ' +
    'mai ne nemmeno neppure privo priva privi prive mancato mancata mancati mancate mancanza esclusione eccezione salva ' +
    'salvi salve condizione condizionato condizionata subordinato subordinata previa previo fermo ferma limitatamente ' +
    'indicativa indicativo indicativi presumibile presunto presunta anticipato anticipata'
  ).split(' '),
);

/** Words that change what a quantity is: a ceiling, several years, an average, a rhythm, something that must not be. */
const QUANTITY = new Set(
  (
    'massima massime massimi minima minime minimi assenza assenze eliminazione azzeramento azzerare eliminare evitare ' +
    'annullamento netto lordo biennio triennio quadriennio quinquennio biennale triennale pluriennale regime qualche alcuni ' +
    'alcune molti molte pochi poche parte stima stimati stimate tendenziali cumulativo progressivo graduale gradualmente ' +
    'media mediana mediamente giornaliera giornaliere quotidiana quotidiane quotidiani quotidianamente annualmente ' +
    'bimestralmente frequenza cadenza volta rispettivamente doppia triplicare raddoppio raddoppiare dimezzare dimezzamento ' +
    'target consuntivo preventivo assoluto cad procapite provvisorio provvisoria confermare verificare definire inclusi incluse inclusa incluso compresi comprese compresa compreso'
  ).split(' '),
);

/** `per visita`, `per gara`: one of them. Plurals in `-e` that offices count by are told apart. */
function isSingular(word: string): boolean {
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
  if (RESERVED.has(word) || (quantity && QUANTITY.has(word))) return true;
  // `rispetto degli standard` is compliance; `rispetto al 2015` compares.
  if (word === 'rispetto') return isWord(after, 'a', 'al', "all'", 'alla', 'ai', 'alle', 'allo', 'agli');
  // A quantity for each of something is another measure than the quantity.
  if (word === 'per') return after?.kind === 'word' && (EACH.has(after.text) || (quantity && isSingular(after.text)));
  // `di norma`, `in genere`, `a sorteggio`: it may also not be so.
  if (word === 'a' && isWord(after, 'testa')) return true;
  if (word === 'di') return isWord(after, 'norma', 'massima', 'solito', 'regola');
  if (word === 'in') return isWord(after, 'genere', 'media', 'parte', 'alternativa', 'subordine');
  if (word === 'al' || word === 'alla') {
    if (
      isWord(
        after,
        'netto',
        'lordo',
        'mese',
        'giorno',
        'trimestre',
        'semestre',
        'settimana',
        'quadrimestre',
        'bimestre',
      )
    )
      return true;
  }
  // `due incontri e un report` counts a second thing.
  if (['un', 'uno', 'una', "un'"].includes(word))
    return isWord(tokens[at - 1], 'e', 'ed') || isSymbol(tokens[at - 1], ',', '+');
  if (word === 'pro') return isWord(after, 'capite', 'die');
  return (
    ['al', 'alla', "all'", 'a'].includes(word) && isWord(after, 'mese', 'settimana', 'trimestre', 'semestre', 'giorno')
  );
}

const EACH = new Set(
  'dipendente addetto persona unita utente abitante cittadino studente impresa mese settimana giorno trimestre semestre quadrimestre sede ufficio struttura servizio settore area dirigente ispettore operatore comune plesso seduta corso evento incontro riunione iniziativa seminario classe scuola istituto lotto progetto pratica richiesta alunno bambino paziente posto turno docente funzionario evento edizione provincia regione'.split(
    ' ',
  ),
);

const PERIODIC: Readonly<Record<string, number>> = {
  mensili: 12,
  bimestrali: 6,
  trimestrali: 4,
  quadrimestrali: 3,
  semestrali: 2,
  mensile: 12,
  bimestrale: 6,
  trimestrale: 4,
  quadrimestrale: 3,
  semestrale: 2,
  settimanale: 52,
  settimanali: 52,
  quotidiano: 365,
  giornaliero: 365,
};

/** How many times a year an adjective of cadence in the span asks for: `report quadrimestrali` is 3. */
export function cadence(
  tokens: readonly Token[],
  from: number,
  to: number,
): { readonly times: number; readonly word: string } | undefined {
  for (let at = from; at < to; at++) {
    const word = tokens[at]?.kind === 'word' ? (tokens[at]?.text ?? '') : '';
    if (Object.hasOwn(PERIODIC, word)) return { times: PERIODIC[word] ?? 0, word };
  }
  return undefined;
}

/** Words, and not only punctuation, stand in the span. */
export const hasWords = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens
    .slice(from, to)
    .some((t) => t.kind === 'word' || t.kind === 'quoted' || t.kind === 'number' || t.kind === 'reference');

/** What the words around a promise are to it. */
export type Remainder =
  /** Nothing, or the noun counted and its complements. */
  | { readonly kind: 'noun' }
  /** One of the words changes what is promised. */
  | { readonly kind: 'spoils'; readonly word: string }
  /** A second thing is promised: `… e relazione finale`. */
  | { readonly kind: 'second' }
  /** Work to be done, or words the grammar has no role for: the promise may be read, but on trust. */
  | { readonly kind: 'loose' };

/** After these a complement begins; what is joined inside it is no second promise. */
const PREPOSITIONS = new Set(
  (
    "di del dello della dei degli delle d' dell' per in nel nello nella nei negli nelle nell' su sul sulla sui sulle sull' tra fra presso " +
    "a ad al allo alla ai agli alle all' da dal dallo dalla dai dagli dalle dall' verso sulla tramite mediante contro anche con"
  ).split(' '),
);

const ARTICLES = new Set("il lo la i gli le l' un uno una un' propri proprie loro".split(' '));

/** Bodies and people one works with: `3 incontri con le associazioni` is one promise, `con relazione finale` two. */
const PARTNER =
  /^(stakeholder|impres|associazion|cittadin|scuol|comun[ie]$|student|utent|sindacat|organizzazion|aziend|ent[ei]$|operator|rappresentan|famigli|fornitor|docent|dipendent|personale|istitu|universit|region|provinc|ordin|categori|partner|soggett|portator|amministrazion|uffic|responsabil|dirigent|direttor|referent|medic|pazient|volontar|part[ie]$|assessor|sindac|giovan|anzian|ospit|enti|ats|asl|oo|rsu|cug|oiv|prefettur|camer|consumator|professionist|ricercator|genitor|alunn|bambin|giunt|consigl|terzo)/;

/** Things that are there or are not: after `con` they are a second promise. */
const PRODUCT =
  /^(relazion|report|verbal|rilasci|attestat|pubblicazion|redazion|stesur|produzion|elaborazion|approvazion|adozion|invi|presentazion|rendicontazion|monitoragg|verific|document|deliber|collaud|coinvolgiment|predisposizion|realizzazion|attivazion|avvi|aggiornament|trasmission|sottoscrizion|stipul|esit|incremento|aumento|riduzion)/;

/** Nouns shaped like an action that name a body, a thing or a state. */
const NO_ACTION =
  /^(scostament|associazion|organizzazion|istituzion|amministrazion|fondazion|federazion|confederazion|popolazion|informazion|stazion|sezion|direzion|posizion|pension|dimension|situazion|condizion|commission|document|procediment|argoment|element|appartament|strument|dipartiment|pagament|moviment|aliment|farmac|abbonament|tesserament|finanziament|investiment|ediment|regolament|parlament|moment|cement|mission|soddisfazion|formazion|convenzion|reclam|opinion|occasion|version|session|union|region|emission|professoni|profession|infrazion|violazion|transazion|operazion|iscrizion|pubblicazion|prestazion|segnalazion|comunicazion|conciliazion|mediazion|ispezion|sanzion|partecipazion|presentazion|rappresentazion|esposizion|manifestazion|edizion|lezion|riunion|azion|relazion|delegazion|generazion|nazion|quotazion|valutazion|convocazion|accertament|interven|aument|contribu|event|trattament|inseriment|affidament|abbinament|orientament|insediament|adempiment|certificazion|autorizzazion|concession|licenz|asfaltatur|manutenzion|ristrutturazion|abitazion|vaccinazion|prenotazion|donazion|infezion|complicazion|dimission|prescrizion|osservazion|attestazion|dichiarazion|obbligazion)/;

const ACTION_ENDING = /(zione|sione|mento|tura)$/;
const ACTIONS = new Set(
  (
    'avvio stesura rilascio invio stipula firma nomina apertura chiusura delibera determina collaudo adozione consegna ' +
    'inizio conclusione fine esecuzione verifica controllo analisi studio avviamento rinnovo acquisto vendita gestione ' +
    'affidamento espletamento svolgimento completamento individuazione definizione redazione rispetto messa'
  ).split(' '),
);

/** `approvazione`, `avvio`: a noun of doing. */
export const isAction = (word: string): boolean =>
  ACTIONS.has(word) || (ACTION_ENDING.test(word) && !NO_ACTION.test(word));

const NO_INFINITIVE =
  /(?:iere|[aeiou]lare|nare|liare|tare)$|^(?:mare|gare|fare|opere|lettere|genere|tessere|camere|carattere|carcere|altre|libere|povere|celere|avvenire|potere|dovere|piacere|potere|regolare|singolare|militare|preliminare|circolare|titolare|cellulare|parlamentare|disciplinare|interdisciplinare|familiare|cre|alimentare|elementare|complementare|immobiliare)$/;

const DONE =
  'fatt|realizzat|completat|attivat|approvat|effettuat|eseguit|raggiunt|conseguit|pubblicat|adottat|avviat|conclus|attuat|redatt|predispost|stipulat|sottoscritt|aggiornat|trasmess|presentat|elaborat|inviat|svolt|costituit|istituit|implementat|installat|collaudat';
const DONE_WORD = new RegExp(`^(${DONE})[oaie]$`);

/** `fatto`, `approvata`: work brought to its end. */
export const isDone = (word: string): boolean => DONE_WORD.test(word);

/** `approvare`, `individuare`; `da realizzare` only describes. */
export const isInfinitive = (word: string): boolean =>
  word.length > 4 && /(?:are|ere|ire|arre|orre|urre|arsi|ersi|irsi)$/.test(word) && !NO_INFINITIVE.test(word);

const NO_DOING =
  /^(?:soddisfazion|valutazion|formazion|popolazion|dimension|posizion|situazion|condizion|scostament|rendiment|gradiment|element)/;

/** In the words before a quantity any singular noun of doing is work: `pubblicazione di almeno 50 dataset`. */
export const isDoing = (word: string): boolean =>
  ACTIONS.has(word) || isInfinitive(word) || (ACTION_ENDING.test(word) && !NO_DOING.test(word));

/** Short words that mean something; any other letter or two is a sign nobody read. */
const SHORT = new Set(
  [
    ...PREPOSITIONS,
    ...ARTICLES,
    ...'e ed o od n nr mq mc km kg lt ha kw tv pc ue ai si in es ex cd it hr ko id st sp s.p. ss aa pa'.split(' '),
  ].filter((w) => w.length <= 2),
);

/** Long descriptions are not a counted noun. */
const LONGEST_NOUN = 16;

/**
 * Gives every word of a span beside a promise its role: a word that spoils, a second promise, work to be done, or the
 * noun that is counted with its complements.
 * @param allowed a word that would spoil and does not here
 */
export function remainder(tokens: readonly Token[], from: number, to: number, allowed?: string): Remainder {
  let spoiling = offendingAt(tokens, from, to, true);
  while (spoiling >= 0 && tokens[spoiling]?.text === allowed) spoiling = offendingAt(tokens, spoiling + 1, to, true);
  if (spoiling >= 0) return { kind: 'spoils', word: tokens[spoiling]?.text ?? '' };
  let loose = to - from > LONGEST_NOUN;
  let complement = false;
  let before: Token | undefined;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    if (joins(token) && before !== undefined && at + 1 < to) {
      const joined = joinedAt(tokens, at, to, complement, before);
      if (joined !== undefined) return { kind: joined };
    } else if (isSymbol(token, '(', '[', '"') || (token.kind === 'symbol' && /^[;•·_]$/.test(token.text))) loose = true;
    else if (isSymbol(token, ':', '-', '/') && before !== undefined && at + 1 < to) loose = true;
    if (token.kind === 'word') {
      if (token.text.length <= 2 && !SHORT.has(token.text)) return { kind: 'spoils', word: token.text };
      if (/[0-9]|^medi[oiae]$/.test(token.text)) loose = true;
      if (isWord(token, 'con')) {
        const companion = withWhom(tokens, at + 1, to);
        if (companion === 'second') return { kind: 'second' };
        if (companion === 'unknown') loose = true;
      }
      const led = before !== undefined && (PREPOSITIONS.has(before.text) || ARTICLES.has(before.text));
      if (isInfinitive(token.text) && !isWord(before, 'da', 'per', 'di', 'a', 'ad')) loose = true;
      // `3 incontri approvazione piano`: a second noun with nothing that ties it to the first.
      if (before !== undefined && !led && isAction(token.text)) loose = true;
      if (PREPOSITIONS.has(token.text)) complement = true;
    }
    if (token.kind === 'number') return { kind: 'spoils', word: token.text };
    before = token;
  }
  return loose ? { kind: 'loose' } : { kind: 'noun' };
}

const joins = (token: Token): boolean => isWord(token, 'e', 'ed', 'nonche') || isSymbol(token, ',', '&');

/** What stands after `e` or a comma: another of the same kind inside a complement, or a second promise. */
function joinedAt(
  tokens: readonly Token[],
  at: number,
  to: number,
  complement: boolean,
  before: Token,
): 'second' | 'loose' | undefined {
  if (!complement) return 'second';
  let next = at + 1;
  while (
    next < to &&
    tokens[next]?.kind === 'word' &&
    (ARTICLES.has(tokens[next]?.text ?? '') || joins(tokens[next] as Token))
  )
    next += 1;
  const word = tokens[next];
  if (word === undefined || next >= to) return 'loose';
  if (word.kind !== 'word') return word.kind === 'number' ? 'second' : 'loose';
  // `con le imprese e per le scuole`: the complement goes on.
  if (PREPOSITIONS.has(word.text)) return undefined;
  if (isInfinitive(word.text)) return 'second';
  const alike = isAction(word.text) === isAction(before.text) || !isAction(word.text);
  if (PRODUCT.test(word.text) && !PRODUCT.test(before.text)) return 'second';
  return alike ? undefined : 'second';
}

function withWhom(tokens: readonly Token[], from: number, to: number): 'partner' | 'second' | 'unknown' {
  let at = from;
  while (at < to && tokens[at]?.kind === 'word' && ARTICLES.has(tokens[at]?.text ?? '')) at += 1;
  const word = tokens[at];
  if (word?.kind !== 'word' || at >= to) return 'unknown';
  if (PRODUCT.test(word.text) || isAction(word.text)) return 'second';
  return PARTNER.test(word.text) ? 'partner' : 'unknown';
}
