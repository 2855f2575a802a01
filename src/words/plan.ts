/** What is said about a plan's data files and about the plan commands. */
export const planWords = {
  fields: {
    missing: (expected: string) => `manca: atteso ${expected}`,
    wrong: (expected: string, found: string) => `atteso ${expected}, trovato ${found}`,
    unknown: (keys: readonly string[]) =>
      keys.length === 1 ? `campo non previsto: ${keys.join('')}` : `campi non previsti: ${keys.join(', ')}`,
    text: 'un testo',
    quoted: 'un testo (tra virgolette, se comincia con una cifra o un segno)',
    year: 'un anno di quattro cifre, per esempio 2016',
    flag: 'true o false',
    code: (example: string) => `un codice tra virgolette, per esempio "${example}"`,
    id: 'un identificativo in minuscole e trattini, per esempio ufficio-promozione',
    percent: 'una percentuale all’italiana, per esempio 6,00%',
    amount: 'un importo all’italiana con i centesimi, per esempio 1.250,00',
    date: 'una data nella forma AAAA-MM-GG, per esempio 2016-01-31',
    missione: 'missione e programma nella forma 000/000, per esempio 032/002',
    list: 'un elenco',
    nonEmptyList: 'un elenco con almeno una voce',
    object: 'un gruppo di campi',
    oneOf: (values: readonly string[]) => `uno fra ${values.join(', ')}`,
    yearTexts: 'per ogni anno un testo tra virgolette, per esempio { 2016: "almeno 25" }',
    value: 'un testo tra virgolette, come scritto nel documento',
  },
  found: {
    nothing: 'niente',
    text: (text: string) => `«${text}»`,
    number: (value: string) => `il numero ${value}`,
    flag: (value: string) => `il valore ${value}`,
    list: 'un elenco',
    object: 'un gruppo di campi',
  },
  load: {
    notFound: 'file o cartella inesistente',
    noHeader: 'manca il file plan.yaml con ente, esercizio, titolo e prospettive',
    noAreas: 'il piano non ha aree strategiche: atteso l’elenco areas, qui o nel file scorecard.yaml accanto',
    twice: (section: string, other: string) => `la sezione ${section} è già in ${other}`,
    duplicateCode: (code: string) => `il codice ${code} è già usato: ogni codice deve essere unico nel piano`,
    unknownPerspective: (id: string, known: readonly string[]) =>
      `prospettiva sconosciuta «${id}»: attesa una fra ${known.join(', ')}`,
    unknownIndicator: (code: string) => `«${code}» non è il codice di un indicatore del cruscotto`,
    yearOutside: (year: string) => `l’anno ${year} non è fra quelli del piano`,
  },
} as const;
