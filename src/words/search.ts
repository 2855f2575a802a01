import { withArticle } from '../domain/article.js';
import { count } from './plural.js';

/** What the search and its results say. */
export const searchWords = {
  label: 'Cerca nell’ente',
  placeholder: 'Cerca',
  submit: 'Cerca',
  title: 'Cerca',
  titleOf: (asked: string) => `Risultati per «${asked}»`,
  field: 'Parole da cercare',
  hint: 'Persone, indicatori, attività, documenti; per chi consulta il registro, anche le sue righe. Maiuscole e accenti non contano; di più parole si cerca dove compaiono tutte.',
  tooShort: 'Servono almeno due lettere.',
  none: (asked: string) =>
    `Nessun risultato per «${asked}». Si può provare con meno parole, o con una parte della parola.`,
  groups: {
    people: 'Persone',
    indicators: 'Indicatori',
    steps: 'Attività',
    documents: 'Documenti',
    log: 'Registro',
  },
  /** How many are shown of a group. */
  some: (n: number) => `Sono mostrati i primi ${n}: con una parola in più si restringe la ricerca.`,
  index: 'Che cosa è stato trovato',
  inGroup: (title: string, n: number, more: boolean) => `${title} (${more ? `oltre ${n}` : n})`,
  notInService: 'non più in servizio',
  grid: (offices: number) => count(offices, 'Indicatori dell’ufficio', 'Indicatori dei suoi uffici'),
  gridOf: (name: string) => `Indicatori degli uffici di ${name}`,
  doneBy: 'Operazioni nel registro',
  doneByOf: (name: string) => `Operazioni di ${name} nel registro`,
  exercise: (year: number) => `esercizio ${year}`,
  due: (day: string) => `entro ${withArticle('il', day)}`,
  version: (n: number, on: string) => `versione ${n}, ${withArticle('del', on)}`,
  at: (moment: string, who: string) => `${moment}, ${who}`,
} as const;
