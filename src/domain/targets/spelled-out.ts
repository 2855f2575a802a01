/** A spelling and its usual form; `$1`, `$2` are what it keeps. */
type Spelling = readonly [form: RegExp, usual: string | ((...found: readonly string[]) => string)];

/** Spellings that all hold one sign: most targets hold none of the signs, and are not searched further. */
interface Family {
  readonly sign: RegExp;
  readonly spellings: readonly Spelling[];
}

const WHOLES = ['uno', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove', 'dieci'];
const HALVED =
  '(or[ae]|giorn[oi]|gg|settiman[ae]|mes[ei]|ann[oi]|minut[oi]|punt[oi](?: percentual[ei])?|milion[ei]|miliard[oi]|euro|%)';
const HALF = '(?:mezz[oa]|1/2|½)(?![\\p{L}0-9])';

/** Two spellings of one thing, brought to the one the grammar knows. Each keeps every word that says something. */
const FAMILIES: readonly Family[] = [
  {
    sign: /€|euro/i,
    spellings: [
      // `€/000 350`, `350 (€/000)`, `350 (in migliaia di euro)`: thousands of euros.
      [/€ ?\/ ?000 ([0-9][0-9.,]*)/g, '$1 migliaia di euro'],
      [
        /([0-9]) ?\(?(?:€ ?\/ ?000|in migliaia di (?:€|euro)|in k€|valori in migliaia di euro)\)?/gi,
        '$1 migliaia di euro',
      ],
      [/([0-9]) ?\(?in milioni di (?:€|euro)\)?/gi, '$1 milioni di euro'],
      // `2 Meuro`, `300 keuro`
      [/([0-9]) ?(m(?:ln|io)?|k)(?:euro|eur)(?![\p{L}])/giu, '$1 $2 €'],
    ],
  },
  {
    // `80%*`, `80%¹`, `25 (*)`, `85% (1)`: a mark sends to a footnote, which the cell does not hold.
    sign: /[*¹²³\])]$/,
    spellings: [
      [/([\p{L}\p{N}%€]) ?\(?\*{1,3}\)?$/u, '$1'],
      // `km²`, `ha²` are areas.
      [/([\p{L}%€])(?<![mMhH]|ha)[²³]$/u, '$1'],
      [/([\p{L}%€])¹$/u, '$1'],
      [/([\p{L}%€]) ?\[[1-9a-z]\]$/u, '$1'],
      [/% ?\([1-9]\)$/, '%'],
    ],
  },
  {
    // `40 (n. imprese)`: the bracket says what is counted.
    sign: /[0-9] ?\(n/i,
    spellings: [[/([0-9]) ?\((?:n[.°]|nr\.?|numero) ?(\p{L}{3}[\p{L}' ]*)\)$/giu, '$1 $2']],
  },
  {
    // `1.200 m²`, `500 m3`: areas and volumes.
    sign: /[0-9] ?m[23²³]/i,
    spellings: [
      [/([0-9]) ?m[2²](?![\p{L}0-9])/giu, '$1 mq'],
      [/([0-9]) ?m[3³](?![\p{L}0-9])/giu, '$1 mc'],
    ],
  },
  {
    // `4 su una scala da 1 a 5`, `8 (scala 1-10)`
    sign: /scala/i,
    spellings: [[/([0-9]) ?\(?(?:su|in|di)?(?: una)? ?scala (?:da )?[01] ?(?:a|-|÷) ?([0-9]{1,3})\)?/giu, '$1 su $2']],
  },
  {
    // `per cento` cut to its letters: `80 p.c.t.`
    sign: /[0-9] ?p/i,
    spellings: [[/([0-9]) ?p\.? ?c\.? ?t\.?(?![\p{L}])/giu, '$1%']],
  },
  {
    // `NON PIU' DI`, `attivita'`: an apostrophe where the keyboard had no accent.
    sign: /'/,
    spellings: [
      [/(?<=\p{L}t|\bgi)a'(?![\p{L}\p{N}])/gu, 'à'],
      [/(?<=\p{L}T|\bGI)A'(?![\p{L}\p{N}])/gu, 'À'],
      [/\bpiu'(?![\p{L}\p{N}])/gu, 'più'],
      [/\b(P[Ii])[Uu]'(?![\p{L}\p{N}])/gu, '$1Ù'],
    ],
  },
  {
    // `un'ora e mezza`, `2 mesi e mezzo`, `2 ore e 1/2`, `un milione e mezzo`: a unit and its half.
    sign: / e (?:mezz|1\/2|½|un quarto|tre quarti)/i,
    spellings: [
      [
        new RegExp(`(?<![\\p{L}'])(un[oa]?|${WHOLES.slice(1).join('|')}) ${HALVED} e ${HALF}`, 'giu'),
        (_, word = '', unit = '') => `${Math.max(0, WHOLES.indexOf(word.toLowerCase())) + 1},5 ${unit}`,
      ],
      [new RegExp(`(?<![\\p{L}'])un'${HALVED} e ${HALF}`, 'giu'), '1,5 $1'],
      [new RegExp(`(?<![0-9.,])([0-9]{1,4}) ?${HALVED} e ${HALF}`, 'giu'), '$1,5 $2'],
      [new RegExp(`(?<![0-9.,])([0-9]{1,4}) ?${HALVED} e un quarto(?![\\p{L}])`, 'giu'), '$1,25 $2'],
      [new RegExp(`(?<![0-9.,])([0-9]{1,4}) ?${HALVED} e tre quarti(?![\\p{L}])`, 'giu'), '$1,75 $2'],
    ],
  },
  { sign: /[0-9] ?½/, spellings: [[/(?<![0-9.,/])([0-9]{1,4}) ?½/g, '$1,5']] },
  {
    // `1h30'`, `2h 15 min`: two units, which are added up elsewhere.
    sign: /[0-9] ?h ?[0-9]/i,
    spellings: [
      [/(?<![\p{L}0-9])([0-9]{1,2}) ?h ?([0-9]{1,2}) ?(?:'|min\.?|m)?(?![\p{L}0-9])/giu, '$1 ore e $2 minuti'],
    ],
  },
  {
    // `entro il 30° giorno dalla richiesta`: the last of thirty days.
    sign: /[0-9] ?[°^] giorno/i,
    spellings: [[/entro il ([1-9][0-9]{0,2}) ?[°^] giorno (?=da|success)/gi, 'entro $1 giorni ']],
  },
  {
    // `30 gg (lavorativi)`: the bracket says which days.
    sign: /\((?:lavorativi|feriali)\)/i,
    spellings: [[/(giorni|gg)\.? ?\((lavorativi|feriali)\)/gi, '$1 lavorativi']],
  },
  {
    // `incremento contenuto entro il 3%`, `aumento limitato al 3%`: a ceiling.
    sign: /contenut|limitat/i,
    spellings: [
      [
        /((?:incremento|aumento|crescita)(?: [\p{L}']{2,20}){0,6}) (?:contenut[oa]|limitat[oa]) (?:entro|al|all'|a)(?: il | l'| lo | )?(?=[0-9])/giu,
        '$1 non superiore al ',
      ],
    ],
  },
  {
    // `inferiore del 5% rispetto al 2015`: the percent is of the base, and how far from it.
    sign: /(?:inferior|minor)[ei] del/i,
    spellings: [
      [/(?<!non )\b(?:inferior[ei]|minor[ei]) del(?:l'|lo | )?([0-9][0-9,.]*) ?% (?=rispetto|sul)/gi, '-$1% '],
    ],
  },
  {
    // `15 luglio c.a.`, `a.c.`: of the current year; beside a quantity, about so much.
    sign: /[ac]\. ?[ac]/i,
    spellings: [
      [/(?<![\p{L}])a\. ?c\.?(?![\p{L}.])/giu, 'anno corrente'],
      [
        /(?<=(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|\/[0-9]{1,2}) )c\. ?a\.?(?![\p{L}.])/giu,
        'anno corrente',
      ],
      [/(?<![\p{L}])c\. ?a\.?(?![\p{L}.])/giu, 'circa'],
    ],
  },
];

const ANY = new RegExp(FAMILIES.map(({ sign }) => sign.source).join('|'), 'i');

/** The text with the spellings above in their usual form. */
export function spelledOut(text: string): string {
  if (!ANY.test(text)) return text;
  let spelled = text;
  for (const { sign, spellings } of FAMILIES) {
    if (!sign.test(spelled)) continue;
    // Both kinds of usual form are what `replace` takes; it has no signature for their union.
    for (const [form, usual] of spellings) spelled = spelled.replace(form, usual as string);
  }
  return spelled;
}
