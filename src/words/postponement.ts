import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { italianDay } from './format.js';
import { count } from './plural.js';

const moved = (steps: number): string => count(steps, 'un’attività ha', 'attività hanno');

/** What is said of a budget the law has postponed. */
export const postponementWords = {
  subject: (exercise: number) => `Bilancio di previsione ${exercise}`,
  declared: ({ term, norm }: { readonly term: CivilDate; readonly norm: string }) =>
    `bilancio differito ${withArticle('al', italianDay(term))}: ${norm}`,
  nothingMoves:
    'le attività che seguono il termine del bilancio sono già concluse, o il termine resta quello che è: nessuna scadenza cambierebbe',
  notRunning: 'Il ciclo non è in corso: nessuna scadenza può cambiare.',
  none: 'Il bilancio non risulta differito.',
  standing: (term: CivilDate, norm: string | undefined) =>
    `Il bilancio è differito ${withArticle('al', italianDay(term))}${norm === undefined ? '' : ` (${norm})`}.`,
  declare: {
    title: 'Dichiara un differimento del bilancio',
    does: 'Dichiara che la legge ha differito il bilancio di previsione, e ricalcola i termini che ne seguono',
    lead: 'Quando un decreto differisce il bilancio di previsione, cambiano la sua scadenza, quella del PEG e, trenta giorni dopo, quella del PIAO. Gli avvisi partono nei giorni nuovi. Le attività concluse restano come sono, e una proroga già concessa oltre il termine nuovo resta. Un secondo decreto si dichiara allo stesso modo.',
    submit: 'Dichiara il differimento',
    term: { label: 'Nuovo termine del bilancio', missing: 'manca il nuovo termine del bilancio' },
    norm: {
      label: 'Atto che differisce',
      hint: 'Come si cita, per esempio: D.M. Interno 24 dicembre 2026 (G.U. n. 301 del 28/12/2026).',
      missing: 'manca l’atto che differisce il bilancio',
    },
    done: (term: CivilDate, steps: number) =>
      `Differimento ${withArticle('al', italianDay(term))} registrato: ${moved(steps)} nuovi termini.`,
  },
  withdraw: {
    title: 'Ritira il differimento del bilancio',
    does: 'Ritira l’ultimo differimento del bilancio dichiarato: i termini tornano quelli di prima',
    lead: 'I termini tornano quelli che erano prima dell’ultimo differimento dichiarato. Se quelli di prima sono già passati, le attività risultano in ritardo.',
    submit: 'Ritira il differimento',
    reason: 'Motivo del ritiro',
    done: (steps: number) => `Differimento ritirato: ${moved(steps)} di nuovo i termini di prima.`,
  },
} as const;
