import type { Finding, Severity } from '../../domain/findings/finding.js';
import { euro, percent } from '../../domain/findings/number.js';
import { allIndicators, contextOf, type PlacedIndicator } from '../../domain/findings/walk.js';
import type { Indicator, Plan } from '../../domain/plan.js';
import { candidatesOf, type Reason, remarksOn, type TargetOutcome } from '../../domain/targets/outcome.js';
import { parseTarget } from '../../domain/targets/parse.js';
import { shortPath } from '../../seeds/locate.js';
import type { LoadedPlan } from '../../seeds/plan.js';
import type { LoadedBeside } from '../../seeds/plan-beside.js';
import { planWords } from '../../words/plan.js';
import { plural } from '../../words/plural.js';

const words = planWords.check;

/** How one target is read: what a person sees before confirming it. */
export interface TargetReading {
  readonly place: string;
  readonly indicator: string;
  readonly list: PlacedIndicator['list'];
  readonly year: number;
  readonly text: string;
  readonly outcome: TargetOutcome['outcome'];
  /** The reading, or the proposals to choose among, most plausible first. */
  readonly sentences: readonly string[];
  readonly reasons: readonly Reason[];
}

/** Every target of the plan, of every year, read. Cells left empty for the years after the exercise are not promises. */
export function readTargets(plan: Plan): readonly TargetReading[] {
  return allIndicators(plan).flatMap(({ node, place, list }) =>
    node.targets
      .filter((t) => t.text.trim() !== '' || t.year === plan.exercise)
      .map((t) => {
        const outcome = parseTarget(t.text, contextOf(node, t.year));
        const base = { place, indicator: node.code, list, year: t.year, text: t.text, outcome: outcome.outcome };
        return { ...base, sentences: candidatesOf(outcome).map((c) => c.sentence), reasons: remarksOn(outcome) };
      }),
  );
}

const PLAN_KEYS = [
  'areas',
  'sheets',
  'individual',
  'budget',
  'perspectives',
  'approval',
  'acts',
  'periods',
  'placements',
  'identity',
  'legend',
];

/** File and line of a finding, in the plan or in what stands beside it. */
export function placeOf(
  finding: Finding,
  loaded: LoadedPlan,
  beside?: Pick<LoadedBeside, 'placeBeside'>,
): { readonly file?: string; readonly line?: number } {
  const place = PLAN_KEYS.includes(String(finding.path[0]))
    ? loaded.places.of(finding.path)
    : beside?.placeBeside(finding.path);
  return { file: place && shortPath(place.file), line: place?.line };
}

/** The findings, errors first, each with where it is in the data and in the document. */
export function findingsText(
  loaded: LoadedPlan,
  findings: readonly Finding[],
  beside: Pick<LoadedBeside, 'absent' | 'placeBeside'>,
): string {
  const { absent } = beside;
  const { plan } = loaded;
  const all = allIndicators(plan);
  const of = (list: PlacedIndicator['list']): number => all.filter((i) => i.list === list).length;
  const lines = [
    words.heading(plan.title, plan.entity, plan.exercise),
    words.counted(of('scorecard'), of('sheet'), of('individual')),
  ];
  for (const severity of ['error', 'warning', 'info'] as const satisfies readonly Severity[]) {
    const mine = findings.filter((f) => f.severity === severity);
    if (mine.length === 0) continue;
    lines.push('', words.severity[severity](mine.length));
    for (const f of mine) {
      const { file, line } = placeOf(f, loaded, beside);
      const where = [file === undefined ? undefined : `${file}:${line}`, f.source]
        .filter((w) => w !== undefined)
        .join(' · ');
      lines.push(`  ${f.place}${where === '' ? '' : `  (${where})`}`, `    ${f.fact}`);
    }
  }
  if (findings.length === 0) lines.push('', words.nothing);
  if (absent.length > 0) lines.push('', words.notChecked(absent.map((a) => words.notBeside[a])));
  return lines.join('\n');
}

/** How many targets of the exercise are read, to be confirmed, not measurable; with `all`, each of them. */
export function readingsText(plan: Plan, readings: readonly TargetReading[], all: boolean): string {
  const ofYear = readings.filter((r) => r.year === plan.exercise);
  const lines = ['', words.readings(plan.exercise)];
  for (const list of ['scorecard', 'sheet', 'individual'] as const) {
    const mine = ofYear.filter((r) => r.list === list);
    if (mine.length === 0) continue;
    const counts = (['parsed', 'proposed', 'ambiguous', 'not-measurable'] as const)
      .map((outcome) => {
        const n = mine.filter((r) => r.outcome === outcome).length;
        return `${n} ${plural(n, words.outcomeOfOne[outcome], words.outcome[outcome])}`;
      })
      .join(', ');
    lines.push(`  ${words.list[list]}: ${counts}`);
  }
  if (!all) return [...lines, `  ${words.seeTargets}`].join('\n');
  for (const r of readings) {
    lines.push('', `  ${r.place}, ${r.year}: «${r.text}»`);
    if (r.outcome === 'parsed') lines.push(`    ${r.sentences.join('')}`);
    else {
      lines.push(`    ${words.outcomeOfOne[r.outcome]}: ${r.reasons.map((reason) => reason.message).join(' ')}`);
      for (const sentence of r.sentences) lines.push(`      ${words.proposed(sentence)}`);
    }
  }
  return lines.join('\n');
}

/** The plan as a tree for a terminal. */
export function planText(plan: Plan): string {
  const show = planWords.show;
  const weight = (w: string | undefined): string => (w === undefined ? '' : show.weight(percent(w)));
  const indicator = (i: Indicator): readonly string[] => {
    const texts = i.targets.filter((t) => t.text !== '').map((t) => `${t.year} «${t.text}»`);
    return [
      show.indicator(i.code, weight(i.weight), i.name),
      show.targets(texts.join(', ') || show.noTarget, i.office),
    ];
  };
  const lines = [words.heading(plan.title, plan.entity, plan.exercise)];
  for (const area of plan.areas) {
    lines.push('', show.area(area.code, area.title));
    for (const objective of area.objectives) {
      lines.push(show.objective(objective.code, objective.title));
      for (const programme of objective.programmes) {
        lines.push(show.programme(programme.code, programme.title, weight(programme.weight)));
        lines.push(...programme.indicators.flatMap(indicator));
      }
    }
  }
  if (plan.sheets.length > 0) lines.push('', show.sheets);
  for (const sheet of plan.sheets) {
    lines.push(
      show.sheet(sheet.programme, sheet.title, euro(sheet.resources.total)),
      ...sheet.indicators.flatMap(indicator),
    );
  }
  if (plan.individual.length > 0) lines.push('', show.individual);
  for (const objective of plan.individual) {
    lines.push(`  ${objective.code}  ${objective.title ?? objective.programme}${weight(objective.weight)}`);
    lines.push(...objective.indicators.flatMap(indicator));
  }
  if (plan.budget.totals.length > 0) lines.push('', show.budget);
  for (const total of plan.budget.totals) lines.push(show.budgetTotal(total.of, total.title ?? '', euro(total.amount)));
  return lines.join('\n');
}
