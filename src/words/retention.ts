import { withArticle } from '../domain/article.js';
import { formatItalian } from '../domain/calendar/civil-date.js';
import type { CivilDate } from '../domain/calendar/types.js';
import type { Retained } from '../domain/retention.js';

/** What is said of keeping and erasing. Lists are sentences, one line each. */
export const retentionWords = {
  kinds: {
    sessions: 'sessioni e collegamenti scaduti',
    drafts: 'moduli mai inviati',
    'mail-texts': 'testi e indirizzi delle mail',
    files: 'file allegati ed evidenze',
    remarks: 'note, rilievi e motivi',
    'log-texts': 'testi nel registro delle attività',
    'individual-results': 'risultati individuali',
    'public-voices': 'messaggi del modulo pubblico',
  } satisfies Record<Retained, string>,
  file: {
    count: 'un numero intero, almeno 1',
    keep: 'un termine: { years: N }, { months: N } oppure { days: N }',
    misplaced:
      'in questa cartella non c’è un ente: si attende accanto a entity.yaml, o nella cartella che contiene quelle degli enti',
    twice: (what: string): string => `la regola per «${what}» c’è già: ne occorre una sola`,
    absent: (what: readonly string[]): string => `manca la regola per ${what.map((one) => `«${one}»`).join(', ')}`,
  },
  description: 'cancella ciò che è oltre il termine di conservazione (retention.yaml); restano fatto, impronta e atto',
  dryRun: 'dice che cosa è oltre il termine, senza cancellare nulla',
  entity: 'il solo ente da controllare (se manca: tutti)',
  act: 'atto che autorizza lo scarto, dell’ente indicato con --entity: senza, si cancella solo ciò che non lo richiede',
  actOfWhom: (act: string): string =>
    `L’atto «${act}» autorizza lo scarto per un ente solo: si indichi quale con --entity.`,
  noBody: (entity: string, known: readonly string[]): string =>
    `--entity: «${entity}» non è un ente di questa installazione; ci sono: ${known.join(', ') || 'nessuno'}`,
  json: 'risponde in JSON: per ogni regola quanto è oltre il termine e quanto è stato cancellato',
  line: (entity: string, what: Retained, until: CivilDate, due: number, outcome: string): string =>
    `${entity}: ${retentionWords.kinds[what]}, finiti entro ${withArticle('il', formatItalian(until))}: ${due} ${outcome}`,
  outcome: { due: 'oltre il termine', erased: 'cancellati', waits: 'oltre il termine, in attesa di un atto di scarto' },
  reason: (what: Retained, source: string): string =>
    `termine di conservazione: ${retentionWords.kinds[what]} (${source})`,
  everybody: 'tutta l’installazione',
  nothing: 'Nulla è oltre il termine di conservazione.',
  erase: {
    description:
      'cancella, con un atto, un file caricato per errore o i testi di una persona; restano fatto, impronta e atto',
    file: 'impronta SHA-256 del file da cancellare',
    person: 'persona di cui cancellare mail, note, motivi e file inviati',
    act: 'atto che lo dispone',
    reason: 'perché',
    notTheirs: (person: string): string =>
      `${person} non può disporre cancellazioni: spetta al controllo di gestione o a chi amministra gli accessi.`,
    noPerson: 'Manca la persona.',
    noFileNamed: 'Manca il file: se ne scrive l’indirizzo o l’impronta.',
    noReason: 'Una cancellazione indica il motivo: il campo è vuoto.',
    noAct: 'Una cancellazione indica l’atto che la dispone: il campo è vuoto.',
    page: {
      title: 'Cancellazioni',
      lead: 'Ciò che non doveva essere inviato, o che una persona ha diritto di vedere cancellato, si toglie con un atto. Non si torna indietro: restano il fatto, la data, chi lo fece, l’impronta di ciò che c’era e l’atto.',
      link: 'Cancellazioni con un atto',
      fileTitle: 'Un file inviato per errore',
      file: 'Indirizzo del file, o la sua impronta SHA-256',
      personTitle: 'I testi di una persona, in tutti gli anni',
      personLead:
        'Note, rilievi e motivi che ha scritto, mail che ha ricevuto, file che ha inviato. Ciò che ha fatto resta.',
      person: 'Persona',
      reason: 'Motivo',
      act: 'Atto che lo dispone (numero e data)',
      submit: 'Cancella',
      back: 'Accessi',
      errors: 'Non è stato cancellato nulla',
    },
    one: 'Si indichi una sola cosa da cancellare: --file oppure --of-person.',
    notHash: (written: string): string => `«${written}» non è un’impronta SHA-256: 64 cifre esadecimali.`,
    noFile: (hash: string, entity: string): string =>
      `Nessun file con impronta ${hash.slice(0, 12)}… è dell’ente ${entity}, o è già stato cancellato.`,
    shared: (hash: string): string =>
      `Il file ${hash.slice(0, 12)}… è anche un’evidenza di un altro ente, che lo tiene ancora: si cancella quando anche quello vi rinuncia o ne scade il termine.`,
    nothing: (person: string): string => `Di ${person} non c’è più nulla da cancellare in questo ente.`,
    doneFile: (hash: string): string =>
      `Cancellato il file ${hash.slice(0, 12)}…: restano impronta, data e chi lo inviò.`,
    donePerson: (
      person: string,
      counts: { readonly texts: number; readonly mails: number; readonly files: number },
    ): string =>
      `Cancellati di ${person}: testi ${counts.texts}, mail ${counts.mails}, file ${counts.files}. Restano gli atti compiuti e le loro impronte.`,
  },
} as const;
