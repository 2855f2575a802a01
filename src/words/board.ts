import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import type { DecisionOutcome } from '../domain/decision.js';
import type { SheetGoal } from '../domain/individual/sheet-goal.js';
import type { OivTask } from '../domain/oiv/asked.js';
import type { FieldChange, NodeChange, PlanPart } from '../domain/plan-diff.js';
import { italianDay } from './format.js';
import { count } from './plural.js';

/** What was done with a notice of delay: the day on the paper, its number, and the way it went. */
interface NoticeDone {
  readonly onDate: CivilDate;
  readonly protocol: string | null;
  readonly way: string | null;
}

/** What a document changed, as far as it fits into a mail. */
interface ChangedInShort {
  /** What the board had remarked, and what the preparers say they did. */
  readonly remarks?: string | null | undefined;
  readonly note?: string | null | undefined;
  /** The sections that changed; absent where nobody can tell. */
  readonly sections?: readonly string[] | undefined;
  /** Versions of the plan, where it is another one, and in words what that changes. */
  readonly plan?: { readonly before: number; readonly after: number; readonly summary: string } | undefined;
}

/** More than these a mail does not name. */
const MOST_NAMED = 12;

/** What the secretaries of the boards and those who prepare their documents read. */
export const boardWords = {
  overline: (board: string) => `All’esame: ${board}`,
  noMatter: (step: string) =>
    `nessun documento è davanti a un organo per «${step}»: il ciclo non ne porta uno all’esame`,
  noDocument: (step: string) =>
    `nessun documento è davanti all’organo per «${step}»: la decisione si registra dopo la trasmissione`,
  otherDocument: (asked: string, hash: string) =>
    `davanti all’organo c’è un altro documento (impronta ${hash.slice(0, 12)}…), non quello indicato (${asked})`,
  stands: {
    before: (title: string, round: number) => `Ora è all’esame «${title}», esame n. ${round}, senza rinvii.`,
    rejected: (round: number, remarks: string) =>
      `Nell’esame n. ${round} è stato respinto con altre osservazioni: «${remarks}».`,
    deferred: (to: string) => `Risulta registrato un rinvio ${to}.`,
  },
  /** As commands say it. */
  outcomeNames: {
    approvato: 'approved',
    'preso-atto': 'noted',
    respinto: 'rejected',
    rinviato: 'deferred',
  } satisfies Record<string, DecisionOutcome>,
  done: (outcome: string, round: number) => `Registrato: ${outcome} (esame n. ${round}).`,
  again: (outcome: string) => `Era già registrato (${outcome}); non cambia nulla.`,
  decideTitle: (document: string) => `Registra la decisione: ${document}`,
  facts: {
    asked: 'Che cosa si chiede',
    deliberate: 'registrare la decisione dell’organo sul documento',
    oiv: {
      validation: 'registrare se la Relazione è validata, con le ragioni',
      opinion: 'registrare il parere sull’aggiornamento del Sistema',
    } satisfies Record<OivTask, string>,
    note: 'registrare la presa d’atto dell’organo, con le sue osservazioni',
    due: 'Entro',
    norm: 'Norma',
    round: 'Esame',
    document: 'Documento',
    frozen: 'Depositato il',
    hash: 'Impronta (SHA-256)',
    preparedBy: 'Preparato da',
    approvedBefore: 'Già approvato',
  },
  check: {
    board: 'Organo',
    decide: 'Ciò che segue resta agli atti: una volta registrato non si modifica.',
    decideSubmit: 'Confermare e registrare',
    transmit: 'Il documento va all’organo così com’è: finché l’organo non si esprime, non si modifica.',
    transmitSubmit: 'Confermare e trasmettere',
    resubmitSubmit: 'Confermare e ritrasmettere',
    proposeSubmit: 'Confermare e proporre',
  },
  round: (n: number) => (n === 1 ? 'primo' : `${n}°, dopo le osservazioni`),
  actingFor: (name: string) => `in sostituzione di ${name}`,
  read: 'Apri il documento',
  readBelow: 'Leggi il documento in questa pagina',
  readPdf: 'Scarica in PDF',
  readHere: (title: string) => `Testo del documento: ${title}`,

  changes: {
    title: 'Che cosa è cambiato',
    plan: (before: number, after: number) => `Il piano: dalla versione ${before} alla versione ${after}`,
    samePlan: 'La nuova versione non cambia indicatori, target o pesi.',
    sections: 'Il documento, sezione per sezione',
    section: { added: 'nuova', removed: 'tolta' },
    changed: (n: number) => count(n, 'una modifica', 'modifiche'),
    first: 'È la prima versione portata all’esame: non c’è una versione precedente con cui confrontarla.',
    same: 'Il documento è identico a quello dell’esame precedente.',
    sinceRound: (n: number, moment: string) =>
      `Rispetto al testo del ${n}° esame, depositato ${withArticle('il', moment)}:`,
    sinceVersion: (version: number) => `Rispetto alla versione ${version} del Piano, in vigore:`,
    unreadable:
      'La versione precedente fu depositata come pagina, senza dati: il confronto si fa leggendo i due documenti.',
    previous: 'Apri la versione precedente',
    what: 'Voce',
    kind: 'Modifica',
    where: 'Dove',
    before: 'Prima',
    after: 'Dopo',
    none: '–',
    note: (text: string) => `Nota di chi ritrasmette: ${text}`,
    reason: (text: string) => `Motivo della proposta: ${text}`,
  },
  list: {
    scorecard: (code: string) => `cruscotto, programma ${code}`,
    sheet: (code: string) => `scheda del programma ${code}`,
    individual: (code: string) => `obiettivo individuale ${code}`,
  },
  /** What changed, in one text: for who reads it where there are no tables. */
  inShort: ({ remarks, note, sections, plan }: ChangedInShort): string => {
    const named = sections?.slice(0, MOST_NAMED) ?? [];
    const more = (sections?.length ?? 0) - named.length;
    return [
      ...(remarks == null || remarks === '' ? [] : [`Osservazioni dell’organo: ${remarks}`]),
      ...(note == null || note === '' ? [] : [`Nota di chi ritrasmette: ${note}`]),
      ...(named.length === 0
        ? []
        : [`Sezioni cambiate: ${named.join('; ')}${more > 0 ? `; e ${count(more, 'un’altra', 'altre')}` : ''}.`]),
      ...(sections?.length === 0 ? ['Il testo è identico.'] : []),
      ...(plan === undefined
        ? []
        : [
            `Il piano da cui è scritto passa dalla versione ${plan.before} alla ${plan.after}${plan.summary === '' ? '' : `: ${plan.summary}`}.`,
          ]),
    ].join('\n');
  },
  field: (change: FieldChange): string => {
    switch (change.field) {
      case 'target':
        return `target ${change.year}`;
      case 'reading':
        return `come si legge il target ${change.year}`;
      case 'weight':
        return 'peso';
      case 'name':
        return 'denominazione';
      case 'office':
        return 'ufficio responsabile';
      case 'perspective':
        return 'prospettiva';
      case 'missioneProgramma':
        return 'missione/programma';
      case 'knownFrom':
        return 'da quando il valore si conosce';
      case 'other':
        return 'altri dati';
    }
  },
  indicatorAdded: 'indicatore nuovo',
  indicatorRemoved: 'indicatore tolto',
  order: 'ordine degli indicatori',
  level: {
    perspective: 'Prospettiva',
    area: 'Area',
    objective: 'Obiettivo',
    programme: 'Programma',
    sheet: 'Scheda',
    individual: 'Obiettivo individuale',
  } satisfies Record<NodeChange['node']['level'], string>,
  node: { added: 'nuovo', removed: 'tolto', weight: 'peso', title: 'denominazione' } satisfies Record<
    NodeChange['kind'],
    string
  >,
  part: {
    title: 'Titolo',
    perspectives: 'Prospettive',
    approval: 'Atto di approvazione',
    acts: 'Atti richiamati',
    periods: 'Periodi',
    placements: 'Collocazioni dichiarate',
    identity: 'Missione e visione',
    legend: 'Legenda',
    areas: 'Aree, obiettivi e programmi',
    sheets: 'Schede di programmazione',
    individual: 'Obiettivi individuali',
    budget: 'Budget',
    resources: 'Altre risorse',
    links: 'Collegamenti fra obiettivi',
    startedFrom: 'Piano da cui si è partiti',
  } satisfies Record<PlanPart, string>,
  partChanged: 'altri dati modificati',
  summary: (targets: number, weights: number, added: number, removed: number, others: number): string =>
    [
      ...(targets > 0 ? [count(targets, 'un target modificato', 'target modificati')] : []),
      ...(weights > 0 ? [count(weights, 'un peso modificato', 'pesi modificati')] : []),
      ...(added > 0 ? [count(added, 'un indicatore nuovo', 'indicatori nuovi')] : []),
      ...(removed > 0 ? [count(removed, 'un indicatore tolto', 'indicatori tolti')] : []),
      ...(others > 0 ? [count(others, 'un’altra modifica', 'altre modifiche')] : []),
    ].join(', '),
  section: {
    added: 'sezione nuova',
    removed: 'sezione tolta',
    text: 'testo',
    rowAdded: 'riga nuova',
    rowRemoved: 'riga tolta',
    /** @param print beginning of the hash of the picture: the same words may stand under another */
    figure: (caption: string, alternative: string, print?: string) =>
      `Figura «${caption}»: ${alternative}${print === undefined ? '' : ` (impronta ${print})`}`,
  },
  moreChanges: (n: number) => (n === 1 ? 'Un’altra modifica nel documento.' : `Altre ${n} modifiche nel documento.`),

  earlier: 'Decisioni precedenti',
  form: {
    title: 'La decisione',
    outcome: 'Esito della seduta',
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
          deferred: 'Rinviata ad altra seduta',
        },
        hints: {
          approved: 'servono numero e data dell’atto, le ragioni e la lista di controllo completa',
          noted: 'servono numero e data dell’atto',
          rejected: 'servono le ragioni: la Relazione torna a chi l’ha trasmessa',
          deferred: 'serve la data della nuova seduta: quel giorno lo si ricorda di nuovo',
        },
        remarks: 'Ragioni',
        remarksHint: 'Restano nel documento di validazione, così come sono scritte.',
      },
      opinion: {
        outcomes: {
          approved: 'Parere favorevole',
          noted: 'Preso atto',
          rejected: 'Parere contrario',
          deferred: 'Rinviato ad altra seduta',
        },
        hints: {
          approved: 'servono numero e data dell’atto',
          noted: 'servono numero e data dell’atto',
          rejected: 'servono le ragioni: la proposta torna a chi l’ha preparata, e così com’è non si adotta',
          deferred: 'serve la data della nuova seduta: quel giorno lo si ricorda di nuovo',
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
      deferred: 'serve la data della nuova seduta: quel giorno lo si ricorda di nuovo',
    } satisfies Record<DecisionOutcome, string>,
    act: 'L’atto',
    actNumber: 'Numero dell’atto',
    actDate: 'Data dell’atto',
    actNumberHint: 'Come nel registro degli atti dell’organo.',
    actDateHint: (from: string, to: string) =>
      `${withArticle('Dal', from)}, giorno del deposito, ${withArticle('al', to)}, oggi.`,
    dateHint: 'Giorno/mese/anno; solo per un rinvio.',
    votes: 'Presenti e voti',
    votesHint: 'Se la seduta non vota, lasciare vuoto.',
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
  },
  errors: {
    title: (n: number) => (n === 1 ? 'C’è un dato da correggere' : `Ci sono ${n} dati da correggere`),
    refused: 'La decisione non è stata registrata',
    outcome: 'Scegliere l’esito della seduta.',
    actType: (name: string) => `«${name}» non è un atto in PDF, firmato p7m o docx.`,
    noFile: 'Scegliere il file da allegare.',
    fileAgain: 'Per sicurezza il file dell’atto non viene conservato: sceglierlo di nuovo.',
    noDecision: 'la decisione indicata non è tra quelle registrate',
    moved: 'Nel frattempo il documento è cambiato: rileggere la pagina e registrare di nuovo la decisione.',
  },
  fourEyes: 'La decisione spetta ad altri',

  recorded: {
    title: 'Decisione registrata',
    done: 'La decisione è stata registrata.',
    again: 'La decisione era già registrata: conta una sola volta.',
    notCounted: (reason: string) => `La Sua registrazione non ha avuto effetto: ${reason}.`,
    board: 'Organo',
    outcome: 'Esito',
    act: 'Atto',
    actOf: (number: string, day: string) => `n. ${number} ${withArticle('del', day)}`,
    votes: 'Presenti e voti',
    votesOf: (present: number, inFavour: number, against: number, abstained: number) =>
      `presenti ${present}, favorevoli ${inFavour}, contrari ${against}, astenuti ${abstained}`,
    remarks: 'Osservazioni',
    deferredTo: 'Torna in esame il',
    by: 'Registrata da',
    byFor: (by: string, absent: string) => `${by}, in sostituzione di ${absent}`,
    when: 'Il',
    files: 'File dell’atto',
    noFiles: 'Il testo dell’atto non è ancora allegato.',
    attach: 'Allega il testo dell’atto',
    attachMore: 'Allega un altro file (per esempio il testo firmato)',
    attached: 'Il file è allegato all’atto.',
    size: (kb: string) => `${kb} kB`,
    next: {
      approved: 'Il ciclo prosegue e chi ha preparato il documento ne è informato per posta.',
      noted:
        'Il ciclo prosegue; chi ha preparato il documento ne è informato per posta e risponde alle eventuali osservazioni.',
      rejected: 'Chi ha preparato il documento ha ricevuto le osservazioni e lo trasmetterà di nuovo.',
      deferred: 'Il promemoria tornerà quel giorno. Se la seduta si tiene prima, la decisione si può registrare prima.',
    } satisfies Record<DecisionOutcome, string>,
    amendmentRejected: 'Il Piano resta com’era; la proposta è messa da parte.',
    back: 'Torna all’attività',
  },

  waiting: {
    title: 'In attesa del documento',
    notYet:
      'Il documento non è stato ancora trasmesso all’organo: quando lo sarà arriverà un messaggio con questo stesso collegamento.',
    toRevise: 'Il documento è stato respinto: gli uffici lo rivedono e lo trasmettono di nuovo.',
    noProposal: 'Nessun aggiornamento del Piano è all’esame.',
    closed: 'L’attività è stata annullata: non c’è nulla da decidere.',
  },

  revise: {
    title: (document: string) => `Rivedi e ritrasmetti: ${document}`,
    remarks: (board: string) => `Osservazioni (${board})`,
    lead: 'Il documento si rivede con gli strumenti di sempre (il Piano nell’editor del Piano); qui lo si trasmette di nuovo all’organo, nella versione che risulta al momento.',
    note: 'Che cosa è stato modificato',
    noteHint: 'L’organo lo legge accanto al confronto con la versione precedente.',
    noteMissing: 'Indicare che cosa è stato modificato: l’organo lo legge accanto al confronto.',
    submit: 'Ritrasmetti',
    sending: 'Trasmissione in corso…',
    refused: 'Il documento non è stato ritrasmesso',
    done: 'Il documento è stato trasmesso di nuovo all’organo.',
    again: 'Il documento risulta già ritrasmesso: la richiesta conta una sola volta.',
    draft: 'Che cosa cambierebbe ritrasmettendo ora',
    ownerTitle: (document: string) => `${document}: all’esame dell’organo`,
    before: 'Il documento è davanti all’organo: non occorre fare nulla fino alla decisione.',
  },
} as const;

