import { italianNumber, italianPercent } from '../achievement/format.js';
import { describeLight, type ExactLightBand } from '../achievement/lights.js';
import { percentText, roundedPercent } from '../achievement/rounding.js';
import { describeRounding, policyName, stateName } from '../achievement/trace.js';
import type { TraceLine } from '../achievement/types.js';
import { withArticle } from '../article.js';
import { formatItalian } from '../calendar/civil-date.js';
import type { Policy } from '../policy.js';
import { compare, type Rational } from '../rational.js';
import { never } from '../result.js';
import { italianDecimal } from '../targets/numbers.js';
import type { CardNode } from './card-node.js';
import type { Part } from './contributions.js';
import type { Standing } from './leaf-states.js';
import type { Totals } from './totals.js';
import type { AppliedOverride, ScorecardNode } from './types.js';

export interface NodeFacts {
  readonly node: CardNode;
  readonly totals: Totals;
  readonly parts: readonly Part[];
  readonly counts: ScorecardNode['counts'];
  readonly overrides: readonly AppliedOverride[];
  readonly band: ExactLightBand | undefined;
}

/** How a total came about: what each child brought, on what weight it stands, what could still change it. */
export function groupTrace(facts: NodeFacts, policy: Policy): readonly TraceLine[] {
  const { node, totals, parts, overrides } = facts;
  return [
    { label: 'Peso', value: weightText(facts) },
    ...node.notes.map((value) => ({ label: 'Pesi', value })),
    ...parts.map((part) => ({ label: nodeName(part.node), value: broughtText(part) })),
    {
      label: 'Grado di realizzazione',
      value: totals.achievement === undefined ? noTotal(facts, policy) : grade(totals.achievement, policy),
    },
    ...boundLines(facts),
    ...openLine(facts.counts),
    ...overrides.map((applied) => ({ label: 'Forzatura', value: describeOverride(applied) })),
    ...lightLines(facts, policy),
    { label: 'Regole', value: policyName(policy) },
  ];
}

const KINDS: Readonly<Record<string, string>> = {
  area: 'Area',
  objective: 'Obiettivo',
  programme: 'Programma',
  indicator: 'Indicatore',
  individual: 'Obiettivo individuale',
};

/** `programme:1.1.1` as a person says it: `Programma 1.1.1`; of a node inside a perspective, its last part. */
function nodeName(id: string): string {
  const [kind = '', code = ''] = id.slice(id.lastIndexOf('/') + 1).split(':');
  return `${KINDS[kind] ?? kind} ${code}`;
}

function grade(achievement: Rational, { rounding }: Policy): string {
  const printed = `${italianDecimal(percentText(achievement, rounding))}%`;
  const exact = compare(achievement, roundedPercent(achievement, rounding)) === 0;
  return `somma dei punti: ${exact ? printed : `${italianPercent(achievement)}, arrotondato ${printed} (${describeRounding(rounding)})`}`;
}

/** One indicator in a total; how its own figure came about is in its assessment. */
export function leafTrace(facts: NodeFacts, standing: Standing): readonly TraceLine[] {
  const { assessment, override, borrowed } = standing;
  return [
    { label: 'Peso', value: weightText(facts) },
    ...(borrowed ? [{ label: 'Fonte', value: `stesso indicatore e stesso target di ${assessment?.indicator}` }] : []),
    {
      label: 'Stato',
      value: assessment === undefined ? 'nessuna valutazione: dato mancante' : stateName(assessment.state),
    },
    ...(assessment?.achievement === undefined
      ? []
      : [{ label: 'Grado di realizzazione', value: `${italianDecimal(assessment.achievement)}%` }]),
    ...(override === undefined ? [] : [{ label: 'Forzatura', value: describeOverride(override) }]),
  ];
}

/** `2.1.4-02: valore forzato a 100% (calcolato 80%), da …, per …, con …` */
function describeOverride({ override, computed }: AppliedOverride): string {
  const before =
    computed.achievement === undefined ? stateName(computed.state) : `${italianDecimal(computed.achievement)}%`;
  const what =
    override.kind === 'forced' ? `valore forzato a ${italianDecimal(override.value)}%` : 'indicatore neutralizzato';
  return `${override.indicator}: ${what} (calcolato: ${before}); deciso da ${override.by} ${withArticle('il', formatItalian(override.on))}; motivo: ${override.reason}; atto: ${override.act}`;
}

function weightText({ node, totals }: NodeFacts): string {
  const nominal = node.weight;
  const effective = totals.weight;
  const same = nominal.n * effective.d === effective.n * nominal.d;
  return same
    ? italianPercent(nominal)
    : `${italianPercent(nominal)}; tolto o aggiunto ciò che non è valutabile, ${italianPercent(effective)}`;
}

/** A child without a figure has no share of the counted weight: where the rules give it the floor, it has one. */
function broughtText({ share, achievement, points }: Part): string {
  if (achievement === undefined) return 'senza risultato: fuori dal calcolo';
  return `${italianPercent(share)} del peso contato × ${italianPercent(achievement)} = ${italianDecimal(points)} punti`;
}

function noTotal({ totals, counts }: NodeFacts, policy: Policy): string {
  if (totals.weight.n === 0n) return 'niente da valutare';
  return policy.missing === 'blocks' && counts.assessed > 0
    ? 'non calcolato: le regole chiedono prima tutti i dati'
    : 'non calcolato: nessun indicatore valutato';
}

function boundLines({ totals }: NodeFacts): readonly TraceLine[] {
  if (totals.weight.n === 0n) return [];
  return [
    { label: 'Copertura', value: `${italianPercent(totals.coverage)} del peso da valutare` },
    { label: 'Caso peggiore', value: italianPercent(totals.worst) },
    { label: 'Caso migliore', value: italianPercent(totals.best) },
  ];
}

function openLine(counts: ScorecardNode['counts']): readonly TraceLine[] {
  const parts = (['missing', 'notYet', 'doubtful', 'notAssessable'] as const)
    .filter((key) => counts[key] > 0)
    .map((key) => `${countName(key)}: ${italianNumber({ n: BigInt(counts[key]), d: 1n })}`);
  return parts.length === 0 ? [] : [{ label: 'Indicatori senza risultato', value: parts.join(', ') }];
}

function countName(key: Exclude<keyof ScorecardNode['counts'], 'assessed'>): string {
  switch (key) {
    case 'missing':
      return stateName('missing');
    case 'notYet':
      return stateName('not-yet');
    case 'doubtful':
      return stateName('doubtful');
    case 'notAssessable':
      return `${stateName('not-assessable')} o neutralizzato`;
    default:
      return never(key);
  }
}

function lightLines({ totals, band }: NodeFacts, policy: Policy): readonly TraceLine[] {
  if (totals.achievement === undefined) return [];
  const value =
    band === undefined
      ? `nessuno: la copertura è sotto il ${italianDecimal(policy.lights.minimumCoverage)}%`
      : describeLight(band.source);
  return [{ label: 'Semaforo', value }];
}
