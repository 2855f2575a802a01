import type { CivilDate } from '../calendar/types.js';
import {
  add,
  compare,
  divide,
  exactText,
  HUNDRED,
  isZero,
  larger,
  multiply,
  type Rational,
  rational,
  smaller,
  subtract,
  ZERO,
} from '../rational.js';
import { never } from '../result.js';
import type { DecimalText } from '../targets/types.js';
import { bandOf } from './bands.js';
import { shareOfYear } from './part-year.js';
import type {
  AssignedObjective,
  Dictionary,
  EvaluatedGroup,
  Judgement,
  PartYearRule,
  PayBand,
  ScorePart,
} from './types.js';

/** A result the plan gives, percent: of what was assessed, with the share of its own weight that was. */
export interface PlanResult {
  readonly value: Rational;
  readonly coverage: Rational;
}

/** What a score is made from. Results undefined: not known, which is not zero. */
export interface ScoreInput {
  readonly exercise: number;
  readonly group: EvaluatedGroup;
  readonly dictionaries: readonly Dictionary[];
  readonly objectives: readonly AssignedObjective[];
  /** Of objectives that have one from the plan, by id. */
  readonly results: ReadonlyMap<string, PlanResult>;
  /** Of the body, and of the person's offices, where those have any. */
  readonly organisational: { readonly entity?: PlanResult; readonly office?: PlanResult };
  /** Of behaviours, of objectives of one's own, and of those whose result the plan could not give. */
  readonly judgements: readonly Judgement[];
  readonly partYear: PartYearRule;
  /** Days in the post that count. */
  readonly days: number;
}

/** One addend: what it weighs in its part, what it is worth, and of how much. Texts are exact decimals, percent. */
export interface ScoreLine {
  readonly of: string;
  readonly title: string;
  readonly weight: DecimalText;
  /** Absent: not known. */
  readonly value?: DecimalText;
  /** What was found, where more than 100 counts for 100 or less than 0 for 0. */
  readonly found?: DecimalText;
  /** Share of its own weight that the result stands on, percent, where it is not all of it. */
  readonly coverage?: DecimalText;
}

export interface ScoredPart {
  readonly kind: ScorePart['kind'];
  readonly weight: DecimalText;
  readonly value?: DecimalText;
  /** Share of the part's weight that is known, percent. */
  readonly coverage: DecimalText;
  readonly lines: readonly ScoreLine[];
}

/** A score with everything it was made from, as it goes on record. */
export interface ScoreTrace {
  readonly parts: readonly ScoredPart[];
  /** On 100, of what is known; absent: nothing is. */
  readonly score?: DecimalText;
  /** Share of the whole weight that is known, percent. */
  readonly coverage: DecimalText;
  /** What it becomes if all that is not known is worth 0, and 100. */
  readonly worst: DecimalText;
  readonly best: DecimalText;
  /** Only where everything was judged and what the plan's results do not know could not change it. */
  readonly band?: { readonly id: string; readonly title: string; readonly pay: DecimalText };
  readonly days: number;
  /** Share of the year, percent, that the days give title to. */
  readonly share: DecimalText;
  /** Share of the whole result pay: the band's for the share of the year. */
  readonly pay?: DecimalText;
  /** Of which checkpoint the plan's results are, and the last day they speak of; traces of before do not say it. */
  readonly results?: { readonly title: string; readonly to: CivilDate };
}

/** The score of one sheet: exact, with its whole trace. What is not known leaves the mean and is told by the coverage. */
export function scoreOf(input: ScoreInput): ScoreTrace {
  const parts = input.group.parts.map((part) => scored(part, input));
  const whole = mean(parts.map(({ weight, mean }) => ({ weight, value: mean.value, known: mean.coverage })));
  const band = parts.every(isJudged) ? settledBand(input.group.bands, whole) : undefined;
  const share = shareOfYear(input.days, input.exercise, input.partYear);
  return {
    parts: parts.map(({ part, lines, mean }) => ({
      kind: part.kind,
      weight: part.weight,
      value: mean.value === undefined ? undefined : exactText(mean.value),
      coverage: exactText(mean.coverage),
      lines: lines.map(({ source, title, weight, value, found, known }) => ({
        of: source,
        title,
        weight: exactText(weight),
        value: value === undefined ? undefined : exactText(value),
        found: found === undefined || value === undefined || compare(found, value) === 0 ? undefined : exactText(found),
        coverage: value === undefined || compare(known, HUNDRED) === 0 ? undefined : exactText(known),
      })),
    })),
    score: whole.value === undefined ? undefined : exactText(whole.value),
    coverage: exactText(whole.coverage),
    worst: exactText(whole.worst),
    best: exactText(whole.best),
    band: band === undefined ? undefined : { id: band.id, title: band.title, pay: band.pay },
    days: input.days,
    share: exactText(share),
    pay: band === undefined ? undefined : exactText(divide(multiply(rational(band.pay), share), HUNDRED)),
  };
}

