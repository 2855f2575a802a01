import { withArticle } from '../domain/article.js';
import { plural } from './plural.js';
/** What is said about entities' and calendars' data files, and by the calendar command. */
export const calendarWords = {
  fields: {
    civilDate: 'una data nella forma AAAA-MM-GG, per esempio 2016-01-31',
    ipa: 'il codice dell’ente nell’IPA (indicepa.gov.it), per esempio cciaa_ms',
    webAddress: 'l’indirizzo di una pagina, che comincia con https:// o http://',
    time: 'un orario tra 08:00 e 18:00, per esempio "09:00"',
    person: 'il nome breve di una persona, per esempio nome.cognome',
    month: 'un mese da 1 a 12',
    day: 'un giorno da 1 a 31',
    workingDays: 'un numero di giorni lavorativi da 1 a 60',
    dateRule: 'una data del modello, per esempio «31 ottobre Y-1» o «15 giorni dopo l’apertura»',
    number: 'il numero dell’attività tra virgolette, per esempio "1"',
    version: 'la versione del modello tra virgolette, per esempio "1"',
    count: 'un numero intero positivo',
    days: 'un numero di giorni da 1 a 365',
    daysAfter: 'un numero di giorni da 0 (il bilancio stesso) a 365',
    final: '«true», solo sulla raccolta finale',
    noSuchDay: 'il giorno non esiste in quel mese',
    documents: 'il nome di ogni documento, per esempio { piano: Piano integrato di attività e organizzazione (PIAO) }',
    role: 'un ruolo, per esempio giunta, o un ufficio, per esempio ufficio:isr',
  },
  files: {
    twice: (field: string, other: string) => `«${field}» è già in ${other}: va detto in un solo file`,
    templateMissing: 'manca il modello di calendario dell’ente (template), qui o in calendar.yaml accanto',
    noEntity: (id: string, folder: string, known: readonly string[]) =>
      `nessun file entity.yaml descrive l’ente «${id}» in ${folder}` +
      (known.length === 0 ? '' : `: ci sono ${known.map((k) => `«${k}»`).join(', ')}`),
    noTemplate: (id: string, folder: string, known: readonly string[]) =>
      `il modello di calendario «${id}» non esiste in ${folder}` +
      (known.length === 0 ? '' : `: ci sono ${known.map((k) => `«${k}»`).join(', ')}`),
    otherTemplate: (file: string, id: string) =>
      `il file ${file} dichiara il modello «${id}»: i due nomi devono coincidere`,
  },
  command: {
    calendar: 'calendari del ciclo: programmazione di un esercizio e controllo dei modelli',
    plan: 'programma il calendario di un ente per un esercizio',
    check: 'controlla un modello di calendario: forma, attività, dipendenze, ruoli, date',
    entity: 'ente, per esempio ccms',
    entityFile: 'file dell’ente, al posto di --entity',
    year: 'esercizio del Piano',
    template: 'modello di calendario (se manca, quello dell’ente)',
    templateFile: 'file del modello, al posto di --template',
    budgetTerm: 'termine a cui la legge ha differito il bilancio, GG/MM/AAAA',
    json: 'risponde in JSON',
    ics: 'risponde in formato iCalendar (.ics)',
    out: 'scrive la risposta in un file; .json e .ics ne decidono il formato',
    checkYears: 'esercizi su cui provare le date (se mancano, i prossimi cinque)',
    file: 'modello di calendario da controllare',
  },
  usage: {
    noEntity: 'Indicare l’ente: --entity ID oppure --entity-file FILE.',
    twoFormats: 'Scegliere un solo formato: --json oppure --ics.',
    cannotWrite: (file: string, reason: string) => `Il file ${file} non si può scrivere: ${reason}`,
  },
  table: {
    title: (entity: string, exercise: number) => `${entity}: ciclo della performance ${exercise}`,
    source: (template: string, version: string, steps: number, from: string, to: string) =>
      `Modello ${template}, versione ${version}: ${steps} attività ${withArticle('dal', from)} ${withArticle('al', to)}`,
    heads: { number: 'N.', step: 'Attività', window: 'Tempi', opens: 'Apertura', due: 'Scadenza', who: 'Chi' },
    board: (title: string) => `delibera: ${title}`,
    period: (from: string, to: string) => `periodo osservato: ${withArticle('dal', from)} ${withArticle('al', to)}`,
    moved: 'Scadenze in giorno non lavorativo (*)',
    movedTo: (titles: readonly string[], nominal: string, due: string, why: string) =>
      `da ${nominal} a ${due}: ${titles.join('; ')}. ${why}`,
    stays: (titles: readonly string[], nominal: string, why: string) =>
      `resta ${nominal}: ${titles.join('; ')}. ${why}`,
    legal: 'Termini di legge (L)',
    legalTerm: (title: string, due: string, citation: string) => `${title}, ${due}: ${citation}`,
    written: (file: string) => `Calendario scritto in ${file}`,
  },
  ics: {
    name: (entity: string, exercise: number) => `${entity}, ciclo della performance ${exercise}`,
    opens: (title: string) => `Apertura: ${title}`,
    due: (title: string) => `Scadenza: ${title}`,
    owners: (titles: readonly string[]) => `Chi deve agire: ${titles.join(', ')}`,
    board: (title: string) => `Delibera: ${title}`,
    window: (window: string) => `Tempi: ${window}`,
    norm: (citation: string) => `Norma: ${citation}`,
    dueOn: (date: string) => `Scade ${withArticle('il', date)}`,
  },
  verdict: {
    good: (file: string, steps: number, years: readonly number[]) =>
      `${file}: il modello è corretto. ${steps} attività, date provate per gli esercizi ${years.join(', ')}.`,
    refused: (count: number) =>
      plural(count, 'Il calendario è rifiutato per 1 motivo.', `Il calendario è rifiutato per ${count} motivi.`),
    inYear: (year: number, message: string) => `esercizio ${year}: ${message}`,
  },
} as const;
