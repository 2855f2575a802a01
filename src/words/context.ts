import { withArticle } from '../domain/article.js';
import type { Change } from '../domain/context/check-up.js';
import type { FactorKind, FactorStanding } from '../domain/context/factors.js';
import type { AnalysisWords } from '../domain/finance/analysis.js';
import type { IndexUnit } from '../domain/finance/definitions.js';
import type { DecimalText } from '../domain/targets/types.js';
import { italianNumber } from './format.js';
import { count as counted, plural } from './plural.js';

/** What factors of the context are called. */
export const factorWords = {
  title: 'Analisi del contesto',
  lead: 'Punti di forza e di debolezza dell’ente, opportunità e minacce che vengono da fuori. Quelli dell’anno precedente si confermano, si modificano o si lasciano: nulla passa da solo.',
  kinds: {
    strength: 'Punti di forza',
    weakness: 'Punti di debolezza',
    opportunity: 'Opportunità',
    threat: 'Minacce',
  } satisfies Record<FactorKind, string>,
  one: {
    strength: 'punto di forza',
    weakness: 'punto di debolezza',
    opportunity: 'opportunità',
    threat: 'minaccia',
  } satisfies Record<FactorKind, string>,
  standing: {
    new: 'nuovo',
    confirmed: 'confermato',
    changed: 'cambiato',
    dropped: 'non vale più',
  } satisfies Record<FactorStanding, string>,
  exercises: 'Esercizi',
  add: 'Aggiungi un fattore',
  ofExercise: 'Esercizio',
  exercise: (year: number) => `Esercizio ${year}`,
  none: 'Per questo esercizio non è stato ancora registrato alcun fattore.',
  empty: 'Nessuno.',
  noCycle: 'L’ente non ha ancora un ciclo: l’analisi si scrive quando comincia.',
  toReview: (count: number, year: number) =>
    `Da esaminare per il ${year}: ${counted(count, 'un fattore', 'fattori')} dell’anno precedente`,
  history: 'Chi ha detto che cosa, e quando',
  review: 'Esamina',
  confirm: 'Vale ancora com’è',
  kind: 'Quadro',
  text: 'Fattore',
  place: 'Posto',
  state: 'Per quest’anno',
  reason: 'Perché',
  by: 'Chi',
  on: 'Quando',
  refused: {
    noChange: 'se cambia, serve il testo nuovo',
    sameText: 'il testo è quello di prima: per tenerlo com’è si conferma',
    textUnasked: 'il testo si scrive solo se il fattore cambia',
    noReason: 'se non vale più, serve il perché',
    twice: (text: string) => `«${text}» è già fra quelli dell’esercizio`,
  },
} as const;

/** What series that go on from year to year say. */
export const seriesWords = {
  correct: 'Aggiungi o correggi',
  hint: (unit: string | undefined, last: { readonly year: number; readonly printed: string } | undefined) =>
    `(${[unit, last === undefined ? 'nessun valore finora' : `${last.year}: ${last.printed}`].filter(Boolean).join('; ')})`,
  history: 'Valori registrati dopo il Piano',
  noHistory: 'Nessuno ha ancora aggiunto o corretto valori: la serie è quella del Piano.',
  blank: 'Modulo da compilare e caricare',
  code: 'Codice',
  row: 'Voce',
  value: 'Valore',
  subject: 'Di chi',
  year: 'Anno',
  odd: 'Insolito',
  origin: { form: 'a mano', sheet: 'da file', source: 'da fonte automatica' },
  from: 'Provenienza',
  note: 'Nota',
  before: 'Prima',
  mayNot: 'La serie la aggiorna chi ne risponde, o il controllo di gestione.',
  charts: 'Grafici',
  standsNow: (year: number | undefined, said: readonly string[]): string =>
    said.length === 0 ? 'Sono stati registrati altri valori.' : `Ora per il ${year} si legge: ${said.join('; ')}.`,
  withdrawn: 'ritirato',
  standsMore: (more: number): string => `e altri ${more}`,
  standsAt: (title: string, printed: string): string => `${title} ${printed}`,
  refused: {
    nothing: 'non c’è nessun valore',
    unknown: (row: string) => `«${row}» non è fra le righe attese`,
    cents: 'al massimo due decimali',
    odd: (texts: readonly string[]) => `Valori insoliti: ${texts.join('; ')}. Se sono giusti, confermarli qui.`,
    of: (row: string, why: string) => `${row}: ${why}`,
    already: (row: string, year: number) => `${row}: per il ${year} il valore è già questo`,
    both: (row: string) => `${row}: scritto a mano e nel file in due modi diversi`,
    late: (year: number) => `il ${year} non è ancora cominciato`,
  },
} as const;

/** What reading a year of the series by themselves says. */
export const seriesSourceWords = {
  description: 'legge ora un anno delle serie storiche dalle loro fonti automatiche',
  year: 'anno dei valori, per esempio 2016',
  none: 'l’ente non ha fonti automatiche per le sue serie (series-sources.yaml)',
  notANumber: 'la fonte non dà un numero',
  recorded: (title: string, printed: string) => `${title}: registrato ${printed}`,
  same: (title: string, printed: string) => `${title}: ${printed}, come già registrato`,
  odd: (title: string, odd: readonly string[]) =>
    `${title}: non registrato, va confermato sulla pagina della serie: ${odd.join('; ')}`,
  failed: (title: string, reason: string) => `${title}: ${reason}`,
} as const;

