import { withArticle } from '../domain/article.js';
import type { FollowedKind, FollowedState } from '../domain/follow-up.js';

/** How the state of what is followed reads, and why a change of it is refused. */
export const followUpWords = {
  invited: 'Obblighi e azioni di cui rispondere',
  state: {
    fulfilled: 'Assolto',
    updating: 'In aggiornamento',
    unfulfilled: 'Non assolto',
    planned: 'Da avviare',
    'under-way': 'In corso',
    done: 'Conclusa',
    abandoned: 'Abbandonata',
  } satisfies Record<FollowedState, string>,
  kind: {
    obligation: 'Obbligo di trasparenza',
    improvement: 'Azione di miglioramento',
    corrective: 'Azione correttiva',
  } satisfies Record<FollowedKind, string>,
  neverFollowed: 'Ora risulta come nel documento.',
  standsNow: (state: string, due: string) => `Ora risulta «${state}»${due}.`,
  /** When neither the document nor anybody since has said how it stands. */
  unknown: 'Stato non indicato',
  refused: {
    noItem: (item: string) => `«${item}» non è tra le voci seguite dall’ente`,
    gone: (item: string) =>
      `«${item}» non è più tra gli obblighi e le azioni dell’ente: la sua storia resta, non cambia`,
    wrongState: (state: string, expected: readonly string[]) =>
      `lo stato «${state}» non è ammesso: scegliere tra ${expected.map((s) => `«${s}»`).join(', ')}`,
    noOutcome:
      'manca l’esito: per concludere o abbandonare un’azione occorre scrivere che cosa se ne è ottenuto, o perché',
    noOwner: (owner: string) => `«${owner}» non è un ruolo né un ufficio dell’ente`,
    dueBefore: (due: string, today: string) =>
      `la prossima scadenza (${due}) è già passata: oggi è ${withArticle('il', today)}`,
    noStakeholder: 'manca chi ha espresso l’osservazione: scegliere o scrivere lo stakeholder',
    noChannel: 'manca il modo in cui l’osservazione è arrivata, per esempio «indagine» o «incontro»',
    noFeedback: 'manca il testo dell’osservazione',
    receivedLater: (day: string, today: string) =>
      `la data di ricevimento (${day}) è nel futuro: oggi è ${withArticle('il', today)}`,
    unknownFeedback: (id: number) => `l’osservazione n. ${id} non è tra quelle dell’ente`,
    noUse: 'manca che cosa ne fa l’analisi del contesto',
    noProgramme: (code: string) => `il programma «${code}» non è nel Piano dell’esercizio`,
    spentByLine: (programme: string) =>
      `la spesa del programma ${programme} è registrata per righe di risorse: indicare la riga`,
    negative: (amount: string) => `la spesa «${amount}» è negativa: indicare l’importo speso da inizio anno, in euro`,
    spentLater: (day: string, today: string) =>
      `la data della spesa (${day}) è nel futuro: oggi è ${withArticle('il', today)}`,
  },
} as const;
