import { count } from './plural.js';

/** What is said of a plan that comes from an office's own table. */
export const ownPlanWords = {
  noTable:
    'non si trova la tabella degli indicatori: serve una riga di intestazioni con almeno una colonna «Indicatore» e una «Target» (o «Valore atteso»)',
  noRows: 'sotto le intestazioni non c’è nessuna riga',
  noIndicators: 'nella tabella non c’è nessun indicatore: si aggiungono righe con il nome e il target',
  tooLong: 'la tabella è troppo lunga per una pagina: importare un foglio alla volta, o una parte del foglio',
  noSheet: (sheet: string, names: readonly string[]) =>
    `nel file non c’è un foglio «${sheet}» con una tabella di indicatori: ci sono ${listed(names)}`,
  severalSheets: (names: readonly string[]) =>
    `più fogli hanno una tabella di indicatori (${listed(names)}): scrivere quale si importa, gli altri dopo, uno alla volta`,
  noFile: 'manca il file da importare, o la tabella incollata',
  both: 'c’è un file e anche una tabella incollata: lasciare l’uno o l’altra',
  unknownHeading: (heading: string, all: readonly string[]) =>
    `nella tabella non c’è una colonna «${heading}»: ci sono ${listed(all)}`,
  noMeaning: (text: string, all: readonly string[]) =>
    `«${text}» non è ciò che una colonna può contenere: atteso ${all.join(', ')}`,
  needed: (kind: string) => `nessuna colonna è «${kind}»: dire quale lo è`,
  otherYears: (exercise: number) =>
    `nessuna colonna è un target dal ${exercise} in poi: se una lo è, dire di quale anno`,
  twice: (kind: string, headings: readonly string[]) =>
    `più colonne sono «${kind}» (${listed(headings)}): lasciarne una, le altre «ignora»`,
  sharedName:
    'l’indicatore è in una cella unita su più righe con target diversi: dividere la cella, un indicatore per riga',
  noName: 'il target c’è, l’indicatore manca: scriverne il nome, o togliere la riga',
  fraction: (text: string) =>
    `«${text}» con unità «%» si può leggere come ${text}% o come parte di uno: scrivere il target con il segno %`,
  fractions: (text: string) =>
    `«${text}»: i pesi non superano 1, sembrano parti di uno: dare alla colonna il formato percentuale, o scriverli su cento`,
  twoPerspectives: (row: number, programme: string) =>
    `riga ${row}: il programma «${programme}» sta sotto due prospettive: lasciarne una`,
  twoWeights: (row: number, programme: string) => `riga ${row}: il programma «${programme}» ha due pesi: lasciarne uno`,
  doubtfulOffice: (written: string, title: string, id: string) =>
    `«${written}» somiglia a «${title}»: se è quello, indicare «${id}», altrimenti un altro ufficio`,
  unknownOffice: (written: string, ids: readonly string[]) =>
    `«${written}» non è un ufficio dell’ente: indicare quale è fra ${ids.join(', ')}`,
  noSuchOffice: (id: string) => `«${id}» non è un ufficio dell’ente`,
  strayOffice: (written: string) => `nella tabella non c’è un ufficio «${written}»`,
  noOffice: '(senza ufficio)',
  area: 'Obiettivi dell’ente',
  objective: 'Obiettivi',
  source: (sheet: string, row: number) =>
    sheet === '' ? `tabella dell’ente, riga ${row}` : `foglio «${sheet}», riga ${row}`,
  page: {
    title: 'Confermare colonne e uffici',
    lead: (indicators: number, left: number) =>
      `Nella tabella ${indicators === 1 ? 'c’è un indicatore' : `ci sono ${indicators} indicatori`}; ${left === 0 ? 'nessuna riga resta fuori' : count(left, 'una riga resta fuori', 'righe restano fuori')}. Nulla è stato ancora salvato.`,
    columns: 'Che cosa contiene ogni colonna',
    columnsLead: 'Ciò che si conferma qui vale anche per il Piano dell’anno prossimo.',
    heading: 'Colonna',
    example: 'Per esempio',
    meaning: 'Contiene',
    meaningOf: (heading: string) => `Contenuto della colonna «${heading}»`,
    offices: 'Gli uffici come sono scritti nella tabella',
    written: 'Nella tabella',
    office: 'Ufficio dell’ente',
    officeOf: (written: string) => `Ufficio dell’ente per «${written}»`,
    choose: 'Scegliere l’ufficio',
    state: 'Riconosciuto',
    sure: 'sì',
    doubtful: 'somiglia: da confermare',
    unknown: 'no: da scegliere',
    leftOut: 'Righe che restano fuori',
    left: (row: number, text: string) => `riga ${row}: «${text}»`,
    again: 'Rileggi con queste colonne',
    submit: 'Crea la bozza del Piano',
    restart: 'Scegli un altro file',
  },
  fields: {
    table: 'Tabella incollata, al posto del file',
    sheet: 'Foglio, se nel file più fogli hanno una tabella di indicatori',
    columns: 'Che cosa contiene una colonna dove l’intestazione non basta: Intestazione=contenuto',
    offices: 'Ufficio dell’ente per uno scritto nella tabella: testo=ufficio',
    ownLead:
      'Va bene il foglio di calcolo dell’ente com’è (.xlsx, .ods o .csv): si confermano poi le colonne e gli uffici; i programmi della tabella prendono il posto di quelli con lo stesso titolo o codice. Il foglio che si scarica da qui prende invece il posto di tutta la bozza.',
  },
} as const;

const listed = (names: readonly string[]): string =>
  names
    .slice(0, 12)
    .map((name) => `«${name}»`)
    .join(', ');
