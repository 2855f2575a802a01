import { asks, by, count, hours, max, min, over, percent, proposes, type Row, reads } from './expected.js';

/* What strings of eight kinds of body left unread, or read as something else, with words of our own. */
const inYear = (text: string, expected: Row['expected'], name?: string): Row => ({
  text,
  context: name === undefined ? { year: 2024 } : { name, year: 2024 },
  expected,
});

/** `per` and a singular noun: so many for each of them. Plurals are whom it is for. */
export const forEachOfThem: readonly Row[] = [
  ...['cantiere', 'sezione', 'revisore', 'ospedale', 'tribunale', 'commissione', 'paese'].map((each) =>
    inYear(`almeno 5 sopralluoghi per ${each}`, asks('not-understood')),
  ),
  ...['imprese', 'revisori', 'ospedali', 'ore di punta'].map((whom) =>
    inYear(`almeno 5 guide per ${whom}`, reads(min('5', count(`guide per ${whom}`)))),
  ),
];

/** A noun that only says that what is counted takes place; of other work, or of a ceiling, it may be said of more. */
export const takingPlace: readonly Row[] = [
  ...['Realizzazione', 'Effettuazione', 'Organizzazione', 'Svolgimento', 'Esecuzione'].map((doing) =>
    inYear(`${doing} di almeno 7 laboratori`, reads(min('7', count('laboratori'), { what: doing }))),
  ),
  inYear('svolgimento di più di 7 laboratori', reads(over('7', count('laboratori'), { what: 'svolgimento' }))),
  inYear(
    'svolgimento di massimo 7 laboratori',
    asks('direction-against-name', max('7', count('laboratori'), { what: 'svolgimento' })),
  ),
  inYear(
    'progettazione di almeno 7 laboratori',
    proposes('words-around', min('7', count('laboratori'), { what: 'progettazione' })),
  ),
  inYear('Organizzazione di almeno 7', proposes('words-around', min('7', undefined, { what: 'Organizzazione' }))),
  inYear('Organizzazione di almeno 7 laboratori e relazione finale', asks('several-targets')),
];

/** The exercise is a year; of a share `annuo` says what it is taken of. */
export const ofTheYear: readonly Row[] = [
  inYear('almeno 24 ore annue', reads(min('24', hours))),
  inYear('almeno € 9.000 annui', reads(min('9000', { kind: 'euro' }))),
  inYear('almeno 3% annuo', asks('not-understood')),
];

/** `target` without a colon before a comparison. */
export const labelled: readonly Row[] = [
  inYear('target ≥ 88%', reads(min('88', percent))),
  inYear('Valore target <= 4 guasti', reads(max('4', count('guasti')))),
  inYear('target almeno 16 mostre', reads(min('16', count('mostre')))),
  inYear('target entro il 30/06/2024', reads(by('2024-06-30'))),
];

/** Areas and volumes, however the exponent is typed. */
export const areas: readonly Row[] = [
  ...['850 m2', '850 m²', '850 mq'].map((area) => inYear(`almeno ${area}`, reads(min('850', count('mq'))))),
  ...['60 m3', '60 m³', '60 mc'].map((volume) => inYear(`massimo ${volume}`, reads(max('60', count('mc'))))),
];

/** Plurals in `-ere` and adjectives that look like a verb or a cost. */
export const plainNouns: readonly Row[] = [
  inYear('almeno 3 delibere', reads(min('3', count('delibere')))),
  inYear('almeno 3 sedute straordinarie', reads(min('3', count('sedute straordinarie')))),
];
