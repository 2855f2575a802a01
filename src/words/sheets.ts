/** What data sheets say, and what is said of those that come back. */
export const sheetWords = {
  file: {
    empty: 'il file è vuoto',
    tooLarge: 'il file supera i 5 MB: un foglio dati è molto più piccolo; inviare il foglio ricevuto, compilato',
    bomb: 'il file, una volta aperto, sarebbe troppo grande: inviare il foglio ricevuto, compilato',
    tooManyCells: 'il foglio ha troppe celle: inviare il foglio ricevuto, compilato',
    broken: 'il file è danneggiato e non si può leggere: salvarlo di nuovo da Excel o LibreOffice e ripetere l’invio',
    brokenCsv: 'il file CSV non si può leggere: salvarlo di nuovo, con le virgolette chiuse, e ripetere l’invio',
    oldExcel:
      'il file è nel vecchio formato di Excel (.xls) o protetto da password: salvarlo come .xlsx senza password',
    macros: 'il file contiene macro: salvarlo come cartella di lavoro di Excel senza macro (.xlsx)',
    openDocument: 'il file è in un altro formato (per esempio .ods): salvarlo come Excel (.xlsx)',
    notWorkbook: 'il file non è un foglio di calcolo: serve un file .xlsx oppure .csv',
    pdf: 'il file è un PDF: serve il foglio di calcolo (.xlsx oppure .csv)',
  },
  cell: {
    spreadsheetError: 'la cella contiene un errore di calcolo',
    notComputed: 'la formula non ha un risultato: aprire il file, salvarlo di nuovo e ripetere l’invio',
    notNumber: 'il numero non è leggibile',
    notDay:
      'il numero è formattato come data ma non indica un giorno: scrivere il giorno per esteso, per esempio 30/06/2016',
  },

  mail: {
    fileName: (step: string, exercise: number) => `${step}-${exercise}.xlsx`,
    attached: 'In allegato c’è lo stesso elenco come foglio di calcolo: una volta compilato, si carica dal modulo.',
  },

  officer: {
    sheetName: 'Dati',
    title: (title: string, entity: string) => `${title} · ${entity}`,
    simulated: 'Prova generale: dati simulati.',
    who: (officer: string, period: string, due: string) =>
      `Per ${officer}. Situazione al ${period}. Da restituire entro il ${due}.`,
    how: 'Si compilano solo le celle gialle, una riga per indicatore; il foglio si carica poi dalla pagina del modulo.',
    hints:
      'Se nulla è cambiato: «nessuna variazione». Se il dato non è rilevabile: lasciare vuoto il valore e scrivere il motivo. Per un rapporto bastano numeratore e denominatore.',
    key: 'Chiave del foglio (non modificare)',
    columns: {
      code: 'Codice',
      name: 'Indicatore',
      unit: 'Unità di misura',
      target: 'Target approvato',
      reading: 'Come si legge',
      last: 'Ultimo valore',
      value: 'Valore',
      numerator: 'Numeratore',
      denominator: 'Denominatore',
      reason: 'Non rilevabile: motivo',
      note: 'Nota',
      remark: 'Osservazione ricevuta',
    },
    noLast: 'nessuno registrato',
    noReading: 'lettura non ancora confermata',
    noTarget: '–',
    choices: ['sì', 'no', 'non ancora', 'nessuna variazione'],
    dateChoices: ['non ancora', 'nessuna variazione'],
    notForm: 'il foglio non è quello del modulo: manca la riga con le intestazioni «Codice» e «Valore»',
    twoColumns: (title: string) => `la colonna «${title}» compare due volte: lasciarne una sola`,
    noKey:
      'il foglio non ha la sua chiave (la riga «Chiave del foglio»): usare il foglio ricevuto per posta o scaricato dal modulo',
    otherCheckpoint: (theirs: string, ours: string) => `il foglio è di «${theirs}», questo modulo è di «${ours}»`,
    otherPerson: (theirs: string, ours: string) => `il foglio è intestato a ${theirs}, questo modulo a ${ours}`,
    otherPlan:
      'dopo la preparazione di questo foglio gli indicatori sono cambiati: scaricare dal modulo il foglio aggiornato',
    place: (row: number, column: string, cell: string, problem: string) =>
      `riga ${row}, colonna «${column}» (${cell}): ${problem}`,
    noCode: 'manca il codice dell’indicatore',
    unknownCode: (code: string) => `il codice «${code}» non è fra gli indicatori di questo modulo`,
    sameCode: (code: string, row: number) => `il codice «${code}» è già alla riga ${row}: lasciarne una sola`,
    one: '«1» in una cella senza il segno % si può leggere 1% o 100%: scrivere «1%» oppure «100%»',
  },
} as const;
