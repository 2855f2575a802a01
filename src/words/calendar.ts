/** What is said about entities' and calendars' data files, and by the calendar command. */
export const calendarWords = {
  fields: {
    civilDate: 'una data nella forma AAAA-MM-GG, per esempio 2016-01-31',
    time: 'un orario tra 08:00 e 18:00, per esempio "09:00"',
    email: 'un indirizzo di posta elettronica',
    person: 'il nome breve di una persona, per esempio nome.cognome',
    month: 'un mese da 1 a 12',
    day: 'un giorno da 1 a 31',
    workingDays: 'un numero di giorni lavorativi da 1 a 60',
    dateRule: 'una data del modello, per esempio «31 ottobre Y-1» o «15 giorni dopo l’apertura»',
    number: 'il numero dell’attività tra virgolette, per esempio "1"',
    version: 'la versione del modello tra virgolette, per esempio "1"',
    count: 'un numero intero positivo',
    days: 'un numero di giorni da 1 a 365',
    noSuchDay: 'un giorno che esista, per esempio "16" di giugno',
    role: 'un ruolo, per esempio giunta, o un ufficio, per esempio ufficio:isr',
  },
  files: {
    noEntity: (id: string, folder: string, known: readonly string[]) =>
      `nessun file entity.yaml descrive l’ente «${id}» in ${folder}` +
      (known.length === 0 ? '' : `: ci sono ${known.map((k) => `«${k}»`).join(', ')}`),
    noTemplate: (id: string, folder: string, known: readonly string[]) =>
      `il modello di calendario «${id}» non esiste in ${folder}` +
      (known.length === 0 ? '' : `: ci sono ${known.map((k) => `«${k}»`).join(', ')}`),
    otherTemplate: (file: string, id: string) =>
      `il file ${file} dichiara il modello «${id}»: i due nomi devono coincidere`,
  },
} as const;
