/** What was expected of each variable of the environment. */
export const configWords = {
  payloadKey: 'una chiave di 32 byte in base64, come la scrive "openssl rand -base64 32"',
  payloadKeys: 'una o più chiavi di 32 byte in base64, separate da virgole',
  wrong: 'Variabili d’ambiente da correggere:',
  aFile: (file: string) => `«${file}» è un file; si attende una cartella in cui Ciclo possa scrivere`,
  yesNo: 'deve essere "true" o "false"',
  port: 'deve essere un numero di porta, da 0 a 65535',
  days: 'deve essere un numero intero di giorni, da 0 (non si avvisa) a 3650',
  secret: (length: number) => `deve avere almeno ${length} caratteri (per esempio: openssl rand -base64 32)`,
  databaseUrl: 'deve essere l’indirizzo di un PostgreSQL, nella forma postgres://utente:password@server:5432/base',
  address: 'deve essere un indirizzo nella forma server:porta, per esempio temporal.ente.it:7233 (senza http://)',
  namespace: 'deve essere un nome senza spazi',
  smtpUrl: 'deve essere l’indirizzo di un server di posta, nella forma smtp://utente:password@server:587 o smtps://…',
  mailFrom: 'deve essere un indirizzo di posta, per esempio Ciclo della performance <performance@ente.it>',
  consoleUrl: 'deve essere l’indirizzo a cui si raggiunge la console, nella forma https://performance.ente.it',
  publishTo:
    'deve dire dove portare il sito: sftp://utente@server/cartella, webdavs://utente@server/cartella, s3://chiave@server/bucket/cartella?region=…, git+ssh://git@server/archivio.git#ramo (anche git+https, git+file)',
  publishUser: 'manca l’utente (per S3 la chiave di accesso), prima del server: webdavs://utente@server/cartella',
  metrics:
    'deve essere una porta (per questa sola macchina) o un indirizzo con la porta, per esempio 9464 oppure 0.0.0.0:9464',
  otlp: 'deve essere l’indirizzo di un ricevitore OTLP su HTTP, per esempio http://localhost:4318',
  buildId: 'deve essere il nome di una versione, per esempio 0.2.0: lettere, cifre, punti e trattini, al massimo 63',
  oneOf: (values: readonly string[]) => `deve essere uno fra ${values.join(', ')}`,
  goesWith: (other: string) => `manca, e va indicata insieme a ${other}`,
  unreadable: (file: string, reason: string) => `il file ${file} non si può leggere (${reason})`,
  secretFileBroken: (file: string) => [
    `Il file ${file} non contiene un segreto valido.`,
    'Lo si cancelli perché Ciclo ne generi un altro (i collegamenti già spediti non varranno più), oppure si imposti CICLO_SECRET.',
  ],
} as const;
