import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { italianDay } from './format.js';

/** What is said of the terms of its calendar that a body changes. */
export const ownTermWords = {
  title: 'Termini del calendario',
  lead: 'Le scadenze del prossimo ciclo, come le danno il modello di calendario e i termini che l’ente ha cambiato. Un termine si cambia da un esercizio il cui ciclo non è ancora cominciato; in un ciclo in corso si proroga dalla pagina dell’attività.',
  of: (exercise: number) => `Termini del ciclo ${exercise}`,
  unplanned: 'Con i termini cambiati il calendario non si può programmare:',
  step: 'Attività',
  due: 'Scadenza',
  rule: 'Termine cambiato',
  norm: 'Norma o decisione',
  changedFrom: (rule: string, exercise: number) => `${rule}, dal ${exercise}`,
  asTemplate: 'come nel modello',
  download: 'Scarica il modello di calendario con i termini cambiati (YAML)',
  downloadLead: 'Messo in calendars/ al posto di quello dell’ente dice le stesse scadenze anche a chi lavora sui file.',
  stray: (step: string) =>
    `è cambiato il termine di «${step}», che nel calendario non c’è: il controllo di gestione lo ritira (ciclo withdraw-term)`,
  change: {
    title: 'Cambia un termine del calendario',
    does: 'Cambia il termine di un’attività da un esercizio in poi, con la norma e il motivo',
    lead: 'Il termine nuovo vale dall’esercizio indicato in poi, se il suo ciclo non è ancora cominciato. Prima di registrare si vede come cambiano le scadenze.',
    submit: 'Vedi le scadenze',
    confirm: 'Registra il termine',
    check:
      'Da quell’esercizio il calendario ha queste scadenze. Un nuovo cambiamento, o il ritiro, le cambia di nuovo finché il ciclo non comincia.',
    exercise: { label: 'Dall’esercizio', missing: 'manca l’esercizio' },
    step: { label: 'Attività', missing: 'manca l’attività' },
    due: {
      label: 'Nuovo termine',
      hint: 'Per esempio: 15 marzo Y, fine febbraio Y+1, 10 giorni lavorativi dopo l’apertura, 20 giorni dopo «Approvazione del bilancio di previsione» (il titolo dell’attività, fra virgolette). Y è l’esercizio, Y-1 l’anno prima, Y+1 l’anno dopo.',
      missing: 'manca il nuovo termine',
    },
    citation: {
      label: 'Norma o decisione',
      hint: 'Come si cita, per esempio: deliberazione di Giunta n. 12 del 20/01/2027; D.L. 80/2021, art. 6, c. 1.',
      missing: 'manca la norma o la decisione da cui viene il termine',
    },
    force: {
      label: 'Di chi è il termine',
      hint: 'Dove il termine è di legge, uno dell’ente può solo venire prima: quello di legge resta.',
      options: { body: 'dell’ente', law: 'di legge' },
    },
    reason: { label: 'Motivo del cambiamento', missing: 'manca il motivo' },
    done: (title: string, rule: string, exercise: number) => `Termine di «${title}» dal ${exercise}: ${rule}.`,
  },
  withdraw: {
    title: 'Ritira un termine cambiato',
    does: 'Ritira il termine di un’attività che l’ente ha cambiato: vale di nuovo il modello',
    submit: 'Ritira il termine',
    reason: 'Motivo del ritiro',
    done: (title: string, exercise: number) => `Dal ${exercise} «${title}» ha di nuovo il termine del modello.`,
    none: (title: string, exercise: number) => `dal ${exercise} «${title}» non ha un termine cambiato dall’ente`,
  },
  begun: (exercise: number) =>
    `il ciclo ${exercise} è già cominciato: i suoi termini si prorogano dalla pagina dell’attività; qui si indica un esercizio successivo`,
  far: (exercise: number, last: number) =>
    `l’esercizio ${exercise} è troppo lontano: se l’anno è giusto, il termine si cambia più avanti; si arriva fino al ${last}`,
  nothingMoves:
    'con questo termine nessuna scadenza cambierebbe (la durata delle rilevazioni dei monitoraggi si dice in calendar.yaml)',
  dates: 'Scadenze che cambiano',
  moved: (title: string, before: CivilDate, after: CivilDate) =>
    before === after
      ? `${title}: ${italianDay(after)}, con un’altra apertura`
      : `${title}: ${withArticle('dal', italianDay(before))} ${withArticle('al', italianDay(after))}`,
  subject: (title: string, exercise: number) => `${title}, dal ${exercise}`,
} as const;

/** A deadline in the words of a calendar's file, with the title of the step it counts from instead of its id. */
export const withTitles = (due: string, titleOf: (step: string) => string | undefined): string =>
  due.replace(/ dopo ([a-z0-9-]+)$/, (said, step) => {
    const title = titleOf(step);
    return title === undefined ? said : ` dopo «${title}»`;
  });
