import { withArticle } from '../domain/article.js';
import type { DecisionOutcome } from '../domain/decision.js';
import type { OivTask } from '../domain/oiv/asked.js';

/** The form in which a decision is put on record. */
export const decisionFormWords = {
  title: 'La decisione',
  outcome: 'Esito della seduta',
  /** Of the OIV, which often is one person. */
  oivOutcome: 'Esito',
  outcomes: {
    approved: 'Approvato',
    noted: 'Preso atto',
    rejected: 'Respinto con osservazioni',
    deferred: 'Rinviato ad altra seduta',
  } satisfies Record<DecisionOutcome, string>,
  oiv: {
    validation: {
      outcomes: {
        approved: 'Validata',
        noted: 'Preso atto',
        rejected: 'Non validata',
        deferred: 'Rinviata',
      },
      hints: {
        approved: 'servono numero e data dell’atto, le ragioni e la lista di controllo completa',
        noted: 'servono numero e data dell’atto',
        rejected: 'servono le ragioni: la Relazione torna a chi l’ha trasmessa',
        deferred: 'serve la nuova data: quel giorno arriva un promemoria',
      },
      remarks: 'Ragioni',
      remarksHint: 'Restano nel documento di validazione, così come sono scritte.',
    },
    opinion: {
      outcomes: {
        approved: 'Parere favorevole',
        noted: 'Preso atto',
        rejected: 'Parere contrario',
        deferred: 'Rinviato',
      },
      hints: {
        approved: 'servono numero e data dell’atto',
        noted: 'servono numero e data dell’atto',
        rejected: 'servono le ragioni: la proposta torna a chi l’ha preparata, e così com’è non si adotta',
        deferred: 'serve la nuova data: quel giorno arriva un promemoria',
      },
      remarks: 'Ragioni e osservazioni',
      remarksHint: 'Restano nel documento del parere, così come sono scritte.',
    },
  } satisfies Record<
    OivTask,
    {
      readonly outcomes: Readonly<Record<DecisionOutcome, string>>;
      readonly hints: Readonly<Record<DecisionOutcome, string>>;
      readonly remarks: string;
      readonly remarksHint: string;
    }
  >,
  hints: {
    approved: 'servono numero e data dell’atto',
    noted: 'servono numero e data dell’atto; le osservazioni vanno al controllo di gestione, che risponde',
    rejected: 'servono le osservazioni: il documento torna a chi lo ha preparato',
    deferred: 'serve la data della nuova seduta: quel giorno arriva un promemoria',
  } satisfies Record<DecisionOutcome, string>,
  act: 'L’atto',
  actNumber: 'Numero dell’atto',
  actDate: 'Data dell’atto',
  actNumberHint: 'Come nel registro degli atti dell’organo.',
  actDateHint: (from: string, to: string) =>
    from === to
      ? `Il documento è depositato da oggi, ${to}: l’atto non può avere un’altra data.`
      : `${withArticle('Dal', from)}, giorno del deposito, ${withArticle('al', to)}, oggi.`,
  dateHint: 'Giorno/mese/anno; solo per un rinvio.',
  votes: 'Presenti e voti',
  votesHint: 'Se la seduta non vota, lasciare vuoto.',
  oivVotesHint: 'Solo se l’organismo è collegiale e vota.',
  present: 'Presenti',
  inFavour: 'Favorevoli',
  against: 'Contrari',
  abstained: 'Astenuti',
  remarks: 'Osservazioni',
  remarksHint: 'Chi ha preparato il documento le riceve così come sono scritte.',
  deferredTo: 'Torna in esame il',
  file: 'Testo dell’atto',
  fileHint: (mb: number) => `PDF, firmato p7m o docx, fino a ${mb} MB. Si può allegare anche più tardi.`,
  submit: 'Registra la decisione',
  sending: 'Registrazione in corso…',
} as const;
