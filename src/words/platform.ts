import { count } from './plural.js';

/** What a person reads about setting up, starting and stopping. Lists are sentences, one line each. */
export const words = {
  cli: {
    description: 'Ciclo: il ciclo di gestione della performance (D.Lgs. 150/2009), fase per fase',
    version: 'mostra la versione',
    help: 'mostra questo aiuto',
    helpCommand: 'mostra l’aiuto di un comando',
    seeHelp: (command: string) => `Si veda «${command} --help».`,
    missingOptions: (flags: readonly string[]) =>
      flags.length === 1
        ? `Manca l’opzione obbligatoria ${flags[0]}.`
        : `Mancano le opzioni obbligatorie ${flags.slice(0, -1).join(', ')} e ${flags.at(-1)}.`,
    ifMissing: (value: string) => `se manca: ${value}`,
    unexpected: 'Errore inatteso. Se si ripete, lo si segnali allegando quanto segue.',
    setup: 'prepara quanto serve all’avvio: PostgreSQL e il server Temporal',
    setupNamespace:
      'prepara soltanto il namespace del cluster indicato da TEMPORAL_ADDRESS, con i suoi attributi di ricerca',
    setupDatabase:
      'prepara il registro nella base dati indicata: migrazioni con DATABASE_OWNER_URL, e l’utente di DATABASE_URL che non possiede nulla',
    setupWait: 'per quanti secondi aspettare un cluster che si sta avviando (se manca: non si aspetta)',
    setupTests: 'prepara anche il server di prova che salta il tempo, usato dai test',
    setupJson: 'risponde in JSON: i programmi pronti e dove sono, o il namespace',
    doctor: 'controlla l’ambiente: server, base dati, posta, orologio, versioni',
    doctorJson: 'risponde in JSON',
    doctorWorker: 'pretende che su questa macchina ci sia un worker in ascolto',
  },

  progress: {
    running: (label: string, seconds: number, detail: string) =>
      `${label}… ${duration(seconds)}${detail === '' ? '' : ` (${detail})`}`,
    done: (label: string, seconds: number) => `${label}: fatto in ${duration(seconds)}.`,
    failed: (label: string, seconds: number) => `${label}: non riuscito (dopo ${duration(seconds)}).`,
  },

  cache: {
    waiting: (name: string, pid: number) => `${name} è già in preparazione (processo ${pid}): si attende che finisca.`,
    doesNotWork: (name: string) => `${name} è stato preparato ma in questo sistema non funziona.`,
  },

  instance: {
    alreadyRunning: (dataDir: string, pid: number, url: string) => [
      `Ciclo è già in esecuzione sulla cartella ${dataDir} (processo ${pid}).`,
      url === '' ? 'La console non è ancora pronta.' : `La console è su ${url}`,
      'Per avviarne un altro si indichi una cartella diversa con CICLO_DATA.',
    ],
  },

  payload: {
    unknownKey: (name: string, known: readonly string[]) =>
      `Temporal conserva dati cifrati con la chiave ${name}; quelle indicate sono ${known.join(', ')}. Si aggiunga la chiave che manca a CICLO_PAYLOAD_KEY_PREVIOUS.`,
  },

  postgres: {
    creating: 'Creazione della base dati PostgreSQL',
    orphan: (pid: number) =>
      `Un PostgreSQL di un avvio interrotto è ancora in esecuzione (processo ${pid}): viene chiuso in ordine.`,
    orphanStays: (pid: number) => [
      `Il PostgreSQL di un avvio interrotto (processo ${pid}) non si chiude.`,
      'Lo si termini a mano e si ripeta il comando.',
    ],
    noBinaries: (name: string) => [
      `Non c’è un PostgreSQL già pronto per questo sistema (manca il pacchetto ${name}).`,
      'Si ripeta «npm ci» senza escludere i pacchetti opzionali, oppure si indichi un PostgreSQL esistente con DATABASE_URL.',
    ],
    noUser: [
      'PostgreSQL non può essere eseguito dall’amministratore (root) e in questo sistema non c’è né un utente postgres né un utente nobody.',
      'Si esegua Ciclo con un utente ordinario, oppure si indichi un PostgreSQL esistente con DATABASE_URL.',
    ],
    closedToUser: (folder: string) => [
      `PostgreSQL non può essere eseguito dall’amministratore (root), e gli altri utenti non possono entrare in ${folder}.`,
      'Si esegua Ciclo con un utente ordinario, o da una cartella aperta agli altri utenti, oppure si indichi un PostgreSQL esistente con DATABASE_URL.',
    ],
    otherMajor: (folder: string, written: string, ours: string) => [
      `I dati in ${folder} sono di PostgreSQL ${written}, quello installato è il ${ours}.`,
      `Si riportino i dati alla nuova versione (pg_dump con la ${written}, poi ripristino), oppure si indichi un PostgreSQL ${written} con DATABASE_URL.`,
    ],
    notCreated: (lines: readonly string[]) => ['La base dati PostgreSQL non si può creare:', ...indent(lines)],
    wrongPassword: (recordFile: string) => [
      `PostgreSQL non accetta la password annotata in ${recordFile}.`,
      'Si ripristini quel file da una copia: appartiene a questa base dati.',
    ],
    notStarted: (ended: string | undefined, logFile: string, lines: readonly string[]) => [
      ended === undefined ? 'PostgreSQL non risponde.' : `PostgreSQL si è chiuso all’avvio (${ended}).`,
      ...indent(lines),
      `Il resoconto completo è in ${logFile}`,
    ],
  },

  temporal: {
    orphan: (pid: number) =>
      `Un server Temporal di un avvio interrotto è ancora in esecuzione (processo ${pid}): viene chiuso in ordine.`,
    orphanStays: (pid: number) => [
      `Il server Temporal di un avvio interrotto (processo ${pid}) non si chiude.`,
      'Lo si termini a mano e si ripeta il comando.',
    ],
    notStarted: (ended: string | undefined, logFile: string, lines: readonly string[]) => [
      ended === undefined ? 'Il server Temporal non risponde.' : `Il server Temporal si è chiuso all’avvio (${ended}).`,
      ...indent(lines),
      `Il resoconto completo è in ${logFile}`,
    ],
    namespaceNotReady: (namespace: string, attributes: readonly (readonly [string, string])[], reason: string) => [
      `Il namespace «${namespace}» di Temporal non si può preparare: ${reason}`,
      `Chi amministra il cluster lo crei con questi attributi di ricerca: ${attributes.map(([name, type]) => `${name}=${type}`).join(', ')}.`,
    ],
  },

  unwritable: (folder: string, reason: string, variable: string) =>
    `Nella cartella ${folder} non si può scrivere: ${reason}. Renderla scrivibile, o indicarne un’altra con ${variable}.`,
  reach: {
    database: (where: string, reason: string) => [
      `La base dati ${where} non risponde: ${reason}.`,
      'Controllare DATABASE_URL e che il server sia acceso; «ciclo doctor» controlla tutto il resto.',
    ],
    register: (reason: string) => [
      `Il registro ha smesso di rispondere: ${reason}.`,
      'Quanto chiesto può essere stato fatto o no: «ciclo doctor» controlla tutto; poi si ripeta il comando.',
    ],
    temporal: (address: string, reason: string) => [
      `Il server Temporal su ${address} non risponde: ${reason}.`,
      'Controllare TEMPORAL_ADDRESS e che il server sia acceso; «ciclo doctor» controlla tutto il resto.',
    ],
  },

  setup: {
    ready: 'Tutto pronto.',
    namespaceReady: (namespace: string) => `Il namespace «${namespace}» di Temporal è pronto.`,
    databaseReady: (n: number) =>
      n === 0
        ? 'Il registro è già aggiornato.'
        : `Il registro è pronto (${count(n, 'una migrazione applicata', 'migrazioni applicate')}).`,
    noDatabase: 'Manca DATABASE_URL: senza una base dati da preparare, quella propria si prepara da sé.',
    noAddress: 'Manca TEMPORAL_ADDRESS: senza un cluster da preparare, il server di sviluppo si prepara da sé.',
    clusterSilent: (address: string, reason: string) => [
      `Il server Temporal su ${address} non risponde: ${reason}.`,
      'Controllare TEMPORAL_ADDRESS e che il server sia acceso; per aspettare che si avvii, --wait con i secondi.',
    ],
    downloadingCli: 'Scaricamento del server Temporal',
    downloadingTestServer: 'Scaricamento del server di prova di Temporal',
    buildingCli: 'Compilazione del server Temporal con Go',
    collectingTestServer: 'Raccolta del server di prova di Temporal da Maven',
    buildIsLong: (reason: string) =>
      `Il server Temporal non si può scaricare (${reason}). Si compila con Go: la prima volta servono circa 5 minuti e 3 GB di disco.`,
    megabytes: (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`,
    packagesBuilt: (n: number) => count(n, 'un pacchetto compilato', 'pacchetti compilati'),
    doesNotRun: 'il programma scaricato non si avvia in questo sistema',
    hostSilent: 'il sito non risponde',
    mavenSilent: 'Maven non ha detto perché',
    noGo: 'compilazione con Go: il comando «go» non è installato',
    noJava: 'librerie da Maven: servono i comandi «java» e «mvn»',
    triedDownload: (reason: string) => `scaricamento con l’SDK di Temporal (da https://temporal.download): ${reason}`,
    triedGo: (reason: string) => `compilazione con Go: ${reason}`,
    triedMaven: (reason: string) => `librerie da Maven: ${reason}`,
    namedCliFails: (path: string) => [
      `Il comando indicato da TEMPORAL_CLI (${path}) non funziona: «${path} --version» non risponde come il comando temporal.`,
      'Si corregga il percorso, oppure si tolga la variabile: Ciclo cercherà da sé.',
    ],
    namedTestServerFails: (path: string) => [
      `Il programma indicato da TEMPORAL_TEST_SERVER (${path}) non si può eseguire.`,
      'Si corregga il percorso, oppure si tolga la variabile: Ciclo cercherà da sé.',
    ],
    pathCliSkipped: (path: string, version: string | undefined, wanted: string) =>
      version === undefined
        ? `Il comando ${path} non funziona: se ne cerca un altro.`
        : `Il comando ${path} è troppo vecchio (${version}; serve un server ${wanted} o successivo): se ne cerca un altro.`,
    noCli: (tried: readonly string[]) => [
      'Manca un server Temporal. Che cosa si è provato:',
      ...indent(tried),
      'Che cosa si può fare, a scelta:',
      '  - installare il comando temporal (https://docs.temporal.io/cli) e ripetere: lo si troverà in PATH o in TEMPORAL_CLI;',
      '  - installare Go 1.23 o successivo (https://go.dev/dl) e ripetere: Ciclo compila il server da sé;',
      '  - usare un cluster esistente con TEMPORAL_ADDRESS;',
      '  - usare «docker compose up», che porta con sé ogni server.',
      'In short: no Temporal server. Put the temporal CLI on PATH, or install Go, or set TEMPORAL_ADDRESS, or use docker compose.',
    ],
    noTestServer: (tried: readonly string[]) => [
      'Manca il server di prova di Temporal (serve solo ai test). Che cosa si è provato:',
      ...indent(tried),
      'Che cosa si può fare: installare Java 11 o successivo e Maven e ripetere, oppure indicare il programma con TEMPORAL_TEST_SERVER.',
      'In short: no time-skipping test server. Install Java and Maven, or set TEMPORAL_TEST_SERVER.',
    ],
  },

  shutdown: {
    stopping: 'Arresto in corso… (di nuovo Ctrl-C per interrompere subito)',
    forced: 'Interrotto. Ciò che resta acceso sarà chiuso al prossimo avvio.',
    failed: (what: string, reason: string) => `${what}: la chiusura non è riuscita (${reason}).`,
    stopped: 'Tutto fermo.',
  },
} as const;

/** Titles of the help pages, as commander writes them. */
export const helpTitles: Readonly<Record<string, string>> = {
  'Usage:': 'Uso:',
  'Options:': 'Opzioni:',
  'Global Options:': 'Opzioni generali:',
  'Commands:': 'Comandi:',
  'Arguments:': 'Argomenti:',
};

/** A sentence for each way of calling a command wrongly. `message` is commander's, with what was wrong in quotes. */
export function usageProblem(code: string, message: string): string {
  const what = /'([^']*)'/.exec(message)?.[1] ?? '';
  const meant = /Did you mean (?:one of )?(.*)\?/.exec(message)?.[1];
  const similar = meant === undefined ? '' : ` Forse si intendeva ${meant}?`;
  switch (code) {
    case 'commander.unknownCommand':
      return `Comando sconosciuto: ${what}.${similar}`;
    case 'commander.unknownOption':
      return `Opzione sconosciuta: ${what}.${similar}`;
    case 'commander.missingArgument':
      return `Manca l’argomento «${what}».`;
    case 'commander.optionMissingArgument':
      return `L’opzione «${what}» richiede un valore.`;
    case 'commander.missingMandatoryOptionValue':
      return `Manca l’opzione obbligatoria «${what}».`;
    case 'commander.excessArguments':
      return 'Ci sono troppi argomenti.';
    case 'commander.invalidArgument': {
      // `error: option '--due <data>' argument '32/1' is invalid. …`, `… value 'x' is invalid for argument 'shell'. …`
      const where = /option '(?:-\w, )?(--[a-z-]+)/.exec(message)?.[1] ?? /for argument '([^']*)'/.exec(message)?.[1];
      const why = /is invalid(?: for argument '[^']*')?\. (.+)$/s.exec(message)?.[1];
      if (where === undefined || why === undefined) return `Valore non valido: ${message.replace(/^error: /, '')}`;
      return `${where}: ${why}${/[.?!]$/.test(why) ? '' : '.'}`;
    }
    default:
      return message.replace(/^error: /, '');
  }
}

function duration(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

/** Why a file could not be read or written, in Italian where it is one of the usual reasons. */
export function fileProblem(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return fileProblems[code] ?? (cause instanceof Error ? cause.message : String(cause));
}

/** Why a server could not be reached, in Italian where it is one of the usual reasons; undefined for the others. */
export function connectionProblem(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  // gRPC gives no code of its own to a server that is not there.
  if (cause.message === 'Failed to connect before the deadline') return 'a quell’indirizzo non c’è nessuno in ascolto';
  return 'code' in cause ? connectionProblems[String(cause.code)] : undefined;
}

/** By the system's code. */
const connectionProblems: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'la connessione è rifiutata, a quell’indirizzo non c’è nessuno in ascolto',
  ENOTFOUND: 'il nome del server non si trova',
  EAI_AGAIN: 'il nome del server non si trova',
  ETIMEDOUT: 'non c’è risposta in tempo',
  ECONNRESET: 'la connessione è stata interrotta',
};

/** By the system's code. */
const fileProblems: Readonly<Record<string, string>> = {
  ENOENT: 'il file o la cartella non esiste',
  EACCES: 'il permesso è negato',
  EPERM: 'il permesso è negato',
  EISDIR: 'è una cartella, non un file',
  EEXIST: 'dove occorre una cartella c’è un file',
  ENOTDIR: 'una parte del percorso non è una cartella',
  EROFS: 'il disco è di sola lettura',
  ENOSPC: 'lo spazio sul disco è finito',
};
