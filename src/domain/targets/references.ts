/** A piece of text whose numbers name something: a norm, a standard, a lot, a title. They are never an amount. */
export interface Reference {
  readonly kind: keyof typeof CLASSES;
  readonly start: number;
  readonly end: number;
}

const YEAR = '(?:19|20)[0-9]{2}';
const YEARS = `${YEAR}(?: ?[-/] ?(?:${YEAR}|[0-9]{2}))?`;
const MARK = '(?:n(?:r|ro|um|\\.ro)?[.°]{0,2} ?)?';
/** `/2012`, `/98`, ` del 2016`, ` del 12/03/2016`. */
const OF_YEAR = `(?: ?/ ?(?:${YEAR}|[0-9]{2})| del (?:[0-9]{1,2}[./-][0-9]{1,2}[./-])?${YEAR})`;
const LATIN = '(?:[- ](?:bis|ter|quater|quinquies|sexies|septies))?';
const MONTH = 'gen|feb|mar(?:zo|\\b)|apr|mag|giu|lug|ago|set|ott|nov|dic';
const SPAN = 'sem|quadri|trim|bim|mes[ei]|giorn|gg|settiman|lav';

/** The classes of references, each as documents spell them. */
const CLASSES = {
  /** `art. 1`, `comma 14`, `c. 14`, `lett. b)` */
  article: `art(?:t|icol[oi])?\\.? ?${MARK}[0-9]{1,4}${LATIN}|comm[ai] [0-9]{1,3}${LATIN}|c\\. ?[0-9]{1,3}|lett(?:era|\\.) ?[a-z]\\)?`,
  /** `L. 190/2012`, `D.Lgs. n. 33/2013`, `legge 241 del 1990`, `Reg. UE 679/2016` */
  law: `(?:legge(?: regionale| quadro)?|l\\.? ?r\\.?|l\\.?|d\\.? ?lgs\\.?|d\\.? ?l\\.?|d\\.? ?p\\.? ?r\\.?|d\\.?p\\.?c\\.?m\\.?|d\\.? ?m\\.?|r\\.? ?d\\.?|reg(?:olamento|\\.)?(?: ?\\(?(?:ue|ce)\\)?)?|direttiva(?: (?:ue|ce))?) ?${MARK}[0-9]{1,5}${OF_YEAR}|(?:legge|l\\.|d\\. ?lgs\\.?|dlgs) ?${MARK}[0-9]{1,4}|reg(?:olamento|\\.)? ?\\(?(?:ue|ce)\\)? ?${MARK}(?:${YEAR}/)?[0-9]{1,5}`,
  /** `delibera n. 45`, `D.G.R. 12/2016`, `prot. 1234`, `avviso 1/2016` */
  act: `(?:deliber(?:a|azione)|determin(?:a|azione)|decreto(?: legislativo| legge| ministeriale)?|circolare|ordinanza|direttiva|d\\.?g\\.?[rcp]\\.?|d\\.?c\\.?[cp]\\.?|prot(?:ocollo|\\.)|provvedimento|bando|avviso)(?: (?:di giunta|di consiglio|della giunta|del consiglio|dirigenziale|regionale|comunale|camerale|anac|g\\.?c\\.?|c\\.?c\\.?)){0,2},? ${MARK}[0-9]{1,6}(?:${OF_YEAR})?`,
  /** `n. 3 del 2016`, `190/2012` */
  numbered: `n[.°]{1,2} ?[0-9]{1,5}${OF_YEAR}|(?!(?:19|20)[0-9]{2}/)(?:1[3-9]|[2-9][0-9]|[0-9]{3,5})/${YEAR}`,
  /** `ISO 9001:2015`, `UNI EN ISO 14001` */
  standard: '(?:(?:uni|en|iso|iec|cei|ohsas|sa) ?/?){1,3}[0-9]{3,6}(?:[-:][0-9]{1,4}){0,2}',
  /** `2° stralcio`, `1ª edizione`; `1° marzo` and `2° semestre` are dates. */
  ordinal: `[0-9]{1,3} ?[°ª^](?= ?[a-zà-ù])(?! ?(?:${MONTH}|${SPAN}))`,
  /** `lotto 2`, `fase 1`, `obiettivo 3.1.3`, `Missione 5` */
  part: `(?:lott[oi]|stralcio|fase|livello|step|annualità|missione|misura|asse|azione|linea|tabella|allegato|scheda|tavola|sezione|titolo|capitolo|cap\\.|paragrafo|par\\.|punto|obiettivo|indicatore|programma|progetto|classe|categoria|zona|edizione|modulo|componente|investimento|milestone) ?${MARK}(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){0,4}|[ivx]{1,4})(?! ?(?:giorn|or[ae]|mes[ei]|punt))`,
  /** CIG, CUP, `PNRR M1C1`, `M1C1-1.1` */
  code: '(?:cig|cup)[: ]{1,3}[a-z0-9]{8,15}|(?:pnrr )?m[1-7] ?c[1-5](?:[-. ]?i?[0-9]{1,3}(?:\\.[0-9]{1,3}){0,3})?',
  /** `a.s. 2016/2017`, `anno accademico 2016/17` */
  schoolYear: `(?:a\\. ?[as]\\.?|anno (?:scolastico|accademico|formativo|educativo)) ?${YEARS}`,
  /** `Piano 2024-2026`, `PIAO 2025-2027`, `Agenda 2030` */
  title: `(?:piano|programma|piao|pdp|ptpct?|ptti|dup|peg|pdo|agenda|por|pon|poc|psr|p\\.o\\.r\\.|strategia|documento|relazione|rendiconto|bilancio|bando|avviso|progetto|festival|rassegna|stagione|censimento|elezioni|olimpiadi|giubileo|expo|horizon|europa|campagna|graduatoria|mappatura|carta dei servizi)(?: (?:triennale|annuale|pluriennale|strategico|operativo|integrato|unico|di|del|della|dei|delle|per|la|il|lo|le|performance|formativo|formazione|opere|pubbliche|lavori|pubblici|esecutivo|gestione|attività|previsione|consuntivo|fabbisogni|fabbisogno|personale|anticorruzione|sociale|regionale|nazionale|prevenzione|corruzione|trasparenza|programmazione|fesr|fse|acquisti|sviluppo|organizzazione|salute|zona)){0,7} ${YEARS}`,
  /** `"Bandiera Blu 2017"`: words in quotes name something. */
  quoted: '"[^"\\n]{0,60}[a-zà-ù][^"\\n]{0,60}"',
} as const;

