import { withArticle } from '../domain/article.js';
import type { SheetStage } from '../domain/individual/types.js';
import { rational, roundedText } from '../domain/rational.js';
import { evaluationPageWords } from './evaluation-pages.js';
import { italianNumber } from './format.js';
import { count } from './plural.js';

/** A score as people read it. */
const points = (score: string | undefined): string =>
  score === undefined ? '–' : italianNumber(roundedText(rational(score), { decimals: 2, mode: 'half-up' }));

/** What is said of acts on somebody's evaluation. */
export const individualActWords = {
  unknownSheet: (name: string) => `non c’è una scheda di valutazione «${name}»`,
  unknownPerson: (name: string) => `«${name}» non è tra le persone da valutare in questo esercizio`,
  sheet: (id: number) => `Scheda di valutazione n. ${id}`,
  noRules: 'Le regole dell’esercizio non dicono come si valutano le persone.',
  noGroup: 'Le regole non prevedono la valutazione di questa persona.',
  noEvaluator: 'Non è indicato chi valuta questa persona: manca il suo superiore.',
  allProposed: 'Questa persona ha già una scheda per ogni periodo dell’esercizio.',
  noResultsYet:
    'I risultati dell’anno non sono ancora calcolati: si valuta dopo la chiusura dell’ultimo monitoraggio dell’esercizio.',
  resultsProvisional: (title: string) =>
    `I risultati di «${title}» sono provvisori: si valuta quando sono calcolati quelli della raccolta finale.`,
  tooShort: (days: number, least: number) =>
    `Il servizio è di ${count(days, 'un giorno', 'giorni')}, meno ${withArticle('dei', String(least))} che servono per essere valutati: la scheda si chiude senza valutazione.`,
  incomplete: (coverage: string) =>
    `Il punteggio poggia solo ${withArticle('sul', `${italianNumber(coverage)}%`)} del peso, e ciò che manca può cambiarne la fascia: servono i giudizi o i risultati che mancano, oppure l’atto che decide sugli indicatori senza valore.`,
  resultsChanged: (before: string | undefined, now: string | undefined) =>
    `Dopo la valutazione sono cambiati i risultati su cui poggia: il punteggio era ${points(before)} e ora sarebbe ${points(now)}. Va valutato di nuovo, perché l’interessato possa presentare osservazioni.`,
  notJudged: (title: string) => `manca il giudizio su «${title}»`,
  noSentence: (title: string) => `manca la frase che motiva il giudizio su «${title}»`,
  notAStep: (value: string, known: readonly string[]) =>
    `«${value}» non è un grado della scala: si attende uno fra ${known.join(', ')}`,
  strangeJudged: (name: string) => `«${name}» non è tra ciò che si giudica in questa scheda`,
  nothingChanged: 'non è indicato quali giudizi cambiano',
  changesUnwanted: 'la decisione conferma la valutazione: i giudizi non cambiano',
  outside: (from: string, to: string) =>
    `il periodo deve stare dentro l’esercizio e finire dopo l’inizio (${from} – ${to})`,
  overlaps: (from: string, to: string) =>
    `c’è già una scheda di questa persona per un periodo che si sovrappone (${from} – ${to})`,
  standsNow: (stage: SheetStage, version: number): string =>
    `Ora la scheda è nello stato «${evaluationPageWords.stages[stage]}» e gli obiettivi sono quelli della versione ${version}.`,
  sameObjectives: 'gli obiettivi sono quelli di prima',
  heldLater: 'la data del colloquio non può essere successiva a oggi',
  noReply: 'l’interessato ha contestato la proposta: serve una risposta',
  actLater: 'la data dell’atto non può essere successiva a oggi',
  objectives: {
    line: (line: string) => `«${line}» non si legge: serve peso; codice oppure peso; titolo; risultato atteso`,
    weight: (text: string) => `«${text}» non è un peso da 0 a 100`,
    unknown: (code: string) => `nel Piano non c’è un obiettivo, un programma o un indicatore «${code}»`,
    ofOthers: (code: string) => `l’obiettivo ${code} è di un altro ruolo`,
    of: 'gli obiettivi',
    hint: 'Uno per riga. Del Piano: peso; codice (40; 3.1.3). Proprio: peso; titolo; risultato atteso. I pesi sommano a 100.',
  },
} as const;
