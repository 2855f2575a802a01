import { describe, expect, test } from 'vitest';
import type { IndicatorAssessment } from '../../../src/domain/achievement/types.js';
import type { Plan } from '../../../src/domain/plan.js';
import type { Policy } from '../../../src/domain/policy.js';
import { rollUp } from '../../../src/domain/scorecard/roll-up.js';
import type { Override, Scorecard, Titles } from '../../../src/domain/scorecard/types.js';
import { policyWith, seedPolicy } from '../achievement/policy-fixture.js';
import { assessed, flatten, indicator, leavesOf, planOf, programme, seedPlan, without } from './fixtures.js';

function card(
  plan: Plan,
  assessments: readonly IndicatorAssessment[],
  policy: Policy = seedPolicy(),
  overrides: readonly Override[] = [],
  titles: Titles = {},
): Scorecard {
  const rolled = rollUp(plan, assessments, policy, overrides, titles);
  if (!rolled.ok) throw new Error(JSON.stringify(rolled.error));
  return rolled.value;
}

const node = (from: Scorecard['entity'] | readonly Scorecard['entity'][], id: string): Scorecard['entity'] => {
  const roots = 'node' in from ? [from] : from;
  const found = roots.flatMap(flatten).find((n) => n.node === id);
  if (found === undefined) throw new Error(`no node ${id}`);
  return found;
};
const lineOf = (n: Scorecard['entity'], label: string): string | undefined =>
  n.trace.find((l) => l.label === label)?.value;

const PLAN = planOf([
  programme('1.1.1', [indicator('a', { weight: '60' })]),
  programme('1.1.2', [
    indicator('b', { weight: '30' }),
    indicator('c', { weight: '10', perspective: 'processi', office: 'ufficio-b' }),
  ]),
]);

describe('a total', () => {
  test('is the weighted mean, exact, with what each child brings', () => {
    const { entity } = card(PLAN, [assessed('a', '100'), assessed('b', '200/3'), assessed('c', '50')]);
    expect(entity).toMatchObject({
      weight: '100',
      achievement: '85.00',
      exact: '85',
      coverage: '100.00',
      worst: '85.00',
      best: '85.00',
      light: 'yellow',
    });
    const programmes = node(entity, 'objective:1.1');
    expect(programmes.contributions).toEqual([
      { node: 'programme:1.1.1', title: 'Programma 1.1.1', share: '60', points: '60.00', exact: '60' },
      { node: 'programme:1.1.2', title: 'Programma 1.1.2', share: '40', points: '25.00', exact: '25' },
    ]);
    expect(node(entity, 'programme:1.1.2')).toMatchObject({ weight: '40', achievement: '62.50' });
  });

  test('with a missing value speaks of what was assessed, and says how much that is', () => {
    const { entity } = card(PLAN, [assessed('a', '100'), assessed('b', '50')]);
    expect(entity).toMatchObject({
      achievement: '83.33',
      exact: '250/3',
      coverage: '90.00',
      worst: '75.00',
      best: '85.00',
    });
    expect(entity.counts).toEqual({ assessed: 2, missing: 1, notYet: 0, doubtful: 0, notAssessable: 0 });
    expect(lineOf(entity, 'Indicatori senza risultato')).toBe('dato mancante: 1');
    expect(lineOf(entity, 'Copertura')).toBe('90% del peso da valutare');
  });

  test('a missing value is not zero', () => {
    const missing = card(PLAN, [assessed('a', '100'), without('b', 'missing'), assessed('c', '100')]).entity;
    const zero = card(PLAN, [assessed('a', '100'), assessed('b', '0'), assessed('c', '100')]).entity;
    expect(missing.achievement).toBe('100.00');
    expect(zero.achievement).toBe('70.00');
    expect(missing.worst).toBe(zero.achievement);
  });

  test('with nothing assessed has no figure and no light', () => {
    const { entity } = card(PLAN, []);
    expect(entity).toMatchObject({ coverage: '0.00', worst: '0.00', best: '100.00', light: 'none', contributions: [] });
    expect(entity.achievement).toBeUndefined();
    expect(entity.exact).toBeUndefined();
    expect(lineOf(entity, 'Grado di realizzazione')).toBe('non calcolato: nessun indicatore valutato');
    expect(lineOf(entity, 'Semaforo')).toBeUndefined();
  });

  test('under the coverage the policy asks for has no light', () => {
    const { entity } = card(PLAN, [assessed('b', '100'), assessed('c', '100')]);
    expect(entity).toMatchObject({ achievement: '100.00', coverage: '40.00', light: 'none' });
    expect(lineOf(entity, 'Semaforo')).toBe('nessuno: la copertura è sotto il 50%');
    expect(card(PLAN, [assessed('a', '100')]).entity.light).toBe('green');
    const half = planOf([programme('1.1.1', [indicator('a', { weight: '50' }), indicator('b', { weight: '50' })])]);
    expect(card(half, [assessed('a', '100')]).entity.light).toBe('green');
  });

  test('counts what is known of each indicator', () => {
    const { entity } = card(PLAN, [without('a', 'not-yet'), without('b', 'doubtful'), without('c', 'not-assessable')]);
    expect(entity.counts).toEqual({ assessed: 0, missing: 0, notYet: 1, doubtful: 1, notAssessable: 1 });
    expect(lineOf(entity, 'Indicatori senza risultato')).toBe(
      'non ancora dovuto: 1, da chiarire: 1, non rilevabile o neutralizzato: 1',
    );
  });

  test('an assessment without exact figure counts for what it prints', () => {
    const { exact: _exact, ...printed } = assessed('a', '66.67');
    expect(card(PLAN, [printed, without('b', 'not-assessable'), without('c', 'not-assessable')]).entity.exact).toBe(
      '6667/100',
    );
  });

  test('an assessed result without any figure is a broken input', () => {
    expect(() => card(PLAN, [{ ...without('a', 'missing'), state: 'assessed' }])).toThrow(
      'assessed without a figure: a',
    );
  });
});

