import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { italianDay } from './format.js';
import { plural } from './plural.js';

/** The Piano della performance. */
export const pianoWords = {
  chapters: {
    '0': 'Presentazione del Piano',
    '1': 'L’ente in sintesi',
    '2': 'Identità',
    '3': 'Analisi del contesto',
    '4': 'La performance organizzativa',
    '5': 'La performance individuale',
    '6': 'Il processo seguito e le azioni di miglioramento',
    '7': 'Allegati tecnici',
  } as Readonly<Record<string, string>>,
  tree: '4.1 L’albero della performance',
  areas: '4.1.2 Le aree strategiche',
  /** @param areas codes of those drawn; none: all */
  treeDrawn: (areas: readonly string[]): string =>
    areas.length === 0
      ? 'L’albero della performance'
      : `L’albero della performance: ${plural(areas.length, 'area', 'aree')} ${[areas.slice(0, -1).join(', '), ...areas.slice(-1)].filter((one) => one !== '').join(' e ')}`,
  mapDrawn: 'La mappa strategica',
  areasCaption: 'Aree strategiche e obiettivi strategici',
  map: '4.1.3 La mappa strategica',
  mapCaption: 'Programmi per prospettiva e obiettivo strategico',
  scorecard: '4.2 Gli obiettivi strategici: il cruscotto',
  sheets: '4.3 Dagli obiettivi strategici agli obiettivi operativi: le schede di programmazione',
  sheet: (code: string, title: string): string => `Programma ${code}: ${title}`,
  abridged: 'Azioni e risultati attesi sono riportati in breve.',
  indicatorsOf: (code: string): string => `Indicatori del programma ${code}`,
  spentUpTo: (amount: string, day: string): string => `${amount} ${withArticle('al', day)}`,
  area: 'Area strategica',
  line: 'Linea strategica',
  noResults: (year: number): string =>
    `I risultati ${year} si rilevano nei monitoraggi dell’esercizio: in questo documento la colonna è vuota.`,
  assignment: 'Assegnazione degli obiettivi',
  dirigenti:
    'Obiettivi assegnati al personale dirigenziale (D.Lgs. 150/2009, art. 10, c. 1, lett. a), con pesi e target. I risultati individuali non si pubblicano.',
  individual: (count: number): string =>
    count === 0
      ? 'Il Piano non contiene obiettivi individuali.'
      : 'Gli altri obiettivi individuali sono assegnati con scheda personale e non sono pubblicati con il Piano. Li vedono l’interessato, il suo superiore, l’organismo di valutazione e chi amministra la valutazione.',
  phases: '6.1 Fasi, soggetti e tempi',
  phase: 'Fase',
  step: 'Attività',
  number: 'N.',
  window: 'Tempi',
  due: 'Entro',
  who: 'Attori coinvolti',
  coherence: '6.2 Coerenza con la programmazione economico-finanziaria',
  coherenceText:
    'Le risorse di ogni area e obiettivo strategico, con i prodotti che le impiegano, sono nell’Allegato 2. Gli stessi indicatori, ordinati per missione e programma di spesa, sono nel Piano degli indicatori e dei risultati attesi di bilancio.',
  checkUp: '6.3 Check-up e piano di miglioramento',
  checkUpText: 'Il piano di miglioramento è nell’Allegato 3.',
  improvement: 'Allegato 3. Check-up e piano di miglioramento',
  improvementCaption: 'Azioni di miglioramento',
  improvementSubject: 'Oggetto',
  improvementActions: 'Azione',
  transparency: (on: CivilDate): string =>
    `6.4 Trasparenza: stato d’attuazione degli obblighi di pubblicazione ${withArticle('al', italianDay(on))}`,
  transparencyAsOf: (on: CivilDate): string =>
    `Stato d’attuazione degli obblighi di pubblicazione ${withArticle('al', italianDay(on))}.`,
  transparencyGroup: 'Gruppo',
  obligation: 'Obbligo',
  state: 'Stato d’attuazione',
  notStated: 'non indicato',
  acts: 'Allegato 1. Documenti propedeutici',
  actsCaption: 'Atti di programmazione che precedono il Piano',
  actOf: (board: string, number: string, on: CivilDate): string =>
    [board, ...(number === '' ? [] : [`delibera n. ${number}`]), `in data ${italianDay(on)}`].join(', '),
  act: 'Documento',
  board: 'Organo',
  actNumber: 'Delibera n.',
  actDate: 'Data',
} as const;
