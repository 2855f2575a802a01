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

/** The two words stand side by side. */
export const pair = (words: readonly string[], a: string, b: string): boolean =>
  words.some((w, i) => w === a && words[i + 1] === b);

/** Things nobody wants more of. */
export const BAD = stems(
  'reclam|ricors|error|contestazion|disserviz|infortun|incident|arretrat|inevas|ritard|assenz|assenteism|contenzios|insolut|guast|insoddisf|giacenz|lamentel|rilievi',
);
/** Words that turn a bad thing into work done on it: `reclami gestiti`, `recupero dell'arretrato`. */
export const RESOLVED = stems(
  'gestit|gestion|risolt|risoluzion|evas|trattat|riscontr|chius|definit|definizion|corrett|correzion|recuper|smaltit|smaltiment|eliminat|eliminazion|rimoss|rimozion|ridott|riduzion|diminuzion|conteniment|rispost|esaminat|accolt|abbattiment|prevenzion|preveni|evitat|monitorat|monitoragg|rilevazion|rilevament|analizzat|decis|vint|conclus|rispett|formazion|corsi|corso|incontr|report|procedur|pubblicaz|pubblicat|prevenut',
);
/** Words that turn the sense of a measure round. */
export const TURNED = stems(
  'cessat|cessazion|respint|annullat|annullament|revocat|revoch|decadut|scadut|sospes|mancat|mancan|non|senza|negativ|perdut|perdit|irregolar|incomplet|residu|dimission|decess|abbandon|ritirat|fallit|falliment|vacan|dispers|esclus|esuber|sforament|scostament|rinvii|rinviat|cancellat|cancellazion|restituit|rifiutat|meno',
);
/** Words that leave open whether more of what is counted is better: demand, spending, misfortune, punishment. */
export const OPEN = stems(
  'attes|sfratt|reat|furt|sanzion|multe|violazion|ricover|contag|infezion|evasor|straordinar|proroghe|varianti|debit|consum|rifiut|emission|affidament|spes|cost|oner|rischi|critic|sinistr|trasfert|missioni|protest|esposti|segnalazion|diffid|ingiunzion|richiest|pervenut|istanz|ridott|arrest',
);

export const COUNTED_GOOD = stems(
  'iniziativ|event|incontr|riunion|cors|seminar|convegn|workshop|webinar|report|rapport|newsletter|pubblicazion|articol|comunicat|presenz|uscit|testat|conferenz|progett|convenzion|accord|protocoll|partecipant|fruitor|visitator|ispezion|controll|verific|conciliazion|utilizz|percors|tirocin|stage|laborator|sopralluog|monitoragg|audit|indagin|questionar|giornat|visit|document|manifestazion|attivit|interventi|azion|schede|studi|analis|osservator|laboratori|piani|regolament|linee|bandi|guide|tavol|lezion|edizion',
);
/** A participle that says the office did it. */
export const DONE = stems(
  'realizzat|effettuat|organizzat|conclus|inviat|verificat|svolt|attivat|erogat|pubblicat|approvat|stipulat|sottoscritt|predispost|elaborat|prodott|formati|formate|coinvolt|assistit|beneficiar|partecipant|digitalizzat|depositat|completat|avviat|rilasciat|redatt|adottat|informat|attuat',
);
/** A count of things that happened, so each one adds to the year. */
export const HAPPENS = stems(
  'realizzat|effettuat|organizzat|conclus|inviat|svolt|depositat|pubblicat|stipulat|sottoscritt|prodott|newsletter|incontr|riunion|event|seminar|convegn|workshop|webinar|report|presenz|conferenz|volte',
);
/** Counts of what exists at a moment, averages, and results that only stand at the end. */
export const STANDING = stems(
  'iscritt|attiv|esistent|essere|follower|piace|dipendent|registrat|stock|al|cumulat|complessivamente',
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
