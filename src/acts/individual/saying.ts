import type { Passage } from '../../domain/individual/stages.js';
import { ok } from '../../domain/result.js';
import { optional } from '../field.js';
import { text } from '../readers.js';
import { passageAct } from './passage.js';

interface Saying {
  readonly passage: Passage;
  readonly verb: string;
  readonly resource: string;
  readonly title: string;
  readonly does: string;
  readonly lead?: string;
  readonly submit: string;
  readonly label: string;
  readonly hint?: string;
  /** What is said where nothing is written. */
  readonly missing: string;
  readonly done: string;
}

/** A passage with which somebody says something in their own words, and nothing else. */
const saying = ({ title, does, lead, submit, label, hint, missing, done, ...described }: Saying) =>
  passageAct({
    ...described,
    fields: { text: text(4) },
    words: {
      title,
      does,
      lead,
      submit,
      fields: {
        text: { page: 'testo', value: 'testo', label, hint, missing },
      },
      done: () => done,
    },
    says: async (_, __, { text }) => ok({ text }),
  });

/** Accepts what is proposed. */
export const acceptSheet = passageAct({
  passage: 'accept',
  verb: 'sheet accept',
  resource: 'acceptances',
  fields: { text: optional(text()) },
  words: {
    title: 'Accetta la scheda',
    does: 'Accetta gli obiettivi e i comportamenti proposti',
    submit: 'Accetta',
    fields: { text: { page: 'testo', value: 'testo', label: 'Note (facoltative)' } },
    done: () => 'La scheda è accettata.',
  },
  says: async (_, __, { text }) => ok({ text: text ?? '' }),
});

/** Objects to what is proposed. */
export const objectToSheet = saying({
  passage: 'object',
  verb: 'sheet object',
  resource: 'objections',
  title: 'Contesta la scheda proposta',
  does: 'Dice perché gli obiettivi proposti non vanno bene',
  submit: 'Registra la contestazione',
  label: 'Perché',
  hint: 'Chi valuta risponde con un’altra proposta, o assegna la scheda dicendo perché.',
  missing: 'manca il motivo della contestazione',
  done: 'La contestazione è registrata.',
});

/** Writes what a person has to say on their evaluation. */
export const observeEvaluation = saying({
  passage: 'observe',
  verb: 'sheet observe',
  resource: 'observations',
  title: 'Presenta osservazioni',
  does: 'Presenta osservazioni sulla valutazione ricevuta',
  submit: 'Registra le osservazioni',
  label: 'Osservazioni',
  hint: 'Le legge chi valuta, che può valutare di nuovo.',
  missing: 'mancano le osservazioni',
  done: 'Le osservazioni sono registrate.',
});

/** Asks somebody above to look at the evaluation again. */
export const askSecondInstance = saying({
  passage: 'ask-second-instance',
  verb: 'sheet appeal',
  resource: 'second-instance-requests',
  title: 'Chiedi la seconda istanza',
  does: 'Chiede che la valutazione sia riesaminata da chi non l’ha fatta',
  submit: 'Invia la richiesta',
  label: 'Che cosa si contesta e perché',
  missing: 'manca che cosa si contesta',
  done: 'La richiesta di seconda istanza è registrata.',
});

/** Asks for the conciliazione after the second instance. */
export const askConciliation = saying({
  passage: 'ask-conciliation',
  verb: 'sheet conciliate',
  resource: 'conciliation-requests',
  title: 'Chiedi la conciliazione',
  does: 'Chiede la conciliazione sulla valutazione decisa in seconda istanza',
  submit: 'Invia la richiesta',
  label: 'Che cosa si contesta e perché',
  missing: 'manca che cosa si contesta',
  done: 'La richiesta di conciliazione è registrata.',
});

/** Takes back a request of second instance or of conciliazione. */
export const withdrawRequest = saying({
  passage: 'withdraw-request',
  verb: 'sheet withdraw',
  resource: 'request-withdrawals',
  title: 'Ritira la richiesta',
  does: 'Ritira la richiesta di seconda istanza o di conciliazione',
  submit: 'Ritira la richiesta',
  label: 'Perché',
  missing: 'manca il motivo',
  done: 'La richiesta è ritirata.',
});

/** Leaves a sheet without an evaluation. */
export const leaveUnevaluated = saying({
  passage: 'leave-unevaluated',
  verb: 'sheet leave',
  resource: 'non-evaluations',
  title: 'Chiudi senza valutazione',
  does: 'Chiude una scheda senza valutazione: servizio troppo breve, cessazione, altra posizione',
  submit: 'Chiudi senza valutazione',
  label: 'Motivo',
  missing: 'manca il motivo',
  done: 'La scheda è chiusa senza valutazione.',
});
