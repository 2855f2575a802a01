const many = (n: number, one: string, more: string): string => (n === 1 ? one : `${n} ${more}`);

/** What the first page says to who follows several bodies or years. */
export const homeWords = {
  lead: (bodies: number, cycles: number, late: number) =>
    `${many(bodies, 'Un ente', 'enti')}, ${many(cycles, 'un ciclo', 'cicli')}. ${late === 0 ? 'Nessuna attività in ritardo.' : `In ritardo ${many(late, 'un’attività', 'attività')}.`}`,
  cyclesOf: (entity: string) => `Cicli: ${entity}`,
  cycleOf: (entity: string, year: number) => `${entity}, ciclo ${year}`,
  late: 'In ritardo',
  noneLate: 'nessuna attività',
  lateCount: (n: number) => many(n, 'un’attività', 'attività'),
  next: 'Prossima scadenza',
  result: 'Ultimo risultato',
  noResult: 'nessuno ancora',
} as const;
