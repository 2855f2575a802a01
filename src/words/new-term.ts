import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { italianDay } from './format.js';

/** What is said when a step is given another term. */
export const termWords = {
  law: 'Il termine è di legge: la proroga sposta i solleciti e resta nel registro, ma non sana il ritardo verso l’esterno.',
  patronSaint: 'festa del santo patrono',
  /** @param why `sabato`, `Epifania` */
  moved: (asked: CivilDate, why: string, dueOn: CivilDate) =>
    `Il giorno indicato, ${italianDay(asked)}, non è lavorativo (${why}): per questa attività vale ${withArticle('il', italianDay(dueOn))}.`,
  far: 'La scadenza è lontana più di due anni, e l’anno è giusto',
  askFar: (due: CivilDate) =>
    `la nuova scadenza è ${withArticle('il', italianDay(due))}, fra più di due anni: se l’anno è giusto, confermarlo; altrimenti correggere la data`,
} as const;
