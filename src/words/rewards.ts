import { withArticle } from '../domain/article.js';
import { count } from './plural.js';

/** What is wrong in a file of what is set aside and paid for results. */
export const rewardFileWords = {
  columns: { group: 'Gruppo', allocated: 'Stanziato', paid: 'Distribuito' },
  row: (row: number, problem: string): string => `riga ${row}: ${problem}`,
  noColumn: (column: string): string => `manca la colonna «${column}»`,
  strange: (title: string): string =>
    `la colonna «${title}» non è prevista: il file ha solo «Gruppo», «Stanziato» e «Distribuito», e nessun dato di singole persone`,
  unknown: (written: string, known: readonly string[]): string =>
    `«${written}» non è un gruppo del Sistema di valutazione (${known.join(', ')})`,
  twice: 'il gruppo è già in una riga sopra',
  missing: (titles: readonly string[]): string => `mancano gli importi di: ${titles.join(', ')}`,
  badAmount: (written: string, why: string): string =>
    written === '' ? 'manca un importo' : `l’importo «${written}» non si legge: ${why}`,
  tooFine: (written: string): string => `l’importo «${written}» ha più di due decimali`,
  negative: (written: string): string => `l’importo «${written}» è negativo`,
  morePaid: 'il distribuito supera lo stanziato',
} as const;

/** What is published of rewards and of how people were evaluated (D.Lgs. 33/2013, art. 20). */
export const rewardWords = {
  imported: (file: string | undefined): string =>
    file === undefined ? 'Ora non risulta importato nulla.' : `Ora risulta importato «${file}».`,
  refused: {
    noRules: 'il Sistema di misurazione e valutazione di questo ciclo non dice come si valutano le persone',
    noSheets: 'non ci sono schede di valutazione di questo esercizio',
    open: (n: number): string =>
      `${count(n, 'una scheda non è ancora conclusa', 'schede non sono ancora concluse')}: si pubblica quando lo sono tutte, perché pubblicarli prima e dopo la chiusura di una scheda ne rivelerebbe il risultato`,
    same: 'i dati sono quelli già pubblicati',
    meanwhile: 'qualcun altro ha pubblicato nel frattempo: rileggere l’anteprima',
  },
  amountsNorm:
    'Premi collegati alla performance: quanto è stanziato e quanto è distribuito (D.Lgs. 33/2013, art. 20, c. 1).',
  dataNorm:
    'Criteri di assegnazione dei premi, distribuzione in forma aggregata e grado di differenziazione, per i dirigenti e per il personale (D.Lgs. 33/2013, art. 20, c. 2).',
  tooFew: (fewest: number): string =>
    `Le persone valutate sono meno di ${fewest}: i dati, anche in forma aggregata, rivelerebbero il risultato di ciascuna e non si pubblicano.`,
  guard: (fewest: number): string =>
    `Ogni dato riguarda almeno ${fewest} persone: i gruppi più piccoli sono riportati insieme.`,
  amounts: 'Premi stanziati e distribuiti',
  noAmounts: 'Gli importi non sono ancora disponibili.',
  someMissing: 'Dove un importo manca non è ancora disponibile per tutti i gruppi della riga.',
  group: 'Gruppo',
  people: 'Persone valutate',
  allocated: 'Stanziato',
  paid: 'Distribuito',
  total: 'Totale',
  criteria: 'Criteri di assegnazione',
  criteriaLead: (system: string): string =>
    `Il punteggio va da 0 a 100 e si compone come stabilisce il ${system}. La fascia in cui cade dà la quota della retribuzione di risultato.`,
  parts: 'Di che cosa è fatto il punteggio',
  part: 'Componente',
  weight: 'Peso',
  partOf: {
    entity: 'Performance organizzativa dell’ente',
    office: 'Performance organizzativa dell’ufficio',
    objectives: 'Obiettivi individuali',
    behaviours: 'Comportamenti e competenze',
  },
  bands: 'Fasce di punteggio e quota del premio',
  band: 'Fascia',
  from: 'Punteggio da',
  pay: 'Quota del premio',
  distribution: 'Distribuzione delle valutazioni',
  distributionOf: (groups: string): string => `Valutazioni per fascia: ${groups}`,
  share: 'Quota delle persone',
  ownBands: (groups: string): string =>
    `${groups}: i gruppi hanno fasce diverse, la distribuzione per fascia direbbe di quale gruppo è ciascuno e non si pubblica.`,
  differentiation: 'Grado di differenziazione',
  mean: 'Punteggio medio',
  first: 'Nella fascia più alta',
  bandsUsed: 'Fasce utilizzate',
  limit: (group: string, band: string, share: string, atMost: string, held: boolean): string =>
    `${group}: nella fascia «${band}» è ${withArticle('il', share)} delle persone; il Sistema ne ammette al massimo ${withArticle('il', atMost)}. ${held ? 'Il limite è rispettato.' : 'Il limite è superato.'}`,
} as const;
