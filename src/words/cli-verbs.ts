import { withArticle } from '../domain/article.js';
import { count, plural } from './plural.js';
import { shellWord } from './shell-word.js';

/** What every command has in common. */
export const programWords = {
  seeds: 'cartella degli enti, dei calendari e dei Sistemi di misurazione (prevale su CICLO_SEEDS)',
  exitCodes: `
Codici di uscita:
  0  fatto, oppure: sì, è in ordine
  1  no: rifiutato, oppure c’è qualcosa che non va in ciò che si è chiesto di guardare
  2  comando o file scritto male: non è stato fatto nulla
  3  l’ambiente non risponde: base dati, Temporal, posta, disco («ciclo doctor» dice che cosa fare)

Con --json la risposta è sullo standard output, l’avanzamento sullo standard error. Ciò che non va è una riga sullo standard output,
{"ok":false,"code":2,"error":"…","details":["…"]}, con lo stesso codice di uscita.`,
} as const;

/** `ciclo check`, and what is found wrong among the files of an installation. */
export const checkWords = {
  description: 'controlla tutti i file degli enti: forma, riferimenti, calendario, contraddizioni del Piano',
  folder: 'cartella degli enti, o di un solo ente (se manca: CICLO_SEEDS, o seeds/)',
  json: 'risponde in JSON',
  all: 'elenca anche ciò che è soltanto da sapere',
  noBody:
    'in questa cartella non c’è nessun ente: si attende una cartella con entity.yaml, o che contenga cartelle così',
  errors: (n: number) => count(n, '1 errore nei file:', 'errori nei file:'),
  body: (name: string, folder: string) => `${name} (${folder})`,
  calendar: (exercise: number, template: string, steps: number, from: string, to: string) =>
    `  calendario ${exercise}, modello ${template}: ${steps} attività ${withArticle('dal', from)} ${withArticle('al', to)}`,
  calendarRefused: (exercise: number) => `  calendario ${exercise}: rifiutato`,
  noPlan: '  Piano: non c’è ancora (cartella plan)',
  plan: (exercise: number, indicators: number, counts: string) =>
    `  Piano ${exercise}: ${count(indicators, 'un indicatore', 'indicatori')}; ${counts}`,
  counts: (errors: number, warnings: number, infos: number) =>
    [
      count(errors, '1 errore', 'errori'),
      count(warnings, '1 avvertenza', 'avvertenze'),
      count(infos, '1 cosa da sapere', 'cose da sapere'),
    ].join(', '),
  nothing: 'nessuna contraddizione',
  script: (exercise: number) => `  prova generale: copione dell’esercizio ${exercise}`,
  noScript: '  prova generale: senza copione, tutti puntuali',
  severity: { error: 'errore', warning: 'avvertenza', info: 'da sapere' },
  more: (n: number) => `    (${count(n, 'una cosa', 'cose')} da sapere: con --all si elencano)`,
  sound: 'Tutto in ordine.',
  soundToComplete: 'I file sono in ordine; prima delle scadenze dette sopra mancano dei dati.',
  lacking: (step: string, day: string, section: string, needs: string) =>
    `  ${step}, ${withArticle('il', day)}: non va all’organo finché «${section}» è senza contenuto; mancano ${needs}`,
  findings: 'I file si leggono, ma i Piani hanno errori da decidere.',
  loose: 'I file si leggono, ma ci sono target dell’esercizio con cui nessun valore si può confrontare.',
  looseTargets: (exercise: number, n: number, folder: string) =>
    `  target ${exercise}: ${count(n, 'uno non si può ancora confrontare con un valore', 'non si possono ancora confrontare con un valore')} (come si leggono: ciclo plan check ${shellWord(folder)} --targets)`,
  noTarget: (exercise: number) => `manca il target del ${exercise}; c’è per altri anni`,
  moreTargets: (n: number) => `    (e ${plural(n, 'un altro', `altri ${n}`)}: con --all si elencano)`,
  unsound: 'Ci sono errori da correggere.',
  scriptStep: (id: string) => `l’attività «${id}» non è nel calendario dell’ente`,
  scriptOffice: (id: string) => `l’ufficio «${id}» non è dell’ente`,
  scriptIndicator: (code: string) => `l’indicatore «${code}» non è nel cruscotto del Piano`,
  noFolder: 'la cartella degli enti non esiste',
  sameId: (id: string, file: string) => `l’identificativo «${id}» è già di un altro ente (${file})`,
  noPolicy: (id: string, known: readonly string[]) =>
    `il Sistema di misurazione «${id}» non è tra i file: ci sono ${known.join(', ') || 'nessuno'}`,
  noTemplate: (id: string, known: readonly string[]) =>
    `il modello di calendario «${id}» non è tra i file: ci sono ${known.join(', ') || 'nessuno'}`,
  otherEntity: (written: string, id: string) => `il Piano è dell’ente «${written}», ma questa è la cartella di «${id}»`,
} as const;

