import { withArticle } from '../domain/article.js';
import { italianNumber } from './format.js';
import { count, plural } from './plural.js';

/** What the page that puts two cycles side by side says. */
export const sideBySideWords = {
  title: 'Confronto dei risultati',
  link: 'Confronta con un altro esercizio o con un altro ente',
  linkHome: 'Confronta due esercizi o due enti',
  lead: 'Risultati di due cicli, così come sono stati calcolati e restano agli atti; accanto a ogni grado la parte del peso su cui è calcolato. I risultati individuali non entrano nel confronto.',
  form: 'Cicli da confrontare',
  first: 'Primo ciclo',
  second: 'Secondo ciclo',
  submit: 'Confronta',
  moments: 'Situazione da confrontare',
  single: 'C’è un solo ciclo: per un confronto ne servono due.',
  same: 'È scelto due volte lo stesso ciclo: sceglierne due diversi.',
  noResults: (cycles: readonly string[]) =>
    `${plural(cycles.length, 'Non ha ancora risultati calcolati', 'Non hanno ancora risultati calcolati')}: ${cycles.join('; ')}.`,
  cycle: (entity: string, exercise: number, kind: string | undefined) =>
    `${exercise}, ${entity}${kind === undefined ? '' : ` (${kind})`}`,
  moment: (day: string) => withArticle('Al', `${day.slice(3)}/${day.slice(0, 2)}`),
  standing: (cycle: string, checkpoint: string, day: string, computed: string) =>
    `${cycle}: ${checkpoint}, situazione ${withArticle('al', day)}; calcolato ${withArticle('il', computed)}`,
  otherMoment:
    'I due cicli non hanno risultati alla stessa data dell’anno: si confrontano gli ultimi di ciascuno, e le differenze vanno lette sapendolo.',
  otherRules: (first: string, second: string) =>
    `I due cicli sono valutati con regole diverse (${first}; ${second}): la differenza può venire anche da queste.`,
  totals: 'Ente, prospettive e obiettivi',
  indicators: 'Indicatori uguali nei due esercizi',
  indicatorsLead: 'Un indicatore è lo stesso quando ha lo stesso codice e la stessa denominazione.',
  alone: 'Indicatori senza corrispondente',
  aloneNone: 'Ogni indicatore ha il suo corrispondente nell’altro esercizio.',
  indicatorsNone: 'Nessun indicatore ha nei due esercizi lo stesso codice e la stessa denominazione.',
  noIndicators:
    'Fra enti diversi gli indicatori non si confrontano uno a uno: ogni Piano ha i propri, e non c’è modo di sapere se misurano la stessa cosa.',
  unpaired: (perspectives: number, objectives: number) => {
    const parts = [
      ...(perspectives === 0 ? [] : [count(perspectives, 'una prospettiva', 'prospettive')]),
      ...(objectives === 0 ? [] : [count(objectives, 'un obiettivo', 'obiettivi')]),
    ];
    return `Senza corrispondente: ${parts.join(' e ')}.`;
  },
  allPaired: 'Prospettive e obiettivi hanno tutti il loro corrispondente.',
  what: 'Ambito',
  achievementOf: (side: string) => `Grado ${side}`,
  lightOf: (side: string) => `Semaforo ${side}`,
  coverageOf: (side: string) => `Copertura ${side}`,
  targetOf: (side: string) => `Target ${side}`,
  none: 'nessun corrispondente',
  noFigures: 'non calcolato',
  difference: 'Differenza',
  points: (value: string) =>
    `${value.startsWith('-') || /^0(\.0*)?$/.test(value) ? '' : '+'}${italianNumber(value)} punti`,
  counterpart: 'Corrispondenza',
  both: 'in entrambi',
  only: (side: string) => `solo in ${side}`,
  perspective: (title: string) => `Prospettiva ${title}`,
  objective: (codes: readonly string[], title: string) =>
    `${plural(codes.length, 'Obiettivo', 'Obiettivi')} ${codes.join(' e ')}. ${title}`,
  foundIn: 'Esercizio',
  why: 'Nell’altro esercizio',
  otherName: (name: string) => `lo stesso codice ha un’altra denominazione: «${name}»`,
  notThere: 'il codice non c’è',
} as const;
