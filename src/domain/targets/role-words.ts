import type { Token } from './tokens.js';

/** After these a complement begins; what is joined inside it is no second promise. */
export const PREPOSITIONS = new Set(
  (
    "di del dello della dei degli delle d' dell' per in nel nello nella nei negli nelle nell' su sul sulla sui sulle sull' tra fra presso " +
    "a ad al allo alla ai agli alle all' da dal dallo dalla dai dagli dalle dall' verso sulla tramite mediante contro anche con"
  ).split(' '),
);

export const ARTICLES = new Set("il lo la i gli le l' un uno una un' propri proprie loro".split(' '));

/** Bodies and people one works with: `3 incontri con le associazioni` is one promise, `con relazione finale` two. */
export const PARTNER =
  /^(stakeholder|impres|associazion|cittadin|scuol|comun[ie]$|student|utent|sindacat|organizzazion|aziend|ent[ei]$|operator|rappresentan|famigli|fornitor|docent|dipendent|personale|istitu|universit|region|provinc|ordin|categori|partner|soggett|portator|amministrazion|uffic|responsabil|dirigent|direttor|referent|medic|pazient|volontar|part[ie]$|assessor|sindac|giovan|anzian|ospit|enti|ats|asl|oo|rsu|cug|oiv|prefettur|camer|consumator|professionist|ricercator|genitor|alunn|bambin|giunt|consigl|terzo)/;

/** Things that are there or are not: after `con` they are a second promise. */
export const PRODUCT =
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
  /(?:iere|[aeiou]lare|nare|liare|tare)$|^(?:mare|gare|fare|parere|opere|lettere|genere|tessere|camere|carattere|carcere|altre|libere|povere|celere|avvenire|potere|dovere|piacere|potere|regolare|singolare|militare|preliminare|circolare|titolare|cellulare|parlamentare|disciplinare|interdisciplinare|familiare|cre|alimentare|elementare|complementare|immobiliare|delibere|sfere|zanzare|polvere|cenere)$/;

const DONE =
  'fatt|realizzat|completat|attivat|approvat|effettuat|eseguit|raggiunt|conseguit|pubblicat|adottat|avviat|conclus|attuat|redatt|predispost|stipulat|sottoscritt|aggiornat|trasmess|presentat|elaborat|inviat|svolt|costituit|istituit|implementat|installat|collaudat';
const DONE_WORD = new RegExp(`^(${DONE})[oaie]$`);

/** `fatto`, `approvata`: work brought to its end. */
export const isDone = (word: string): boolean => DONE_WORD.test(word);

/** `approvare`, `individuare`; `da realizzare` only describes. */
export const isInfinitive = (word: string): boolean =>
  word.length > 4 && /(?:are|ere|ire|arre|orre|urre|arsi|ersi|irsi)$/.test(word) && !NO_INFINITIVE.test(word);

const DEGREE =
  /^(?:quasi|parzial(?:e|i|mente)|prevalent[ei]|prevalentemente|alcun[ie]|qualche|maggior|maggioranza|gran|molt[ie]|poch[ie]|divers[ie]|numeros[ie]|parecch[ie]|svariat[ie]|metà|meta|perlopiu|tendenzialmente|sostanzialmente|progressiv[oa]|gradual[ei]|preliminar[ei]|provvisori[oae]|inizial[ei]|incomplet[oa]|complessivamente|essenzialmente|sperimental[ei]|sospes[oaie]|negat[oaie]|revocat[oaie]|revoca|sospensione|dimezzamento|raddoppio|triplicazione)$/;

/** `parte delle azioni`; but `da parte di` and `presa di parte` are no share. */
export function isDegree(token: Token, before: Token | undefined): boolean {
  if (token.kind !== 'word') return false;
  return (
    DEGREE.test(token.text) ||
    (token.text === 'parte' && !/^(?:da|di|a|civile)$/.test(before?.kind === 'word' ? before.text : ''))
  );
}

const NO_DOING =
  /^(?:soddisfazion|valutazion|formazion|popolazion|dimension|posizion|situazion|condizion|scostament|rendiment|gradiment|element)/;

/** In the words before a quantity any singular noun of doing is work: `pubblicazione di almeno 50 dataset`. */
export const isDoing = (word: string): boolean =>
  ACTIONS.has(word) || isInfinitive(word) || (ACTION_ENDING.test(word) && !NO_DOING.test(word));

/** Short words that mean something; any other letter or two is a sign nobody read. */
export const SHORT = new Set(
  [
    ...PREPOSITIONS,
    ...ARTICLES,
    ...'e ed o od n nr mq mc km kg lt ha kw tv pc ue ai si in es ex cd it hr ko id st sp s.p. ss aa pa'.split(' '),
  ].filter((w) => w.length <= 2),
);
