import { withArticle } from '../domain/article.js';
import { italianNumber } from './format.js';
import { count } from './plural.js';
/** What is said of the automatic sources of measured values: their file, their connections, what they answer. */
export const sourceWords = {
  file: {
    indicator: 'il codice di un indicatore del Piano',
    identifier: 'un nome in minuscole, per esempio rassegna-stampa',
    connection:
      'il nome di una connessione, in minuscole, per esempio gestionale: l’indirizzo e le credenziali stanno nella configurazione',
    credentials: (variable: string) =>
      `qui è scritto un indirizzo con credenziali: in questo file non se ne tengono. Si toglie da qui, si dà un nome alla connessione e si scrive l’indirizzo nella variabile ${variable}`,
    secretParameter: (name: string) =>
      `il parametro «${name}» sembra una credenziale: in questo file non se ne tengono. Si usa la variabile CICLO_SOURCE_<NOME>_TOKEN della connessione`,
    path: 'un percorso relativo alla connessione, senza indirizzo e senza «..», per esempio presenze-{year}.csv',
    unknownPlaceholder: (name: string, known: readonly string[]) =>
      `segnaposto sconosciuto «{${name}}»: attesi ${known.map((k) => `{${k}}`).join(', ')}`,
    title: 'un titolo che dica da dove viene il dato',
    column: 'il nome di una colonna, come sta nella riga delle intestazioni',
    cellText: 'il testo di una cella, anche con segnaposto',
    sheet: 'il nome di un foglio',
    cell: 'l’indirizzo di una cella, per esempio B7',
    jsonPlace: 'un JSONPath che comincia con $ ($.dati.valore) o un JSON Pointer che comincia con / (/dati/valore)',
    badJsonPath: (reason: string) => `il JSONPath non si legge (${reason})`,
    jsonPattern: (name: string) =>
      `nel JSONPath la funzione ${name}() non si può usare: una ricerca per espressioni regolari può non finire mai; confrontare con ==`,
    query: 'un’interrogazione SQL che comincia con select o with',
    value: 'il posto del valore: un testo, oppure { numerator: …, denominator: … }',
    row: 'per ogni colonna il testo che individua la riga, per esempio { periodo: "{to}" }',
    delimiter: 'il carattere che separa le colonne, per esempio ";"',
    headerRow: 'il numero della riga delle intestazioni, da 1 a 1000',
    kind: (kinds: readonly string[]) => `una forma di lettura fra ${kinds.join(', ')}`,
    unknownIndicator: (code: string) => `«${code}» non è il codice di un indicatore del Piano`,
    twice: (what: string) => `«${what}» compare già in un’altra fonte`,
  },

  connection: {
    url: 'deve essere una cartella (percorso completo o file:///…), un indirizzo http(s)://… senza parametri, o postgres://…',
    token: 'deve essere un testo di una riga senza spazi',
    tokenWithoutUrl: (variable: string) => `manca ${variable}, l’indirizzo della connessione`,
    tokenNotHttp: 'vale solo per una connessione http(s)',
    tokenTwice: 'non va insieme a un indirizzo che contiene già utente e password',
    suffix: 'nome sconosciuto: attesi CICLO_SOURCE_<NOME>_URL e CICLO_SOURCE_<NOME>_TOKEN',
    twice: (other: string) => `indica la stessa connessione di ${other}`,
  },

  failed: {
    notConfigured: (connection: string) => `la connessione «${connection}» non è ancora configurata`,
    wrongConnection: (connection: string, wanted: string) =>
      `la connessione «${connection}» non è del tipo che serve: attesa ${wanted}`,
    folderOrHttp: 'una cartella o un indirizzo http(s)',
    database: 'una base dati postgres://',
    noFile: (file: string) => `il file «${file}» non c’è`,
    outside: (file: string) => `il file «${file}» è fuori dalla cartella della connessione`,
    notAFile: (file: string) => `«${file}» non è un file`,
    unreadable: (file: string, code: string) => `il file «${file}» non si può leggere (${code})`,
    tooBig: (megabytes: number) => `la risposta supera ${withArticle('i', italianNumber(String(megabytes)))} MB`,
    empty: 'la risposta è vuota',
    status: (status: number) => `il server risponde ${status}${STATUS[status] ?? ''}`,
    timeout: (seconds: number) => `il server non ha risposto entro ${seconds} secondi`,
    outOfTime: 'il tempo della raccolta è finito prima di arrivare a questa fonte',
    unreachable: (code: string) => `il server non si raggiunge (${code})`,
    certificate: (code: string) => `il certificato del server non è valido (${code})`,
    redirect: 'il server rimanda a un altro indirizzo, che per prudenza non si segue',
    redirects: 'il server rimanda troppe volte da un indirizzo all’altro',
    contentType: (found: string, wanted: string) => `il server manda «${found}» invece di ${wanted}`,
    encoding: (encoding: string) => `il testo non è in ${encoding}`,
    csv: (line: number) => `il file CSV non si legge alla riga ${line}`,
    csvRow: (line: number) => `alla riga ${line} del file CSV il numero delle colonne non è quello delle intestazioni`,
    tooMany: 'il file CSV ha troppe celle',
    json: 'la risposta non è JSON',
    jsonNothing: (place: string) => `in «${place}» non c’è nulla`,
    jsonMany: (place: string, count: number) => `in «${place}» ci sono ${count} valori: ne serve uno`,
    jsonTooDeep: 'la risposta ha troppi livelli, uno dentro l’altro',
    jsonNotPlain: (place: string) => `in «${place}» non c’è un valore ma una struttura`,
    workbook: (reason: string) => `il foglio di calcolo non si può usare: ${reason}`,
    noSheet: (name: string, names: readonly string[]) =>
      `il foglio «${name}» non c’è: ci sono ${names.map((n) => `«${n}»`).join(', ')}`,
    noHeader: 'manca la riga delle intestazioni',
    noColumn: (name: string, names: readonly string[]) =>
      `la colonna «${name}» non c’è: ci sono ${names.map((n) => `«${n}»`).join(', ')}`,
    columnTwice: (name: string) => `la colonna «${name}» compare più volte`,
    noRow: (wanted: string) => `nessuna riga${wanted === '' ? '' : ` con ${wanted}`}`,
    manyRows: (count: string, wanted: string) => `${count} righe${wanted === '' ? '' : ` con ${wanted}`}: ne serve una`,
    emptyCell: (where: string) => `in «${where}» non c’è alcun valore`,
    notUnderstood: (where: string, reason: string) => `in «${where}» il valore non si legge: ${reason}`,
    number: (text: string, example: string) => `«${text}» non è un numero scritto come «${example}»`,
    date: (text: string, form: string) => `«${text}» non è una data nella forma ${form}`,
    yesNo: (text: string) => `«${text}» non è né sì né no`,
    notANumber: 'non è un numero scritto per esteso',
    notADate: 'attesa una data',
    notYesNo: 'atteso sì o no',
    notNumeric: 'atteso un numero',
    unitWritten: (text: string, unit: string) => `«${text}» ha un’altra unità di misura: la fonte dichiara ${unit}`,
    unitWanted: (given: string, wanted: string) => `la fonte dà ${given}, ma l’indicatore si misura in ${wanted}`,
    refused: (reason: string) => `il valore letto non si può accettare: ${reason}`,
    credentials: (connection: string) => `la base dati rifiuta le credenziali della connessione «${connection}»`,
    queryTimeout: (seconds: number) => `l’interrogazione non è finita entro ${seconds} secondi`,
    query: (reason: string) => `l’interrogazione non riesce (${reason})`,
    writes: 'l’interrogazione vorrebbe modificare la base dati: le fonti si leggono soltanto',
    notMeasured: 'l’indicatore non è fra quelli di questo monitoraggio',
    unforeseen: 'la lettura si è interrotta per un errore imprevisto, annotato nel file di log di Ciclo',
  },

  units: {
    number: 'un numero',
    percent: 'una percentuale',
    fraction: 'una quota da 0 a 1',
    'percentage-points': 'punti percentuali',
    euro: 'euro',
    days: 'giorni',
    hours: 'ore',
    months: 'mesi',
    count: 'un numero intero',
    score: 'un punteggio',
    date: 'una data',
    'yes-no': 'sì o no',
  },

  mail: {
    proposedLabel: 'Valore proposto',
    failedLabel: 'Lettura automatica',
    proposed: (value: string, source: string, day: string) =>
      `${value}, letto da «${source}» ${withArticle('il', day)}: è da confermare o correggere`,
    // Why is for who keeps the sources, on the step's page: an officer can do nothing about a connection.
    failed: (source: string) => `non riuscita («${source}»). Il valore va inserito a mano`,
  },

  note: (source: string) => `letto automaticamente da «${source}»`,

  cli: {
    description: 'legge ora le fonti automatiche di un monitoraggio e dice che cosa ha letto',
    entity: 'ente, per esempio ccms',
    year: 'esercizio',
    checkpoint: 'monitoraggio, per esempio monitoraggio-1',
    space: 'spazio in cui registrare (se manca: ciclo, o la prova più recente)',
    dryRun: 'legge senza registrare nulla: non serve che il monitoraggio sia aperto',
    json: 'risponde in JSON',
    noEntity: (id: string, known: readonly string[]) => `L’ente «${id}» non c’è: ci sono ${known.join(', ')}.`,
    noCheckpoint: (id: string, known: readonly string[]) =>
      `Il monitoraggio «${id}» non c’è: ci sono ${known.join(', ')}.`,
    noPlan: (entity: string, exercise: number) => `Di ${entity} non c’è il Piano ${exercise}.`,
    notOpen: (id: string) =>
      `Il monitoraggio «${id}» non è aperto alla raccolta. Per provare le fonti senza registrare si usa --dry-run.`,
    noSources: 'Nessuna fonte automatica: il file sources.yaml dell’ente non c’è.',
    heading: (checkpoint: string, from: string, to: string, dryRun: boolean) =>
      `${checkpoint}, periodo ${withArticle('dal', from)} ${withArticle('al', to)}${dryRun ? ' (prova: nulla viene registrato)' : ''}`,
    read: (value: string) => `letto ${value}`,
    submitted: (value: string) => `letto ${value} e registrato, senza bisogno di conferma`,
    toConfirm: (value: string) => `letto ${value}, da confermare`,
    failed: (reason: string) => `non letto: ${reason}`,
    answered: 'non letto: l’indicatore ha già un valore',
    total: (read: number, failed: number) =>
      `${count(read, 'Una fonte letta', 'fonti lette')}, ${count(failed, 'una non riuscita', 'non riuscite')}.`,
  },

  doctor: {
    what: 'fonti automatiche',
    none: 'nessuna',
    unreadable: 'i file dei dati hanno errori: le fonti non si possono controllare',
    fixFiles: 'Correggerli: «ciclo start» e «ciclo serve» li elencano uno per uno.',
    configured: (n: number) => count(n, 'una fonte, con la sua connessione', 'fonti, tutte con la loro connessione'),
    missing: (sources: readonly string[]) => `senza connessione: ${sources.join('; ')}`,
    set: (variables: readonly string[]) =>
      `Impostare ${variables.join(', ')}; finché mancano, i valori si chiedono a mano ai responsabili.`,
  },
} as const;

const STATUS: Readonly<Record<number, string>> = {
  400: ': la richiesta non è valida',
  401: ': le credenziali della connessione non sono accettate',
  403: ': l’accesso non è consentito',
  404: ': il dato non c’è',
  429: ': troppe richieste',
  500: ': ha un guasto',
  503: ': non è in servizio',
};