describe('printed contributions add up to the printed total', () => {
  test('thirds', () => {
    const thirds = planOf([
      programme(
        '1.1.1',
        ['a', 'b', 'c'].map((code) => indicator(code, { weight: '1' })),
      ),
    ]);
    const { contributions, achievement } = node(
      card(thirds, [assessed('a', '100'), assessed('b', '100'), assessed('c', '100')]).entity,
      'programme:1.1.1',
    );
    expect(achievement).toBe('100.00');
    expect(contributions.map((c) => c.points)).toEqual(['33.34', '33.33', '33.33']);
    expect(contributions.map((c) => c.exact)).toEqual(['100/3', '100/3', '100/3']);
  });

  test('the unit left over goes where most was cut', () => {
    const plan = planOf([programme('1.1.1', [indicator('a', { weight: '1' }), indicator('b', { weight: '2' })])]);
    const { contributions } = node(card(plan, [assessed('a', '100'), assessed('b', '100')]).entity, 'programme:1.1.1');
    // 33.333… and 66.666…: the second lost more.
    expect(contributions.map((c) => c.points)).toEqual(['33.33', '66.67']);
  });
});

test('the unit left over goes to a smaller part that lost more', () => {
  const plan = planOf([programme('1.1.1', [indicator('a', { weight: '1' }), indicator('b', { weight: '6' })])]);
  const { contributions } = node(card(plan, [assessed('a', '100'), assessed('b', '100')]).entity, 'programme:1.1.1');
  // 14.2857… and 85.7142…
  expect(contributions.map((c) => c.points)).toEqual(['14.29', '85.71']);
});

test('the card names its policy', () => {
  expect(card(PLAN, []).policy).toEqual({ id: 'smvp-2016', version: '1' });
});

