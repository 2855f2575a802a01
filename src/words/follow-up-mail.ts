import { plural } from './plural.js';
/** What the reminder of obligations and actions says. */
export const followUpMailWords = {
  subject: (late: number, soon: number) =>
    late > 0
      ? plural(late, 'Una voce di cui risponde è in ritardo', `${late} voci di cui risponde sono in ritardo`)
      : plural(soon, 'Una voce di cui risponde è in scadenza', `${soon} voci di cui risponde sono in scadenza`),
  subjectOthers: (late: number) =>
    plural(
      late,
      'Una voce affidata ai collaboratori è in ritardo',
      `${late} voci affidate ai collaboratori sono in ritardo`,
    ),
  lead: (late: number, soon: number) =>
    [
      ...(late > 0
        ? [plural(late, 'una voce ha superato la scadenza', `${late} voci hanno superato la scadenza`)]
        : []),
      ...(soon > 0 ? [plural(soon, 'una scade nei prossimi giorni', `${soon} scadono nei prossimi giorni`)] : []),
    ].join(' e '),
  body: (lead: string) =>
    `Tra gli obblighi di trasparenza e le azioni di cui risponde, ${lead}. Basta aprire la voce, scrivere come sta e registrare.`,
  bodyOthers: (n: number) =>
    plural(
      n,
      'Una voce affidata a un collaboratore ha superato la scadenza da alcuni giorni.',
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
  late: (days: number) => plural(days, '1 giorno', `${days} giorni`),
  stale: 'superato da un promemoria più recente',
} as const;