interface Line {
  readonly source: string;
  readonly title: string;
  readonly weight: Rational;
  /** Between 0 and 100. */
  readonly value: Rational | undefined;
  readonly found: Rational | undefined;
  /** Share of its own weight that the value stands on, percent. */
  readonly known: Rational;
}

function scored(part: ScorePart, input: ScoreInput) {
  const lines = linesOf(part, input);
  return {
    part,
    weight: rational(part.weight),
    lines,
    mean: mean(lines),
  };
}

function linesOf(part: ScorePart, input: ScoreInput): readonly Line[] {
  switch (part.kind) {
    case 'organisational': {
      const { entity, office } = input.organisational;
      // An office nobody measures has the body's result, and the trace says so.
      const [title, value] =
        part.of === 'entity'
          ? ['Risultato dell’ente', entity]
          : office === undefined && entity !== undefined
            ? ['Risultato dell’ente (la struttura non ha risultati propri)', entity]
            : ['Risultato della struttura', office];
      return [line(part.of, title, HUNDRED, value)];
    }
    case 'objectives':
      return input.objectives.map((objective) =>
        line(objective.id, objective.title, rational(objective.weight), resultOf(objective, input)),
      );
    case 'behaviours': {
      const dictionary = input.dictionaries.find(({ id }) => id === part.dictionary);
      return (dictionary?.behaviours ?? []).map((behaviour) => {
        const value = input.judgements.find(({ of }) => of === behaviour.id)?.value;
        const step = dictionary?.scale.find(({ id }) => id === value);
        return line(behaviour.id, behaviour.title, rational(behaviour.weight), step && said(step.score));
      });
    }
    default:
      return never(part);
  }
}

function resultOf({ id, result }: AssignedObjective, { results, judgements }: ScoreInput): PlanResult | undefined {
  // What the plan gives counts; a result it could not give is the evaluator's to say, like one of their own.
  const computed = result.kind === 'own' ? undefined : results.get(id);
  if (computed !== undefined) return computed;
  const judged = judgements.find(({ of }) => of === objectiveKey(id));
  return judged && said(judged.value);
}

/** What a person judged is known wholly. */
const said = (value: DecimalText): PlanResult => ({ value: rational(value), coverage: HUNDRED });

/** How the judgement of an objective of one's own is named among those of a sheet: behaviours have ids of their own. */
export const objectiveKey = (id: string): string => `obiettivo-${id}`;

const line = (source: string, title: string, weight: Rational, result: PlanResult | undefined): Line => ({
  source,
  title,
  weight,
  found: result?.value,
  value: result && larger(ZERO, smaller(HUNDRED, result.value)),
  known: result?.coverage ?? ZERO,
});

interface Mean {
  readonly value: Rational | undefined;
  readonly coverage: Rational;
  readonly worst: Rational;
  readonly best: Rational;
}

/** Whether there is a value, on however much it stands, of everything a part is made of. */
const isJudged = ({ lines, mean }: ReturnType<typeof scored>): boolean =>
  mean.value !== undefined && lines.every(({ value }) => value !== undefined);

/** The band of a score, where it is the same whatever becomes of what is not known. */
function settledBand(bands: readonly PayBand[], { worst, best }: Mean): PayBand | undefined {
  const band = bandOf(bands, worst);
  return band === bandOf(bands, best) ? band : undefined;
}

/** The weighted mean of what is known. @param of `known`: share of each that is, percent */
function mean(
  of: readonly { readonly weight: Rational; readonly value: Rational | undefined; readonly known: Rational }[],
): Mean {
  const total = of.reduce((sum, { weight }) => add(sum, weight), ZERO);
  if (isZero(total)) return { value: undefined, coverage: ZERO, worst: ZERO, best: HUNDRED };
  let [points, known] = [ZERO, ZERO];
  for (const one of of) {
    if (one.value === undefined) continue;
    const weight = divide(multiply(one.weight, one.known), HUNDRED);
    points = add(points, multiply(weight, one.value));
    known = add(known, weight);
  }
  const coverage = divide(multiply(known, HUNDRED), total);
  const worst = divide(points, total);
  return {
    value: isZero(known) ? undefined : divide(points, known),
    coverage,
    worst,
    best: add(worst, subtract(HUNDRED, coverage)),
  };
}