/** `ciclo status`. */
export const statusWords = {
  description: 'a che punto è un ciclo: attività, scadenze, ritardi, chi si attende',
  entity: 'ente (se manca: tutti i cicli del registro)',
  year: 'esercizio (se manca: il più recente dell’ente)',
  space: 'spazio del registro (se manca: ciclo, o la prova più recente)',
  late: 'soltanto ciò che è in ritardo',
  json: 'risponde in JSON',
  readings: (n: number, share: string | undefined) =>
    `${count(n, 'Una lettura di target è', 'letture di target sono')} da confermare${share === undefined ? '' : ` (${share} del peso)`}: si confermano dal Piano, nella console, o con «ciclo readings».`,
  noCycle: (entity: string, year: number | undefined, space: string, known: readonly string[]) =>
    `il ciclo${year === undefined ? '' : ` ${year}`} dell’ente «${entity}» non è nel registro (spazio ${space}); ci sono: ${known.join(', ') || 'nessuno'}`,
  none: (space: string) => `Nessun ciclo nel registro (spazio ${space}).`,
  cycles: (space: string) => `Cicli nel registro (spazio ${space})`,
  cycleLine: (entity: string, exercise: number, status: string) => `  ${entity} ${exercise}: ${status}`,
  title: (entity: string, exercise: number, status: string) => `${entity}, ciclo ${exercise}: ${status}`,
  today: (day: string) => `${withArticle('al', day)}`,
  simulated: 'prova generale, valori simulati',
  figures: (done: number, open: number, late: number, waiting: number) =>
    `${done} ${plural(done, 'conclusa', 'concluse')}, ${open} in corso, ${late} in ritardo, ${waiting} da aprire`,
  heads: { step: 'Attività', state: 'Stato', due: 'Scadenza', late: 'Ritardo', whom: 'Si attende' },
  cycleStates: { planned: 'pianificato', running: 'in svolgimento', closed: 'concluso', cancelled: 'annullato' },
  trouble: (reason: string) => `non va avanti: ${reason}`,
  days: (n: number) => (n === 0 ? '' : `${n} gg`),
  nobody: 'incarico scoperto',
  achievement: (percent: string, coverage: string) => `grado di realizzazione ${percent}, copertura ${coverage}`,
  notComputable: (coverage: string) => `grado di realizzazione non calcolabile, copertura ${coverage}`,
  nothingLate: 'Nessuna attività è in ritardo.',
} as const;

/** What commands of several verbs are about. */
export const GROUPS: Readonly<Record<string, string>> = {
  readings:
    'letture dei target del Piano: quelle che aspettano conferma, e come si confermano, si correggono e si ritirano',
  sheet: 'valutazione delle persone: proporre una scheda, accettarla, assegnarla, valutare, contestare, firmare',
};

/** The verbs by which people act: `ciclo remind`, `extend`, `reopen`, `restart`, `return`, `close`, `decide`, `complete`, `resubmit`, `substitute`. */
export const actWords = {
  entity: 'ente',
  year: 'esercizio',
  as: 'chi agisce, per esempio nome.cognome: vale quanto la stessa persona può oggi dalla console',
  space: 'spazio del registro (se manca: ciclo, o la prova più recente)',
  json: 'risponde in JSON',
  key: 'chiave dell’atto: ripetuto con la stessa chiave conta una volta sola',
  step: 'attività, per esempio analisi-contesto (si veda ciclo status)',
  reason: 'motivo: resta nel registro',
  act: 'atto che lo dispone, per esempio "determinazione n. 12 del 03/02/2027"',
  notOneOf: (text: string, known: readonly string[]) => `«${text}» non va bene: si attende uno fra ${known.join(', ')}`,
  noFile: (path: string, reason: string) => `il file ${path} non si può leggere: ${reason}`,
  noCycle: (entity: string, year: number, space: string, known: readonly string[]) =>
    `il ciclo ${year} dell’ente «${entity}» non è nel registro (spazio ${space}); ci sono: ${known.join(', ') || 'nessuno'}`,
  noStep: (id: string, hint: string) => `il ciclo non ha un’attività «${id}»${hint}`,
  noPerson: (id: string, entity: string, hint: string) => `«${id}» non è tra le persone dell’ente ${entity}${hint}`,
  meant: (near: string) => `. Forse si intendeva ${near}?`,
  notRunning: [
    'Ciclo non è in esecuzione su questa cartella dei dati: non c’è chi riceva l’atto.',
    'Avviarlo con «ciclo serve» (o «ciclo rehearse»), oppure indicare DATABASE_URL e TEMPORAL_ADDRESS.',
  ],
  noAnswer: [
    'Temporal non ha risposto in tempo: forse nessun worker è in ascolto («ciclo doctor» lo dice).',
    'L’atto potrebbe essere stato registrato lo stesso: lo mostra «ciclo status».',
  ],
} as const;

/** `ciclo completion`. */
export const completionWords = {
  description: 'scrive il completamento dei comandi per la propria shell',
  shell: 'bash o zsh',
  json: 'risponde in JSON',
  notAShell: (text: string, known: readonly string[]) =>
    `«${text}» non è tra le shell: si attende una fra ${known.join(', ')}`,
  help: `
Per usarlo, una volta per tutte:
  bash   ciclo completion bash > ~/.local/share/bash-completion/completions/ciclo
  zsh    ciclo completion zsh > "\${fpath[1]}/_ciclo"
oppure soltanto in questa finestra:
  source <(ciclo completion bash)`,
} as const;
