import { withArticle } from '../domain/article.js';
import { count, plural } from './plural.js';
/** What the first page says to who follows several bodies or years. */
export const homeWords = {
  lead: (bodies: number, cycles: number, late: number) =>
    `${count(bodies, 'Un ente', 'enti')}, ${count(cycles, 'un ciclo', 'cicli')}. ${late === 0 ? 'Nessuna attività in ritardo.' : `In ritardo ${count(late, 'un’attività', 'attività')}.`}`,
  cyclesOf: (entity: string) => `Cicli: ${entity}`,
  cycleOf: (entity: string, year: number) => `${entity}, ciclo ${year}`,
  late: 'In ritardo',
  noneLate: 'nessuna attività',
  lateCount: (n: number) => count(n, 'un’attività', 'attività'),
  next: 'Prossima scadenza',
  result: 'Ultimo risultato',
  noResult: 'nessuno ancora',
  /** While a checkpoint collects, to who steers its cycle. */
  now: {
    title: (checkpoint: string) => `Oggi: ${checkpoint}`,
    missingTitle: (missing: number, asked: number) =>
      missing === 0
        ? plural(asked, 'L’unico valore è arrivato', `Tutti ${withArticle('i', String(asked))} valori sono arrivati`)
        : `${plural(missing, 'Manca', 'Mancano')} ${missing} ${plural(missing, 'valore', 'valori')} su ${asked}`,
    ofOffice: (office: string, values: number) => `${office}: ${count(values, 'un valore', 'valori')}`,
    toGrid: 'Apri la griglia su ciò che manca',
    latelyTitle: 'Da ieri',
    latelyNone: 'Nulla di nuovo.',
    times: (action: string, times: number) => (times === 1 ? action : `${action}, ${times} volte`),
    decideTitle: 'Da decidere oggi',
    decideNone: 'Nulla: il termine non è ancora passato.',
    overdue: (days: number) =>
      days === 0
        ? 'Il termine scade oggi: sollecitare, prorogare o chiudere.'
        : `Il termine è passato da ${count(days, 'un giorno', 'giorni')}: sollecitare, prorogare o chiudere.`,
    complete: 'Rivedere i valori e chiudere, o lasciare che il monitoraggio si chiuda da sé.',
    returned: (n: number) =>
      count(n, 'Un valore restituito attende la correzione.', 'valori restituiti attendono la correzione.'),
    toManage: 'Gestisci il monitoraggio',
  },
} as const;
