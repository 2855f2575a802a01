import { withArticle } from '../domain/article.js';
import type { Consideration, FeedbackOrigin } from '../domain/voices/strategic-feedback.js';
import { voiceWords } from './voices.js';

/** What pages and documents say of the strategic feedback. */
export const feedbackWords = {
  title: 'Feedback strategico',
  heading: (exercise: number): string => `Feedback strategico ${exercise}`,
  lead: 'Ciò che emerge dal ciclo precedente, raccolto automaticamente: risultati sotto il target con le loro cause, rilievi dell’organismo di valutazione, azioni ancora aperte, osservazioni degli stakeholder. Ogni voce si considera dicendo che cosa ne segue.',
  /** From when on nothing is added. */
  drawn: (day: string): string =>
    `L’attività si è conclusa ${withArticle('il', day)}: le voci sono quelle di quel giorno. Ciò che è emerso dopo è nel feedback dell’esercizio successivo.`,
  afterwards: (exercise: number): string =>
    `il feedback strategico ${exercise} è concluso e questa voce non ne fa parte: va considerata per un esercizio successivo`,
  none: 'Nel registro non c’è ancora nulla da considerare per questo esercizio.',
  consideredTitle: 'Voci considerate',
  noneConsidered: 'Nessuna voce è stata ancora considerata.',
  /** What the day of an item is. */
  on: {
    result: (day: string): string => `Risultato ${withArticle('al', day)}`,
    oiv: (day: string): string => `Rilievo ${withArticle('del', day)}`,
    corrective: (day: string): string => `Da concludere entro ${withArticle('il', day)}`,
    improvement: (day: string): string => `Da concludere entro ${withArticle('il', day)}`,
    feedback: (day: string): string => `Ricevuta ${withArticle('il', day)}`,
  } satisfies Record<FeedbackOrigin, (day: string) => string>,
  cause: (cause: string): string => `Causa: ${cause}`,
  columns: {
    origin: 'Origine',
    item: 'Voce',
    said: 'Che cosa risulta',
    cause: 'Causa',
    on: 'Data',
    follows: 'Che cosa ne segue',
    outcome: 'Come se ne tiene conto',
    by: 'Chi',
  },
  /** What is said of an item that was considered and is drawn no more. */
  noLonger: 'Non risulta più aperta',
  goTo: 'Vai al feedback strategico',
  followsText: (said: Consideration | undefined): string => {
    if (said === undefined || said.follows === null) return '';
    if (said.follows === 'nothing') return 'Nulla di nuovo';
    const follows = voiceWords.follows[said.follows];
    return said.refers === null ? follows : `${follows}: ${said.refers}`;
  },
} as const;
