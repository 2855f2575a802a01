/** What pages and documents say of the register of stakeholders. */
export const stakeholderWords = {
  title: 'Registro degli stakeholder',
  lead: 'Chi ha interesse a ciò che l’ente fa: che cosa si aspetta, quanto conta, quali servizi usa e come è coinvolto.',
  registerTitle: 'Registro degli stakeholder',
  matrixTitle: 'Matrice di influenza e interesse',
  matrixLead:
    'Influenza e interesse vanno da 1 a 5. Da 3 in su si contano alti: chi ha alti entrambi va coinvolto da vicino.',
  matrixText: (placed: readonly string[]): string => `Matrice di influenza e interesse. ${placed.join('; ')}.`,
  place: (name: string, influence: number, interest: number): string =>
    `${name}: influenza ${influence}, interesse ${interest}`,
  unplaced: (names: readonly string[]): string => `Ancora senza influenza o interesse: ${names.join(', ')}.`,
  noMatrix: 'La matrice si disegna quando almeno uno stakeholder ha influenza e interesse.',
  none: 'L’ente non ha ancora stakeholder nel registro.',
  axes: { influence: 'Influenza', interest: 'Interesse' },
  engagement: 'Come ci si rapporta',
  changes: 'Modifica',
  change: 'Descrivi',
  changeOf: (name: string): string => `Descrivi ${name}`,
  add: 'Aggiungi uno stakeholder',
  end: 'Togli dal registro',
  ended: 'Non più tra gli stakeholder',
  columns: {
    name: 'Stakeholder',
    category: 'Gruppo',
    expects: 'Che cosa si aspetta',
    influence: 'Influenza',
    interest: 'Interesse',
    services: 'Servizi che usa',
    involvement: 'Come è coinvolto',
    number: 'N. nella matrice',
  },
} as const;
