import type { Plan } from '../plan.js';
import type { Finding } from './finding.js';
import { italianDate } from './text.js';

/** What cells have in common that makes them one cause, how many of them at least, and how all are said at once. */
interface Cause {
  readonly key: string;
  readonly least: number;
  readonly says: (count: number) => string;
}

/** Findings of one cause, told once at the first of their places with all of them; the others as they are. */
export function toldTogether(found: readonly Finding[], plan: Plan): readonly Finding[] {
  const causes = found.map((f) => causeOf(f, plan));
  return found.flatMap((f, i) => {
    const cause = causes[i];
    const alike = cause === undefined ? [] : found.filter((_, k) => causes[k]?.key === cause.key);
    if (cause === undefined || alike.length < cause.least) return [f];
    if (alike[0] !== f) return [];
    const listed = alike.map((one) => `${one.place} ${/«.*»/.exec(one.fact)?.[0] ?? ''}`).join('; ');
    return [{ ...f, fact: `${cause.says(alike.length)}: ${listed}.` }];
  });
}

function causeOf({ code, path, fact }: Finding, plan: Plan): Cause | undefined {
  const [key, year] = path.slice(-2);
  switch (code) {
    case 'deadline-before-approval': {
      const on = italianDate(plan.approval?.date ?? '');
      return {
        key: code,
        least: 2,
        says: (n) => `${n} termini erano già passati quando il Piano è stato approvato (${on})`,
      };
    }
    case 'date-outside-exercise': {
      const other = /(\d{4}), fuori/.exec(fact)?.[1];
      return other === undefined
        ? undefined
        : {
            key: `${code} ${year} ${other}`,
            least: COLUMN,
            says: (n) => `${n} target ${year} indicano una data del ${other}, fuori dall’esercizio`,
          };
    }
    case 'excel-zero-date':
      return key === 'results'
        ? {
            key: `${code} ${year}`,
            least: COLUMN,
            says: (n) => `${n} celle del risultato ${year} hanno lo zero di un foglio di calcolo mostrato come data`,
          }
        : undefined;
    default:
      return undefined;
  }
}

/** From how many cells on a mistake is the column's: one or two are slips of their own. */
const COLUMN = 3;
