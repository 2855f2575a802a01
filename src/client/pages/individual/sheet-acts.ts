import type { AnyAct } from '../../../acts/act.js';
import { actorOf } from '../../../acts/carry-out.js';
import { notByThem, type SheetSubject } from '../../../acts/individual/a-sheet.js';
import { assignSheet, returnProposal, signOffSheet, takeUpAgain } from '../../../acts/individual/by-act.js';
import { changeSheet, proposeAgain } from '../../../acts/individual/change.js';
import {
  concludeConciliation,
  decideSecondInstance,
  evaluateSelf,
  evaluateSheet,
  noteTalk,
} from '../../../acts/individual/evaluate.js';
import {
  acceptSheet,
  askConciliation,
  askSecondInstance,
  leaveUnevaluated,
  objectToSheet,
  observeEvaluation,
  withdrawRequest,
} from '../../../acts/individual/saying.js';
import { placeOf } from '../../../acts/place.js';
import { type Passage, passagesFrom, refusePassage } from '../../../domain/individual/stages.js';
import type { Site } from '../kit/site.js';

/** What can be done to a sheet, in the order of the procedure. */
export const SHEET_ACTS: readonly (readonly [Passage, AnyAct])[] = [
  ['accept', acceptSheet],
  ['object', objectToSheet],
  ['propose', proposeAgain],
  ['assign', assignSheet],
  ['note-talk', noteTalk],
  ['change', changeSheet],
  ['evaluate-self', evaluateSelf],
  ['evaluate', evaluateSheet],
  ['observe', observeEvaluation],
  ['ask-second-instance', askSecondInstance],
  ['decide-second-instance', decideSecondInstance],
  ['ask-conciliation', askConciliation],
  ['conclude-conciliation', concludeConciliation],
  ['withdraw-request', withdrawRequest],
  ['return-proposal', returnProposal],
  ['sign-off', signOffSheet],
  ['leave-unevaluated', leaveUnevaluated],
  ['take-up-again', takeUpAgain],
];

/** Whether an act asks for judgements, which have a form of their own. */
export const isJudging = (act: AnyAct): boolean => 'behaviours' in act.fields;

/** An act that somebody may do to a sheet: now, or not yet and why. */
export interface OpenAct {
  readonly act: AnyAct;
  readonly notYet: string | undefined;
}

/** What a person may do to a sheet at the stage where it is; nothing that would be refused them because it is their own. */
export async function openActs(
  { deps }: Site,
  entity: string,
  person: string,
  subject: SheetSubject,
): Promise<readonly OpenAct[]> {
  const { sheet, group } = subject;
  const place = placeOf(deps, entity, subject);
  const open = passagesFrom(sheet.stage);
  const here = SHEET_ACTS.filter(([passage]) => open.includes(passage));
  const asked = await Promise.all(
    here.map(async ([passage, act]) => {
      const actor = await actorOf(act, { ...place, person });
      const theirs = actor !== undefined && notByThem(passage, sheet, actor) === undefined;
      return theirs ? [{ act, notYet: refusePassage(sheet, passage, group.terms, place.today) }] : [];
    }),
  );
  return asked.flat();
}
