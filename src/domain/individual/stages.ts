import { withArticle } from '../article.js';
import { addDays, formatItalian } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import { never } from '../result.js';
import type { EvaluatedGroup, SheetStage, StageTerms } from './types.js';

/** What can be done to a sheet: each is an act, and goes on record. */
export const PASSAGES = [
  'propose',
  'accept',
  'object',
  'assign',
  'change',
  'note-talk',
  'evaluate-self',
  'evaluate',
  'observe',
  'ask-second-instance',
  'decide-second-instance',
  'ask-conciliation',
  'conclude-conciliation',
  'withdraw-request',
  'return-proposal',
  'sign-off',
  'leave-unevaluated',
  'take-up-again',
] as const;
export type Passage = (typeof PASSAGES)[number];

/** Who a passage belongs to. */
export type Part = 'person' | 'evaluator' | 'second-instance' | 'conciliation' | 'board' | 'signer' | 'steering';

interface Rule {
  readonly by: readonly Part[];
  readonly from: readonly SheetStage[];
  readonly to: SheetStage | 'same';
}

const BEFORE_EVALUATION: readonly SheetStage[] = ['assigned', 'talked', 'self-evaluated'];
const JUDGED: readonly SheetStage[] = ['evaluated', 'observed', 'reviewed', 'conciliated'];

/** The whole procedure in one table. `propose` also begins a sheet, and answers an objection with another version. */
export const RULES: Readonly<Record<Passage, Rule>> = {
  propose: { by: ['evaluator'], from: ['objected', 'proposed'], to: 'proposed' },
  accept: { by: ['person'], from: ['proposed', 'objected'], to: 'accepted' },
  object: { by: ['person'], from: ['proposed', 'accepted'], to: 'objected' },
  assign: { by: ['signer'], from: ['proposed', 'objected', 'accepted'], to: 'assigned' },
  change: { by: ['evaluator'], from: ['assigned', 'talked'], to: 'same' },
  'note-talk': { by: ['person', 'evaluator'], from: ['assigned', 'talked'], to: 'talked' },
  'evaluate-self': { by: ['person'], from: BEFORE_EVALUATION, to: 'self-evaluated' },
  evaluate: { by: ['evaluator'], from: [...BEFORE_EVALUATION, 'evaluated', 'observed'], to: 'evaluated' },
  observe: { by: ['person'], from: ['evaluated', 'observed'], to: 'observed' },
  'ask-second-instance': { by: ['person'], from: ['evaluated', 'observed'], to: 'second-instance' },
  'decide-second-instance': { by: ['second-instance'], from: ['second-instance'], to: 'reviewed' },
  'ask-conciliation': { by: ['person'], from: ['reviewed'], to: 'conciliation' },
  'conclude-conciliation': { by: ['conciliation'], from: ['conciliation'], to: 'conciliated' },
  // Back to where it was asked from.
  'withdraw-request': { by: ['person'], from: ['second-instance', 'conciliation'], to: 'evaluated' },
  'return-proposal': {
    by: ['board'],
    from: ['evaluated', 'observed', 'reviewed', 'conciliated'],
    to: 'self-evaluated',
  },
  'sign-off': { by: ['signer'], from: JUDGED, to: 'signed-off' },
  'leave-unevaluated': {
    by: ['evaluator', 'steering'],
    from: ['proposed', 'objected', 'accepted', ...BEFORE_EVALUATION, 'evaluated', 'observed'],
    to: 'not-evaluated',
  },
  'take-up-again': { by: ['steering'], from: ['signed-off', 'not-evaluated'], to: 'assigned' },
};

/** A passage that was made, as far as the next one depends on it. */
export interface MadePassage {
  readonly passage: Passage;
  readonly on: CivilDate;
  /** By who is evaluated. */
  readonly own?: boolean;
}

/** A sheet as the procedure sees it. */
export interface Standing {
  readonly stage: SheetStage;
  /** End of the period it is about. */
  readonly to: CivilDate;
  /** In the order they were made, the first is `propose`. */
  readonly made: readonly MadePassage[];
}

/**
 * Why a passage can not be made now, whoever asks: the stage, or a term. An Italian sentence; undefined when it can.
 * @param today the day it would be made on; terms are counted in days from the day after what they follow
 */
export function refusePassage(
  sheet: Standing,
  passage: Passage,
  terms: StageTerms,
  today: CivilDate,
): string | undefined {
  const rule = RULES[passage];
  if (!rule.from.includes(sheet.stage))
    return `La scheda è ${STAGE_NAMES[sheet.stage]}: non è il momento per questo passaggio.`;
  switch (passage) {
    case 'assign':
      return sheet.stage === 'proposed'
        ? notBefore(sheet, 'propose', terms.acceptance, today, 'accettare o contestare')
        : undefined;
    case 'evaluate-self':
    case 'evaluate':
      if (today <= sheet.to)
        return `Il periodo da valutare finisce ${withArticle('il', formatItalian(sheet.to))}: si valuta dal giorno dopo.`;
      if (passage === 'evaluate' && (sheet.stage === 'assigned' || sheet.stage === 'talked')) {
        const last = addDays(sheet.to, terms.selfEvaluation);
        if (today <= last)
          return `Fino ${withArticle('al', formatItalian(last))} l’interessato può presentare l’autovalutazione.`;
      }
      return undefined;
    case 'observe':
      return over(sheet, 'evaluate', terms.observations, today, 'le osservazioni');
    case 'ask-second-instance':
      return over(sheet, 'evaluate', terms.secondInstance, today, 'chiedere la seconda istanza');
    case 'ask-conciliation':
      return over(sheet, 'decide-second-instance', terms.conciliation, today, 'chiedere la conciliazione');
    case 'sign-off':
      if (sheet.stage === 'evaluated' || sheet.stage === 'observed') {
        const days = Math.max(terms.observations, terms.secondInstance);
        return notBefore(sheet, 'evaluate', days, today, 'presentare osservazioni e chiedere la seconda istanza');
      }
      if (sheet.stage === 'reviewed')
        return notBefore(sheet, 'decide-second-instance', terms.conciliation, today, 'chiedere la conciliazione');
      return undefined;
    default:
      return undefined;
  }
}