describe('traces', () => {
  const RULES = { label: 'Regole', value: 'Sistema di misurazione e valutazione della performance 2016, versione 1' };

  test('of a total: what each child brought, on what it stands, what could still change it', () => {
    const { entity } = card(PLAN, [assessed('a', '100'), assessed('b', '200/3'), without('c', 'missing')]);
    expect(node(entity, 'objective:1.1').trace).toEqual([
      { label: 'Peso', value: '100%' },
      { label: 'Programma 1.1.1', value: '≈ 66,6667% del peso contato × 100% = 66,67 punti' },
      { label: 'Programma 1.1.2', value: '≈ 33,3333% del peso contato × ≈ 66,6667% = 22,22 punti' },
      {
        label: 'Grado di realizzazione',
        value: 'somma dei punti: ≈ 88,8889%, arrotondato 88,89% (2 decimali, la metà va per eccesso)',
      },
      { label: 'Copertura', value: '90% del peso da valutare' },
      { label: 'Caso peggiore', value: '80%' },
      { label: 'Caso migliore', value: '90%' },
      { label: 'Indicatori senza risultato', value: 'dato mancante: 1' },
      { label: 'Semaforo', value: 'giallo (da 60% incluso fino a 90% escluso)' },
      RULES,
    ]);
  });

  test('of a child without a figure: it is outside, not worth the least', () => {
    const { entity } = card(PLAN, [assessed('a', '100'), without('b', 'not-assessable')]);
    expect(node(entity, 'objective:1.1').trace.slice(1, 3)).toEqual([
      { label: 'Programma 1.1.1', value: '100% del peso contato × 100% = 100,00 punti' },
      { label: 'Programma 1.1.2', value: 'senza risultato: fuori dal calcolo' },
    ]);
    const floored = card(PLAN, [assessed('a', '100')], policyWith({ missing: 'counts-as-floor' })).entity;
    expect(node(floored, 'objective:1.1').trace).toContainEqual({
      label: 'Programma 1.1.2',
      value: '40% del peso contato × 0% = 0,00 punti',
    });
  });

  test('of a total that needs no rounding', () => {
    const { entity } = card(PLAN, [assessed('a', '100'), assessed('b', '50'), assessed('c', '50')]);
    expect(lineOf(entity, 'Grado di realizzazione')).toBe('somma dei punti: 80,00%');
    expect(entity.trace.map((l) => l.label)).not.toContain('Indicatori senza risultato');
  });

  test('of nodes inside a perspective: children are named without it', () => {
    const { perspectives } = card(PLAN, [assessed('a', '100'), assessed('b', '50')]);
    expect(node(perspectives, 'perspective:imprese').trace.map((l) => l.label)).toContain('Obiettivo 1.1');
  });

  test('of indicators: weight, state and figure', () => {
    const { entity } = card(PLAN, [assessed('a', '80'), without('b', 'doubtful')]);
    expect(node(entity, 'indicator:a').trace).toEqual([
      { label: 'Peso', value: '60%' },
      { label: 'Stato', value: 'valutato' },
      { label: 'Grado di realizzazione', value: '80%' },
    ]);
    expect(node(entity, 'indicator:b').trace).toEqual([
      { label: 'Peso', value: '30%' },
      { label: 'Stato', value: 'da chiarire' },
    ]);
    expect(node(entity, 'indicator:c').trace).toEqual([
      { label: 'Peso', value: '10%' },
      { label: 'Stato', value: 'nessuna valutazione: dato mancante' },
    ]);
  });

  test('of a group with nothing to assess, and of one with nothing assessed though rules would block', () => {
    const gone = card(PLAN, [without('a', 'not-assessable')]);
    expect(node(gone.entity, 'programme:1.1.1').trace).toEqual([
      { label: 'Peso', value: '60%; tolto o aggiunto ciò che non è valutabile, 0%' },
      { label: 'Grado di realizzazione', value: 'niente da valutare' },
      { label: 'Indicatori senza risultato', value: 'non rilevabile o neutralizzato: 1' },
      RULES,
    ]);
    const blocked = card(PLAN, [], policyWith({ missing: 'blocks' })).entity;
    expect(lineOf(blocked, 'Grado di realizzazione')).toBe('non calcolato: nessun indicatore valutato');
  });
});

describe('a floor above zero', () => {
  const generous = policyWith({ floor: '10', cap: '120' });

  test('is the worst a missing value can become', () => {
    const { entity } = card(PLAN, [assessed('a', '100')], generous);
    expect(entity).toMatchObject({ worst: '64.00', best: '108.00' });
  });

  test('is what it counts for by rule, though it may still be the best', () => {
    const { entity } = card(PLAN, [assessed('a', '100')], { ...generous, missing: 'counts-as-floor' });
    expect(entity).toMatchObject({ exact: '64', worst: '64.00', best: '108.00', coverage: '60.00' });
  });

  test('and the cap bound a group with nothing to assess', () => {
    const { entity } = card(PLAN, [without('a', 'not-assessable')], generous);
    expect(node(entity, 'programme:1.1.1')).toMatchObject({ worst: '10.00', best: '120.00' });
  });
});

