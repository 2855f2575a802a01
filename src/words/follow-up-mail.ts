import { plural } from './plural.js';
/** What the reminder of obligations and actions says. */
export const followUpMailWords = {
  /** @param day of what is due first */
  subject: (day: string, late: number, soon: number) =>
    `${day}: ${[
      ...(late > 0 ? [plural(late, 'una voce in ritardo', `${late} voci in ritardo`)] : []),
      ...(soon > 0 ? [plural(soon, 'una voce in scadenza', `${soon} voci in scadenza`)] : []),
    ].join(', ')}`,
  subjectOthers: (day: string, late: number) =>
    `${day}: ${plural(late, 'una voce di un collaboratore', `${late} voci dei collaboratori`)} in ritardo`,
  lead: (late: number, soon: number) =>
    [
      ...(late > 0
        ? [plural(late, 'una voce ha superato la scadenza', `${late} voci hanno superato la scadenza`)]
        : []),
      ...(soon > 0 ? [plural(soon, 'una scade nei prossimi giorni', `${soon} scadono nei prossimi giorni`)] : []),
    ].join(' e '),
  body: (lead: string) =>
    `tra gli obblighi di trasparenza e le azioni di cui risponde, ${lead}. Questo elenco arriva una volta alla settimana. Il collegamento di ogni voce apre il modulo: non occorre altro accesso.`,
  bodyOthers: (n: number) =>
    plural(
      n,
      'una voce affidata a un collaboratore ha superato la scadenza da alcuni giorni.',
      `${n} voci affidate ai collaboratori hanno superato la scadenza da alcuni giorni.`,
    ),
  button: 'Apri l’elenco',
  labels: {
    kind: 'Che cos’è',
    due: 'Scadenza',
    late: 'Ritardo',
    norm: 'Norma',
    owner: 'Ne risponde',
    state: 'Stato',
    page: 'Pagina',
  },
  again: 'Da aggiornare di nuovo',
  late: (days: number) => plural(days, '1 giorno', `${days} giorni`),
  stale: 'superato da un promemoria più recente',
} as const;