const NONE: readonly Reference[] = [];

const NAMES = Object.keys(CLASSES) as (keyof typeof CLASSES)[];
const FIRST_OF_EACH = NAMES.map((name) => [name, new RegExp(`^(?:${CLASSES[name]})`, 'iu')] as const);
const ANY = new RegExp(
  `(?<![\\p{L}\\p{N}./,€-])(?:${NAMES.map((name) => CLASSES[name]).join('|')})(?![\\p{L}\\p{N}%‰])(?![.,][0-9])(?! ?(?:[%‰€]|euro|per ?cento|/ ?[0-9]))`,
  'giu',
);

/** How references begin. Most targets hold none of these, and are not searched further. */
const BEGINNINGS =
  /["°ª^]|(?:^|[^a-z])(?:art|c\.|comm|com|lett|legg?e|l[. ]|lr|d\.|d ?l|dp|dm|dg|dc|r[. ]?d|reg|dire|deli|dete|decr|circ|ord|prot|prov|band|avvi|n\.|uni|en[ /]|iso|iec|cei|ohsas|sa |lott|stralc|fase|live|step|annu|miss|misu|asse|azio|line|tabe|alle|sche|tavo|sezi|tito|capi|cap\.|para|par\.|punto|obie|indi|prog|clas|cate|zona|edizi|modu|inve|mile|cig|cup|pnrr|m[1-7]|a\. ?[as]|anno [safe]|pian|piao|pdp|pt[pt]|dup|peg|pdo|agen|po[rnc]|p\.o|psr|stra|docu|rela|rend|bila|fest|rass|stag|cens|elez|olim|giub|expo|hori|euro?pa|camp|grad|mapp|cart)|(?:1[3-9]|[2-9][0-9]|[0-9]{3})\/(?:19|20)/i;

/** What every reference holds: a number after a letter, a mark of rank, quotes, or the letter or code that stands for a number. */
const ENDS = /[a-z][\s\S]*[0-9]|["°ª^/]|lett|cig|cup|(?:^|[^a-z])[ivx]{1,4}(?![a-z])/i;

/** Finds the references of a normalised text, left to right; none overlaps another. */
export function referencesIn(text: string): readonly Reference[] {
  if (!ENDS.test(text) || !BEGINNINGS.test(text)) return NONE;
  const found: Reference[] = [];
  ANY.lastIndex = 0;
  for (let match = ANY.exec(text); match !== null; match = ANY.exec(text)) {
    const [words] = match;
    const kind = FIRST_OF_EACH.find(([, form]) => form.exec(words)?.[0].length === words.length)?.[0] ?? 'numbered';
    found.push({ kind, start: match.index, end: match.index + words.length });
  }
  return found;
}
