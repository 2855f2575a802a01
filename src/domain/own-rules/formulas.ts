import type { FormulaRule, FormulaRules, LinearRule, StepsRule } from '../policy.js';
import { err, never, ok, type Result } from '../result.js';
import { italianDecimal } from '../targets/numbers.js';
import { type FileValue, notOneOf, type Piece, partsOf, percentText, plain, readPercent } from './piece.js';

/** One way to write a formula. */
interface Way {
  readonly example: string;
  /** What stands in the file; undefined where these are not its words. */
  read(written: string): Result<FileValue, string> | undefined;
}

const named = (words: string, formula: FormulaRule['formula']): Way => ({
  example: words,
  read: (written) => (written === words ? ok({ formula }) : undefined),
});

const linear = (example: string): Way => ({
  example: `lineare da ${example}`,
  read: (written) => {
    const [, from] = /^lineare da (.+)$/.exec(written) ?? [];
    if (from === undefined) return undefined;
    const floorPercent = readPercent(from);
    return floorPercent.ok ? ok({ formula: 'linear', floorPercent: floorPercent.value }) : floorPercent;
  },
});

const steps = (of: StepsRule['of'], called: string): Way => ({
  example: `${called}: da 0% vale 0%; da 80% vale 100%`,
  read: (written) => {
    if (!written.startsWith(`${called}:`)) return undefined;
    const read: FileValue[] = [];
    for (const part of partsOf(written.slice(called.length + 1))) {
      const [, from = '', score = ''] = /^da (\S+) vale (\S+)$/.exec(part) ?? [];
      const [starts, worth] = [readPercent(from), readPercent(score)];
      if (!starts.ok || !worth.ok) return err(`«${part.slice(0, 40)}» non è un gradino: si scrive «da 80% vale 100%»`);
      read.push({ from: starts.value, score: worth.value });
    }
    return ok({ formula: 'steps', of, steps: read });
  },
});

const losing = (unit: string, formula: FormulaRule['formula'], field: string): Way => ({
  example: `meno 2 punti per ${unit} di ritardo`,
  read: (written) => {
    const [, points] =
      new RegExp(`^meno (\\d{1,3}(?:,\\d{1,6})?) punt[oi] per ${unit} di ritardo$`).exec(written) ?? [];
    return points === undefined ? undefined : ok({ formula, [field]: points });
  },
});

const ALL_OR_NOTHING = 'tutto o niente';
const RATIO = 'rapporto';
const SYMMETRIC = 'simmetrica';
const STEPS = 'a gradini';
const STEPS_SYMMETRIC = 'a gradini sulla simmetrica';

/** Readings of a target whose formula the rules choose. */
export type Chosen = Exclude<keyof FormulaRules, 'throughout' | 'yesNo' | 'bands'>;

const WAYS: Readonly<Record<Chosen, readonly Way[]>> = {
  increasing: [
    named(RATIO, 'increasing-ratio'),
    linear('60%'),
    steps('increasing-ratio', STEPS),
    named(ALL_OR_NOTHING, 'all-or-nothing'),
  ],
  decreasing: [
    named(RATIO, 'decreasing-ratio'),
    named(SYMMETRIC, 'decreasing-symmetric'),
    linear('150%'),
    steps('decreasing-ratio', STEPS),
    steps('decreasing-symmetric', STEPS_SYMMETRIC),
    named(ALL_OR_NOTHING, 'all-or-nothing'),
  ],
  byDate: [named(ALL_OR_NOTHING, 'by-date'), losing('giorno', 'by-date-degrading', 'pointsPerDay')],
  withinPeriod: [
    named(ALL_OR_NOTHING, 'within-period'),
    losing('unità', 'within-period-degrading', 'pointsPerUnit'),
    named(RATIO, 'decreasing-ratio'),
    named(SYMMETRIC, 'decreasing-symmetric'),
  ],
  range: [named(ALL_OR_NOTHING, 'range'), named('in proporzione alla distanza', 'range-proportional')],
  relative: [named('livello raggiunto', 'relative-level'), named('quota della variazione', 'relative-progress')],
};

const IDS: Readonly<Record<Chosen, string>> = {
  increasing: 'formula-crescente',
  decreasing: 'formula-decrescente',
  byDate: 'formula-entro-data',
  withinPeriod: 'formula-entro-termine',
  range: 'formula-intervallo',
  relative: 'formula-da-valore-di-partenza',
};

/** The formula of each way of reading a target; where there is only one, nothing is chosen. */
export const FORMULAS: readonly Piece[] = (Object.keys(WAYS) as Chosen[]).map((of) => {
  const ways = WAYS[of].map(({ example }) => example);
  return {
    ...{ id: IDS[of], group: 'formulas', ways },
    said: ({ formulas }) => saidFormula(formulas[of]),
    read: (written) => {
      const read = readFormula(of, written);
      return read.ok ? ok({ path: ['formulas', of], value: read.value }) : read;
    },
  };
});

/** A formula for a way of reading targets, as the file has it. */
export function readFormula(of: Chosen, written: string): Result<FileValue, string> {
  for (const way of WAYS[of]) {
    const read = way.read(plain(written));
    if (read !== undefined) return read;
  }
  const ways = WAYS[of].map(({ example }) => example);
  return err(notOneOf(written, 'una formula per questi target', ways));
}

/** A formula in the words that `readFormula` reads. */
export function saidFormula(rule: FormulaRules[Chosen]): string {
  switch (rule.formula) {
    case 'increasing-ratio':
    case 'decreasing-ratio':
      return RATIO;
    case 'decreasing-symmetric':
      return SYMMETRIC;
    case 'linear':
      return `lineare da ${floorOf(rule)}`;
    case 'steps':
      return `${rule.of === 'decreasing-symmetric' ? STEPS_SYMMETRIC : STEPS}: ${rule.steps
        .map(({ from, score }) => `da ${percentText(from)} vale ${percentText(score)}`)
        .join('; ')}`;
    case 'all-or-nothing':
    case 'by-date':
    case 'within-period':
    case 'range':
      return ALL_OR_NOTHING;
    case 'by-date-degrading':
      return `meno ${italianDecimal(rule.pointsPerDay)} punti per giorno di ritardo`;
    case 'within-period-degrading':
      return `meno ${italianDecimal(rule.pointsPerUnit)} punti per unità di ritardo`;
    case 'range-proportional':
      return 'in proporzione alla distanza';
    case 'relative-level':
      return 'livello raggiunto';
    case 'relative-progress':
      return 'quota della variazione';
    default:
      return never(rule);
  }
}

/** Of a whole direction the floor is always a share of the target: see the reader of the file. */
const floorOf = ({ floorPercent, floorValue = '0' }: LinearRule): string =>
  floorPercent === undefined ? italianDecimal(floorValue) : percentText(floorPercent);
