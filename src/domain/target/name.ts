import { fold } from './tokens.js';
import type { Accumulation, Unit } from './types.js';

/** What an indicator's name says for certain about its measure. Silence means: ask. */
export interface NameHints {
  readonly direction?: 'more' | 'less';
  /** The values the direction holds for: a share of realisation says nothing about a naked `3`. */
  readonly holdsFor?: 'any' | 'percent' | 'count' | 'time';
  /** The name announces a change rather than a level: `Riduzione …`, `Incremento …`. */
  readonly change?: 'reduction' | 'increase';
  /** The measure is a share of a whole: it is written in percent and can not pass 100. */
  readonly share: boolean;
  /** The name counts something (`N. …`): its value is no percentage. */
  readonly counter: boolean;
  /** Percent, whatever the sign in the cell. */
  readonly percent: boolean;
  readonly unit?: Unit;
  readonly accumulation?: Accumulation;
}

const NOTHING: NameHints = { share: false, counter: false, percent: false };
const LONGEST = 600;

/** Things nobody wants more of. */
const BAD = stems(
  'reclam|ricors|error|contestazion|disserviz|infortun|incident|arretrat|inevas|ritard|assenz|assenteism|contenzios|insolut|guast|insoddisf|giacenz|lamentel|rilievi',
);
/** Words that turn a bad thing into work done on it: `reclami gestiti`, `recupero dell'arretrato`. */
const RESOLVED = stems(
  'gestit|gestion|risolt|risoluzion|evas|trattat|riscontr|chius|definit|definizion|corrett|correzion|recuper|smaltit|smaltiment|eliminat|eliminazion|rimoss|rimozion|ridott|riduzion|diminuzion|conteniment|rispost|esaminat|accolt|abbattiment|prevenzion|preveni|evitat|monitorat|monitoragg|rilevazion|rilevament|analizzat|decis|vint|conclus|rispett|formazion|corsi|corso|incontr|report|procedur|pubblicaz|pubblicat|prevenut',
);
/** Words that turn the sense of a measure round. */
const TURNED = stems(
  'cessat|cessazion|respint|annullat|annullament|revocat|revoch|decadut|scadut|sospes|mancat|mancan|non|senza|negativ|perdut|perdit|irregolar|incomplet|residu|dimission|decess|abbandon|ritirat|fallit|falliment|vacan|dispers|esclus|esuber|sforament|scostament|rinvii|rinviat|cancellat|cancellazion|restituit|rifiutat|meno',
);
/** Words that leave open whether more of what is counted is better: demand, spending, misfortune, punishment. */
const OPEN = stems(
  'attes|sfratt|reat|furt|sanzion|multe|violazion|ricover|contag|infezion|evasor|straordinar|proroghe|varianti|debit|consum|rifiut|emission|affidament|spes|cost|oner|rischi|critic|sinistr|trasfert|missioni|protest|esposti|segnalazion|diffid|ingiunzion|richiest|pervenut|istanz|ridott|arrest',
);

const COUNTED_GOOD = stems(
  'iniziativ|event|incontr|riunion|cors|seminar|convegn|workshop|webinar|report|rapport|newsletter|pubblicazion|articol|comunicat|presenz|uscit|testat|conferenz|progett|convenzion|accord|protocoll|partecipant|fruitor|visitator|ispezion|controll|verific|conciliazion|utilizz|percors|tirocin|stage|laborator|sopralluog|monitoragg|audit|indagin|questionar|giornat|visit|document|manifestazion|attivit|interventi|azion|schede|studi|analis|osservator|laboratori|piani|regolament|linee|bandi|guide|tavol|lezion|edizion',
);
/** A participle that says the office did it. */
const DONE = stems(
  'realizzat|effettuat|organizzat|conclus|inviat|verificat|svolt|attivat|erogat|pubblicat|approvat|stipulat|sottoscritt|predispost|elaborat|prodott|formati|formate|coinvolt|assistit|beneficiar|partecipant|digitalizzat|depositat|completat|avviat|rilasciat|redatt|adottat|informat|attuat',
);
/** A count of things that happened, so each one adds to the year. */
const HAPPENS = stems(
  'realizzat|effettuat|organizzat|conclus|inviat|svolt|depositat|pubblicat|stipulat|sottoscritt|prodott|newsletter|incontr|riunion|event|seminar|convegn|workshop|webinar|report|presenz|conferenz|volte',
);
/** Counts of what exists at a moment, averages, and results that only stand at the end. */
const STANDING = stems(
  'iscritt|attiv|esistent|essere|follower|piace|dipendent|registrat|stock|al|cumulat|complessivamente',
);