/** What who concludes a step reads. */
export const taskWords = {
  overline: 'Attività da concludere',
  due: 'Entro',
  norm: 'Norma',
  late: (days: number) => `in ritardo di ${count(days, 'un giorno', 'giorni')}`,
  opened: 'Aperta il',
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
    submit: 'Confermare la conclusione',
    step: 'Attività',
  },
  waiting: 'L’attività non è ancora aperta.',
  waitingFor: 'Si apre quando saranno concluse:',
  done: {
    title: 'Attività conclusa',
    now: 'La conclusione è stata registrata.',
    again: (by: string, moment: string) =>
      `L’attività risultava già conclusa da ${by} ${withArticle('il', moment)}: questa seconda richiesta non ha effetto.`,
    soon: 'La conclusione è stata accettata: tra qualche istante risulterà agli atti.',
    by: 'Conclusa da',
    when: 'Il',
    noteLabel: 'Nota',
    lateBy: 'Ritardo',
    none: 'nessun ritardo',
    files: 'Allegati',
    noFiles: 'nessuno',
  },
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
    toVerify: (since: string): string => `in pubblicazione dal ${since}, da verificare`,
    verified: (on: string): string => `pubblicato, verificato il ${on}`,
  },
} as const;

/** What the notice of delay and the pages about it say. */
export const delayWords = {
  title: 'Comunicazione di ritardo',
  department: 'Dipartimento della funzione pubblica',
  cycle: 'il ciclo della performance',
  reasonOf: (reason: string, who: string, day: string) => `${reason} (${who}, ${day})`,
  lead: 'Il termine è fissato dalla legge ed è trascorso: qui c’è la bozza della comunicazione di ritardo, con chi si attende e da quando: chi la firma la verifica. I motivi aggiunti qui entrano in una nuova versione; quelli già scritti restano.',
  download: (version: number) => `Comunicazione di ritardo, versione ${version}`,
  standing: (
    last: { readonly signed?: NoticeDone | undefined; readonly sent?: NoticeDone | undefined } | undefined,
  ) => {
    const { signed, sent } = last ?? {};
    if (signed === undefined) return 'Bozza: da verificare e firmare.';
    const signing = `Firmata ${withArticle('il', italianDay(signed.onDate))}`;
    return sent === undefined
      ? `${signing}: l’invio non risulta.`
      : `${signing}, inviata ${withArticle('il', italianDay(sent.onDate))} (${sent.way}, prot. ${sent.protocol}).`;
  },
  sign: 'Verificata e firmata: registra la firma',
  send: 'Registra l’invio',
  none: 'La comunicazione è in preparazione: riaprire la pagina tra qualche istante.',
  reasons: 'Motivi del ritardo',
  noReasons: 'Nessun motivo è stato ancora indicato.',
  reason: 'Aggiungi un motivo',
  reasonMissing: 'Il motivo è vuoto: scriverlo prima di aggiungerlo.',
  add: 'Aggiungi il motivo',
  added: 'Il motivo è agli atti.',
} as const;
