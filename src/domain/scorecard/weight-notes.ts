import { italianPercent } from '../achievement/format.js';
import { compare, type Rational } from '../rational.js';
import { type Shares, sum, type WeightSource } from './weights.js';

type Weighed = 'indicatori' | 'programmi';

const THE: Readonly<Record<Weighed, string>> = { indicatori: 'gli indicatori', programmi: 'i programmi' };
const TO_THE: Readonly<Record<Weighed, string>> = { indicatori: 'agli indicatori', programmi: 'ai programmi' };

const REMARKS: Readonly<Record<WeightSource, (of: Weighed) => string | undefined>> = {
  'as-written': () => undefined,
  'equal-shares': (of) => `il Piano non dà pesi ${TO_THE[of]}: contano in parti uguali`,
  'rest-shared': (of) => `${THE[of]} senza peso si dividono in parti uguali il peso che resta`,
  unweighted: (of) => `${THE[of]} senza peso non contano: non resta peso da assegnare`,
};

/** Italian remarks on weights that the plan does not write, or writes twice with different sums. */
export function weightNotes(
  { weights, source }: Shares,
  declared: Rational | undefined,
  of: Weighed,
): readonly string[] {
  const notes: string[] = [];
  const remark = REMARKS[source](of);
  if (remark !== undefined) notes.push(remark);
  if (declared !== undefined && weights.length > 0) {
    const total = sum(weights);
    if (compare(total, declared) !== 0) {
      notes.push(
        `il Piano dichiara ${italianPercent(declared)}, ma la somma dei pesi (${of}) è ${italianPercent(total)}: conta la somma`,
      );
    }
  }
  return notes;
}
