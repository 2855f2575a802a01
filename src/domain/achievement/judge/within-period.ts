import { addDays, addMonths, daysBetween } from '../../calendar/civil-date.js';
import type { CivilDate } from '../../calendar/types.js';
import type { FormulaRule } from '../../policy.js';
import { compare, fromInteger, HUNDRED, ONE, type Rational, rational, subtract } from '../../rational.js';
import { never } from '../../result.js';
import type { Reading, Unit } from '../../targets/types.js';
import { italianNumber, italianPercent, withUnit } from '../format.js';
import { allOrNothing } from '../formulas/ratio.js';
import { degradingByDelay } from '../formulas/schedule.js';
import { figure, judgeDone } from './deadline.js';
import { isFinal } from './elapsed.js';
import { shareOf } from './observed.js';
import { judgeThreshold } from './threshold.js';
import { type Case, type Judgement, noFigure } from './types.js';

type WithinPeriod = Reading & { kind: 'within-period' };

/**
 * Within a period from an event. The value may be the time taken in the target's unit, the date on which it was done
 * (with the event's date), yes or no, or the share of cases that kept the term.
 */
export function judgeWithinPeriod(reading: WithinPeriod, rule: FormulaRule, situation: Case): Judgement {
  const { actual, policy } = situation;
  switch (actual.kind) {
    case 'number':
      return judgeElapsed(rational(actual.value), fromInteger(reading.amount), unitOf(reading.unit), rule, policy);
    case 'yes-no': {
      const kept = actual.value;
      return figure(rule, allOrNothing(kept), kept, () => (kept ? 'termine rispettato' : 'termine non rispettato'));
    }
    case 'ratio': {
      const share = shareOf(actual, HUNDRED);
      if ('reason' in share) return share;
      return figure(
        rule,
        share,
        compare(share, HUNDRED) >= 0,
        () => `${italianPercent(share)} dei casi entro il termine`,
      );
    }
    case 'date':
    case 'not-yet':
      return judgeDated(reading, rule, situation);
    case 'missing':
    case 'not-assessable':
      return noFigure('missing', 'valore non comunicato');
    default:
      return never(actual);
  }
}

function judgeDated(reading: WithinPeriod, rule: FormulaRule, situation: Case): Judgement {
  const { actual, eventOn, period, policy } = situation;
  if (eventOn === undefined) {
    return actual.kind === 'not-yet' && !isFinal(period)
      ? noFigure('not-yet', `l’evento da cui decorre il termine non è ancora avvenuto: ${reading.event}`)
      : noFigure('doubtful', `manca la data da cui decorre il termine: ${reading.event}`);
  }
  const deadline = deadlineAfter(eventOn, reading);
  if (deadline === undefined) {
    return noFigure(
      'doubtful',
      'un termine in ore o in giorni lavorativi si giudica sul tempo impiegato, non sulle date',
    );
  }
  if (actual.kind === 'date' && rule.formula.startsWith('decreasing')) {
    const [taken, allowed] = [daysBetween(eventOn, actual.on), daysBetween(eventOn, deadline)];
    return judgeElapsed(fromInteger(taken), fromInteger(allowed), { kind: 'days' }, rule, policy);
  }
  return judgeDone(actual, deadline, rule, situation);
}

/** The time taken against the time allowed, both in `unit`. */
function judgeElapsed(
  taken: Rational,
  allowed: Rational,
  unit: Unit,
  rule: FormulaRule,
  policy: Case['policy'],
): Judgement {
  const met = compare(taken, allowed) <= 0;
  const against = (): string => `${withUnit(taken, unit)} su ${withUnit(allowed, unit)}`;
  if (rule.formula === 'within-period') return figure(rule, allOrNothing(met), met, against);
  if (rule.formula === 'within-period-degrading') {
    const points = rational(rule.pointsPerUnit);
    const raw = degradingByDelay(subtract(taken, allowed), points);
    return figure(rule, raw, met, () => `${against()}, ${italianNumber(points)} punti per unità di ritardo`);
  }
  const target = { operator: '<=', target: allowed, direction: 'less-is-better', unit, share: ONE } as const;
  return judgeThreshold(taken, target, rule, policy);
}

function unitOf(unit: WithinPeriod['unit']): Unit {
  switch (unit) {
    case 'days':
    case 'hours':
    case 'months':
      return { kind: unit };
    case 'weeks':
      return { kind: 'count', noun: 'settimane' };
    case 'working-days':
      return { kind: 'count', noun: 'giorni lavorativi' };
    default:
      return never(unit);
  }
}

function deadlineAfter(event: CivilDate, { amount, unit }: WithinPeriod): CivilDate | undefined {
  switch (unit) {
    case 'days':
      return addDays(event, amount);
    case 'weeks':
      return addDays(event, amount * 7);
    case 'months':
      return addMonths(event, amount);
    case 'hours':
    case 'working-days':
      return undefined;
    default:
      return never(unit);
  }
}