const TIME_OF = stems(
  'lavorazion|evasion|attes|pagament|rispost|rilasc|conclusion|erogazion|istruttor|definizion|liquidazion|iscrizion|trattazion|registrazion|pubblicazion|riscontr|chiusur|intervent|ripristin|consegn|emission|esam|procediment|pratic|fattur|percorren|giacenz|espletament|rimbors|acquisizion',
);

const SATISFACTION = stems('soddisf|gradiment|satisfaction');
const REALISATION = stems('realizzazion|attuazion|completament|raggiungiment|avanzament|realizzat|attuat|esecuzion');
const COMPLIANCE = stems('adempiment|conformit|completezz');
/** Words that open the name of a score. */
const SCALES = stems('voto|voti|punteggi|media|esit|valutazion|giudizi|customer|soddisf|gradiment|satisfaction');

type Stems = readonly string[];
function stems(list: string): Stems {
  return list.split('|');
}

/** Short words (`non`, `al`) must match whole; longer ones are stems. */
const has = (words: readonly string[], set: Stems): boolean =>
  words.some((word) => set.some((stem) => (stem.length <= 3 ? word === stem : word.startsWith(stem))));

export function wordsOf(text: string): readonly string[] {
  return fold(text.slice(0, LONGEST)).match(/[a-z']+|%|\/|[0-9]+|°/g) ?? [];
}

/** Reads an indicator's name. Only what holds whatever the office meant is answered. */
export function nameHints(name: string | undefined): NameHints {
  if (name === undefined || name.trim() === '') return NOTHING;
  const words = wordsOf(name);
  const [first = ''] = words;
  if (has([first], stems('riduzion|diminuzion|conteniment|decrement|abbattiment|risparmi|ridurre|contenere|calo'))) {
    return { ...NOTHING, change: 'reduction' };
  }
  if (
    has([first], stems('increment|aument|crescit|migliorament|variazion|aumentare|incrementare|migliorare|scostament'))
  ) {
    return { ...NOTHING, change: 'increase' };
  }
  const bad = has(words, BAD) || pair(words, 'non', 'conformita');
  const turned = has(words, TURNED);
  const ratio = isRatio(words);
  const time = timeHints(words);
  if (time !== undefined) return time;
  const unit = /in giorni|\(gg|giorni\)/.test(fold(name)) ? ({ kind: 'days' } as const) : undefined;
  const counter =
    countsAt(words) >= 0 && !words.includes('%') && !has([first], stems('percentual|quota|grado|livell|tass|indic'));
  if (bad) return badHints(words, counter, ratio);
  const shareName = has([first], stems('percentual|quota|grado|livell|tass|indic|%|valutazion|giudizi|stato'));
  if (counter && !ratio) return counterHints(words, turned || has(words, OPEN));
  return { ...shareHints(words, turned, shareName), ...(unit === undefined ? {} : { unit }) };
}

/** `eventi a pagamento/totale` is a ratio; `corsi/seminari`, `ispettore/assistente` and `190/2012` are not. */
function isRatio(words: readonly string[]): boolean {
  if (words.includes('%') || (has(words, stems('total')) && has(words, stems('sul|rispett')))) return true;
  return words.some((word, i) => {
    const after = words[i + 1] ?? '';
    if (word !== '/' || /^[0-9]/.test(after) || words[i - 1] === 'e') return false;
    return !has([after], COUNTED_GOOD) && !has([after], stems('assistent|ispettor|funzionar|aggiornament'));
  });
}

const pair = (words: readonly string[], a: string, b: string): boolean =>
  words.some((w, i) => w === a && words[i + 1] === b);

/** Where the name starts counting: `N.`, `n°`, `n.ro`, `numero`, `Numeri di`. */
const countsAt = (words: readonly string[]): number =>
  words.findIndex((w) => ['n', 'nr', 'num', 'numero', 'numeri'].includes(w));

/** `Tempo medio di lavorazione`, `Tempi di pagamento (in giorni)`, `Durata media dei procedimenti`. */
function timeHints(words: readonly string[]): NameHints | undefined {
  const [first = '', second = ''] = words;
  const names =
    ['tempo', 'tempi', 'durata'].includes(first) ||
    (['giorni', 'gg'].includes(first) && ['medi', 'medio'].includes(second));
  const rest = words.slice(1);
  if (!names || !has(rest, TIME_OF) || has(words, stems('rispetto|percentual|%|riduzion|permanenz|dedicat|formazion')))
    return undefined;
  const days = words.includes('giorni') || words.includes('gg') || words.includes('giornate');
  const hours = words.includes('ore');
  return {
    ...NOTHING,
    direction: 'less',
    holdsFor: 'time',
    accumulation: 'level',
    ...(days && !hours
      ? { unit: { kind: 'days' } as const }
      : hours && !days
        ? { unit: { kind: 'hours' } as const }
        : {}),
  };
}

function badHints(words: readonly string[], counter: boolean, ratio: boolean): NameHints {
  const percent = ['percentuale', '%', 'tasso'].includes(words[0] ?? '');
  const base: NameHints = { ...NOTHING, counter: counter && !ratio, percent, share: percent };
  if (has(words, RESOLVED)) return base;
  const days = words.some((w, i) => w === 'giorni' && ['di', "d'"].includes(words[i + 1] ?? ''));
  return { ...base, direction: 'less', holdsFor: 'any', ...(days ? { unit: { kind: 'days' } as const } : {}) };
}

/** `sui media` is the press; `in media` is an average. */
const NEWS = new Set(['sui', 'dei', 'social', 'mass', 'nei', 'i', 'ai']);

function counterHints(words: readonly string[], open: boolean): NameHints {
  const after = words.slice(countsAt(words) + 1);
  const base: NameHints = { ...NOTHING, counter: true };
  const good = has(after, COUNTED_GOOD) || has(after, DONE) || pair(after, 'piace', 'pagine');
  const average = words.some(
    (w, i) => /^(medi|medio|mediamente)$/.test(w) || (w === 'media' && !NEWS.has(words[i - 1] ?? '')),
  );
  const happens = has(after, HAPPENS) && !has(after, STANDING) && !average;
  const accumulation: Accumulation | undefined = open
    ? undefined
    : happens
      ? 'accumulates'
      : words.includes('medio')
        ? 'level'
        : undefined;
  return {
    ...base,
    ...(good && !open ? { direction: 'more' as const, holdsFor: 'count' as const } : {}),
    ...(accumulation === undefined ? {} : { accumulation }),
  };
}

function shareHints(words: readonly string[], turned: boolean, shareName: boolean): NameHints {
  const percent = ['percentuale', '%', 'quota'].includes(words[0] ?? '');
  const base: NameHints = { ...NOTHING, percent, share: percent };
  const level = { ...base, accumulation: 'level' } as const;
  if (turned) return percent ? level : base;
  // What the share is of stands at its beginning: `Risorse reperite per la realizzazione / spese` is no realisation.
  const [first = ''] = words;
  const opening = words.slice(0, 5);
  const opinion =
    has(words, SATISFACTION) || (has(words, stems('valutazion|giudizi')) && has(words, stems('positiv|buono|buon')));
  const burden = has(words, stems('cost|spes|oner|tempo|tempi|durat|numero'));
  if (opinion && !burden && (shareName || has([first], SCALES))) {
    return { ...level, direction: 'more', holdsFor: 'any', share: true };
  }
  const respect = words.findIndex(
    (w, i) => w === 'rispetto' && ['degli', 'dei', 'delle', 'della', 'del'].includes(words[i + 1] ?? ''),
  );
  const complies =
    respect === 0 || (shareName && respect > 0 && respect < 4) || (shareName && has(opening, COMPLIANCE));
  const timely = timelyShare(words) && !has([first], stems('cost|spes|oner|temp|durat|penal|import'));
  if (complies || timely) return { ...level, direction: 'more', holdsFor: 'percent', share: true };
  // How far a project has come grows along the year, but not evenly: whether it accumulates is asked.
  if (has([first], REALISATION) || (shareName && has(opening, REALISATION))) {
    return { ...base, direction: 'more', holdsFor: 'percent', share: true };
  }
  return percent ? level : base;
}

/** `… evase in 5 gg`, `… entro i termini`, `… nei tempi previsti`: a share of what was done in time. */
function timelyShare(words: readonly string[]): boolean {
  const done = has(
    words,
    stems(
      'evas|conclus|lavorat|pagat|aggiornament|pubblicat|rilasciat|liquidat|gestit|trattat|definit|erogat|rispost|riscontr|process',
    ),
  );
  const inTime = words.some(
    (w, i) =>
      (['entro', 'in'].includes(w) &&
        /^[0-9]+$/.test(words[i + 1] ?? '') &&
        /^(gg|giorn|or[ae]|mes)/.test(words[i + 2] ?? '')) ||
      (['nei', 'entro'].includes(w) && ['termini', 'tempi'].includes(words[i + 1] ?? '')) ||
      (w === 'entro' && ['i'].includes(words[i + 1] ?? '') && ['termini', 'tempi'].includes(words[i + 2] ?? '')),
  );
  return done && inTime;
}

/** A direction the words of the target itself give: `3 incontri` is work to do, `2 reclami` is not. */
export function nounSense(text: string): 'more' | 'less' | undefined {
  const words = head(wordsOf(text));
  if (has(words, BAD) || pair(words, 'non', 'conformita')) return has(words, RESOLVED) ? undefined : 'less';
  if (has(words, TURNED) || has(words, OPEN)) return undefined;
  return has(words.slice(0, 2), COUNTED_GOOD) || has(words, DONE) ? 'more' : undefined;
}

/** Names whose full value is nothing to aim at: costs, deviations, rigidity. */
export const namesBurden = (name: string | undefined): boolean =>
  name !== undefined &&
  has(wordsOf(name), stems('cost|oner|spes|indice|indici|incidenz|scostament|rigidit|rapporto|tasso|indebitament|/'));

/** As `nounSense`, for the whole a percent is taken of: only finished work and plain troubles have a direction. */
export function shareSense(text: string): 'more' | 'less' | undefined {
  const words = wordsOf(text);
  if (has(words, BAD) || pair(words, 'non', 'conformita')) return has(words, RESOLVED) ? undefined : 'less';
  if (has(words, TURNED) || has(words, stems('cost|spes|oner'))) return undefined;
  return has(head(words), DONE) || timelyShare(words) || has(words, SATISFACTION) || has(words, REALISATION)
    ? 'more'
    : undefined;
}

/** The counted thing itself: `risorse stanziate` of `risorse stanziate per le iniziative realizzate`. */
function head(words: readonly string[]): readonly string[] {
  const end = words.findIndex((w) => ['per', 'con', 'da', 'su', 'presso', 'tramite', 'mediante'].includes(w));
  return end < 0 ? words : words.slice(0, end);
}
