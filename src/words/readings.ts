import { withArticle } from '../domain/article.js';
import { count, plural } from './plural.js';
import { sentenceCase } from './sentence-case.js';

/** How people are asked to confirm how a target is read: in the plan, in an amendment, wherever one is shown. */
export const readingWords = {
  title: 'Leggere i target',
  acts: {
    confirm: 'Conferma le letture dei target del Piano: insieme quelle scritte nel target, una per una le altre',
    written: 'Conferma tutte le letture scritte nel target',
    indicators: 'Delle letture scritte nel target, solo quelle di questi indicatori',
    choices: 'Delle altre, quale delle letture proposte: codice e numero, da 1 (si veda ciclo readings list)',
    texts: 'Il nuovo testo di un target della bozza: la sua lettura sarà da confermare',
    accumulations: 'Se la misura cresce nel corso dell’anno («accumulates») o è un livello («level»)',
    accumulation: 'La stessa cosa, dove non è detto indicatore per indicatore: «accumulates» o «level»',
    correct: 'Corregge una lettura confermata, con un’altra di quelle che il testo ammette',
    withdraw: 'Ritira la conferma di una lettura: torna da confermare',
    indicator: 'Codice dell’indicatore',
    reading: 'Quale delle letture che il testo ammette: il numero, da 1',
    reasonInForce: 'Del Piano in vigore serve, e resta nel registro',
    list: 'elenca le letture che aspettano conferma, con quelle proposte e i loro numeri',
    waits: (version: number, inForce: boolean, n: number) =>
      `Piano versione ${version} (${inForce ? 'in vigore' : 'bozza'}): ${n === 0 ? 'nessuna lettura da confermare' : count(n, 'una lettura da confermare', 'letture da confermare')}`,
    kind: { parsed: 'scritta', proposed: 'proposta', ambiguous: 'da chiarire' },
    confirmed: 'confermata',
    noPlan: 'Il Piano non ha ancora una versione.',
    all: 'elenca anche le letture già confermate',
  },
  notWritten: (code: string) => `${code}: la lettura non è scritta nel target, va scelta fra quelle proposte`,
  noTarget: (name: string) => `«${name}»: nessun target del Piano con questo indicatore, o non in questo stato`,
  severalTargets: (name: string, places: readonly string[]) =>
    `«${name}» è il codice di più indicatori: indicare uno fra ${places.join(', ')}`,
  savedDraft: (version: number) => `Salvata la versione ${version} della bozza.`,
  nowOpen: (n: number) =>
    n === 0
      ? 'Ora nessuna lettura aspetta conferma.'
      : `Ora ${count(n, 'una lettura aspetta', 'letture aspettano')} conferma.`,
  nowReads: (sentence: string) => `Ora si legge: ${sentence}.`,
  nowNone: 'Ora la lettura è da confermare.',
  lead: 'Ogni target si giudica con la frase confermata qui. Finché la lettura non è confermata, nessun monitoraggio calcola l’indicatore.',
  inForceLead:
    'Il Piano è in vigore: confermare una lettura non cambia né il target né il peso, e resta nel registro con chi l’ha confermata e quando. La prende il monitoraggio aperto, o il prossimo; se l’ultimo è già calcolato, si calcola di nuovo.',
  allRead: 'Tutte le letture sono confermate.',
  allReadInPart: 'Tutte le letture di questa parte sono confermate.',
  counts: (written: number, proposed: number, unclear: number) =>
    [
      ...(written === 0 ? [] : [count(written, 'una scritta nel target', 'scritte nel target')]),
      ...(proposed === 0 ? [] : [count(proposed, 'una proposta', 'proposte')]),
      ...(unclear === 0 ? [] : [count(unclear, 'una da chiarire', 'da chiarire')]),
    ].join(', '),
  open: (n: number, share: string | undefined) =>
    `${count(n, 'Una lettura da confermare', 'letture da confermare')}${share === undefined ? '' : `, ${share} del peso del cruscotto`}`,
  goTo: 'Conferma le letture',
  written: {
    title: 'Scritte nel target',
    lead: 'Qui il testo dice tutto: operatore, numero e unità. Si confermano insieme; togliere il segno a quelle che non convincono.',
    confirm: (code: string) => `Conferma ${code}`,
    columns: {
      indicator: 'Indicatore',
      target: 'Target',
      reads: 'Si legge',
      example: 'Per esempio',
      year: 'Nel corso dell’anno',
    },
    caption: (title: string) => `Letture scritte nel target: ${title}`,
  },
  proposed: {
    title: 'Proposte e da chiarire',
    lead: 'Qui la lettura poggia su qualcosa che il target non scrive, oppure ce n’è più di una. Si confermano una per una.',
    evidence: 'Su che cosa si basa',
    doubts: 'Perché va chiarito',
    notes: 'Nota',
  },
  legend: (year: number, text: string) => `Target ${year}: «${text}»`,
  followers: (codes: string) => `Vale anche per ${codes}, che dice lo stesso.`,
  leave: 'Lascia da confermare',
  noneOfThese: 'Nessuna di queste: riscrivi',
  noneInForce: 'Nessuna di queste è giusta? Il testo si cambia con un aggiornamento del Piano.',
  rewrite: 'Nuovo testo del target',
  example: (value: string, result: string, light: string) =>
    `${value}: ${result}${light === 'nessuno' ? '' : ` (${light})`}`,
  question: (value: string, result: string, light: string) =>
    `${sentenceCase(value)} il risultato sarebbe ${result}${light === 'nessuno' ? '' : ` (${light})`}: è quello che intende?`,
  noExample: 'nessun valore darebbe un risultato: la lettura va chiarita',
  from: (start: string, value: string) => `${value} (partendo da ${start})`,
  measured: (value: string) => `con ${value}`,
  doneOn: (day: string) => `se è fatto ${withArticle('il', day)}`,
  notDone: 'se a fine anno non è fatto',
  said: (yes: boolean) => (yes ? 'con «sì»' : 'con «no»'),
  accumulation: {
    title: 'Misure che si contano, e importi',
    lead: 'Di un numero o di un importo va detto se cresce nel corso dell’anno (incontri, pratiche, ricavi: a un monitoraggio intermedio se ne chiede la parte dovuta fin lì) oppure è un livello (iscritti, costo medio: vale per intero a ogni data).',
    all: 'Dove non è indicato riga per riga',
    allNone: 'nessuna delle due: lo indico riga per riga',
    legend: (code: string) => `${code}: nel corso dell’anno`,
    question: 'Nel corso dell’anno questa misura',
    short: { accumulates: 'cresce', level: 'è un livello' },
    long: {
      accumulates: 'cresce: a un monitoraggio intermedio se ne chiede la parte dovuta',
      level: 'è un livello: vale per intero a ogni data',
    },
    byNature: 'è un livello',
    none: '–',
    missing: (code: string) => `${code}: indicare se la misura cresce nel corso dell’anno oppure è un livello`,
  },
  save: 'Conferma',
  reason: 'letture dei target confermate',
  saved: (n: number) => count(n, 'Confermata una lettura.', 'letture confermate.'),
  left: (n: number) =>
    `${count(n, 'Una resta', 'restano')} da confermare: va detto se la misura cresce nel corso dell’anno.`,
  recomputed: (title: string) => `Calcolato di nuovo: ${title}.`,
  rest: 'Le altre, parte per parte',
  everything: 'Tutte le letture scritte nel target',
  all: 'Tutte le letture da confermare',
  noChoice: 'non è stata confermata nessuna lettura',
  noText: (code: string) => `${code}: manca il nuovo testo del target`,
  textBesideReading: (code: string) =>
    `${code}: è scelta una lettura e insieme è scritto un testo nuovo: tenere l’una o l’altro`,
  staleChoice: (code: string) => `${code}: la lettura scelta non è tra quelle proposte per questo testo`,
  choose: (readings: number) =>
    `${plural(readings, 'confermare', 'scegliere')} come si legge il target, oppure riscriverlo`,
  refused: {
    overtaken: 'nel frattempo è entrata in vigore un’altra versione del Piano: riaprire la pagina',
    unchanged: 'nel frattempo qualcuno ha già confermato queste letture',
  },
  confirmed: {
    title: 'Letture confermate',
    goTo: (n: number) => `Rivedi ${plural(n, 'la lettura confermata', `le ${n} letture confermate`)}`,
    lead: 'Con queste frasi si giudicano i target. Finché il Piano è in bozza ogni conferma si può ritirare o cambiare; resta nel registro chi l’ha fatto.',
    inForceLead:
      'Con queste frasi si giudicano i target. Finché nessun monitoraggio ha calcolato l’indicatore, una lettura sbagliata si corregge qui, con il motivo; dopo, i risultati già comunicati vi si appoggiano e serve un aggiornamento del Piano.',
    none: 'Nessuna lettura è ancora confermata.',
    columns: {
      indicator: 'Indicatore',
      target: 'Target',
      reads: 'Si legge',
      by: 'Confermata da',
      correct: 'Correzione',
    },
    withPlan: 'già nel Piano',
    correct: 'Correggi',
    correctOne: (code: string) => `Correggi la lettura di ${code}`,
    computed: (checkpoint: string) => `già calcolata: ${checkpoint}`,
    amend: 'Si cambia con un aggiornamento del Piano',
    onlyAmend: 'si cambia solo con un aggiornamento del Piano',
  },
  correcting: {
    title: (code: string) => `Lettura di ${code}`,
    stands: 'Oggi si legge',
    legend: (text: string) => `Come si legge «${text}»`,
    withdraw: 'Nessuna: la lettura torna da confermare',
    reason: 'Motivo',
    reasonHint: { draft: 'Facoltativo: resta nel registro.', inForce: 'Resta nel registro.' },
    noReason: 'manca il motivo: il Piano è in vigore, e perché una lettura cambia resta nel registro',
    plainReason: 'lettura corretta prima dell’approvazione',
    save: 'Correggi la lettura',
    choose: 'scegliere come si legge il target, oppure di ritirare la conferma',
    corrected: (code: string) => `Corretta la lettura di ${code}.`,
    withdrawn: (code: string) => `Ritirata la conferma della lettura di ${code}: ora è da confermare.`,
    refused: {
      overtaken: 'nel frattempo è entrata in vigore un’altra versione del Piano: riaprire la pagina',
      computed:
        'un monitoraggio ha già calcolato questo indicatore con la lettura di oggi: si cambia con un aggiornamento del Piano',
      unchanged: 'la lettura è già questa',
    },
  },
  waiting: (n: number, share: string | undefined, computed: boolean) =>
    `${count(n, 'Una lettura è', 'letture sono')} da confermare${share === undefined ? '' : ` (${share} del peso)`}: ${
      computed
        ? 'nei monitoraggi questi indicatori contano come mancanti.'
        : 'senza conferma i monitoraggi non calcoleranno questi indicatori.'
    }`,
  supposedOne: 'lettura supposta, da confermare se il target diventa questo',
  supposed: (n: number) =>
    `${count(n, 'Per un indicatore la lettura non è confermata', 'indicatori non hanno una lettura confermata')}: qui si suppone quella proposta.`,
} as const;
