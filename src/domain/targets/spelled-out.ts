const WHOLES = 'un[oa]?|due|tre|quattro|cinque|sei|sette|otto|nove|dieci'.split('|');
const HALVED =
  '(or[ae]|giorn[oi]|gg|settiman[ae]|mes[ei]|ann[oi]|minut[oi]|punt[oi](?: percentual[ei])?|milion[ei]|miliard[oi]|euro|%)';

const HALF = '(?:mezz[oa]|1/2|½)(?![\\p{L}0-9])';

/** `tre giorni e mezzo` → `3,5 giorni`; `un'ora e mezza` → `1,5 ore`. */
const HALVES: readonly (readonly [RegExp, string])[] = [
  ...WHOLES.map((word, i): [RegExp, string] => [
    new RegExp(`(?<![\\p{L}'])(?:${word}) ${HALVED} e ${HALF}`, 'giu'),
    `${i + 1},5 $1`,
  ]),
  [new RegExp(`(?<![\\p{L}'])un'${HALVED} e ${HALF}`, 'giu'), '1,5 $1'],
  [new RegExp(`(?<![0-9.,])([0-9]{1,4}) ?${HALVED} e ${HALF}`, 'giu'), '$1,5 $2'],
  [new RegExp(`(?<![0-9.,])([0-9]{1,4}) ?${HALVED} e un quarto(?![\\p{L}])`, 'giu'), '$1,25 $2'],
  [new RegExp(`(?<![0-9.,])([0-9]{1,4}) ?${HALVED} e tre quarti(?![\\p{L}])`, 'giu'), '$1,75 $2'],
  // `2½ ore`
  [/(?<![0-9.,/])([0-9]{1,4}) ?½/g, '$1,5'],
  // `1h30'`, `2h 15 min`: two units, which are added up elsewhere.
  [/(?<![\p{L}0-9])([0-9]{1,2}) ?h ?([0-9]{1,2}) ?(?:'|min\.?|m)?(?![\p{L}0-9])/giu, '$1 ore e $2 minuti'],
];

/** Two spellings of one thing, brought to the one the grammar knows. Each keeps every word that says something. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // `€/000 350`, `350 (€/000)`, `350 (in migliaia di euro)`: thousands of euros.
  [/€ ?\/ ?000 ([0-9][0-9.,]*)/g, '$1 migliaia di euro'],
  [/([0-9]) ?\(?(?:€ ?\/ ?000|in migliaia di (?:€|euro)|in k€|valori in migliaia di euro)\)?/gi, '$1 migliaia di euro'],
  [/([0-9]) ?\(?in milioni di (?:€|euro)\)?/gi, '$1 milioni di euro'],
  // `80%*`, `80%¹`, `25 (*)`: a mark sends to a footnote, which the cell does not hold.
  [/([\p{L}\p{N}%€]) ?\(?\*{1,3}\)?$/u, '$1'],
  [/([\p{L}%€])[¹²³]$/u, '$1'],
  [/([\p{L}%€]) ?\[[1-9a-z]\]$/u, '$1'],
  [/% ?\([1-9]\)$/u, '%'],
  // `4 su una scala da 1 a 5`, `8 (scala 1-10)`
  [/([0-9]) ?\(?(?:su|in|di)?(?: una)? ?scala (?:da )?[01] ?(?:a|-|÷) ?([0-9]{1,3})\)?/giu, '$1 su $2'],
  // `per cento` joined to its number by a bracket: `80 (ottanta) %` is read elsewhere; `80 %` and `80per cento` are one.
  [/([0-9]) ?p\.? ?c\.? ?t\.?(?![\p{L}])/giu, '$1%'],
  // `NON PIU' DI`, `attivita'`: an apostrophe where the keyboard had no accent.
  [/(?<=\p{L}t|\bgi)a'(?![\p{L}\p{N}])/gu, 'à'],
  [/(?<=\p{L}T|\bGI)A'(?![\p{L}\p{N}])/gu, 'À'],
  [/\bpiu'(?![p{L}p{N}])/g, 'più'],
  [/\b(P[Ii])[Uu]'(?![p{L}p{N}])/g, '$1Ù'],
  // `un'ora e mezza`, `2 mesi e mezzo`, `un milione e mezzo`: a unit and its half.
  ...HALVES,
  // `30 gg (lavorativi)`: the bracket says which days.
  [/(giorni|gg)\.? ?\((lavorativi|feriali)\)/gi, '$1 lavorativi'],
  // `incremento contenuto entro il 3%`, `aumento limitato al 3%`: a ceiling.
  [
    /((?:incremento|aumento|crescita)(?: [\p{L}']{2,20}){0,6}) (?:contenut[oa]|limitat[oa]) (?:entro|al|all'|a)(?: il | l'| lo | )?(?=[0-9])/giu,
    '$1 non superiore al ',
  ],
  // `inferiore del 5% rispetto al 2015`: the percent is of the base, and how far from it.
  [/(?<!non )\b(?:inferior[ei]|minor[ei]) del(?:l'|lo | )?([0-9][0-9,.]*) ?% (?=rispetto|sul)/gi, '-$1% '],
  // `c.a.`, `c.m.`: of the current year.
  [/(?<![\p{L}])(?:c\. ?a\.?|a\. ?c\.?)(?![\p{L}.])/giu, 'anno corrente'],
];

/** The text with the spellings above in their usual form. */
export const spelledOut = (text: string): string =>
  SPELLINGS.reduce((spelled, [form, usual]) => spelled.replace(form, usual), text);
