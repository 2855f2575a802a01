import type { AskMoment } from '../domain/individual/asks.js';
import type { Passage } from '../domain/individual/stages.js';
import { plural } from './plural.js';

/** What the mails about the evaluation of people say: never of whom, nor how anybody was judged. */
export const evaluationMailWords = {
  /** The subject is read by whoever looks over a shoulder: it says nothing of what is asked. */
  subject: (n: number) =>
    plural(n, 'valutazione individuale: una cosa da fare', `valutazione individuale: ${n} cose da fare`),
  subjectLate: 'valutazione individuale: un termine è passato',
  lead: {
    opening: 'nella valutazione individuale c’è qualcosa che aspetta Lei.',
    reminder: 'nella valutazione individuale qualcosa aspetta Lei e il termine si avvicina.',
    'due-today': 'nella valutazione individuale qualcosa aspetta Lei e il termine è oggi.',
    late: 'nella valutazione individuale qualcosa aspetta Lei e il termine è passato.',
  } satisfies Record<AskMoment, string>,
  sheet: (id: number) => `Scheda n. ${id}`,
  toPropose: (n: number) => plural(n, 'Una scheda da proporre', `${n} schede da proporre`),
  right: 'È un diritto, non un obbligo: chi non se ne serve non fa nulla.',
  signIn:
    'Il collegamento porta al modulo dopo essere entrati con il proprio indirizzo: chi riceve questo messaggio per errore non vede nulla.',
  labels: { todo: 'Che cosa fare', due: 'Entro', late: 'Il termine era', page: 'Pagina' },
  button: { one: 'Apri il modulo', many: 'Apri ciò che aspetta Lei' },
  stale: 'superato da un avviso più recente',
  todo: {
    propose: 'proporre obiettivi e pesi',
    accept: 'leggere ciò che è proposto; accettarlo o contestarlo',
    object: 'contestare ciò che è proposto',
    assign: 'assegnare la scheda con un atto',
    change: 'cambiare gli obiettivi',
    'note-talk': 'tenere il colloquio di metà anno e annotarlo',
    'evaluate-self': 'scrivere l’autovalutazione',
    evaluate: 'valutare',
    observe: 'leggere la valutazione; presentare osservazioni o chiedere la seconda istanza',
    'ask-second-instance': 'chiedere la seconda istanza',
    'decide-second-instance': 'decidere in seconda istanza',
    'ask-conciliation': 'chiedere la conciliazione',
    'conclude-conciliation': 'concludere la conciliazione',
    'withdraw-request': 'ritirare la richiesta',
    'return-proposal': 'rinviare la proposta',
    'sign-off': 'firmare la valutazione',
    'leave-unevaluated': 'chiudere senza valutazione',
    'take-up-again': 'riprendere la scheda',
  } satisfies Record<Passage, string>,
} as const;
