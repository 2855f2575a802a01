import { actNumbered } from '../domain/act-number.js';
import { withArticle } from '../domain/article.js';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { italianDay } from './format.js';

const numbered = (number: string | null, date: CivilDate | null): string =>
  `${number === null ? 'n. –' : actNumbered(number)}${date === null ? '' : ` ${withArticle('del', italianDay(date))}`}`;

/** What is said of the act of a board whose number or date was corrected. */
export const actCorrectionWords = {
  title: 'Rettifica numero o data dell’atto',
  does: 'Rettifica il numero o la data dell’atto con cui un organo ha deciso',
  lead: (number: string | null, date: CivilDate | null): string =>
    `Agli atti risulta l’atto ${numbered(number, date)}. Si rettifica solo un errore di trascrizione: la decisione resta quella registrata, e con il nuovo numero resta leggibile anche il precedente. I documenti già depositati non cambiano; quelli prodotti da ora riportano il dato rettificato.`,
  submit: 'Registra la rettifica',
  reason: 'Motivo della rettifica',
  reasonHint: 'Per esempio: trascritto il numero della proposta. Resta nel registro.',
  missing: { number: 'manca il numero dell’atto', date: 'manca la data dell’atto', reason: 'manca il motivo' },
  stands: (number: string | null, date: CivilDate | null): string => `l’atto risulta ora ${numbered(number, date)}`,
  same: 'numero e data sono già quelli agli atti: non c’è nulla da rettificare',
  done: (number: string, date: CivilDate): string => `Rettifica registrata: atto ${numbered(number, date)}.`,
  was: (number: string | null, date: CivilDate | null, reason: string): string =>
    `${reason} (risultava ${numbered(number, date)})`,
  unknown: (name: string): string => `non c’è una decisione «${name}» con un atto da rettificare`,
  correct: 'Rettifica numero o data',
  decision: 'decisione con un atto numerato: la sua chiave, o l’ultima parte di essa',
} as const;

/** How an act stood before it was corrected: `rettificato il 05/02/2016: risultava n. 11 del 30/01/2016`; absent where it never was. */
export const correctedAct = (
  corrected: { readonly number: string | null; readonly date: CivilDate | null; readonly at: Instant } | undefined,
): string | undefined =>
  corrected &&
  `rettificato ${withArticle('il', italianDay(romeDate(corrected.at)))}: risultava ${numbered(corrected.number, corrected.date)}`;

/** What stands for an act, with how it stood before where it was corrected. */
export const withCorrection = (act: string, was: string | undefined): string =>
  was === undefined ? act : `${act} (${was})`;
