import { withArticle } from '../domain/article.js';
import { count } from './plural.js';

const short = (hash: string | undefined): string => (hash ?? 'assente').slice(0, 12);

/** What the register says to people: refusals of what officers send, and what an administrator can do. */
export const registerWords = {
  otherOffice: (office: string, person: string) =>
    `l’indicatore è dell’ufficio «${office}», di cui ${person} oggi non risponde`,
  notOpened: (schema: string, reason: string) => `il registro «${schema}» non si apre: ${reason}`,
  schemaName: (schema: string) =>
    `nome di schema non valido: «${schema}». Sono ammesse lettere minuscole, cifre e trattino basso, iniziando con una lettera`,
  migration: {
    newer: (schema: string, name: string) =>
      `il registro «${schema}» è di una versione più recente del programma: la migrazione ${name} è applicata ma qui manca`,
    changed: (schema: string, name: string, applied: string, now: string) =>
      `la migrazione ${name} è già applicata al registro «${schema}» ma il file è cambiato (impronta ${short(applied)} applicata, ${short(now)} nel file): ripristinare il file e aggiungere una nuova migrazione`,
    failed: (name: string, reason: string) => `la migrazione ${name} non si applica: ${reason}`,
    notOwner: (user: string, schema: string, names: readonly string[]) =>
      `il registro «${schema}» va aggiornato (${names.join(', ')}) e l’utente «${user}» non ne è il proprietario: eseguire «ciclo setup --database» con DATABASE_OWNER_URL`,
    runner: (user: string, role: string, reason: string) =>
      `l’utente «${user}» non può essere abilitato (${reason}): un amministratore del server esegua «create role ${user} login password '…'; grant ${role} to ${user}»`,
    role: (user: string, role: string, reason: string) =>
      `l’utente «${user}» non può preparare il ruolo applicativo (${reason}): un amministratore del server esegua «create role ${role} nologin; grant ${role} to ${user}»`,
  },
  otherPlan: (version: number, exercise: number, recorded: string | undefined, now: string) =>
    `la versione ${version} del Piano ${exercise} è già registrata con un altro contenuto (impronta ${short(recorded)}, ora ${short(now)}): una modifica è una nuova versione`,
  otherDocument: (kind: string, cycle: string, version: number, recorded: string | undefined) =>
    `il documento «${kind}» ${cycle} versione ${version} è già depositato con un altro contenuto (impronta ${short(recorded)})`,
  form: {
    empty: 'il modulo non contiene valori',
    noCheckpoint: 'il monitoraggio indicato non esiste o non è ancora aperto',
    closed: (day: string | undefined) =>
      `il monitoraggio è stato chiuso${day === undefined ? '' : ` ${withArticle('il', day)}`}: per una correzione rivolgersi al controllo di gestione`,
    wrongRows: (n: number) => count(n, 'un valore non è accettabile', 'valori non sono accettabili'),
    twice: 'l’indicatore compare due volte nello stesso modulo',
    keyTaken: 'un modulo con lo stesso numero è già stato inviato da un’altra persona, o per un altro monitoraggio',
    notCollected: 'l’indicatore non fa parte di questo monitoraggio',
  },
  returning: {
    noRemark: 'un valore si restituisce con un’osservazione scritta: il campo è vuoto',
    noValue: (indicator: string) => `l’indicatore ${indicator} non ha ancora un valore da restituire`,
  },
  /** In the place of a sentence that names what who reads is not to see. */
  struckOut: '(omesso: riguarda risultati individuali)',
  stepEnded: 'l’attività si è conclusa prima dell’invio',
  mayHaveLeft: '; un primo tentativo può averla già consegnata',
  senderDied: 'chi inviava si è interrotto prima di registrare l’esito',
} as const;
