import { documentWords } from '../words/documents.js';

/** Documents that look at three years. */
const TRIENNIAL = ['piano', 'pira'];

/**
 * `Piano della performance 2016-2018`, `Relazione sulla performance 2016`.
 * @param named what the cycle's calendar calls documents, where it is not their usual name
 */
export const titleOf = (kind: string, exercise: number, named: Readonly<Record<string, string>> = {}): string =>
  `${named[kind] ?? documentWords.titles[kind] ?? kind} ${TRIENNIAL.includes(kind) ? `${exercise}-${exercise + 2}` : exercise}`;
