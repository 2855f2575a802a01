import type { Passage } from '../domain/individual/stages.js';

interface OfCycle {
  readonly entity: string;
  readonly exercise: number;
}

/** Below the address of a cycle: how people are evaluated. */
export const EVALUATIONS_PATH = '/valutazioni';

/** `/cicli/ccms/2016/valutazioni` */
export const evaluationsPath = ({ entity, exercise }: OfCycle): string =>
  `/cicli/${encodeURIComponent(entity)}/${exercise}${EVALUATIONS_PATH}`;

/** `/cicli/ccms/2016/valutazioni/12`, or a page below it. */
export const sheetPath = (cycle: OfCycle, sheet: number, below = ''): string =>
  `${evaluationsPath(cycle)}/${sheet}${below}`;

/** The form of each passage, below the address of its sheet. */
export const PASSAGE_PATHS: Readonly<Record<Passage, string>> = {
  propose: 'nuova-proposta',
  accept: 'accettazione',
  object: 'obiezione',
  assign: 'assegnazione',
  change: 'modifica-obiettivi',
  'note-talk': 'colloquio',
  'evaluate-self': 'autovalutazione',
  evaluate: 'valutazione',
  observe: 'osservazioni',
  'ask-second-instance': 'seconda-istanza',
  'decide-second-instance': 'decisione-seconda-istanza',
  'ask-conciliation': 'conciliazione',
  'conclude-conciliation': 'esito-conciliazione',
  'withdraw-request': 'ritiro-richiesta',
  'return-proposal': 'rinvio-proposta',
  'sign-off': 'firma',
  'leave-unevaluated': 'senza-valutazione',
  'take-up-again': 'riapertura',
};

/** Where something is done to a sheet: its form; where there is more than one thing to choose from, the sheet with all of them. */
export const passagePath = (cycle: OfCycle, sheet: number, passage: Passage): string =>
  CHOICES.includes(passage)
    ? `${sheetPath(cycle, sheet)}#adesso`
    : sheetPath(cycle, sheet, `/${PASSAGE_PATHS[passage]}`);

/** To accept or to object; to write observations, to contest, or to leave it at that. */
const CHOICES: readonly Passage[] = ['accept', 'observe'];
