/** What the act says by which one value is sent, whatever way. */
export const givingWords = {
  title: 'Invia un valore',
  does: 'Invia il valore di un indicatore a un monitoraggio, con gli allegati che lo provano',
  submit: 'Invia',
  value: 'Valore, com’è stato misurato: 82,5%, 12 giorni, sì, 30/06/2016',
  numerator: 'Numeratore, dove il valore è un rapporto',
  denominator: 'Denominatore, dove il valore è un rapporto',
  reachedOn: 'Quando il target è stato raggiunto, se ha un termine proprio',
  mode: 'Come si risponde, se non con un valore: «unchanged» (nessuna variazione) o «not-assessable» (non rilevabile, con il motivo)',
  reason: 'Perché il valore non è rilevabile',
  note: 'Nota per il controllo di gestione',
  cause: 'Se il valore è lontano dal target: perché',
  next: 'Se il valore è lontano dal target: che cosa si farà',
  evidence: 'Allegati che provano il valore',
  lateReason: 'Motivo del ritardo, se il termine è passato',
  confirmed: 'Il valore insolito è giusto così',
  done: (submission: number) => `Valore inviato: ricevuta n. ${submission}.`,
} as const;
