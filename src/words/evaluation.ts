import { withArticle } from '../domain/article.js';

/** The document of one person's evaluation, and how its parts are called on pages. */
export const evaluationWords = {
  title: (person: string): string => `Scheda di valutazione: ${person}`,
  confidential:
    'Riservato: non si pubblica. Per l’interessato, chi valuta, chi decide sulle contestazioni e chi amministra la valutazione.',
  facts: {
    person: 'Persona valutata',
    group: 'Gruppo',
    evaluator: 'Valuta',
    period: 'Periodo',
    days: 'Giorni nel posto',
    stage: 'Stato della scheda',
  },
  period: (from: string, to: string): string => `${withArticle('dal', from)} ${withArticle('al', to)}`,
  objectives: 'Obiettivi individuali',
  objective: 'Obiettivo',
  source: 'Da dove viene il risultato',
  weight: 'Peso',
  result: 'Risultato',
  sourceOf: {
    programme: (code: string): string => `programma ${code}, calcolato dai monitoraggi`,
    indicator: (code: string): string => `indicatore ${code}, calcolato dai monitoraggi`,
    'individual-objective': (code: string): string => `obiettivo ${code} del Piano, calcolato dai monitoraggi`,
    own: (expected: string): string => `giudizio di chi valuta; risultato atteso: ${expected}`,
  },
  behaviours: 'Comportamenti e competenze',
  behaviour: 'Comportamento',
  self: 'Autovalutazione',
  judged: 'Valutazione',
  sentence: 'Motivazione',
  unjudged: 'non ancora espressa',
  scale: 'Scala di valutazione',
  step: 'Livello',
  descriptor: 'Che cosa significa',
  points: 'Punti',
  score: 'Punteggio',
  scoreLead:
    'Ogni componente pesa quanto stabilisce il Sistema; dentro la componente ogni voce pesa quanto è scritto accanto.',
  part: 'Componente',
  line: 'Voce',
  value: 'Valore',
  known: 'Noto',
  unknown: 'non noto',
  capped: (found: string): string => `rilevato ${found}, conta come indicato`,
  partly: (coverage: string): string => `noto per ${withArticle('il', coverage)} del suo peso`,
  resultsOf: (title: string, to: string): string =>
    `I risultati del Piano sono quelli di «${title}», con dati ${withArticle('al', to)}.`,
  total: 'Punteggio',
  band: 'Fascia',
  pay: 'Quota della retribuzione di risultato',
  payHow: 'Come si arriva alla quota',
  payPart: (band: string, share: string): string => `${band} della fascia per ${share} dell’anno`,
  incomplete: (coverage: string, worst: string, best: string, settled: boolean): string =>
    `Il punteggio poggia ${withArticle('sul', coverage)} del peso: con ciò che manca può andare da ${worst} a ${best}. ${
      settled ? 'La fascia è la stessa in ogni caso.' : 'La fascia si dice quando ciò che manca non può più cambiarla.'
    }`,
  noScore: 'Nessuna voce è ancora nota: non c’è un punteggio.',
  passages: 'Passaggi',
  on: 'Giorno',
  who: 'Chi',
  what: 'Passaggio',
  text: 'Testo',
  signatures: 'Firme',
  signers: ['Chi valuta', 'L’interessato, per presa visione'],
} as const;