test('counts add up at every level', () => {
  const { entity } = card(PLAN, [assessed('a', '1'), without('b', 'missing'), without('c', 'doubtful')]);
  const levels = [entity, node(entity, 'area:1'), node(entity, 'objective:1.1')];
  for (const level of levels) {
    expect(level.counts).toEqual({ assessed: 1, missing: 1, notYet: 0, doubtful: 1, notAssessable: 0 });
  }
  expect(node(entity, 'programme:1.1.2').counts).toEqual({
    assessed: 0,
    missing: 1,
    notYet: 0,
    doubtful: 1,
    notAssessable: 0,
  });
  const other = card(PLAN, [
    without('a', 'not-yet'),
    without('b', 'not-assessable'),
    without('c', 'not-assessable'),
  ]).entity;
  expect(node(other, 'objective:1.1').counts).toMatchObject({ notYet: 1, notAssessable: 2 });
  expect(node(other, 'programme:1.1.2').counts).toMatchObject({ notYet: 0, notAssessable: 2 });
});

describe('rules on missing values', () => {
  const partial = [assessed('a', '100'), without('b', 'missing'), without('c', 'not-yet')];

  test('counted for the floor: the total is lower, and it may still become the best', () => {
    const { entity } = card(PLAN, partial, policyWith({ missing: 'counts-as-floor' }));
    expect(entity).toMatchObject({ exact: '200/3', coverage: '60.00', worst: '60.00', best: '100.00' });
    const part = node(entity, 'objective:1.1').contributions[1];
    expect(part).toMatchObject({ share: '100/3', points: '0.00' });
    expect(lineOf(node(entity, 'objective:1.1'), 'Programma 1.1.2')).toBe(
      '≈ 33,3333% del peso contato × 0% = 0,00 punti',
    );
  });

  test('blocking: no total above a missing or doubtful value, though one not due yet does not block', () => {
    const blocks = policyWith({ missing: 'blocks' });
    const { entity } = card(PLAN, partial, blocks);
    expect(entity.achievement).toBeUndefined();
    expect(lineOf(entity, 'Grado di realizzazione')).toBe('non calcolato: le regole chiedono prima tutti i dati');
    expect(node(entity, 'programme:1.1.1').achievement).toBe('100.00');
    expect(
      card(PLAN, [assessed('a', '100'), assessed('b', '100'), without('c', 'not-yet')], blocks).entity.achievement,
    ).toBe('100.00');
    expect(
      card(PLAN, [assessed('a', '100'), assessed('b', '100'), without('c', 'doubtful')], blocks).entity.achievement,
    ).toBeUndefined();
  });
});

describe('what is not assessable leaves the weight, visibly', () => {
  const some = [assessed('a', '100'), assessed('b', '50'), without('c', 'not-assessable')];

  test('the card shrinks', () => {
    const { entity } = card(PLAN, some);
    expect(entity).toMatchObject({ weight: '100', effectiveWeight: '90', exact: '250/3', coverage: '100.00' });
    expect(lineOf(entity, 'Peso')).toBe('100%; tolto o aggiunto ciò che non è valutabile, 90%');
    expect(node(entity, 'indicator:c')).toMatchObject({
      weight: '10',
      effectiveWeight: '0',
      coverage: '0.00',
      light: 'none',
    });
  });

  test('or its siblings take it', () => {
    const { entity } = card(PLAN, some, policyWith({ notAssessable: 'leaves-to-siblings' }));
    expect(entity).toMatchObject({ effectiveWeight: '100', exact: '80' });
    expect(node(entity, 'indicator:b').effectiveWeight).toBe('40');
  });

  test('a group with nothing left gives to the next group around it', () => {
    const gone = [assessed('a', '100'), without('b', 'not-assessable'), without('c', 'not-assessable')];
    const { entity } = card(PLAN, gone, policyWith({ notAssessable: 'leaves-to-siblings' }));
    expect(node(entity, 'programme:1.1.1').effectiveWeight).toBe('100');
    const empty = node(entity, 'programme:1.1.2');
    expect(empty).toMatchObject({ effectiveWeight: '0', coverage: '0.00', worst: '0.00', best: '100.00' });
    expect(lineOf(empty, 'Grado di realizzazione')).toBe('niente da valutare');
    expect(lineOf(empty, 'Copertura')).toBeUndefined();
  });
});

