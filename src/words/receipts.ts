import { count, plural } from './plural.js';

/** What the receipt of values says that an officer has sent. */
export const receiptWords = {
  title: 'Ricevuta',
  heading: 'Valori inviati',
  number: (numbers: readonly number[]) =>
    `${plural(numbers.length, 'Ricevuta', 'Ricevute')} n. ${numbers.join(', n. ')}`,
  at: 'Inviato il',
  by: 'Da',
  byFor: (name: string, absent: string) => `${name}, in sostituzione di ${absent}`,
  channel: 'Modo',
  late: 'Ritardo',
  lateText: (days: number, reason: string | null) =>
    `${count(days, 'un giorno', 'giorni')}${reason === null ? '' : `: ${reason}`}`,
  caption: 'Valori inviati',
  indicator: 'Indicatore',
  value: 'Valore',
  achievement: 'Grado di realizzazione',
  note: 'Nota',
  files: 'Allegati',
  missing: (n: number) => plural(n, 'Manca ancora un indicatore', `Mancano ancora ${n} indicatori`),
  nothingMissing:
    'Non manca nulla: il Suo compito per questo monitoraggio è concluso. Fino alla chiusura i valori si possono correggere.',
  back: 'Completa il modulo',
  correct: 'Torna al modulo per correggere',
  draft: 'Ciò che non è stato inviato resta in bozza, con le note e gli allegati: si ritrova riaprendo il modulo.',
  keep: 'Il numero della ricevuta resta nel registro: non occorre stampare la pagina.',
  replaced: 'sostituito da un invio successivo',
} as const;

/** What the page of somebody’s own receipts says. */
export const ownReceiptsWords = {
  title: 'Le mie ricevute',
  link: 'Le mie ricevute: ciò che ho inviato, registrato e concluso',
  lead: 'Ciò che è stato inviato, registrato e concluso a Suo nome, dal più recente.',
  none: 'Nulla è stato ancora inviato.',
  what: 'Ricevuta',
  step: 'Attività',
  exercise: 'Esercizio',
  at: 'Quando',
  values: 'Valori',
  kinds: {
    values: 'Valori inviati',
    decision: 'Decisione registrata',
    completion: 'Attività conclusa',
    transmission: 'Documento trasmesso',
  },
} as const;
