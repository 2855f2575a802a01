import { withArticle } from '../../domain/article.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { Register } from '../../register/database.js';
import type { DecisionRecord } from '../../register/decisions.js';
import { hearingOf } from '../../register/hearings.js';
import { stepsOf } from '../../register/steps.js';
import { boardWords } from '../../words/board.js';
import { italianDay } from '../../words/format.js';
import type { Place, Standing } from '../act.js';
import { aStep, type StepSubject, type Subject } from '../subject.js';

/** A step that brings a document before a board. */
export const aMatter: Subject<StepSubject> = {
  ...aStep,
  find: async (register: Register, named) => {
    const found = await aStep.find(register, named);
    return found?.step.planned.recorder === undefined ? undefined : found;
  },
  names: async ({ db }, { entity, exercise = 0 }) =>
    (await stepsOf(db, cycleId({ entity, exercise }))).flatMap(({ id, planned }) =>
      planned.recorder === undefined ? [] : [id],
    ),
  unknown: boardWords.noMatter,
};

/** Who records what the board decides. */
export const recorders = ({ step: { planned } }: StepSubject): readonly string[] =>
  planned.recorder === undefined ? [] : [planned.recorder];

/** Key of the last deferral on record; `''` for none. */
export const lastDeferral = (decisions: readonly DecisionRecord[]): string => {
  const last = decisions.at(-1);
  return last?.outcome === 'deferred' ? last.key : '';
};

/** What is before the board, and until when it was put off: whoever decides has to have seen that. */
export async function matterStands({ register, subject: { step } }: Place<StepSubject>): Promise<Standing> {
  const { matter, decisions } = await hearingOf(register.db, step);
  const last = decisions.at(-1);
  if (matter.phase !== 'before-board') {
    // Nothing is asked any more: who decides all the same is told why not by the step itself.
    return { version: `${matter.phase}/${last?.key ?? ''}`, said: '', reached: () => true };
  }
  const deferredTo = last?.outcome === 'deferred' ? last.deferredTo : null;
  return {
    version: `${matter.document.hash}/${lastDeferral(decisions)}`,
    said:
      deferredTo === null
        ? boardWords.stands.before(matter.document.title, matter.round)
        : boardWords.stands.deferred(withArticle('al', italianDay(deferredTo))),
    // The very deferral that is asked for: sent twice.
    reached: ({ outcome, deferredTo: asked }) => deferredTo !== null && outcome === 'deferred' && asked === deferredTo,
  };
}