describe('views of the same results', () => {
  const results = [assessed('a', '100'), assessed('b', '50'), assessed('c', '0')];

  test('by perspective, office and missione/programma', () => {
    const { perspectives, offices, missioni } = card(PLAN, results, seedPolicy(), [], {
      office: (id) => `Ufficio ${id}`,
      missione: (code) => ({ '032/002': 'Indirizzo politico' })[code],
    });
    expect(perspectives.map((p) => [p.node, p.title, p.weight, p.exact])).toEqual([
      ['perspective:imprese', 'Imprese', '90', '250/3'],
      ['perspective:processi', 'Processi', '10', '0'],
    ]);
    expect(node(perspectives, 'perspective:imprese/programme:1.1.2')).toMatchObject({ weight: '30', exact: '50' });
    expect(offices.map((o) => [o.node, o.title, o.weight, o.exact])).toEqual([
      ['office:ufficio-a', 'Ufficio ufficio-a', '90', '250/3'],
      ['office:ufficio-b', 'Ufficio ufficio-b', '10', '0'],
    ]);
    expect(missioni.map((m) => [m.node, m.title, m.exact])).toEqual([
      ['missione:032/002', 'Missione 032, programma 002: Indirizzo politico', '75'],
    ]);
  });

  test('what stands under no perspective or missione is shown as such', () => {
    const { perspective: _p, missioneProgramma: _m, ...bare } = programme('1.1.1', [indicator('a', { weight: '100' })]);
    const { perspectives, missioni } = card(planOf([bare]), [assessed('a', '100')]);
    expect(perspectives.map((p) => p.title)).toEqual(['Senza prospettiva']);
    expect(missioni.map((m) => m.title)).toEqual(['Senza missione e programma']);
  });

  test('a perspective the plan does not list keeps its id', () => {
    const plan = planOf([programme('1.1.1', [indicator('a', { weight: '100', perspective: 'altra' })])]);
    expect(card(plan, []).perspectives.map((p) => p.title)).toEqual(['altra']);
  });
});

describe('weights the plan does not write', () => {
  test('indicators without weights share their programme equally, and the trace says so', () => {
    const plan = planOf([
      programme('1.1.1', [indicator('a'), indicator('b')], { weight: '40' }),
      programme('1.1.2', [indicator('c', { weight: '60' })]),
    ]);
    const { entity } = card(plan, []);
    expect(node(entity, 'indicator:a').weight).toBe('20');
    expect(lineOf(node(entity, 'programme:1.1.1'), 'Pesi')).toBe(
      'il Piano non dà pesi agli indicatori: contano in parti uguali',
    );
  });

  test('some without: they share what is left', () => {
    const plan = planOf([
      programme('1.1.1', [indicator('a', { weight: '70' }), indicator('b'), indicator('c')], { weight: '100' }),
    ]);
    const { entity } = card(plan, []);
    expect(['a', 'b', 'c'].map((c) => node(entity, `indicator:${c}`).weight)).toEqual(['70', '15', '15']);
    expect(lineOf(node(entity, 'programme:1.1.1'), 'Pesi')).toBe(
      'gli indicatori senza peso si dividono in parti uguali il peso che resta',
    );
  });

  test('nothing left: they do not count', () => {
    const plan = planOf([programme('1.1.1', [indicator('a', { weight: '100' }), indicator('b')], { weight: '100' })]);
    const { entity } = card(plan, []);
    expect(node(entity, 'indicator:b').weight).toBe('0');
    expect(lineOf(node(entity, 'programme:1.1.1'), 'Pesi')).toBe(
      'gli indicatori senza peso non contano: non resta peso da assegnare',
    );
  });

  test('programmes without weights share their objective', () => {
    const plan = planOf([programme('1.1.1', [indicator('a')]), programme('1.1.2', [indicator('b')])], { weight: '50' });
    const { entity } = card(plan, []);
    expect(node(entity, 'indicator:a').weight).toBe('25');
    expect(lineOf(node(entity, 'objective:1.1'), 'Pesi')).toBe(
      'il Piano non dà pesi ai programmi: contano in parti uguali',
    );
  });

  test('declared weights that differ from the sum are said, and the sum counts', () => {
    const plan = planOf(
      [programme('1.1.1', [indicator('a', { weight: '5' }), indicator('b', { weight: '4' })], { weight: '10' })],
      { weight: '12' },
    );
    const { entity } = card(plan, []);
    expect(entity.weight).toBe('9');
    expect(lineOf(node(entity, 'programme:1.1.1'), 'Pesi')).toBe(
      'il Piano dichiara 10%, ma la somma dei pesi (indicatori) è 9%: conta la somma',
    );
    expect(lineOf(node(entity, 'objective:1.1'), 'Pesi')).toBe(
      'il Piano dichiara 12%, ma la somma dei pesi (programmi) è 9%: conta la somma',
    );
  });
});

