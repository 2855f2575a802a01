import { actNumbered } from '../domain/act-number.js';
import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { italianDay } from './format.js';

/** What is said of a term that counts from a board's act. */
export const countedWords = {
  reason: (number: string | undefined, on: CivilDate): string =>
    `il termine si conta dall’atto${number === undefined ? '' : ` ${actNumbered(number)}`} ${withArticle('del', italianDay(on))}`,
} as const;
