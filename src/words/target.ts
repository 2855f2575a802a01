/** What the `target` command says. The readings themselves are domain sentences, beside their logic. */
export const targetWords = {
  command: {
    description: 'spiega come si legge un target scritto nel Piano: che cosa promette, o che cosa va chiarito',
    text: 'il target come è scritto: "almeno 25", "entro 31/12/2016", "+5% rispetto al 2015"',
    name: 'nome dell’indicatore, per capire verso e unità di misura',
    year: 'esercizio a cui il target si riferisce',
    previous: 'target dello stesso indicatore per l’anno precedente, come è scritto',
    json: 'risponde con un oggetto JSON',
    stdin:
      'legge da standard input una riga JSON per target ({"text", "name"?, "year"?, "previous"?}) e risponde con una riga JSON ciascuna',
    usage: 'serve un target, oppure --stdin; per esempio: ciclo target "entro 31/12/2016"',
    bothWays: '--stdin legge tutto dalle righe: target, nome, anno e anno precedente non vanno sulla riga di comando',
    unknownOption: (option: string) =>
      `l’opzione «${option}» non esiste; un target che comincia così va scritto dopo «--»`,
    badYear: (year: string) => `«${year}» non è un anno: atteso un numero da 1950 a 2099`,
  },
  explained: {
    target: 'Target',
    outcome: 'Esito',
    outcomes: {
      parsed: 'letto',
      proposed: 'da confermare',
      ambiguous: 'da chiarire',
      'not-measurable': 'non misurabile',
    },
    reading: 'Si legge',
    proposal: 'Si propone',
    evidence: 'In base a che cosa',
    because: 'Perché',
    notes: 'Note',
    candidates: 'Letture possibili, la più probabile per prima',
    parts: 'La cella contiene',
  },
  line: {
    notJson: 'la riga non è JSON',
    notObject: 'la riga non è un oggetto JSON',
    tooLong: (limit: number) => `la riga supera ${limit} caratteri`,
    noText: 'manca il campo "text"',
    text: 'il campo "text" non è un testo',
    name: 'il campo "name" non è un testo',
    previous: 'il campo "previous" non è un testo',
    year: 'il campo "year" non è un anno',
    expected: 'atteso un oggetto come {"text": "almeno 25", "name": "N. incontri", "year": 2016, "previous": "20"}',
    expectedText: 'atteso un testo tra virgolette',
    expectedYear: 'atteso un numero intero da 1950 a 2099',
    /** `riga 3: la riga non è JSON; atteso …` */
    refused: (line: number, problem: string, expected: string) => `riga ${line}: ${problem}; ${expected}`,
  },
} as const;