/** The stage after a passage that was not refused. */
export function stageAfter(stage: SheetStage, passage: Passage): SheetStage {
  if (passage === 'withdraw-request') return stage === 'conciliation' ? 'reviewed' : 'evaluated';
  const { to } = RULES[passage];
  return to === 'same' ? stage : to;
}

/** The passages open from a stage, in the order of the procedure; terms are not looked at. */
export const passagesFrom = (stage: SheetStage): readonly Passage[] =>
  PASSAGES.filter((passage) => RULES[passage].from.includes(stage));

/** Roles behind the parts of one sheet. */
export interface PartRoles {
  readonly person: string;
  readonly evaluator: string;
  readonly steering: string;
  /** Who acts for a role: for a board, the role that records what it decides. */
  actsFor(role: string): string;
}

/** The role behind a part of one sheet; undefined where there is none: no board decides. */
export function roleOfPart(part: Part, group: EvaluatedGroup, roles: PartRoles): string | undefined {
  const { evaluator, secondInstance, conciliation } = group;
  const board = evaluator.kind === 'board' ? roles.actsFor(evaluator.decides) : undefined;
  switch (part) {
    case 'person':
      return roles.person;
    case 'evaluator':
      return roles.evaluator;
    case 'second-instance':
      return roles.actsFor(secondInstance);
    case 'conciliation':
      return roles.actsFor(conciliation);
    case 'board':
      return board;
    case 'signer':
      return board ?? roles.evaluator;
    case 'steering':
      return roles.steering;
    default:
      return never(part);
  }
}

/** Roles that may make a passage of one sheet. */
export const rolesFor = (passage: Passage, group: EvaluatedGroup, roles: PartRoles): readonly string[] =>
  RULES[passage].by.flatMap((part) => roleOfPart(part, group, roles) ?? []);

/** Who has judged a sheet, or is about to, and who they stood in for. */
export interface Judging {
  readonly person: string;
  readonly actingFor?: string;
}

/**
 * Why somebody may not do this part for this sheet, whatever role they hold: the evaluated judges nothing of their own, neither for
 * somebody absent nor through who stands in for them; who judged before does not judge again from above. Italian sentence.
 * @param before who made the passages that judged, for `second-instance` and `conciliation`
 */
export function refuseJudge(
  passage: Passage,
  evaluated: string,
  actor: Judging,
  before: readonly Judging[],
): string | undefined {
  const parts = RULES[passage].by;
  if (parts.includes('person')) return undefined;
  if (actor.person === evaluated || actor.actingFor === evaluated)
    return 'Nessuno decide della propria valutazione, nemmeno in sostituzione di altri.';
  if (!parts.includes('second-instance') && !parts.includes('conciliation')) return undefined;
  const judges = new Set(
    before.flatMap(({ person, actingFor }) => [person, ...(actingFor === undefined ? [] : [actingFor])]),
  );
  if (judges.has(actor.person) || (actor.actingFor !== undefined && judges.has(actor.actingFor)))
    return 'Chi ha già valutato non decide sulla contestazione della propria valutazione.';
  return undefined;
}

/** How a stage reads after «La scheda è». */
export const STAGE_NAMES: Readonly<Record<SheetStage, string>> = {
  proposed: 'proposta',
  objected: 'contestata dall’interessato',
  accepted: 'accettata',
  assigned: 'assegnata',
  talked: 'assegnata, con il colloquio di metà anno',
  'self-evaluated': 'in valutazione, con l’autovalutazione',
  evaluated: 'valutata',
  observed: 'valutata, con le osservazioni dell’interessato',
  'second-instance': 'in seconda istanza',
  reviewed: 'decisa in seconda istanza',
  conciliation: 'in conciliazione',
  conciliated: 'conciliata',
  'signed-off': 'firmata',
  'not-evaluated': 'senza valutazione',
};

const lastOf = ({ made }: Standing, passage: Passage): CivilDate | undefined =>
  made.findLast((one) => one.passage === passage)?.on;

/** A right that has run out. */
function over(sheet: Standing, since: Passage, days: number, today: CivilDate, what: string): string | undefined {
  const begun = lastOf(sheet, since);
  const last = begun && addDays(begun, days);
  return last !== undefined && today > last
    ? `Il termine per ${what} è scaduto ${withArticle('il', formatItalian(last))}.`
    : undefined;
}

/** What waits until somebody else's right has run out. */
function notBefore(sheet: Standing, since: Passage, days: number, today: CivilDate, what: string): string | undefined {
  const begun = lastOf(sheet, since);
  const last = begun && addDays(begun, days);
  return last !== undefined && today <= last
    ? `Fino ${withArticle('al', formatItalian(last))} l’interessato può ${what}.`
    : undefined;
}
