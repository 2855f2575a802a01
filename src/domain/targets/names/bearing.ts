import type { Link } from './links.js';
import type { NounRole, TreatmentRole } from './roles.js';
import type { Standing } from './standing.js';
import { agrees } from './treatments.js';

/** Things of which what is said of their complement is not said. */
const OFFERED: ReadonlySet<NounRole> = new Set<NounRole>(['output', 'good', 'opinion', 'remedy', 'civic', 'demand']);

/** Where a word stands: how it is linked to the thing, whether it says what the thing is for, what noun follows it. */
interface Place {
  readonly link: Link;
  readonly purpose: boolean;
  next(): NounRole;
}

/** Whether a participle is said of the thing itself, not of a complement or a circumstance of it. */
export function bears(standing: Standing, role: TreatmentRole, word: string, { link, purpose, next }: Place): boolean {
  const said = agrees(standing.noun, word);
  // `riduzione del contenzioso pendente`, `recupero dei crediti insoluti`: what it is that was remedied.
  if (standing.role === 'remedy' && link === 'of' && (role === 'failed' || role === 'poor' || role === 'lapsed'))
    return false;
  if (role === 'unknown' && !said) return false;
  if (link === 'aside' || purpose) return said && role !== 'unknown' && standing.role !== 'output';
  // `giudizi di scarsa soddisfazione`
  if (role === 'poor' && ['opinion', 'good'].includes(next())) return true;
  // What a body offers is not judged by what is said of those it is for.
  return said || link !== 'of' || !OFFERED.has(standing.role);
}

/** What a comparison with a number says of the noun before it: low marks are missed, short times are kept. */
export function comparedRole(noun: NounRole, lower: boolean): 'late' | 'timely' | undefined {
  const wanted = noun === 'opinion' || noun === 'good';
  if (!wanted && !['elapsed', 'age', 'bad', 'cost'].includes(noun)) return undefined;
  return wanted === lower ? 'late' : 'timely';
}
