import { nextCode } from '../../domain/amend-plan.js';
import type { Indicator, Plan, Programme, StrategicArea, StrategicObjective } from '../../domain/plan.js';
import type { PastedRow } from '../../sheets/plan-sheet.js';
import { planningWords } from '../../words/planning.js';

const words = planningWords.paste;

/**
 * The plan with the programmes of a pasted table in the place of those with the same code; everything else stays. An
 * indicator known by its name in its programme keeps its code, office and confirmed readings.
 * @param office who answers for indicators that are new, where their row does not say it
 */
export function withPasted(plan: Plan, rows: readonly PastedRow[], office: string): Plan {
  const start = withPerspectives(plan, rows);
  const perspective = (title: string): string | undefined =>
    title === '' ? undefined : (perspectiveOf(start, title)?.id ?? title);
  let changed = start;
  let objective = '';
  for (const row of rows) {
    const at = perspective(row.perspective);
    if (row.level === 'objective') {
      objective = row.code ?? '';
      changed = inObjective(changed, objective, row.name, (o) => reweighed(o, at, row));
    } else if (row.level === 'programme') {
      const code = row.code ?? '';
      changed = inObjective(changed, objective, '', (o) => ({ ...o, programmes: withProgramme(o, code, at, row) }));
      const pasted = rows.filter(
        (r) => r.level === 'indicator' && r.programme === code && r.perspective === row.perspective,
      );
      const old = programmesIn(start).find((p) => p.code === code)?.indicators ?? [];
      for (const one of pasted) changed = addTo(changed, code, indicatorOf(changed, code, old, one, office));
    }
  }
  return changed;
}

const source = (row: PastedRow): string => row.source ?? words.source(row.line);

function withPerspectives(plan: Plan, rows: readonly PastedRow[]): Plan {
  const titles = [...new Set(rows.map((row) => row.perspective))].filter((title) => title !== '');
  const fresh = titles.filter((title) => perspectiveOf(plan, title) === undefined);
  const added = fresh.map((title) => ({ id: slug(title), title }));
  return added.length === 0 ? plan : { ...plan, perspectives: [...plan.perspectives, ...added] };
}

const perspectiveOf = (plan: Plan, title: string) =>
  plan.perspectives.find((p) =>
    [p.title, ...(p.otherTitles ?? []).map((t) => t.title)].some((known) => slug(known) === slug(title)),
  );

const slug = (title: string): string =>
  title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

const programmesIn = (plan: Plan): readonly Programme[] =>
  plan.areas.flatMap((area) => area.objectives.flatMap((o) => o.programmes));

/** Changes an objective, made new under its area when the plan has none of that code. */
function inObjective(
  plan: Plan,
  code: string,
  title: string,
  change: (objective: StrategicObjective) => StrategicObjective,
): Plan {
  const areaCode = code.split('.')[0] ?? code;
  const there = plan.areas.find((area) => area.code === areaCode);
  const area: StrategicArea = there ?? {
    code: areaCode,
    title: words.area(areaCode),
    objectives: [],
    source: words.pasted,
  };
  const known = area.objectives.some((o) => o.code === code);
  const objectives = known
    ? area.objectives.map((o) => (o.code === code ? change(o) : o))
    : [...area.objectives, change({ code, title, weights: [], programmes: [], source: words.pasted })];
  const changed = { ...area, objectives };
  return {
    ...plan,
    areas: there === undefined ? [...plan.areas, changed] : plan.areas.map((a) => (a === there ? changed : a)),
  };
}

function reweighed(objective: StrategicObjective, perspective: string | undefined, row: PastedRow): StrategicObjective {
  const titled = { ...objective, title: row.name };
  if (row.weight === undefined || perspective === undefined) return titled;
  const old = objective.weights.find((w) => w.perspective === perspective);
  const weight = {
    ...(old ?? { perspective, source: source(row) }),
    weight: row.weight,
    missioneProgramma: row.missioneProgramma ?? old?.missioneProgramma,
  };
  const weights =
    old === undefined ? [...objective.weights, weight] : objective.weights.map((w) => (w === old ? weight : w));
  return { ...titled, weights };
}

function withProgramme(objective: StrategicObjective, code: string, perspective: string | undefined, row: PastedRow) {
  const old = objective.programmes.find((p) => p.code === code);
  const programme: Programme = {
    ...(old ?? { code, source: source(row) }),
    title: row.name,
    perspective: perspective ?? old?.perspective,
    weight: row.weight ?? old?.weight,
    missioneProgramma: row.missioneProgramma ?? old?.missioneProgramma,
    indicators: [],
  };
  return old === undefined
    ? [...objective.programmes, programme]
    : objective.programmes.map((p) => (p === old ? programme : p));
}

function addTo(plan: Plan, programme: string, indicator: Indicator): Plan {
  return {
    ...plan,
    areas: plan.areas.map((area) => ({
      ...area,
      objectives: area.objectives.map((o) => ({
        ...o,
        programmes: o.programmes.map((p) =>
          p.code === programme ? { ...p, indicators: [...p.indicators, indicator] } : p,
        ),
      })),
    })),
  };
}

function indicatorOf(
  plan: Plan,
  programme: string,
  old: readonly Indicator[],
  row: PastedRow,
  office: string,
): Indicator {
  const taken = new Set(programmesIn(plan).flatMap((p) => p.indicators.map((i) => i.code)));
  const known = old.find((i) => slug(i.name) === slug(row.name) && !taken.has(i.code));
  const results = row.results.filter(({ text }) => text !== '');
  const { weight: _, ...rest } = known ?? {
    code: freshCode(plan, programme, old),
    office,
    attributed: true,
    source: source(row),
  };
  return {
    ...rest,
    name: row.name,
    office: row.office ?? rest.office,
    attributed: row.office === undefined ? rest.attributed : undefined,
    weight: row.weight,
    missioneProgramma: row.missioneProgramma ?? known?.missioneProgramma,
    results: results.length === 0 ? known?.results : results,
    targets: row.targets
      .filter(({ text }) => text !== '')
      .map((target) => known?.targets.find((t) => t.year === target.year && t.text === target.text) ?? target),
  };
}

/** A code the programme has never had: not even before the table was pasted. */
function freshCode(plan: Plan, programme: string, old: readonly Indicator[]): string {
  const both = old.reduce((with_, indicator) => addTo(with_, programme, indicator), plan);
  return nextCode(both, programme);
}
