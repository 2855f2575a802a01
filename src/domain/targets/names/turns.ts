import { never } from '../../result.js';
import type { Sense, TreatmentRole, Trust } from './roles.js';
import type { Standing } from './standing.js';

/** The standing of a thing once this was said to be done to it, or (`negated`) not to be done. */
export function treated(standing: Standing, role: TreatmentRole, negated: boolean): Standing {
  const to = (sense: Sense, trust: Trust): Standing => ({ sense, trust, noun: standing.noun, role: standing.role });
  if (negated) return denied(role, standing, to);
  const { role: noun } = standing;
  const unwanted = standing.sense === 'less';
  switch (role) {
    case 'fixed':
      if (noun === 'civic') return to('more', 'share');
      // How many could be mended depends on how many there were.
      return noun === 'bad' || noun === 'demand'
        ? to('more', 'share')
        : noun === 'cost'
          ? to('more', 'weak')
          : to('more', 'any');
    case 'done':
      if (noun === 'cost') return to('less', 'weak');
      if (noun === 'bad' && unwanted) return to('less', 'weak');
      return to('more', noun === 'bad' || noun === 'civic' ? 'share' : 'any');
    case 'spent':
      return noun === 'bad' ? to('less', 'weak') : to('more', 'any');
    case 'kept':
      return noun === 'bad' || noun === 'cost' || standing.trust === 'any' ? standing : to('more', 'weak');
    case 'found':
      return unwanted ? to('less', 'weak') : to('more', standing.trust === 'any' ? 'any' : 'weak');
    case 'failed':
      return to('less', noun === 'civic' ? 'weak' : 'any');
    case 'lapsed':
      return noun === 'good' || noun === 'cost' || noun === 'civic' ? to('less', 'any') : to('more', 'weak');
    case 'granted':
      return noun === 'bad' ? to('less', 'weak') : to('more', noun === 'demand' ? 'share' : 'any');
    case 'refused':
      return to(noun === 'bad' ? 'more' : 'less', 'weak');
    case 'unclear':
      return to('more', 'weak');
    case 'fair':
      return noun === 'outcome' || noun === 'opinion'
        ? to('more', 'any')
        : unwanted
          ? standing
          : to('more', standing.trust === 'any' ? 'any' : 'weak');
    case 'poor':
      // What does not conform was found by looking for it: `campioni irregolari`.
      return to('less', noun === 'civic' ? 'weak' : 'any');
    case 'unknown':
      if (noun === 'bad' && unwanted) return to('more', 'weak');
      return standing.trust === 'any' ? standing : to('more', 'weak');
    case 'timely':
      return unwanted ? standing : to('more', noun === 'output' || standing.trust === 'any' ? 'any' : 'share');
    case 'late':
      return to('less', 'any');
    default:
      return never(role);
  }
}

function denied(role: TreatmentRole, standing: Standing, to: (sense: Sense, trust: Trust) => Standing): Standing {
  switch (role) {
    case 'failed':
    case 'poor':
    case 'refused':
    case 'late':
      return to('more', 'any');
    case 'unclear':
      return to('less', 'weak');
    case 'kept':
    case 'found':
    case 'granted':
      return standing.role === 'bad' ? to('more', 'weak') : to('less', 'weak');
    case 'unknown':
    case 'fixed':
    case 'done':
    case 'spent':
    case 'lapsed':
    case 'timely':
      return to('less', 'any');
    case 'fair':
      return to('less', standing.role === 'civic' ? 'weak' : 'any');
    default:
      return never(role);
  }
}

/** What a treatment comes to when it is denied. */
export function opposite(role: TreatmentRole): TreatmentRole {
  switch (role) {
    case 'failed':
    case 'poor':
    case 'refused':
    case 'late':
      return 'fixed';
    case 'unclear':
      return 'unclear';
    case 'unknown':
    case 'kept':
    case 'found':
    case 'granted':
    case 'fixed':
    case 'done':
    case 'spent':
    case 'lapsed':
    case 'fair':
    case 'timely':
      return 'failed';
    default:
      return never(role);
  }
}
