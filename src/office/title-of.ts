import { documentWords } from '../words/documents.js';

/** Documents that look at three years. */
const TRIENNIAL = ['piano', 'pira'];

/**
 * `Piano della performance 2016-2018`, `Relazione sulla performance 2016`.
 * @param named what the cycle's calendar calls documents, where it is not their usual name
 */
export const titleOf = (kind: string, exercise: number, named: Readonly<Record<string, string>> = {}): string =>
  titleIn(named[kind] ?? documentWords.titles[kind] ?? kind, exercise, TRIENNIAL.includes(kind));

/** A name may say where the three years go: `Documento unico di programmazione {triennio}`. */
function titleIn(name: string, exercise: number, triennial: boolean): string {
  const years = `${exercise}-${exercise + 2}`;
  if (name.includes(YEARS)) return name.replaceAll(YEARS, years);
  return `${name} ${triennial ? years : exercise}`;
}

const YEARS = '{triennio}';
