import { addDays, daysBetween } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import { never } from '../result.js';
import { type Part, type Passage, refusePassage, type Standing } from './stages.js';
import type { StageTerms } from './types.js';

/** What a sheet waits for today. */
export interface Next {
  readonly passage: Passage;
  readonly by: Part;
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
  const after = (passage: Passage, days: number): CivilDate | undefined => {
    const begun = sheet.made.findLast((one) => one.passage === passage)?.on;
    return begun && addDays(begun, days);
  };
  const { from, to } = sheet;
  switch (sheet.stage) {
    case 'proposed':
      return can('assign')
        ? { passage: 'assign', by: 'signer' }
        : { passage: 'accept', by: 'person', until: after('propose', terms.acceptance) };
    case 'objected':
      return { passage: 'propose', by: 'evaluator' };
    case 'accepted':
      return { passage: 'assign', by: 'signer' };
    case 'assigned':
      if (today <= to)
        return today >= middle(from, to) ? { passage: 'note-talk', by: 'evaluator', until: to } : undefined;
      return evaluation();
    case 'talked':
      return today <= to ? undefined : evaluation();
    case 'self-evaluated':
      return can('evaluate') ? { passage: 'evaluate', by: 'evaluator' } : undefined;
    case 'evaluated':
      return can('sign-off')
        ? { passage: 'sign-off', by: 'signer' }
        : {
            passage: can('observe') ? 'observe' : 'ask-second-instance',
            by: 'person',
            until: after('evaluate', Math.max(terms.observations, terms.secondInstance)),
          };
    case 'observed':
      return can('sign-off')
        ? { passage: 'sign-off', by: 'signer' }
        : { passage: 'ask-second-instance', by: 'person', until: after('evaluate', terms.secondInstance) };
    case 'second-instance':
      return { passage: 'decide-second-instance', by: 'second-instance' };
    case 'reviewed':
      return can('sign-off')
        ? { passage: 'sign-off', by: 'signer' }
        : { passage: 'ask-conciliation', by: 'person', until: after('decide-second-instance', terms.conciliation) };
    case 'conciliation':
      return { passage: 'conclude-conciliation', by: 'conciliation' };
    case 'conciliated':
      return { passage: 'sign-off', by: 'signer' };
    case 'signed-off':
    case 'not-evaluated':
      return undefined;
    default:
      return never(sheet.stage);
  }

  function evaluation(): Next {
    return can('evaluate')
      ? { passage: 'evaluate', by: 'evaluator' }
      : { passage: 'evaluate-self', by: 'person', until: addDays(to, terms.selfEvaluation) };
  }
}

const middle = (from: CivilDate, to: CivilDate): CivilDate => addDays(from, Math.floor(daysBetween(from, to) / 2));
