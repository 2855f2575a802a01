import { documentWords as words } from '../words/documents.js';
import { italianPercent } from '../words/format.js';
import { type Cell, percent } from './content.js';

/** A percentage within a sentence; undefined where there is none. */
export const percentText = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : italianPercent(value);

/** A percentage in a table, or that there is none. */
export const figure = (value: string | undefined): Cell =>
  value === undefined ? words.monitoring.none : percent(value);
