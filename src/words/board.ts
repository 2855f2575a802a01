import { actNumbered } from '../domain/act-number.js';
import { withArticle } from '../domain/article.js';
import type { DecisionOutcome } from '../domain/decision.js';
import type { OivTask } from '../domain/oiv/asked.js';
import type { FieldChange, NodeChange, PlanPart } from '../domain/plan-diff.js';
import { changesWords } from './changes.js';
import { decisionFormWords } from './decision-form.js';
import { count, plural } from './plural.js';

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
      `Nell’esame n. ${round} è tornato con altre osservazioni: «${remarks}».`,
    deferred: (to: string) => `Risulta registrato un rinvio ${to}.`,
  },
  /** As commands say it. */
  outcomeNames: {
    approvato: 'approved',
    'preso-atto': 'noted',
    respinto: 'rejected',
    rinviato: 'deferred',
    validata: 'approved',
    'non-validata': 'rejected',
    favorevole: 'approved',
    contrario: 'rejected',
  } satisfies Record<string, DecisionOutcome>,
  done: (outcome: string, round: number) => `Registrato: ${outcome} (esame n. ${round}).`,
  again: (outcome: string) => `Era già registrato (${outcome}); non cambia nulla.`,
  decideTitle: (document: string) => `Registra la decisione: ${document}`,
  decideAmendmentTitle: (document: string) => `Registra la decisione: aggiornamento di ${document}`,
  facts: {
    asked: 'Che cosa si chiede',
    deliberate: 'registrare la decisione dell’organo sul documento',
    amend: 'registrare la decisione dell’organo sulla proposta di aggiornamento',
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
    decideSubmit: 'Conferma e registra',
    transmit: 'Il documento va all’organo così com’è: finché l’organo non si esprime, non si modifica.',
    transmitSubmit: 'Conferma e trasmetti',
    resubmitSubmit: 'Conferma e ritrasmetti',
    proposeSubmit: 'Conferma e proponi',
  },
  round: (n: number) => (n === 1 ? 'primo' : `${n}°, dopo le osservazioni`),
  actingFor: (name: string) => `in sostituzione di ${name}`,
  read: 'Apri il documento',
  readBelow: 'Leggi il documento in questa pagina',
  readPdf: 'Scarica in PDF',
  readHere: (title: string) => `Testo del documento: ${title}`,

  changes: changesWords,
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
  /** The same of an amendment: why, and what it changes in the Piano in force. */
  amendedInShort: (reason: string, summary: string | undefined): string =>
    [
      ...(reason === '' ? [] : [`Motivo: ${reason}`]),
      ...(summary === undefined || summary === '' ? [] : [`Modifiche al Piano in vigore: ${summary}.`]),
    ].join('\n'),
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
  moreChanges: (n: number) => plural(n, 'Un’altra modifica nel documento.', `Altre ${n} modifiche nel documento.`),

  earlier: 'Decisioni precedenti',
  form: decisionFormWords,
  errors: {
    title: (n: number) => plural(n, 'C’è un dato da correggere', `Ci sono ${n} dati da correggere`),
    refused: 'La decisione non è stata registrata',
    outcome: 'Scegliere l’esito.',
    actType: (name: string) => `«${name}» non è un atto in PDF, firmato p7m o docx.`,
    noFile: 'Scegliere il file da allegare.',
    fileAgain: 'Per sicurezza il file dell’atto non viene conservato: sceglierlo di nuovo.',
    noDecision: 'la decisione indicata non è tra quelle registrate',
    moved: 'Nel frattempo il documento è cambiato: rileggere la pagina e registrare di nuovo la decisione.',
  },
  fourEyes: 'La decisione spetta ad altri',

  recorded: {
    title: 'Decisione registrata',
    titleNotCounted: 'La decisione era già registrata',
    done: 'La decisione è stata registrata.',
    again: 'La decisione era già registrata: conta una sola volta.',
    notCounted: (reason: string) => `La Sua registrazione non ha avuto effetto: ${reason}.`,
    board: 'Organo',
    outcome: 'Esito',
    act: 'Atto',
    actOf: (number: string, day: string) => `${actNumbered(number)} ${withArticle('del', day)}`,
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
    next: {
      approved: 'Il ciclo prosegue e chi ha preparato il documento ne è informato per posta.',
      noted:
        'Il ciclo prosegue; chi ha preparato il documento ne è informato per posta e risponde alle eventuali osservazioni.',
      rejected: 'Chi ha preparato il documento ha ricevuto le osservazioni e lo trasmetterà di nuovo.',
      deferred: 'Il promemoria tornerà quel giorno. Se la decisione viene presa prima, si può registrare prima.',
    } satisfies Record<DecisionOutcome, string>,
    amendmentRejected: 'Il Piano resta com’era; la proposta è messa da parte.',
    back: 'Torna all’attività',
  },

  waiting: {
    title: 'In attesa del documento',
    notYet:
      'Il documento non è stato ancora trasmesso all’organo: quando lo sarà arriverà un messaggio con questo stesso collegamento.',
    toRevise: 'Il documento è tornato agli uffici con le osservazioni: lo rivedono e lo trasmettono di nuovo.',
    noProposal: 'Nessun aggiornamento del Piano è all’esame.',
    closed: 'L’attività è stata annullata: non c’è nulla da decidere.',
  },

  revise: {
    title: (document: string) => `Rivedi e ritrasmetti: ${document}`,
    remarks: (board: string) => `Osservazioni (${board})`,
    inDraft:
      'Il documento si corregge nella sua bozza, dove le osservazioni stanno accanto alle sezioni che riguardano, e da lì si trasmette di nuovo all’organo.',
    toDraft: 'Correggi e ritrasmetti dalla bozza',
    inPlan: 'Il Piano si corregge nelle sue pagine; da qui lo si trasmette di nuovo all’organo, così come risulta.',
    toPlan: 'Apri il Piano',
    fromData:
      'Il documento si compone dai dati registrati: corretti quelli, da qui lo si trasmette di nuovo all’organo, così come risulta.',
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
    toTransmitTitle: (step: string) => `${step}: documento da trasmettere`,
    toTransmit:
      'L’organo riceve il documento quando chi lo prepara lo trasmette: dalla bozza si vede che cosa manca, si completa e si trasmette.',
  },
} as const;
