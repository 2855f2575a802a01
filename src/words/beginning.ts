import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import type { EarlierStep } from '../register/earlier-steps.js';
import { italianDay } from './format.js';
import { count } from './plural.js';

/** What is said of a cycle that is about to begin, and of what was done before it. */
export const beginningWords = {
  title: 'Avvia un ciclo',
  view: 'Avvio di un ciclo',
  does: 'Avvia subito il ciclo di un esercizio, senza attendere il 1° giugno',
  lead: 'Il ciclo di un esercizio comincia da sé il 1° giugno dell’anno prima; chi comincia più tardi lo avvia da qui. Prima si registra ciò che è già stato fatto senza Ciclo: il ciclo comincia con quelle attività concluse, e per loro non scrive a nessuno.',
  exercises: 'Esercizio',
  choose: (exercise: number) => `Ciclo ${exercise}`,
  allBegun: 'I cicli che oggi si possono avviare sono già avviati.',
  stepsOf: (exercise: number) => `Attività del ciclo ${exercise}`,
  of: (exercise: number) => `Avvia il ciclo ${exercise}`,
  doneTo: (act: string, title: string) => `${act}, «${title}»`,
  summary: (done: number, passed: number) =>
    `${done === 0 ? 'Nessuna attività è registrata come già fatta' : count(done, 'Un’attività è registrata come già fatta', 'attività sono registrate come già fatte')}; ${passed === 0 ? 'nessun termine è trascorso' : count(passed, 'un termine è trascorso', 'termini sono trascorsi')} senza che ne sia registrata la conclusione.`,
  step: 'Attività',
  due: 'Scadenza',
  state: 'Prima di Ciclo',
  done: ({ on, act, files = [] }: EarlierStep) =>
    [
      `fatta ${withArticle('il', italianDay(on))}${act === undefined ? '' : ` (${act})`}`,
      ...(files.length === 0 ? [] : [count(files.length, 'un file', 'file')]),
    ].join(', '),
  passed: 'termine trascorso, non registrata',
  toCome: 'da fare con Ciclo',
  record: 'Già fatta: registra',
  withdraw: 'Ritira',
  what: 'Che cosa fare',
  unplanned: (exercise: number) => `Il calendario ${exercise} non si può programmare:`,
  exercise: { label: 'Esercizio', missing: 'manca l’esercizio' },
  check:
    'Da questo momento il ciclo procede: apre le attività il cui giorno è venuto, scrive a chi deve agire e non torna indietro. Un ciclo avviato per errore si annulla, e per quell’esercizio non se ne avvia un altro.',
  earlier: 'Già fatte prima di Ciclo',
  late: 'Con il termine trascorso: saranno in ritardo da subito',
  next: 'Prossima scadenza',
  none: 'nessuna',
  dated: (title: string, on: CivilDate) => `${title}: ${italianDay(on)}`,
  far: (exercise: number, first: number, last: number) =>
    `il ciclo ${exercise} oggi non si può avviare: si avviano quelli dal ${first} al ${last}`,
  begun: (exercise: number) => `Il ciclo ${exercise} è avviato.`,
  asked: (exercise: number) =>
    `L’avvio del ciclo ${exercise} è chiesto e non è ancora avvenuto: si riprova da sé, non serve chiederlo di nuovo. Che cosa lo trattiene, se dura, è in «Da sistemare».`,
  already: {
    running: (exercise: number) => `il ciclo ${exercise} è già avviato`,
    closed: (exercise: number) => `il ciclo ${exercise} è concluso: non si avvia di nuovo`,
    cancelled: (exercise: number) => `il ciclo ${exercise} è stato annullato: non si avvia di nuovo`,
  },
} as const;