/** What a file of figures may be wrong in. */
export const figureSheetWords = {
  noHead: 'nel file non c’è una riga con le colonne «Codice» e «Valore»',
  unknown: (cell: string, code: string) => `${cell}: «${code}» non è fra i codici attesi`,
  twice: (cell: string, code: string) => `${cell}: il codice «${code}» è già in una riga precedente`,
  unusable: (cell: string, shown: string) => `${cell}: «${shown}» non è un valore`,
} as const;

const UNIT: Readonly<Record<IndexUnit, (value: string) => string>> = {
  percent: (value) => `${value}%`,
  ratio: (value) => value,
  euro: (value) => `${value} €`,
};

/** A figure of the analysis as it is read: `91,0%`, `2,38`, `3.793.645,26 €`. */
export const figureShown = (value: DecimalText, unit: IndexUnit): string => UNIT[unit](italianNumber(value));

export const analysisWords: AnalysisWords = {
  missing: (titles) => `${plural(titles.length, 'manca', 'mancano')}: ${titles.join('; ')}`,
  noDivisor: 'il divisore è zero',
  shown: figureShown,
};

/** What the pages of the financial analysis say. */
export const financeWords = {
  title: 'Analisi finanziaria',
  lead: 'Gli indici del cap. 3.2.1 del Piano e il valore aggiunto, calcolati dai conti di ogni anno. Un conto che manca non vale zero: l’indice dice quale manca.',
  none: 'Per questo ente non sono definiti indici.',
  years: 'Anni',
  indices: 'Indici',
  valueAdded: 'Valore aggiunto',
  valueAddedCaption: 'Determinazione e distribuzione del valore aggiunto',
  accounts: 'Conti',
  figure: 'Valore',
  trace: 'Come si calcola',
  reading: 'Come si legge',
  printed: 'Stampato nel Piano',
  differs: (text: string) => `${text}, diverso`,
  notPrinted: 'non stampato',
  notComputed: 'non calcolabile',
  before: 'Anni precedenti',
  account: 'Conto',
  amount: 'Importo',
  code: 'Codice',
  group: 'Gruppo',
  from: 'Provenienza',
  fromSeries: 'serie del Piano',
  computed: 'somma delle parti',
  entered: 'registrato',
  missing: 'manca',
  partsDiffer: (sum: string) => `le sue parti danno ${sum}`,
  /** @param listed whether they are told one by one right after */
  findings: (count: number, year: number, listed = true) =>
    count === 0
      ? `Per il ${year} nessun valore calcolato differisce da quelli stampati.`
      : `Per il ${year}: ${counted(count, 'un valore calcolato differisce', 'valori calcolati differiscono')} da quelli stampati nel Piano${listed ? ':' : '. Gli uni e gli altri sono nella tabella: quelli stampati restano come la fonte li riporta.'}`,
  printedFor: (year: number) => `Stampato nel Piano per il ${year}`,
  fromAccounts: (year: number) => `${year}, dai conti`,
  isOther: 'diverso da quello calcolato',
  note: 'Nota',
  finding: (group: string, title: string, own: string, printed: string) =>
    `${group}, ${title}: dai conti ${own}, nel Piano ${printed}`,
  history: 'Importi registrati',
  enter: 'Registra i conti di un anno',
  blank: 'Conti da compilare e caricare',
  line: 'Voce',
  takenBack: 'ritirato',
} as const;

/** What the pages of the check-up say. */
export const checkUpWords = {
  title: 'Check-up del ciclo',
  lead: 'Per ogni requisito di norme e linee guida, quanto l’ente lo applica e che cosa lo mostra, accanto alla risposta dell’anno precedente. Da ogni lacuna può nascere un’azione di miglioramento.',
  none: 'Per questo ente non è definito un questionario.',
  requirement: 'Requisito',
  norm: 'Norma',
  degree: 'Applicazione',
  evidence: 'Evidenza',
  expected: (evidence: string) => `Che cosa lo mostra: ${evidence}.`,
  before: 'Esercizio precedente',
  change: { better: 'in miglioramento', worse: 'in peggioramento', same: 'come prima' } satisfies Record<
    Change,
    string
  >,
  compared: 'Variazione',
  unanswered: 'Senza risposta',
  noBefore: 'nessuna risposta',
  actions: 'Azioni di miglioramento',
  action: 'Azione',
  owner: 'Chi ne risponde',
  dueOn: 'Entro il',
  state: 'Stato',
  noOwner: 'Responsabile non indicato',
  noTerm: 'Termine non fissato',
  counts: 'Quanti requisiti per grado',
  count: 'Requisiti',
  answer: 'Rispondi',
  open: 'Apri un’azione',
  toDo: 'Da fare',
  area: 'Area',
  source: (exercise: number) => `check-up ${exercise}`,
  refused: {
    noGap: 'il requisito non è una lacuna: prima si risponde al check-up, e un requisito applicato non ha azioni',
    noEvidence: 'un requisito applicato si dice con che cosa lo mostra',
    past: (day: string) => `il termine ${withArticle('del', day)} è già passato`,
    same: 'la risposta è già questa',
  },
} as const;
