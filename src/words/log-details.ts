/** Labels of the facts a log line carries in its detail; a fact not listed is not for people. */
export const logDetails: Readonly<Record<string, string>> = {
  dueOn: 'scadenza',
  reason: 'nota',
  on: 'giorno',
  round: 'esame',
  actNumber: 'atto',
  actDate: 'del',
  remarks: 'osservazioni',
  deferredTo: 'rinviata al',
  planVersion: 'versione del Piano',
  indicator: 'indicatore',
  value: 'valore forzato (%)',
  decidedBy: 'deciso da',
  remark: 'osservazione',
  achievement: 'grado di realizzazione',
  coverage: 'copertura',
};
