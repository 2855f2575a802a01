import type { Scope } from '../domain/token.js';

/** What a token lets another program do. */
export const scopeWords: Readonly<Record<Scope, string>> = {
  read: 'leggere i cicli, le attività e i risultati',
  'read-individual': 'leggere anche i risultati individuali',
  submit: 'chiedere i moduli e inviare i valori',
  act: 'fare ciò che alla persona è chiesto nelle attività: concluderle, ritrasmettere, registrare fatti',
  steer: 'compiere gli atti del controllo di gestione: proroghe, solleciti, chiusure, forzature',
  decide: 'registrare le decisioni degli organi',
};
