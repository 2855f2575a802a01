import { never } from '../domain/result.js';
import { PERIODS } from '../domain/targets/sentence.js';
import type { Reading } from '../domain/targets/types.js';
import type { Entry } from '../forms/entry.js';

/** What the answers of officers are told, whichever way they came. */
export const formWords = {
  /** @param now the final value; @param before the provisional one */
  corrects: (now: string, before: string) => `il valore finale, ${now}, corregge quello provvisorio, ${before}`,
  numerator: 'numeratore',
  denominator: 'denominatore',
  valueMissing: (expected: string) => `il valore manca: serve ${expected}`,
  valueAndReason:
    'ci sono sia un valore sia il motivo per cui non è rilevabile: lasciarne uno solo (per commentare il valore c’è la nota)',
  valueAndFraction: 'ci sono sia il valore sia numeratore e denominatore: lasciare l’uno o gli altri',
  halfFraction: (numeratorMissing: boolean) =>
    `manca il ${numeratorMissing ? 'numeratore' : 'denominatore'}: servono tutti e due, oppure il solo valore`,
  noFraction: (shown: string, expected: string) =>
    `«${shown}» è una frazione, ma qui numeratore e denominatore non servono: serve ${expected}`,
  part: (name: string, problem: string) => `${name}: ${problem}`,
  missing: 'il valore manca: se non si può rilevare, indicare il motivo',
  reasonMissing: 'per un valore non rilevabile serve il motivo: il campo è vuoto',
  noUnchanged:
    '«nessuna variazione» qui non si può usare: non c’è un valore precedente di questo esercizio da confermare; scrivere il valore',
  notADay: (shown: string, exercise = 2016) =>
    `«${shown}» non è un giorno: serve una data, per esempio 30/06/${exercise}`,
  unreadable: (shown: string, expected: string) => `«${shown}» non va bene: qui serve ${expected}`,
  refused: (problem: string, expected: string) => `${problem} (qui serve ${expected})`,
  noteAlone: 'c’è una nota ma manca il valore: indicare il valore, oppure il motivo per cui non è rilevabile',
  tooLong: (length: number, limit: number) => `il testo è lungo ${length} caratteri: al massimo ${limit}`,

  /** The unit as a form names it, also where the target has none. */
  unit: (entry: Entry, unit: string): string =>
    entry.kind === 'date' ? 'data' : entry.kind === 'yes-no' ? 'sì / no' : unit,

  expected: (entry: Entry, unit: string, exercise: number, reading?: Reading): string => {
    if (reading?.kind === 'within-period')
      return `il tempo impiegato in ${PERIODS[reading.unit][1]}, per esempio 12, oppure i casi nel termine su quelli in tutto (17/20), «sì» o «no»`;
    if (reading?.kind === 'throughout')
      return 'la percentuale o i giorni del periodo (98%, 300 giorni), oppure «sì» o «no»';
    switch (entry.kind) {
      case 'percent':
        return 'una percentuale, per esempio 82,5';
      case 'ratio':
        return 'numeratore e denominatore, oppure la percentuale, per esempio 82,5';
      case 'number':
        return 'un numero, per esempio 12,5';
      case 'count':
        return entry.whole
          ? `un numero intero di ${entry.noun}, per esempio 12`
          : `un numero di ${entry.noun}, per esempio 12,5`;
      case 'euro':
        return 'un importo in euro, per esempio 1.250,00';
      case 'days':
      case 'hours':
      case 'months':
        return `un numero di ${unit}, per esempio 12,5`;
      case 'percentage-points':
        return 'un numero di punti percentuali, per esempio 1,5';
      case 'score':
        return `un punteggio da 0 a ${entry.outOf.replace('.', ',')}`;
      case 'date':
        return `il giorno, per esempio 30/06/${exercise}, oppure «non ancora»`;
      case 'yes-no':
        return '«sì», «no» oppure «non ancora»';
      case 'open':
        return 'un numero, una frazione (17/20), un giorno, «sì», «no» oppure «non ancora»';
      default:
        return never(entry);
    }
  },
} as const;