describe('individual objectives', () => {
  const objective = (
    code: string,
    weight: string,
    indicators: Plan['individual'][number]['indicators'],
  ): Plan['individual'][number] => ({
    code,
    role: 'segretario',
    area: '1',
    weight,
    programme: '1.1.1',
    indicators,
    source: 'prova',
  });

  test('weigh 30, 40 and 30, and their indicators share equally', () => {
    const plan = planOf([], {
      individual: [
        objective('SG-1', '30', [indicator('p'), indicator('q'), indicator('r')]),
        objective('SG-2', '40', [indicator('s')]),
        objective('SG-3', '30', [indicator('t')]),
      ],
    });
    const results = [
      assessed('p', '100'),
      assessed('q', '50'),
      assessed('r', '0'),
      assessed('s', '100'),
      assessed('t', '0'),
    ];
    const { individual } = card(plan, results, seedPolicy(), [], { role: () => 'Segretario Generale' });
    const [person] = individual;
    expect(person).toMatchObject({
      node: 'individual:segretario',
      title: 'Segretario Generale',
      weight: '100',
      exact: '55',
    });
    expect(person?.contributions.map((c) => c.points)).toEqual(['15.00', '40.00', '0.00']);
    expect(person?.children.map((c) => c.title)).toEqual(['SG-1', 'SG-2', 'SG-3']);
    expect(person?.children[0]?.children[0]?.weight).toBe('10');
    expect(person?.children[0]?.trace).toContainEqual({
      label: 'Pesi',
      value: 'il Piano non dà pesi agli indicatori: contano in parti uguali',
    });
  });

  test('written weights count against each other, whatever they sum to', () => {
    const plan = planOf([], {
      individual: [objective('SG-1', '30', [indicator('p', { weight: '1' }), indicator('q', { weight: '2' })])],
    });
    const [person] = card(plan, []).individual;
    expect(person?.children[0]?.children.map((c) => c.weight)).toEqual(['10', '20']);
    expect(person?.children[0]?.trace.map((l) => l.label)).not.toContain('Pesi');
  });

  test('a row that repeats a scorecard indicator with the same target takes its result; with another target it does not', () => {
    const plan = planOf([programme('1.1.1', [indicator('a', { weight: '100' })])], {
      individual: [
        objective('SG-1', '50', [indicator('same', { repeats: 'a' })]),
        objective('SG-2', '50', [indicator('other', { repeats: 'a', targets: [{ year: 2016, text: 'almeno 99' }] })]),
        objective('SG-3', '50', [indicator('nowhere', { repeats: 'zzz' })]),
      ],
    });
    const [person] = card(plan, [assessed('a', '80')]).individual;
    expect(person?.children.map((c) => c.exact)).toEqual(['80', undefined, undefined]);
    expect(person?.children[0]?.children[0]?.trace).toContainEqual({
      label: 'Fonte',
      value: 'stesso indicatore e stesso target di a',
    });
    const [own] = card(plan, [assessed('a', '80'), assessed('same', '70')]).individual;
    expect(own?.children[0]?.exact).toBe('70');
    expect(own?.children[0]?.children[0]?.trace.map((l) => l.label)).not.toContain('Fonte');
  });
});

