import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { delayActWords } from './delay-acts.js';
import { dossierDocumentWords } from './dossier-document.js';
import { italianDay } from './format.js';
import { pianoWords } from './piano.js';
import { plural } from './plural.js';

/** What documents and the published site say that is not domain logic. */
export const documentWords = {
  simulated: 'Prova generale: i valori misurati sono simulati e non descrivono la gestione dell’ente.',
  edition: (exercise: number, version: number, on: CivilDate): string =>
    `Esercizio ${exercise} · versione ${version} · ${italianDay(on)}`,
  hash: 'Impronta SHA-256',
  draftNow:
    'Bozza, composta ora dai testi e dai dati che ci sono: l’organo legge il documento come gli è stato trasmesso.',
  backToDraft: 'Torna alla bozza',
  hashMeaning: 'La stessa impronta è su ogni formato del documento: è quella dei dati da cui sono tutti ricavati.',
  csvNote:
    'File csv in UTF-8, campi separati da punto e virgola, decimali con la virgola, date AAAA-MM-GG. I valori esatti per i programmi sono nel file JSON.',
  /** Heads the names of the lines, over the figures of a chart. */
  chartRow: 'Voce',
  contents: 'Indice',
  page: 'pagina',
  of: 'di',
  signature: { place: 'Luogo e data', signed: 'Firma' },
  sheet: {
    about: 'Documento',
    title: 'Titolo',
    entity: 'Ente',
    exercise: 'Esercizio',
    version: 'Versione',
    on: 'Data',
    note: 'Avvertenza',
  },
  level: 'Livello',
  /** What the tables printed in several parts are called as a whole. */
  datasets: {
    cruscotto: 'Cruscotto strategico',
    schede: 'Indicatori delle schede di programmazione',
    programmi: 'Programmi per area e obiettivo',
    fasi: 'Calendario del ciclo',
    pira: 'Indicatori e risultati attesi per missione e programma',
    trasparenza: 'Obblighi di pubblicazione',
    sintesi: 'Risultati in sintesi',
    'uffici-missioni': 'Risultati per ufficio e per missione e programma',
    indicatori: 'Risultati degli indicatori',
    forzature: 'Forzature',
    'obiettivi-individuali': 'Obiettivi individuali',
    'obiettivi-dirigenti': 'Obiettivi dei dirigenti',
    premi: 'Premi stanziati e distribuiti',
    'lontani-dal-target': 'Indicatori lontani dal target: cause e azioni',
    criteri: 'Di che cosa è fatto il punteggio',
    fasce: 'Fasce di punteggio e quota del premio',
    distribuzione: 'Distribuzione delle valutazioni',
    differenziazione: 'Grado di differenziazione',
  } as Readonly<Record<string, string>>,

  titles: {
    piano: 'Piano della performance',
    contesto: 'Analisi del contesto',
    stakeholder: 'Mappa degli stakeholder',
    feedback: 'Feedback strategico',
    finanza: 'Analisi finanziaria',
    'check-up': 'Check-up e piano di miglioramento',
    rpp: 'Relazione previsionale e programmatica',
    preventivo: 'Preventivo economico',
    budget: 'Budget direzionale',
    smvp: 'Sistema di misurazione e valutazione della performance',
    assestamento: 'Aggiornamento del preventivo economico',
    bilancio: 'Bilancio d’esercizio',
    validazione: 'Documento di validazione della Relazione sulla performance',
    'parere-smvp': 'Parere dell’OIV sul Sistema di misurazione e valutazione della performance',
    'relazione-oiv': 'Relazione dell’OIV sul funzionamento del Sistema',
    relazione: 'Relazione sulla performance',
    pira: 'Piano degli indicatori e dei risultati attesi di bilancio',
    individuale: 'Scheda degli obiettivi individuali',
    valutazione: 'Scheda di valutazione individuale',
    premi: 'Ammontare complessivo dei premi',
    'dati-premi': 'Dati relativi ai premi',
    dossier: 'Fascicolo per la validazione della Relazione sulla performance',
    ritardo: 'Comunicazione di ritardo',
    registro: 'Registro delle operazioni',
  } as Readonly<Record<string, string>>,

  organisation: {
    boards: 'Organi',
    board: 'Organo',
    recordedBy: 'Ne registra gli atti',
    offices: 'Uffici',
  },

  drafting: {
    standIn: 'Documento predisposto dall’ente',
    standInText:
      'Questo documento è il file in PDF che l’ente ha predisposto con i propri sistemi: è il formato PDF qui accanto, e l’impronta è la sua.',
    file: 'File',
    fileHash: 'Impronta SHA-256 del file',
    pictureErased: (alt: string): string => `Figura rimossa: ${alt}`,
  },

  column: {
    scorecard: 'Obiettivo, programma, indicatore',
    code: 'Codice',
    weight: 'Peso',
    result: (year: number): string => `Risultato ${year}`,
    target: (year: number): string => `Target ${year}`,
    missione: 'Missione / Programma',
    before: (year: number): string => `Risultato ${year} (se disponibile)`,
    indicator: 'Indicatore',
    realisation: '% Realizzazione',
    perspective: 'Prospettiva',
    programme: 'Programma',
    objective: 'Obiettivo strategico',
    area: 'Area strategica',
    resources: 'Risorse',
    planned: 'A preventivo',
    spent: 'A consuntivo',
    ofWhich: 'di cui',
    actions: 'Azioni',
    expectedResults: 'Risultati attesi',
    offices: 'Soggetto responsabile',
    activity: 'Cod. attività',
    function: 'Funz.',
    costCentre: 'CDC',
    product: 'Prodotto',
    description: 'Descrizione prodotto',
    amount: 'Previsione iniziale',
    note: 'Note',
  },

  level_: {
    objective: 'Obiettivo strategico',
    programme: 'Programma',
    indicator: 'Indicatore',
    product: 'Prodotto',
    total: { programme: 'Totale programma', objective: 'Totale obiettivo', area: 'Totale area', total: 'Totale' },
    detail: 'Voce di dettaglio',
    heading: 'Intestazione',
  },

  piano: pianoWords,

  series: {
    title: 'I dati',
    chapters: {
      '1': '1.2 Il portafoglio dei servizi',
      '2': '2.1 L’ente in cifre',
      '3': '3.2.1 Lo stato di salute',
    } as Readonly<Record<string, string>>,
    row: 'Voce',
    own: 'Ente',
    group: 'Gruppo',
    definition: 'Composizione',
    chart: (table: string, rows: readonly string[], unit: string | undefined): string =>
      `${rows.length === 1 ? `${table}: ${rows[0]}` : table}${unit === undefined ? '' : ` (${unit})`}`,
    inUnit: (title: string, unit: string): string => `${title} (${unit})`,
    chartAlt: (caption: string, first: string, last: string): string =>
      `Grafico dal ${first} al ${last}. ${caption}. La tabella dice le stesse cose.`,
    wrongSign: (fact: string): string => `La tabella riporta i valori come la fonte li stampa. ${fact}`,
  },

  budget: {
    annex: (year: number): string => `Allegato 2. La programmazione economica per obiettivi strategici ${year}`,
    interventions: (year: number): string => `Interventi economici ${year}`,
    detail: (year: number): string => `Interventi economici ${year}: dettaglio`,
    lines: 'Righe di risorse',
  },

  pira: {
    title: 'Missioni e programmi',
    intro:
      'Per ogni missione e programma di spesa: gli obiettivi che vi concorrono, gli indicatori con i risultati attesi nel triennio e le risorse previste.',
    unassigned: 'Senza missione e programma',
    resourcesCaption: 'Risorse previste per missione e programma',
    unknown: 'denominazione non in elenco',
    name: 'Denominazione',
  },

  monitoring: {
    results: 'Sintesi per ente, prospettiva e area strategica',
    elsewhere: 'Gli stessi risultati per ufficio e per missione e programma',
    by: { office: 'Per ufficio', missione: 'Per missione e programma' },
    collected: (
      all: number,
      n: Readonly<Record<'assessed' | 'missing' | 'later' | 'doubtful' | 'out', number>>,
    ): string =>
      `${[
        `Indicatori valutati: ${n.assessed} su ${all}`,
        ...(n.missing === 0 ? [] : [`senza valore: ${n.missing}`]),
        ...(n.later === 0 ? [] : [`con un valore che si conoscerà più avanti: ${n.later}`]),
        ...(n.doubtful === 0 ? [] : [`con il target o il valore da chiarire: ${n.doubtful}`]),
        ...(n.out === 0 ? [] : [`non rilevabili: ${n.out}`]),
      ].join('; ')}.`,
    closedByHand: (on: CivilDate, reason: string): string =>
      `Il monitoraggio è stato chiuso a mano ${withArticle('il', italianDay(on))}. Motivo: ${reason}`,
    inItsReport: 'Valore e calcolo di ogni indicatore sono nel rapporto di questo monitoraggio.',
    indicators: 'Indicatori',
    indicatorsCaption: 'Grado di realizzazione di ogni indicatore',
    common: (facts: string): string => `Valgono per tutti gli indicatori: ${facts}.`,
    inSheet: (name: string, programme: string): string => `${name} (ripetuto nella scheda ${programme})`,
    scope: 'Ambito',
    achievement: 'Grado di realizzazione',
    coverage: 'Copertura',
    coverageAt: (checkpoint: string): string => `${checkpoint}: copertura`,
    lowest: 'Minimo possibile',
    highest: 'Massimo possibile',
    notComputed: 'non calcolabile',
    target: 'Target',
    value: 'Valore rilevato',
    outcome: 'Esito',
    note: 'Nota',
    scorecard: 'Cruscotto strategico con i risultati',
    sheets: 'Schede di programmazione con i risultati',
    how: 'Come si è calcolato',
    none: '–',
    far: 'Scostamenti: perché e che cosa si farà',
    farLead:
      'Gli indicatori con semaforo rosso, e quelli con semaforo giallo di cui è detta la causa, con quanto ne dice chi ne risponde.',
    cause: 'Perché',
    next: 'Che cosa si farà',
    notSaid: 'non indicato',
    span: (title: string, from: CivilDate, to: CivilDate): string =>
      `${title}: ${withArticle('dal', italianDay(from))} ${withArticle('al', italianDay(to))}`,
    checkpoint: 'Monitoraggio',
    trend: 'Andamento nell’esercizio',
    trendCaption: 'Grado di realizzazione a ogni monitoraggio',
    wholeEntity: 'Ente nel suo insieme',
  },

  individual: {
    confidential:
      'Riservato: non si pubblica. Per l’interessato, il suo superiore, l’organismo di valutazione e chi amministra la valutazione.',
    objective: 'Obiettivo',
    numbered: (number: number, title: string): string => `Obiettivo ${number}. ${title}`.trim(),
    noTarget: 'target non indicato dal Piano',
    caption: (number: number): string => `Indicatori dell’obiettivo ${number}`,
    signatures: 'Presa visione',
    signers: ['L’interessato', 'Il superiore'],
  },

  delay: delayActWords,

  dossier: dossierDocumentWords,

  log: {
    via: 'Tramite',
    order: 'N.',
    at: 'Quando',
    recorded: 'Registrato il',
    who: 'Chi',
    actingFor: 'Per conto di',
    what: 'Operazione',
    subject: 'Oggetto',
    step: 'Attività',
    detail: 'Dettaglio',
    data: 'Dettaglio per i programmi (JSON)',
    indicators: 'indicatori',
    cycle: (exercise: number): string => `Ciclo ${exercise}`,
  },

  traffic: { green: 'verde', yellow: 'giallo', red: 'rosso', none: 'senza semaforo' },
  states: {
    missing: 'valore mancante',
    'not-assessable': 'non rilevabile',
    'not-yet': 'termine non ancora maturato',
    doubtful: 'lettura da confermare',
    'not-computed': 'non calcolato: conta come valore mancante',
  },
} as const;

/** The forms of a document where it is downloaded. */
export const formWords = {
  title: 'Scarica il documento',
  sameHash: 'Tutti i formati vengono dagli stessi dati e portano la stessa impronta.',
  names: {
    html: 'Pagina HTML',
    pdf: 'PDF accessibile',
    xlsx: 'Tabelle xlsx',
    csv: 'Tabelle csv (zip)',
    json: 'Dati JSON',
  },
  tables: (count: number): string => plural(count, 'La tabella in csv', `Le ${count} tabelle in csv, una per una`),
  table: (title: string): string => `${title} (csv)`,
} as const;
