import { addDays, maxDate } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import { never } from '../result.js';
import { middleOf } from './goals.js';
import { type Part, type Passage, refusePassage, type Standing } from './stages.js';
import type { StageTerms } from './types.js';

/** What a sheet waits for today. */
export interface Next {
  readonly passage: Passage;
  readonly by: Part;
  /** First day on which it waited for this. */
  readonly since: CivilDate;
  /** Last day, where there is a term. */
  readonly until?: CivilDate;
}

/**
 * The one passage a sheet waits for, among those that can be made: a right that may be used or not is waited for until its term, then
 * whoever comes after it. Undefined when nobody has anything to do today.
 * @param from first day of the period: the half-way talk is waited for from the middle of it
 */
export function nextOf(
  sheet: Standing & { readonly from: CivilDate },
  terms: StageTerms,
  today: CivilDate,
): Next | undefined {
  const can = (passage: Passage): boolean => refusePassage(sheet, passage, terms, today) === undefined;
  const { from, to, made } = sheet;
  const last = made.at(-1)?.on ?? from;
  const lastDay = (passage: Passage, days: number): CivilDate =>
    addDays(made.findLast((one) => one.passage === passage)?.on ?? last, days);
  /** What waits for the right of somebody to run out. */
  const after = (day: CivilDate): CivilDate => maxDate(last, addDays(day, 1));
  const observations = lastDay('evaluate', terms.observations);
  const secondInstance = lastDay('evaluate', terms.secondInstance);
  const conciliation = lastDay('decide-second-instance', terms.conciliation);
  const selfEvaluation = addDays(to, terms.selfEvaluation);
  const acceptance = lastDay('propose', terms.acceptance);
  switch (sheet.stage) {
    case 'proposed':
      return can('assign')
        ? { passage: 'assign', by: 'signer', since: after(acceptance) }
        : { passage: 'accept', by: 'person', since: last, until: acceptance };
    case 'objected':
      return { passage: 'propose', by: 'evaluator', since: last };
    case 'accepted':
      return { passage: 'assign', by: 'signer', since: last };
    case 'assigned':
    case 'talked':
      if (today > to) return evaluation();
      return today < middleOf(from, to) || hasNoted(sheet, 'evaluator')
        ? undefined
        : { passage: 'note-talk', by: 'evaluator', since: talkSince(sheet), until: to };
    case 'self-evaluated':
      return can('evaluate') ? { passage: 'evaluate', by: 'evaluator', since: last } : undefined;
    case 'evaluated': {
      const both = maxDate(observations, secondInstance);
      if (can('sign-off')) return { passage: 'sign-off', by: 'signer', since: after(both) };
      return can('observe')
        ? { passage: 'observe', by: 'person', since: last, until: both }
        : { passage: 'ask-second-instance', by: 'person', since: after(observations), until: both };
    }
    case 'observed':
      return can('sign-off')
        ? { passage: 'sign-off', by: 'signer', since: after(maxDate(observations, secondInstance)) }
        : { passage: 'ask-second-instance', by: 'person', since: last, until: secondInstance };
    case 'second-instance':
      return { passage: 'decide-second-instance', by: 'second-instance', since: last };
    case 'reviewed':
      return can('sign-off')
        ? { passage: 'sign-off', by: 'signer', since: after(conciliation) }
        : { passage: 'ask-conciliation', by: 'person', since: last, until: conciliation };
    case 'conciliation':
      return { passage: 'conclude-conciliation', by: 'conciliation', since: last };
    case 'conciliated':
      return { passage: 'sign-off', by: 'signer', since: last };
    case 'signed-off':
    case 'not-evaluated':
      return undefined;
    default:
      return never(sheet.stage);
  }

  function evaluation(): Next {
    return can('evaluate')
      ? { passage: 'evaluate', by: 'evaluator', since: after(selfEvaluation) }
      : { passage: 'evaluate-self', by: 'person', since: after(to), until: selfEvaluation };
  }
}

/** Whether one side has put the half-way talk on record. */
export const hasNoted = ({ made }: Pick<Standing, 'made'>, side: 'person' | 'evaluator'): boolean =>
  made.some(({ passage, own = false }) => passage === 'note-talk' && own === (side === 'person'));

/** The first day on which the half-way talk of an assigned sheet is waited for. */
export const talkSince = ({
  made,
  from,
  to,
}: Pick<Standing, 'made' | 'to'> & { readonly from: CivilDate }): CivilDate =>
  maxDate(made.findLast(({ passage }) => passage === 'assign')?.on ?? from, middleOf(from, to));
