import { count } from './plural.js';
/** What the first page says to who follows several bodies or years. */
export const homeWords = {
  lead: (bodies: number, cycles: number, late: number) =>
    `${count(bodies, 'Un ente', 'enti')}, ${count(cycles, 'un ciclo', 'cicli')}. ${late === 0 ? 'Nessuna attività in ritardo.' : `In ritardo ${count(late, 'un’attività', 'attività')}.`}`,
  cyclesOf: (entity: string) => `Cicli: ${entity}`,
  cycleOf: (entity: string, year: number) => `${entity}, ciclo ${year}`,
  late: 'In ritardo',
  noneLate: 'nessuna attività',
  lateCount: (n: number) => count(n, 'un’attività', 'attività'),
  next: 'Prossima scadenza',
  result: 'Ultimo risultato',
  noResult: 'nessuno ancora',
} as const;
