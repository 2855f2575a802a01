import { withArticle } from '../article.js';
import { formatItalian } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import type { Policy } from '../policy.js';
import type { Rounding } from '../rational.js';
import { compare } from '../rational.js';
import { never } from '../result.js';
import { italianDecimal } from '../targets/numbers.js';
import { sentence } from '../targets/sentence.js';
import type { DecimalText, Unit } from '../targets/types.js';
import type { AssessmentInput, Counted } from './assessment-input.js';
import { italianNumber, italianPercent, quotientText } from './format.js';
import { formulaTitle } from './formula-titles.js';
import type { NoFigure } from './judge/types.js';
import { describeLight } from './lights.js';
import { percentText, roundedPercent } from './rounding.js';
import type { Actual, AssessmentState, IndicatorAssessment, TraceLine } from './types.js';

const REASON = 'Motivo';

/** How the figure came about, line by line, as a page prints it beside the figure. */
export function assessedTrace(input: AssessmentInput, counted: Counted, policy: Policy): readonly TraceLine[] {
  const { raw, limited } = counted;
  const { rounding } = policy;
  const changed = raw === 'unbounded' || compare(raw, limited) !== 0;
  const printed = roundedPercent(limited, rounding);
  return [
    ...opening(input),
    { label: 'Formula', value: counted.named ?? formulaTitle(counted.rule) },
    ...counted.lines(),
    { label: 'Esito', value: counted.met ? 'target raggiunto' : 'target non raggiunto' },
    {
      label: 'Risultato',
      value: raw === 'unbounded' ? 'senza limite: il migliore possibile' : italianPercent(raw),
    },
    ...(changed
      ? [
          {
            label: 'Limiti',
            value: `da ${italianDecimal(policy.floor)}% a ${italianDecimal(policy.cap)}%: conta ${italianPercent(limited)}`,
          },
        ]
      : []),
    ...(compare(printed, limited) === 0
      ? []
      : [
          {
            label: 'Arrotondamento',
            value: `${italianDecimal(percentText(limited, rounding))}% (${describeRounding(rounding)})`,
          },
        ]),
    {
      label: 'Semaforo',
      value: counted.light === undefined ? 'nessuno' : describeLight(counted.light.source),
    },
    { label: 'Regole', value: policyName(policy) },
  ];
}

export function unassessedTrace(input: AssessmentInput, judged: NoFigure, policy: Policy): readonly TraceLine[] {
  return [
    ...opening(input),
    { label: 'Stato', value: stateName(judged.state) },
    { label: REASON, value: judged.reason },
    { label: 'Regole', value: policyName(policy) },
  ];
}

/** Of an indicator the computation broke on: the only thing known is why. */
export const notComputedTrace = (reason: string, policy: Policy): readonly TraceLine[] => [
  { label: 'Stato', value: stateName('not-computed') },
  { label: REASON, value: `il calcolo si è interrotto su questo indicatore: ${reason}` },
  { label: 'Regole', value: policyName(policy) },
];

/** Of an indicator whose value can not be known yet: nothing is asked and nothing is due. */
export const notKnownYetTrace = (knownFrom: CivilDate, policy: Policy): readonly TraceLine[] => [
  { label: 'Stato', value: stateName('not-yet') },
  { label: REASON, value: `il valore si conosce ${withArticle('dal', formatItalian(knownFrom))}: sarà chiesto dopo` },
  { label: 'Regole', value: policyName(policy) },
];

/** Why an assessment has no figure, as its trace says it. */
export const whyNotComputed = ({ trace }: Pick<IndicatorAssessment, 'trace'>): string =>
  trace.find((line) => line.label === REASON)?.value ?? stateName('not-computed');

function opening({ reading, actual, period }: AssessmentInput): readonly TraceLine[] {
  return [
    ...('outcome' in reading ? [{ label: 'Target', value: `«${reading.text}»` }] : []),
    ...readingLine(reading),
    { label: 'Valore rilevato', value: describeActual(actual, unitOf(reading)) },
    ...(actual.confirmed ?? []).map((odd) => ({ label: 'Chiesto e confermato', value: odd })),
    { label: 'Data di riferimento', value: formatItalian(period.at) },
  ];
}

function readingLine(reading: AssessmentInput['reading']): readonly TraceLine[] {
  if (!('outcome' in reading)) return [{ label: 'Lettura', value: sentence(reading) }];
  if (reading.outcome !== 'parsed') return [];
  return [
    { label: 'Lettura', value: reading.sentence },
    ...reading.notes.map((note) => ({ label: 'Nota', value: note.message })),
  ];
}

/** The unit a target was read in; undefined while it is open, and of a date or a yes. */
function unitOf(reading: AssessmentInput['reading']): Unit | undefined {
  const read = 'outcome' in reading ? (reading.outcome === 'parsed' ? reading.reading : undefined) : reading;
  return read === undefined || read.kind === 'within-period' || !('unit' in read) ? undefined : read.unit;
}

/** How a value is written where it is not a trace that says it. */
interface Saying {
  readonly number: (value: DecimalText) => string;
  readonly missing: string;
}

const IN_A_TRACE: Saying = { number: italianDecimal, missing: 'non comunicato' };

/** A measured value as an office writes it. */
export function describeActual(actual: Actual, unit?: Unit, { number, missing }: Saying = IN_A_TRACE): string {
  switch (actual.kind) {
    case 'number':
      return `${number(actual.value)}${unit?.kind === 'percent' ? '%' : ''}`;
    case 'ratio':
      return `${number(actual.numerator)} su ${number(actual.denominator)}${quotientText(actual, unit)}`;
    case 'date':
      return formatItalian(actual.on);
    case 'yes-no':
      return actual.value ? 'sì' : 'no';
    case 'not-yet':
      return 'non ancora';
    case 'not-assessable':
      return `non rilevabile: ${actual.reason}`;
    case 'missing':
      return missing;
    default:
      return never(actual);
  }
}

export function stateName(state: AssessmentState): string {
  switch (state) {
    case 'assessed':
      return 'valutato';
    case 'missing':
      return 'dato mancante';
    case 'not-yet':
      return 'non ancora dovuto';
    case 'not-assessable':
      return 'non rilevabile';
    case 'doubtful':
      return 'da chiarire';
    case 'not-computed':
      return 'non calcolato';
    default:
      return never(state);
  }
}

export const policyName = (policy: Policy): string => `${policy.title}, versione ${policy.version}`;

const MODES: Readonly<Record<Rounding['mode'], string>> = {
  'half-up': 'la metà va per eccesso',
  'half-even': 'la metà va alla cifra pari',
  down: 'per troncamento',
};

export const describeRounding = ({ decimals, mode }: Rounding): string =>
  `${italianNumber({ n: BigInt(decimals), d: 1n })} decimali, ${MODES[mode]}`;
