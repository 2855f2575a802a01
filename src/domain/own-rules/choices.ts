import type { Policy } from '../policy.js';
import { err, ok } from '../result.js';
import { type FileValue, notOneOf, type Piece, type PieceGroup, percentText, plain, readPercent } from './piece.js';

/** A rule that is one of some: what the file calls each, and what a person does. */
function choice<const T extends string>(
  id: string,
  group: PieceGroup,
  path: readonly string[],
  of: (rules: Policy) => T,
  words: Readonly<Record<NoInfer<T>, string>>,
): Piece {
  const pairs = Object.entries<string>(words);
  const ways = pairs.map(([, said]) => said);
  return {
    ...{ id, group, ways },
    said: (rules) => words[of(rules)],
    read: (written) => {
      const found = pairs.find(([, said]) => said === plain(written));
      return found === undefined
        ? err(notOneOf(written, 'una delle scelte', ways))
        : ok({ path, value: found[0] satisfies FileValue });
    },
  };
}

const percentage = (
  id: string,
  group: PieceGroup,
  path: readonly string[],
  of: (rules: Policy) => string,
  example: string,
): Piece => ({
  ...{ id, group, ways: [example] },
  said: (rules) => percentText(of(rules)),
  read: (written) => {
    const read = readPercent(written);
    return read.ok ? ok({ path, value: read.value }) : read;
  },
});

const DECIMALS: Piece = {
  id: 'decimali',
  group: 'rounding',
  ways: ['2'],
  said: ({ rounding }) => String(rounding.decimals),
  read: (written) =>
    /^[0-6]$/.test(written.trim())
      ? ok({ path: ['rounding', 'decimals'], value: Number(written.trim()) })
      : err(`«${written.trim().slice(0, 40)}» non è un numero di decimali: va da 0 a 6`),
};

/** Highest and lowest result, what is done with what is missing, how figures are rounded. */
export const CHOICES: readonly Piece[] = [
  percentage('tetto', 'limits', ['cap'], ({ cap }) => cap, '110%'),
  percentage('minimo', 'limits', ['floor'], ({ floor }) => floor, '0%'),
  choice('confronto-stretto', 'limits', ['strictEquality'], ({ strictEquality }) => strictEquality, {
    'just-below': 'resta appena sotto 100%',
    met: 'vale come raggiunto',
  }),
  choice('target-zero', 'limits', ['targetZero'], ({ targetZero }) => targetZero, {
    'all-or-nothing': 'tutto o niente',
    'not-assessable': 'non valutabile',
  }),
  choice('dati-mancanti', 'totals', ['missing'], ({ missing }) => missing, {
    'stays-out': 'restano fuori dal totale',
    'counts-as-floor': 'valgono il minimo',
    blocks: 'nessun totale finché mancano',
  }),
  choice('peso-non-valutabile', 'totals', ['notAssessable'], ({ notAssessable }) => notAssessable, {
    'leaves-card': 'esce dal totale',
    'leaves-to-siblings': 'va agli altri dello stesso gruppo',
  }),
  choice('misure-che-crescono', 'totals', ['interim', 'accumulating'], ({ interim }) => interim.accumulating, {
    'pro-rata': 'in proporzione ai giorni trascorsi',
    'full-target': 'sul target di tutto l’anno',
  }),
  choice('misure-non-dette', 'totals', ['interim', 'unknown'], ({ interim }) => interim.unknown, {
    doubtful: 'nessun risultato finché non si dice',
    'as-level': 'come un livello',
    'as-accumulating': 'come una misura che cresce',
  }),
  DECIMALS,
  choice('arrotondamento', 'rounding', ['rounding', 'mode'], ({ rounding }) => rounding.mode, {
    'half-up': 'al più vicino, a metà per eccesso',
    'half-even': 'al più vicino, a metà alla cifra pari',
    down: 'per difetto',
  }),
  choice('che-cosa-si-arrotonda', 'rounding', ['rounding', 'applied'], ({ rounding }) => rounding.applied, {
    'printed-only': 'solo ciò che si stampa',
    'each-result': 'ogni risultato prima dei totali',
  }),
  choice('confronto-con-le-soglie', 'rounding', ['rounding', 'compare'], ({ rounding }) => rounding.compare, {
    exact: 'valore esatto',
    rounded: 'valore arrotondato',
  }),
  percentage('copertura-minima', 'lights', ['lights', 'minimumCoverage'], (p) => p.lights.minimumCoverage, '50%'),
];