test('a repeated row is compared by the target of the exercise, whatever the other years and the spaces', () => {
  const targets = (text: string, next: string): Plan['individual'][number]['indicators'][number]['targets'] => [
    { year: 2017, text: next },
    { year: 2016, text },
  ];
  const personal = (code: string, text: string, next: string): Plan['individual'][number] => ({
    code,
    role: 'p',
    area: '1',
    weight: '10',
    programme: '1.1.1',
    indicators: [indicator(`${code}-1`, { repeats: 'a', targets: targets(text, next) })],
    source: 'prova',
  });
  const plan = planOf(
    [
      programme('1.1.1', [
        indicator('z', { weight: '1' }),
        indicator('a', { weight: '99', targets: targets('almeno 7', 'almeno 8') }),
      ]),
    ],
    { individual: [personal('A', ' almeno 7', 'almeno 9'), personal('B', 'almeno 8', 'almeno 7')] },
  );
  const [person] = card(plan, [assessed('a', '80')]).individual;
  expect(person?.children.map((c) => c.exact)).toEqual(['80', undefined]);
  const bare = planOf([programme('1.1.1', [indicator('a', { weight: '99', targets: [] })])], {
    individual: [personal('A', 'almeno 7', '')],
  });
  expect(card(bare, [assessed('a', '80')]).individual[0]?.exact).toBeUndefined();
});

test('programme sheets sum their own indicators', () => {
  const plan = planOf([programme('1.1.1', [indicator('a', { weight: '100' })])], {
    sheets: [
      {
        programme: '1.1.1',
        title: 'Scheda',
        offices: ['ufficio-a'],
        source: 'prova',
        resources: { total: '0', parts: [], planned: '0' },
        indicators: [indicator('s1', { repeats: 'a' }), indicator('s2')],
      },
    ],
  });
  const { sheets } = card(plan, [assessed('a', '80'), assessed('s2', '60')]);
  expect(sheets.map((s) => [s.node, s.title, s.weight, s.exact])).toEqual([['sheet:1.1.1', 'Scheda', '100', '70']]);
});

describe('the scorecard of 2016', () => {
  const plan = seedPlan();
  const all = leavesOf(plan).map((i) => assessed(i.code, '100'));

  test('has thirty indicators that weigh 100, by perspective 62, 15, 9 and 14', () => {
    const { entity, perspectives, areas } = card(plan, all);
    expect(entity).toMatchObject({ weight: '100', exact: '100', coverage: '100.00', light: 'green' });
    expect(entity.counts.assessed).toBe(30);
    expect(perspectives.map((p) => p.weight)).toEqual(['62', '15', '9', '14']);
    expect(areas.map((a) => a.weight)).toEqual(['12', '35', '53']);
  });

  test('shows under each perspective its objectives, programmes and indicators', () => {
    const { perspectives } = card(plan, all);
    const growth = node(perspectives, 'perspective:innovazione-crescita');
    expect(growth.children.map((o) => [o.node, o.weight, o.children.map((p) => p.node)])).toEqual([
      ['perspective:innovazione-crescita/objective:2.2', '6', ['perspective:innovazione-crescita/programme:2.2.1']],
      ['perspective:innovazione-crescita/objective:3.1', '3', ['perspective:innovazione-crescita/programme:3.1.1']],
    ]);
    expect(growth.children[0]?.title).toBe("Contribuire ad attuare l'agenda digitale nel sistema economico locale");
    expect(growth.children[0]?.children[0]?.title).toContain('banche dati del Registro delle Imprese');
    expect(growth.children[0]?.children[0]?.children.map((i) => i.node)).toEqual([
      'indicator:2.2.1-01',
      'indicator:2.2.1-02',
      'indicator:2.2.1-03',
    ]);
  });

  test('needs no note on weights in the scorecard: they all add up as declared', () => {
    const { entity } = card(plan, all);
    expect(
      flatten(entity)
        .flatMap((n) => n.trace)
        .filter((l) => l.label === 'Pesi'),
    ).toEqual([]);
  });

  test('sums to 100 by office and by missione/programma too', () => {
    const { offices, missioni } = card(plan, all);
    for (const view of [offices, missioni]) {
      expect(view.reduce((total, n) => total + Number(n.weight), 0)).toBe(100);
    }
    expect(missioni.map((m) => m.node)).toEqual([
      'missione:011/005',
      'missione:012/004',
      'missione:016/005',
      'missione:032/002',
      'missione:032/004',
    ]);
  });

  test('the Segretario Generale has three objectives of 30, 40 and 30', () => {
    const { individual } = card(plan, all);
    expect(individual[0]?.children.map((c) => c.weight)).toEqual(['30', '40', '30']);
  });

  test('one indicator of 6% at half takes three points', () => {
    const results = all.map((a) => (a.indicator === '1.1.1-01' ? assessed(a.indicator, '50') : a));
    expect(card(plan, results).entity.exact).toBe('97');
  });
});
