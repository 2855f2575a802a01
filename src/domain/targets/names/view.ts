import type { Course, Step } from './account.js';
import { follow } from './course.js';
import { type Measure, measureOf } from './measure.js';
import type { NounRole, Sense, Trust } from './roles.js';
import { type TimeSense, timeSense } from './times.js';
import { known } from './vocabulary.js';
import { type NameParts, partsOf } from './words.js';

/** How the name measures, without what: a view is kept for every name, and the words it came from are not. */
type Manner = Pick<Measure, 'percent' | 'grade' | 'average'>;

/** What a name says of the way its measure should go, and through which words. */
export interface View {
  /** Absent where the name leaves it open: balances, acts of authority, ratios of two neutral things. */
  readonly sense: Sense | undefined;
  readonly trust: Trust;
  readonly role: NounRole;
  readonly steps: readonly Step[];
  readonly time: TimeSense | undefined;
  readonly measure: Manner;
  /** The treatment that decided is one of time. */
  readonly timely: boolean;
}

/** Views a name's words; what stands in brackets decides where the rest says nothing, or where it is what is counted. */
export function viewOf(words: readonly string[], { measured, aside, ratio }: NameParts = partsOf(words)): View {
  const view = viewMeasured(measured);
  if (
    ratio &&
    view.sense === undefined &&
    words.slice(measured.length + 1, measured.length + 3).some((w) => STAFF.test(w))
  )
    return made('less', 'weak', view, view.measure);
  const vague = view.trust === 'weak' && view.role === 'thing';
  for (const bracket of [...aside, definition(measured)]) {
    if (bracket.length === 0) continue;
    const inside = partsOf(bracket).measured;
    // Where the name itself says something, only a count in brackets can say otherwise.
    if (!vague && !measureOf(inside).counter) continue;
    const said = viewMeasured(inside);
    if (said.trust !== 'weak') return made(said.sense, said.trust, said, view.measure);
  }
  return view;
}

/** The fewer there are for each of them, the likelier it is wanted: `Rapporto studenti/docenti`. */
const STAFF = /^(?:docent|professor|insegnant|maestr|educator|infermier|operator|tutor|medic[oi]$)/;

/** `Affidabilità … misurata dal n. di rilievi`: how a quality is measured. */
function definition(words: readonly string[]): readonly string[] {
  const at = words.findIndex((w) => /^(?:misurat|calcolat)[oaie]$/.test(w));
  return at < 0
    ? []
    : words
        .slice(at + 1)
        .filter((w, i) => i > 1 || !/^(?:da|dal|dai|dalla|come|in|base|al|attraverso|con|il)$/.test(w));
}

function viewMeasured(words: readonly string[]): View {
  const measure = measureOf(words);
  const [head = ''] = measure.thing;
  const role = known(head).noun;
  if (role === 'elapsed' && !/^tempestiv/.test(head)) {
    const time = timeSense(measure.thing);
    return made(time.sense, time.trust, { role, steps: [], time, timely: false }, measure);
  }
  return settled(follow(measure.thing), measure);
}

function settled({ role, steps, last, trust, sense }: Course, measure: Measure): View {
  const through = { role, steps, time: undefined, timely: last === 'timely' };
  const open = last === undefined || last === 'unknown' || last === 'kept' || last === 'found' || last === 'unclear';
  // A deviation is likelier wanted small, a balance is not.
  if (role === 'range' && (last === undefined || trust === 'weak'))
    return made(DEVIATION.test(measure.thing[0] ?? '') ? 'less' : undefined, 'weak', through, measure);
  if (role === 'civic' && open) return made(undefined, 'weak', through, measure);
  if (role === 'rank' || role === 'age' || role === 'elapsed') return made('less', 'weak', through, measure);
  if ((measure.ratio || /rapporto/.test(measure.thing[0] ?? '')) && trust === 'weak')
    return made(undefined, 'weak', through, measure);
  return sense === undefined ? made('more', 'weak', through, measure) : made(sense, trust, through, measure);
}

const DEVIATION = /^(?:scostament|oscillazion|disequilibri)/;

/** Every field each time: views are made by the thousand, and fastest when all have one shape. */
const made = (
  sense: View['sense'],
  trust: Trust,
  { role, steps, time, timely }: Pick<View, 'role' | 'steps' | 'time' | 'timely'>,
  { percent, grade, average }: Manner,
): View => ({ sense, trust, role, steps, time, measure: { percent, grade, average }, timely });
