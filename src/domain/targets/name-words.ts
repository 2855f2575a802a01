import { fold } from './tokens.js';

/** A set of word stems as one pattern. */
export type Stems = RegExp;

/** Stems in one pattern: short ones (`non`, `al`) must be the whole word, longer ones begin it. */
function stems(list: string): Stems {
  const [whole, begun] = [list.split('|').filter((s) => s.length <= 3), list.split('|').filter((s) => s.length > 3)];
  return new RegExp(`^(?:${[...begun, ...(whole.length === 0 ? [] : [`(?:${whole.join('|')})$`])].join('|')})`);
}

export const has = (words: readonly string[], set: Stems): boolean => words.some((word) => set.test(word));

export function wordsOf(text: string): readonly string[] {
  return fold(text.slice(0, LONGEST)).match(/[a-z']+|%|\/|[0-9]+|°/g) ?? [];
}

/** Only this much of a name is looked at, in characters. */
const LONGEST = 600;

/** `rispetto dei tempi` is compliance; `rispetto al 2015` compares. */
export const respects = (words: readonly string[]): number =>
  words.findIndex((w, i) => w === 'rispetto' && ['degli', 'dei', 'delle', 'della', 'del'].includes(words[i + 1] ?? ''));

/** The two words stand side by side. */
export const pair = (words: readonly string[], a: string, b: string): boolean =>
  words.some((w, i) => w === a && words[i + 1] === b);

/** Things nobody wants more of. */
export const BAD = stems(
  'reclam|ricors|error|contestazion|disserviz|infortun|incident|arretrat|inevas|ritard|assenz|assenteism|contenzios|insolut|guasti|guasto|insoddisf|giacenz|lamentel|rilievi',
);
/** Words that turn a bad thing into work done on it: `reclami gestiti`, `recupero dell'arretrato`. */
export const RESOLVED = stems(
  'gestit|gestion|risolt|risoluzion|evas|trattat|riscontr|chius|definit|definizion|corrett|correzion|recuper|smaltit|smaltiment|eliminat|eliminazion|rimoss|rimozion|ridott|riduzion|diminuzion|conteniment|rispost|esaminat|accolt|abbattiment|prevenzion|preveni|evitat|monitorat|monitoragg|rilevazion|rilevament|analizzat|decis|vint|conclus|formazion|corsi|corso|incontr|report|procedur|pubblicaz|pubblicat|prevenut|effettuat|realizzat|presentat|propost|rilevat',
);
/** Words that turn the sense of a measure round. */
export const TURNED = stems(
  'cessat|cessazion|respint|annullat|annullament|revocat|revoch|decadut|scadut|sospes|mancat|mancan|non|senza|derog|negativ|perdut|perdit|irregolar|incomplet|residu|dimission|decess|abbandon|ritirat|fallit|falliment|vacan|dispers|esclus|esuber|sforament|scostament|rinvii|rinviat|cancellat|cancellazion|restituit|rifiutat|meno',
);
/** Words that leave open whether more of what is counted is better: demand, spending, misfortune, punishment. */
export const OPEN = stems(
  'attes|sfratt|reat|furt|avvers|sentinell|sanzion|multe|violazion|ricover|contag|infezion|evasor|straordinar|proroghe|varianti|debit|consum|rifiut|emission|affidament|spes|cost|oner|rischi|critic|sinistr|trasfert|missioni|protest|esposti|segnalazion|diffid|ingiunzion|richiest|pervenut|istanz|ridott|arrest',
);

/** Work that is planned in order to be done: more of it is never a failure. */
export const OUTPUT = stems(
  'iniziativ|incontr|riunion|corsi|corso|seminar|convegn|workshop|webinar|report|rapport|newsletter|pubblicazion|articol|comunicat|presenz|uscit|testat|conferenz|convenzion|protocoll|partecipant|fruitor|visitator|ispezion|controll|verific|conciliazion|utilizz|percors|tirocin|stage|laborator|sopralluog|monitoragg|audit|indagin|questionar|visite|visita|manifestazion|osservator|bandi|bando|lezion|edizion',
);
/** Nouns that are work done only together with a participle that says so: `interventi realizzati`, not `interventi in garanzia`. */
export const WORK = stems(
  'event|progett|relazion|accord|document|attivit|intervent|azion|scheda|schede|studio|analis|piani|piano|regolament|linee|guide|tavol|domand|strument|impres|person|utent|student|dipendent|operator|serviz|procediment|cantier|attestat|certificat|carte|procedur|processi|processo|giornat',
);
/** Participles of work brought to its end. */
export const DONE = stems(
  'realizzat|effettuat|organizzat|conclus|inviat|verificat|svolt|attivat|erogat|pubblicat|approvat|stipulat|sottoscritt|predispost|elaborat|prodott|formati|formate|coinvolt|assistit|beneficiar|partecipant|digitalizzat|depositat|completat|avviat|rilasciat|redatt|adottat|informat|attuat|mappat|diffus|programmat|previst|pianificat|promoss|proposti|proposte',
);
/** Participles nobody uses of what is unwanted, whatever the noun. */
export const SURELY_DONE = stems('realizzat|organizzat|pubblicat|digitalizzat|formati|formate');
/** Shaped like a participle: unless it is known, it may be `smarriti`, `bocciati`, `subite`. */
export const PARTICIPLE = /(?:at|it|ut|ott|ess|es|us|ers|int|ors)[oaie]$/;

/** A count of things that happened, so each one adds to the year. */
export const HAPPENS = stems(
  'realizzat|effettuat|organizzat|conclus|inviat|svolt|depositat|pubblicat|stipulat|sottoscritt|prodott|newsletter|incontr|riunion|event|seminar|convegn|workshop|webinar|report|presenz|conferenz|volte',
);
/** Counts of what exists at a moment, averages, and results that only stand at the end. */
export const STANDING = stems(
  'iscritt|attiv|esistent|essere|follower|piace|dipendent|registrat|stock|al|cumulat|giornalier|quotidian|settimanal|mensil|complessivamente',
);

export const TIME_OF = stems(
  'lavorazion|evasion|attes|pagament|rispost|rilasc|conclusion|erogazion|istruttor|definizion|liquidazion|iscrizion|trattazion|registrazion|pubblicazion|riscontr|chiusur|intervent|ripristin|consegn|emission|esam|procediment|pratic|fattur|percorren|giacenz|espletament|rimbors|acquisizion',
);

export const SATISFACTION = stems('soddisf|gradiment|satisfaction');
export const REALISATION = stems(
  'realizzazion|attuazion|completament|raggiungiment|avanzament|realizzat|attuat|esecuzion',
);
export const COMPLIANCE = stems('adempiment|conformit|completezz');
/** Words that open the name of a score. */
export const SCALES = stems('voto|voti|punteggi|media|esit|valutazion|giudizi|customer|soddisf|gradiment|satisfaction');

/** `sui media` is the press; `in media` is an average. */
export const BEFORE_PRESS = new Set(['sui', 'dei', 'social', 'mass', 'nei', 'i', 'ai']);

/** Words that open the name of a reduction. */
export const REDUCTION = stems('riduzion|diminuzion|conteniment|decrement|abbattiment|risparmi|ridurre|contenere|calo');
/** Words that open the name of a change, usually a rise. */
export const INCREASE = stems(
  'increment|aument|crescit|migliorament|variazion|aumentare|incrementare|migliorare|scostament',
);
export const SHARE_NOUN = stems('percentual|quota|grado|livell|tass|indic');
/** Words that open the name of a share or a grade. */
export const SHARE_NAME = stems('percentual|quota|grado|livell|tass|indic|%|valutazion|giudizi|stato');
export const TOTAL = stems('total');
export const OVER = stems('sul|rispett');
/** Words after a slash that are another name for the same thing. */
export const ALTERNATIVE = stems('assistent|ispettor|funzionar|aggiornament');
/** Words that make a time something else than a delay. */
export const NOT_TIME = stems('rispetto|percentual|%|riduzion|permanenz|dedicat|formazion');
export const OPINION = stems('valutazion|giudizi');
export const POSITIVE = stems('positiv|buono|buon');
/** Measures taken beside an opinion, which are none. */
export const NOT_OPINION = stems('cost|spes|oner|tempo|tempi|durat|numero');
export const NOT_SHARE = stems('cost|spes|oner|temp|durat|penal|import');
/** Measures whose full value is nothing to aim at. */
export const BURDEN = stems('cost|oner|spes|indice|indici|incidenz|scostament|rigidit|rapporto|tasso|indebitament|/');
export const EXPENSE = stems('cost|spes|oner');
/** What an office does with a case in hand. */
export const PROCESSED = stems(
  'evas|conclus|lavorat|pagat|aggiornament|pubblicat|rilasciat|liquidat|gestit|trattat|definit|erogat|rispost|riscontr|process',
);
/** Units of time, when they are what a name counts. */
export const DURATION = stems('giorn|gg|ore|ora|minut|mesi|mese|settiman|anni|anno|temp');
/** `N. partecipanti per corso`: an average, not a count of the year. */
export const EACH = stems(
  'event|incontr|cors|seminar|convegn|iniziativ|dipendent|addett|utent|sede|uffici|ispettor|operator|abitant|edizion|giorn|mese|settiman',
);
/** Words shaped like a participle that are none. */
export const FILLER = stems('totali|totale|complessiv|medio|media|medi|mediament|mese|paese|state|quest');
export const COSTLY = stems('cost|oner|spes|scostament|rigidit|indebitament|consum');
/** Prepositions after which a name speaks of something else than what it counts. */
export const COMPLEMENT =
  /^(?:per|con|da|su|in|presso|tramite|mediante|nei|nel|nella|nelle|negli|dal|dalla|dai|sui|sul|sulla|sulle|al|alla|alle|ai|agli)$|^(?:nell|dall|sull|all)'/;
