import { withArticle } from '../domain/article.js';
import type { Accumulation } from '../domain/targets/types.js';
import type { Channel } from '../register/checkpoint-tables.js';
import { correctiveWords } from './corrective.js';
import { officerSheetWords } from './officer-sheet.js';
import { ownTaskWords } from './own-tasks.js';
import { count, plural } from './plural.js';
import { ownReceiptsWords, receiptWords } from './receipts.js';
import { sentenceCase } from './sentence-case.js';

/** What an officer reads on the pages of a checkpoint. */
export const officerWords = {
  errorTitle: (title: string) => `Errore: ${title}`,
  mine: 'Le mie attività',
  person: (name: string) => `Modulo di ${name}`,
  notYou: (name: string) => `Non è ${name}?`,
  personalLink: (name: string) =>
    `Il collegamento che ha aperto questa pagina è personale di ${name}: non va inoltrato. Se Lei è un’altra persona, chiuda la pagina e avvisi il controllo di gestione.`,
  actingFor: (names: readonly string[]) => `in sostituzione di ${names.join(' e ')}`,
  rowActingFor: (name: string) => `In sostituzione di ${name}`,
  period: (from: string, to: string) => `Valori ${withArticle('dal', from)} ${withArticle('al', to)}`,
  due: 'Scadenza',
  dueIn: (days: number) => (days === 0 ? 'scade oggi' : plural(days, 'scade domani', `fra ${days} giorni`)),
  late: (days: number) => `in ritardo di ${count(days, 'un giorno', 'giorni')}`,
  progress: 'Indicatori',
  progressText: (open: number, total: number) =>
    open === 0 ? plural(total, 'inviato', `tutti inviati (${total})`) : `${open} da compilare su ${total}`,

  progressClosed: (sent: number, total: number) => `${sent} ${plural(sent, 'inviato', 'inviati')} su ${total}`,

  lead: 'Compilare ciò che si conosce e inviare: il resto si può completare fino alla chiusura del monitoraggio.',
  leadFinal:
    'Si raccolgono i valori definitivi dell’anno. Quelli di fine esercizio sono provvisori: per ciascuno basta confermarlo, oppure correggerlo e allegare la documentazione.',
  leadDone: 'Tutti i valori sono stati inviati. Fino alla chiusura del monitoraggio si possono ancora correggere.',
  /** When a checkpoint closes by itself. @param review days it stays open with every value there @param late whether its term has passed */
  closes: (review: number, late: boolean) => {
    const arrived =
      review === 0
        ? 'appena ci sono i valori di tutti gli uffici'
        : `${count(review, 'un giorno', 'giorni')} dopo l’arrivo dei valori di tutti gli uffici`;
    const inTime = `${review === 0 ? '' : ' e, se ci sono tutti in tempo, al più tardi alla scadenza'}: può dunque chiudersi prima della scadenza, e`;
    return `Il monitoraggio si chiude da sé ${arrived}${late ? ';' : inTime} da allora una correzione passa dal controllo di gestione. Finché manca un valore resta aperto.`;
  },
  draftResumed: (moment: string) =>
    `Ripresa la bozza salvata ${withArticle('il', moment)}: non è ancora stata inviata.`,
  draftSaved: 'Bozza salvata. Nulla è stato inviato: la si ritrova riaprendo questa pagina.',
  draftKeptAt: (time: string) => `Bozza salvata alle ${time}.`,
  draftDiscarded: 'Bozza eliminata.',
  draftKept: 'Gli allegati e quanto scritto sono stati conservati in bozza.',
  computed: 'Il calcolo è riportato sotto ciascun valore. Nulla è stato inviato.',

  buttons: {
    send: 'Invia',
    sendGood: (n: number) =>
      plural(
        n,
        'Invia il valore corretto, gli altri restano in bozza',
        `Invia ${withArticle('i', String(n))} valori corretti, gli altri restano in bozza`,
      ),
    draft: 'Salva bozza',
    compute: 'Calcola',
    computeOf: (code: string) => `Calcola il grado di realizzazione di ${code}`,
    discard: 'Elimina la bozza',
    sending: 'Invio in corso…',
  },

  state: {
    open: 'Da compilare',
    toConfirm: 'Da confermare',
    sent: (moment: string) => `Inviato ${withArticle('il', moment)}`,
    returned: 'Da correggere',
  },
  sentValue: (value: string) => `Inviato: ${value}`,
  change: 'correggi',
  sentBy: (name: string) => `da ${name}`,
  returned: {
    title: (moment: string, name: string) => `Restituito ${withArticle('il', moment)} da ${name}`,
    value: (value: string) => `Valore restituito: ${value}.`,
    hint: 'Per confermare lo stesso valore, spiegarne il motivo nella nota.',
  },
  facts: {
    target: 'Target approvato',
    noTarget: 'non indicato nel Piano',
    reading: 'Come si legge',
    noReading: 'lettura non ancora confermata',
    last: 'Ultimo valore',
    provisional: 'Valore provvisorio',
    lastOn: (value: string, day: string) => `${value} ${withArticle('al', day)}`,
    noLast: 'nessuno registrato',
    office: 'Ufficio',
  },
  proposed: (value: string, source: string, moment: string) =>
    `Raccolto automaticamente da «${source}» ${withArticle('il', moment)}: ${value}.`,
  toConfirm: 'Se è giusto, segnare la conferma; altrimenti correggerlo. Senza conferma non viene inviato.',
  collected: 'Confermo il valore raccolto',
  place: (n: number, of: number) => `${n} di ${of}`,
  index: {
    title: 'Indice degli indicatori',
    sent: 'Inviato',
    open: (open: number, of: number) => (open === 0 ? 'tutti inviati' : `${open} da compilare su ${of}`),
  },
  collectionFailed: 'Il valore non è stato raccolto automaticamente: va scritto a mano.',

  choice: {
    legend: 'Risposta',
    value: 'Valore',
    date: 'Realizzato il',
    yes: 'Sì',
    no: 'No',
    'not-yet': 'Non ancora',
    unchanged: (value: string) => `Nessuna variazione (resta ${value})`,
    confirmed: (value: string) => `Confermo il valore provvisorio: ${value}`,
    'not-assessable': 'Non rilevabile',
  },
  choiceName: {
    '': 'nessuna risposta',
    value: 'il valore',
    yes: '«sì»',
    no: '«no»',
    'not-yet': '«non ancora»',
    unchanged: '«nessuna variazione»',
    'not-assessable': '«non rilevabile»',
  },
  fields: {
    value: (code: string) => `Valore di ${code}`,
    numerator: 'Numeratore',
    denominator: 'Denominatore',
    over: 'su',
    orPercent: 'oppure la percentuale',
    orFraction: 'Indicare numeratore e denominatore',
    hint: (expected: string) => `Serve ${expected}.`,
    /** Whether what was done since the year began is asked, or how things are at the end of the period. */
    span: {
      accumulates: (from: string, to: string) =>
        `È il totale ${withArticle('dal', from)} ${withArticle('al', to)}, non il valore dell’ultimo periodo.`,
      level: (_from: string, to: string) =>
        `È il valore ${withArticle('al', to)}, non una somma dall’inizio dell’anno.`,
    } satisfies Record<Accumulation, (from: string, to: string) => string>,
    reachedOn: 'Raggiunto il',
    reachedHint: (term: string) =>
      `Il termine era ${withArticle('il', term)}. Se a quel giorno il target non era raggiunto, scrivere nel valore ciò che c’era allora.`,
    reason: 'Motivo',
    reasonHint: 'Perché il valore non si può rilevare.',
    more: 'Nota e allegati',
    note: 'Nota',
    files: 'Aggiungi allegati',
    filesHint: (mb: number) =>
      `PDF, immagini, fogli di calcolo, documenti, CSV o testo: al massimo ${mb} MB per file e 25 MB per invio.`,
    kept: 'Allegati presenti: togliere la spunta a quelli da non inviare',
    lateReason: 'Motivo del ritardo (facoltativo)',
    lateHint: (day: string, days: number) =>
      `Il termine era ${withArticle('il', day)}: l’invio avviene con ${count(days, 'un giorno', 'giorni')} di ritardo.`,
  },
  why: {
    title: (n: number, final: boolean) =>
      count(
        n,
        `Un valore è ${final ? 'sotto il' : 'lontano dal'} target: nulla è ancora stato inviato`,
        `valori sono ${final ? 'sotto il' : 'lontani dal'} target: nulla è ancora stato inviato`,
      ),
    ask: (achievement: string, final: boolean) =>
      `Il valore è ${final ? 'sotto il' : 'lontano dal'} target${achievement === '' ? '' : ` (grado di realizzazione ${achievement})`}. Indicare in breve perché, e che cosa si farà: resta nel ${final ? 'rapporto e nella Relazione' : 'rapporto di monitoraggio'}.`,
    missing: 'manca perché il valore è sotto il target, o che cosa si farà',
    again: 'Chi per ora non lo sa può inviare lo stesso.',
    cause: 'Perché',
    next: 'Che cosa si farà',
    of: (code: string) => `di ${code}`,
  },
  reachedOn: (day: string) => `, raggiunto ${withArticle('il', day)}`,
  odd: {
    title: (n: number) =>
      count(
        n,
        'Un valore è insolito: nulla è ancora stato inviato',
        'valori sono insoliti: nulla è ancora stato inviato',
      ),
    question: (odd: string) => `${sentenceCase(odd)}: è giusto?`,
    yes: 'Sì, è giusto',
    lead: 'I valori del foglio sono letti, ma non ancora registrati: segnare quelli giusti e inviare. Quelli da correggere si possono cambiare nella pagina che segue.',
    caption: 'Valori insoliti nel foglio',
  },
  result: {
    title: 'Grado di realizzazione',
    understood: (value: string) => `Valore letto: ${value}`,
    notCounted: (state: string) => `Non si calcola: ${state}.`,
  },

  errors: {
    title: (n: number) =>
      plural(n, 'C’è un errore: nulla è stato inviato', `Ci sono ${n} errori: nulla è stato inviato`),
    refused: 'Il modulo non è stato accettato',
    field: (code: string, message: string) => `${code}: ${message}`,
    stray: (written: string, choice: string) =>
      `è scelto ${choice}, ma nei campi c’è «${written}»: cancellare ciò che non vale`,
    changed: (value: string, who: string, when: string) =>
      `mentre la pagina era aperta ${who} ha inviato «${value}» (${when}): se va bene lo stesso il valore scritto qui, inviare di nuovo`,
    returned: (who: string, remark: string) =>
      `mentre la pagina era aperta ${who} ha restituito il valore («${remark}»): se va bene lo stesso, inviare di nuovo`,
    gone: 'mentre la pagina era aperta il valore è cambiato: se va bene lo stesso, inviare di nuovo',
    nothingNew: 'Non c’è nulla di nuovo da inviare: nessun valore è stato scritto o cambiato.',
    unconfirmed:
      'Non c’è nulla di nuovo da inviare: i valori raccolti automaticamente si inviano segnando «Confermo il valore raccolto», oppure correggendoli.',
    sameAsReturned:
      'il valore è lo stesso che è stato restituito: correggerlo, oppure spiegare nella nota perché lo si conferma',
    lateReason: (message: string) => `Motivo del ritardo: ${message}`,
    tooLong: (limit: number) => `il testo supera ${withArticle('i', String(limit))} caratteri`,
    lostFile: 'un allegato indicato non è fra quelli caricati qui: aggiungerlo di nuovo',
    unreadable: 'Il modulo è arrivato incompleto: riaprire la pagina e riprovare.',
  },
  upload: {
    tooLarge: (name: string, mb: number) => `«${name}» supera ${withArticle('i', String(mb))} MB`,
    empty: (name: string) => `«${name}» è vuoto`,
    tooMany: (n: number) => `gli allegati di un indicatore sono al massimo ${n}`,
    type: (name: string, allowed: string) => `«${name}» non è di un tipo ammesso (${allowed})`,
    mismatch: (name: string, extension: string) =>
      `«${name}» finisce per .${extension} ma il contenuto è di un altro tipo: salvarlo di nuovo nel formato giusto`,
  },

  receipt: receiptWords,
  receipts: ownReceiptsWords,
  channel: {
    form: 'modulo',
    sheet: 'foglio di calcolo',
    terminal: 'terminale',
    api: 'altro programma',
    automatic: 'raccolta automatica',
    rehearsal: 'prova generale',
  } satisfies Record<Channel, string>,

  corrective: correctiveWords,

  closed: {
    title: 'Il monitoraggio è chiuso.',
    text: 'Quanto inviato è riportato qui sotto e non si può più cambiare. Per una correzione rivolgersi al controllo di gestione.',
    nothing: 'nessun valore inviato',
    caption: 'Valori registrati',
  },
  notOpen: 'Il monitoraggio non è ancora aperto: il modulo sarà disponibile quando si apre la raccolta dei valori.',
  toStep: 'Vai alla pagina del monitoraggio',
  nothingAsked: 'In questo monitoraggio non ci sono indicatori affidati a Lei.',

  sheet: officerSheetWords,

  tasks: ownTaskWords,
  download: 'scarica',
} as const;

/** The ways to answer for an indicator that a form offers; empty when none is marked. */
export type Choice = keyof typeof officerWords.choiceName;
