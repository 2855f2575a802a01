import { withArticle } from '../../article.js';
import { formatItalian } from '../../calendar/civil-date.js';
import type { CivilDate } from '../../calendar/types.js';
import type { FormulaRule } from '../../policy.js';
import { ONE, type Rational, rational, subtract } from '../../rational.js';
import type { Reading } from '../../targets/types.js';
import { withUnit } from '../format.js';
import { withLines } from './due.js';
import { isCounted, isWhole } from './elapsed.js';
import { isMet, judgeThreshold } from './threshold.js';
import { type Case, type Judgement, noFigure } from './types.js';

/**
 * A number that was to be reached by a day which is over (`almeno 3 incontri entro il 30/06`). A value short of it is
 * judged as it is; one that reaches it counts only with the day on which it did. Reached late, what counts is what there was
 * on the last day: of things counted at most one less than promised, of anything else somebody has to say.
 */
export function judgeByTerm(
  actual: Rational,
  reading: Reading & { kind: 'threshold' },
  term: CivilDate,
  rule: FormulaRule,
  situation: Case,
): Judgement {
  const { operator, direction, unit } = reading;
  const target = rational(reading.value);
  const t = { operator, direction, unit, target, share: ONE };
  const { policy } = situation;
  if (!isMet(actual, t, policy)) return judgeThreshold(actual, t, rule, policy);
  const reachedOn = reachedIn(situation);
  const was = `il termine era ${withArticle('il', formatItalian(term))}`;
  if (reachedOn === undefined) {
    return noFigure('missing', `manca il giorno in cui il target è stato raggiunto: ${was}`);
  }
  const day = formatItalian(reachedOn);
  const reached = (value: string) => [{ label: 'Raggiunto il', value }];
  if (reachedOn <= term) return withLines(judgeThreshold(actual, t, rule, policy), reached(`${day}; ${was}`));
  if (!isCounted(unit) || !isWhole(target) || direction === 'less-is-better') {
    return noFigure(
      'missing',
      `raggiunto ${withArticle('il', day)}, ma ${was}: serve il valore che c’era a quel giorno`,
    );
  }
  const most = operator === '>' && policy.strictEquality === 'just-below' ? target : subtract(target, ONE);
  return withLines(
    judgeThreshold(most, t, rule, policy),
    reached(`${day}, ma ${was}: a quel giorno al massimo ${withUnit(most, unit)}`),
  );
}

const reachedIn = ({ actual }: Case): CivilDate | undefined =>
  actual.kind === 'number' || actual.kind === 'ratio' ? actual.reachedOn : undefined;
