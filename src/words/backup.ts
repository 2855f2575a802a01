import { withArticle } from '../domain/article.js';

/** What is said of backing up, restoring and repairing. Lists are sentences, one line each. */
export const backupWords = {
  backup: {
    description:
      'salva in un file tutto ciò che questa installazione ha nella sua cartella dei dati; Ciclo dev’essere fermo',
    file: 'il file da scrivere, che non deve esserci',
    json: 'risponde in JSON: il file, quanti file contiene e quanto è grande',
    working: 'Salvataggio',
    done: (file: string, files: number, bytes: number): string =>
      `Salvato in ${file}: ${files} file, ${megabytes(bytes)} MB compressi, riletti e trovati interi. Contiene dati personali e segreti: va custodito e cifrato.`,
    there: (file: string): readonly string[] => [
      `C’è già un file ${file}: un salvataggio non ne sostituisce un altro.`,
      'Si indichi un nome nuovo, o si sposti quel file.',
    ],
    nothing: (dataDir: string): readonly string[] => [
      `Nella cartella ${dataDir} non c’è un’installazione da salvare.`,
      'Si indichi la cartella giusta con CICLO_DATA.',
    ],
    inside: (file: string): readonly string[] => [
      `Il file ${file} è dentro una cartella che verrebbe salvata.`,
      'Si indichi un posto fuori dalla cartella dei dati e da quella dei file degli enti.',
    ],
    failed: (file: string, reason: string): readonly string[] => [
      `Il salvataggio in ${file} non è riuscito: ${reason}.`,
      'Del file non resta nulla. Si indichi un posto in cui si può scrivere, con spazio a sufficienza, e si ripeta il comando.',
    ],
  },
  restore: {
    description: 'rimette al suo posto un’installazione salvata con «ciclo backup»; Ciclo dev’essere fermo',
    file: 'il file scritto da «ciclo backup»',
    replace: 'mette da parte l’installazione che c’è, senza cancellarla',
    json: 'risponde in JSON: quando fu salvata e che cosa è stato messo da parte',
    working: 'Ripristino',
    done: (dataDir: string, at: string): string =>
      `Ripristinata in ${dataDir} l’installazione salvata ${withArticle('il', at)}.`,
    aside: (folder: string): string => `Quella di prima è stata messa da parte in ${folder}.`,
    bodies: (folder: string): string =>
      `I file degli enti salvati non sono quelli in uso: sono in ${folder}, da confrontare prima di avviare.`,
    next: 'Prima di avviare: «ciclo repair». Quanto è accaduto dopo il salvataggio non c’è più, e le mail partite da allora possono partire di nuovo.',
    noFile: (file: string): string => `Non c’è un file ${file}.`,
    occupied: (dataDir: string): readonly string[] => [
      `Nella cartella ${dataDir} c’è già un’installazione: non viene toccata.`,
      'Per metterla da parte e ripristinare al suo posto: --replace. Oppure si indichi un’altra cartella con CICLO_DATA.',
    ],
    broken: (file: string, reason: string): readonly string[] => [
      `Il file ${file} non è un salvataggio intero di Ciclo: ${reason}.`,
      'Nulla è cambiato.',
    ],
    notArchive: 'non è un archivio, oppure è tronco o danneggiato',
    noRoom: (dataDir: string, reason: string): readonly string[] => [
      `Il salvataggio non si può aprire nella cartella ${dataDir}: ${reason}.`,
      'Nulla è cambiato. Si faccia posto, o si indichi un’altra cartella con CICLO_DATA, e si ripeta il comando.',
    ],
    notWhole: (files: number, expected: number): string =>
      `contiene ${files} file ${withArticle('sui', String(expected))} attesi, o di altra lunghezza`,
    noManifest: 'manca l’elenco di ciò che contiene',
    newer: (file: string, migration: string): readonly string[] => [
      `Il file ${file} viene da una versione di Ciclo più recente di questa (migrazione ${migration}).`,
      'Si ripristini con quella versione, o con una successiva. Nulla è cambiato.',
    ],
    otherMajor: (file: string, written: string, ours: string): readonly string[] => [
      `Il file ${file} contiene dati di PostgreSQL ${written}; quello di questa versione di Ciclo è il ${ours}.`,
      `Si ripristini con la versione di Ciclo che usa PostgreSQL ${written}. Nulla è cambiato.`,
    ],
    halfway: (dataDir: string): readonly string[] => [
      `Nella cartella ${dataDir} un ripristino è rimasto a metà: così com’è non si può avviare nulla.`,
      'Si ripeta «ciclo restore» con lo stesso file: riprende da dove era.',
    ],
    notBegun: (dataDir: string, laidOut: string): readonly string[] => [
      `Nella cartella ${dataDir} un ripristino è stato interrotto prima di mettere al suo posto ciò che apriva: nulla è cambiato.`,
      `Si ripeta «ciclo restore» con lo stesso file; per andare avanti con ciò che c’è, si cancelli ${laidOut}.`,
    ],
    otherHalfway: (dataDir: string, file: string): readonly string[] => [
      `Nella cartella ${dataDir} è rimasto a metà il ripristino di un altro file, ${file}: nulla è cambiato.`,
      'Si ripeta «ciclo restore» con quel file, e poi, se serve, con questo.',
    ],
  },
  running: (dataDir: string, pid: number): readonly string[] => [
    `Ciclo è in esecuzione sulla cartella ${dataDir} (processo ${pid}): mentre lavora non si salva, non si ripristina e non si ripara.`,
    'Si fermi (Ctrl-C, o con chi gestisce i servizi) e si ripeta il comando.',
  ],
  notOurs: (variable: string): readonly string[] => [
    `Questa installazione usa il server indicato da ${variable}: si salva e si ripristina con i suoi strumenti.`,
    'Come, è detto in docs/production.md, «Backups».',
  ],
} as const;

const megabytes = (bytes: number): string => (bytes / 1_000_000).toLocaleString('it-IT', { maximumFractionDigits: 1 });
