import { withArticle } from '../domain/article.js';
import type { SheetGoal } from '../domain/individual/sheet-goal.js';
import { count } from './plural.js';

/** What who concludes a step reads. */
export const taskWords = {
  overline: 'Attività da concludere',
  due: 'Entro',
  norm: 'Norma',
  late: (days: number) => `in ritardo di ${count(days, 'un giorno', 'giorni')}`,
  opened: 'Aperta il',
  others: 'Può concluderla anche',
  /** Of a task that waits for people's sheets. */
  byItself: {
    assigned: 'L’attività si conclude da sé quando ogni persona ha la propria scheda e tutte sono assegnate.',
    talked:
      'L’attività si conclude da sé quando tutti i colloqui sono annotati; chi ne risponde può concluderla prima, con una nota.',
    evaluated: 'L’attività si conclude da sé quando tutte le schede sono firmate, o chiuse senza valutazione.',
    published: 'L’attività si conclude da sé quando i dati aggregati sui premi sono pubblicati.',
  } satisfies Record<SheetGoal, string>,
  toSheets: 'Apri la valutazione individuale',
  note: 'Nota',
  noteHint: 'Che cosa è stato fatto e dove si trova. Resta agli atti del ciclo.',
  noteMissing: 'Scrivere una nota: che cosa è stato fatto e dove si trova.',
  reason: 'Motivo del ritardo',
  reasonHint: (day: string) =>
    `L’attività scadeva ${withArticle('il', day)}. Il motivo resta agli atti accanto al ritardo.`,
  files: 'Allegati',
  filesHint: (n: number, mb: number) => `Fino a ${n} file, ${mb} MB ciascuno.`,
  filesAgain: 'Per sicurezza i file non vengono conservati finché l’attività non è conclusa: sceglierli di nuovo.',
  submit: 'Segna come conclusa',
  sending: 'Registrazione in corso…',
  refused: 'L’attività non è stata conclusa',
  check: {
    lead: 'Ciò che segue resta agli atti. L’attività conclusa si riapre soltanto per disposizione del controllo di gestione.',
    submit: 'Conferma la conclusione',
    step: 'Attività',
  },
  waiting: 'L’attività non è ancora aperta.',
  waitingFor: 'Si apre quando saranno concluse:',
  done: {
    title: 'Attività conclusa',
    now: 'La conclusione è stata registrata.',
    again: (by: string, moment: string) =>
      `L’attività risultava già conclusa da ${by} ${withArticle('il', moment)}: questa seconda richiesta non ha effetto.`,
    unrecorded:
      'Ciò che era scritto nella nota non è stato registrato. Si può aggiungere dalla pagina dell’attività, con «Registra un fatto nuovo».',
    since: 'Un file o un fatto che arriva dopo si aggiunge dalla pagina dell’attività, con «Registra un fatto nuovo».',
    toStep: 'Vai all’attività',
    by: 'Conclusa da',
    when: 'Il',
    noteLabel: 'Nota',
    lateBy: 'Ritardo',
    none: 'nessun ritardo',
    files: 'Allegati',
    noFiles: 'nessuno',
  },
  over: 'L’attività è conclusa: ciò che arriva dopo, con i suoi file, si registra con «Registra un fatto nuovo».',
  cancelled: 'L’attività è stata annullata.',
  publication: {
    overline: 'Pubblicazione',
    automatic:
      'La pubblicazione avviene da sé, quando sono concluse le attività da cui dipende: non occorre fare nulla.',
    what: 'Che cosa si pubblica',
    where: 'Dove',
    section: 'Amministrazione trasparente › Performance',
    published: 'Pubblicazione',
    read: 'Apri il documento',
    notYet: 'non ancora pubblicato',
    toVerify: (since: string): string => `in pubblicazione ${withArticle('dal', since)}, da verificare`,
    verified: (on: string): string => `pubblicato, verificato ${withArticle('il', on)}`,
  },
} as const;
