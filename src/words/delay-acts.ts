import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { italianDay } from './format.js';
import { plural } from './plural.js';

/** The acts of a delay. */
export const delayActWords = {
  subject: (step: string): string => `Comunicazione di ritardo: ${step}`,
  notice: (step: string, due: CivilDate): string =>
    `Si comunica che l’adempimento «${step}», che la norma indicata prevede entro ${withArticle('il', italianDay(due))}, non è stato concluso nei termini.`,
  draft:
    'Bozza predisposta dal sistema con ciò che risulta nel registro: chi la firma la verifica e ne risponde. L’invio è registrato da chi lo fa.',
  inTime: (on: CivilDate, due: CivilDate): string =>
    `L’atto è ${withArticle('del', italianDay(on))}: il termine ${withArticle('del', italianDay(due))} è rispettato. Questa comunicazione rettifica le precedenti, scritte prima che l’atto fosse registrato.`,
  late: (days: number): string => plural(days, 'Il ritardo è di 1 giorno.', `Il ritardo è di ${days} giorni.`),
  done: (on: CivilDate): string => `L’adempimento è stato concluso ${withArticle('il', italianDay(on))}.`,
  expected: (on: CivilDate): string =>
    `Si prevede di concludere l’adempimento entro ${withArticle('il', italianDay(on))}.`,
  reasons: 'Motivi del ritardo',
  noReasons: 'Nel registro non risultano motivi dichiarati: indicarli prima della firma.',
  facts: 'I fatti',
  step: 'Adempimento',
  due: 'Termine',
  norm: 'Norma',
  days: 'Giorni di ritardo',
  waits: 'Chi attendeva chi',
  waiting: 'Chi attendeva',
  waitedFor: 'Chi era atteso',
  what: 'Per che cosa',
  since: 'Dal',
  until: 'Al',
  still: 'ancora atteso',
  to: 'Destinatari',
  signature: 'Firma',
} as const;
