/** How a page offers to take away as a file what it shows. */
export const takeAwayWords = {
  forms: {
    xlsx: 'Scarica come foglio di calcolo',
    csv: 'Scarica come CSV',
    json: 'Scarica come JSON',
    pdf: 'Scarica come PDF',
  },
  reportTitle: 'Rapporto del monitoraggio',
  steps: {
    title: (year: number) => `Attività del ciclo ${year}`,
    fileName: (entity: string, year: number, form: string) => `attivita-${entity}-${year}.${form}`,
    phase: 'Fase',
    kind: 'Tipo',
    opensOn: 'Apertura prevista',
    openedOn: 'Apertura effettiva',
    plannedDueOn: 'Scadenza prevista',
    dueOn: 'Scadenza attuale',
    lateDays: 'Giorni di ritardo',
    norm: 'Fonte del termine',
  },
} as const;
