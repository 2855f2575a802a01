import { describe, expect, test } from 'vitest';
import type { Cell, Section, Table } from '../../src/documents/content.js';
import { farSections } from '../../src/documents/far-from-target.js';
import { datasetsOf } from '../../src/documents/forms/datasets.js';
import { monitoringContent, relazioneContent } from '../../src/documents/monitoraggio.js';
import { comparisonSections } from '../../src/documents/relazione/comparison.js';
import { individualSections } from '../../src/documents/relazione/individual.js';
import { objectiveSections } from '../../src/documents/relazione/objectives.js';
import { processSections } from '../../src/documents/relazione/process.js';
import { efficiencySections } from '../../src/documents/relazione/resources.js';
import { summarySections } from '../../src/documents/relazione/summary.js';
import type { YearEnd } from '../../src/documents/relazione/year-end.js';
import type { IndicatorAssessment, Rollup, TrafficLight } from '../../src/domain/achievement/types.js';
import { aggregatesOf } from '../../src/domain/individual/aggregates.js';
import type { Passage } from '../../src/domain/individual/stages.js';
import type { SheetStage } from '../../src/domain/individual/types.js';
import { fromInteger } from '../../src/domain/rational.js';
import { seedRules } from '../domain/individual/rules-fixture.js';
import { plan } from './seed.js';

const seed = plan();
const [area] = seed.areas;
const [objective] = area?.objectives ?? [];
const [first, second] = (area?.objectives ?? []).flatMap(({ programmes }) =>
  programmes.flatMap(({ indicators }) => indicators),
);
if (area === undefined || objective === undefined || first === undefined || second === undefined)
  throw new Error('the seed has no area with two indicators');

const rollup = (node: string, title: string, achievement: string | undefined, children: Rollup[] = []): Rollup => ({
  node,
  title,
  weight: '100',
  ...(achievement === undefined ? {} : { achievement }),
  coverage: '90',
  worst: '70',
  best: '95',
  light: achievement === undefined ? 'none' : 'yellow',
  trace: [],
  children,
});

const assessed = (indicator: string, achievement: string, light: TrafficLight): IndicatorAssessment => ({
  indicator,
  state: 'assessed',
  achievement,
  uncapped: achievement,
  light,
  trace: [{ label: 'Valore rilevato', value: '17' }],
});

const year: YearEnd = {
  exercise: 2016,
  checkpoint: {
    title: 'Terzo monitoraggio',
    from: '2016-01-01',
    to: '2016-12-31',
    indicators: [
      {
        name: first.name,
        target: '>= 20',
        assessment: assessed(first.code, '40', 'red'),
        cause: 'il bando è uscito tardi',
        next: 'seconda edizione a marzo',
        forecast: {
          ...{ indicator: first.code, value: '17', achievement: '85', light: 'yellow' },
          how: { way: 'pro-rata', elapsed: 244, total: 366 },
        },
      },
      { name: second.name, target: '>= 17', assessment: assessed(second.code, '100', 'green') },
    ],
    summary: [],
    elsewhere: [],
  },
  entity: rollup('entity', 'Ente', '80.5', [
    rollup(`area:${area.code}`, area.title, '80.5', [rollup(`objective:${objective.code}`, objective.title, '80.5')]),
  ]),
  remedies: new Map(),
};

const tables = (sections: readonly Section[], dataset: string): readonly Table[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' && block.dataset === dataset ? [block] : [])),
  );
const read = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.value);
const rows = (sections: readonly Section[], dataset: string): readonly (readonly string[])[] =>
  tables(sections, dataset).flatMap((table) => table.rows.map(({ cells }) => cells.map(read)));
const text = (sections: readonly Section[]): string => JSON.stringify(sections);

describe('the principal results', () => {
  const before = { exercise: 2015, to: '2015-12-31', of: 'entity', achievement: '76', coverage: '64' } as const;

  test('say how much was reached, on how much of the weight, and what is missing could still make of it', () => {
    const said = text(summarySections(year, []));
    expect(said).toContain('il grado di realizzazione degli obiettivi dell’ente è 80,5%, calcolato sul 90% del peso');
    expect(said).toContain('può andare da 70% a 95%');
    expect(said).toContain('Per il 2015 non risultano esiti');
  });

  test('stand beside the year before, with the difference in points', () => {
    const sections = summarySections(year, [before]);
    expect(text(sections)).toContain('Nel 2015 era 76%, calcolato sul 64% del peso');
    expect(rows(sections, 'sintesi-aree').at(-1)).toEqual([
      'Ente nel suo insieme',
      '80.5',
      '90',
      '76',
      '64',
      '+4,5',
      'giallo',
    ]);
  });

  test('count indicators by light', () => {
    expect(rows(summarySections(year, []), 'sintesi-esiti').map(([light, many]) => [light, many])).toEqual([
      ['verde', '1'],
      ['giallo', '0'],
      ['rosso', '1'],
      ['non valutati', '0'],
    ]);
  });

  test('count once an indicator that a sheet repeats with a target of its own', () => {
    const [red] = year.checkpoint.indicators;
    if (red === undefined) throw new Error('no indicator');
    const indicators = [...year.checkpoint.indicators, { ...red, repeated: true as const }];
    const twice = { ...year, checkpoint: { ...year.checkpoint, indicators } };
    expect(rows(summarySections(twice, []), 'sintesi-esiti')[2]?.[1]).toBe('1');
  });

  test('are drawn once there are two checkpoints', () => {
    const at = (to: '2016-04-30' | '2016-08-31', achievement: string) => ({
      exercise: 2016,
      to,
      of: 'entity',
      achievement,
      coverage: '34',
    });
    const charts = (sections: readonly Section[]) =>
      sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'chart'));
    expect(charts(summarySections(year, [at('2016-04-30', '20')]))).toEqual([]);
    expect(charts(summarySections(year, [at('2016-04-30', '20'), at('2016-08-31', '50')]))).toMatchObject([
      { labels: ['30/04/2016', '31/08/2016'], lines: [{ values: ['20', '50'] }] },
    ]);
    expect(
      rows(summarySections(year, [at('2016-04-30', '20'), at('2016-08-31', '50')]), 'sintesi-andamento')[0],
    ).toEqual(['Ente nel suo insieme', '20', '34', '50', '34']);
  });

  test('never call a year without results a zero, and have no column of a year before that there is not', () => {
    const none = { ...year, entity: { ...rollup('entity', 'Ente', undefined), children: [] } };
    expect(text(summarySections(none, []))).toContain('non è calcolabile');
    expect(rows(summarySections(none, []), 'sintesi-aree')).toEqual([
      ['Ente nel suo insieme', 'non calcolabile', '90', 'senza semaforo'],
    ]);
  });
});

describe('the organisational performance', () => {
  const sections = objectiveSections(seed, year, new Map());

  test('has each objective with its deviation from a hundred', () => {
    expect(rows(sections, 'obiettivi')[0]).toEqual([
      `${objective.code} ${objective.title}`,
      '80.5',
      '90',
      '-19,5'.replace('-', '−'),
      'giallo',
    ]);
  });

  test('of an objective that was reached says a deviation of zero, without a sign', () => {
    const reached = { ...year.entity, children: [rollup('area:1', area.title, '100')] };
    expect(rows(objectiveSections(seed, { ...year, entity: reached }, new Map()), 'obiettivi').at(-1)?.[3]).toBe('0');
  });

  test('lists what ended red with why and what next, and nothing that ended green', () => {
    expect(rows(sections, 'scostamenti')).toEqual([
      [first.code, first.name, '>= 20', '17', '40', 'rosso', 'il bando è uscito tardi', 'seconda edizione a marzo'],
    ]);
  });

  test('lists what ended red in the sheets of its programmes too, once where a sheet repeats the scorecard', () => {
    const inArea = area.objectives.flatMap(({ programmes }) => programmes.map(({ code }) => code));
    const own = seed.sheets
      .filter(({ programme }) => inArea.includes(programme))
      .flatMap(({ indicators }) => indicators);
    const red = own.map(({ code, name }) => ({ name, target: '1', assessment: assessed(code, '0', 'red') }));
    const withSheets = {
      ...year,
      checkpoint: { ...year.checkpoint, indicators: [...year.checkpoint.indicators, ...red] },
    };
    expect(own.some(({ repeats }) => repeats !== undefined)).toBe(true);
    expect(rows(objectiveSections(seed, withSheets, new Map()), 'scostamenti').map(([code]) => code)).toEqual([
      first.code,
      ...own.filter(({ repeats }) => repeats === undefined).map(({ code }) => code),
    ]);
  });

  test('where nothing was said at the end, says what was said before and of which period', () => {
    const [red] = year.checkpoint.indicators;
    if (red === undefined) throw new Error('no indicator');
    const { cause: _, next: __, ...silent } = red;
    const saidBefore = new Map([
      [
        first.code,
        {
          cause: { text: 'personale in malattia', to: '2016-08-31' },
          remedy: { text: 'un turno in più', to: '2016-04-30' },
        },
      ],
    ] as const);
    const of = (indicators: YearEnd['checkpoint']['indicators']) =>
      rows(
        objectiveSections(seed, { ...year, checkpoint: { ...year.checkpoint, indicators } }, saidBefore),
        'scostamenti',
      ).map((cells) => cells.slice(-2));
    expect(of([silent])).toEqual([
      [
        'personale in malattia (riferito al periodo fino al 31/08/2016)',
        'un turno in più (riferito al periodo fino al 30/04/2016)',
      ],
    ]);
    expect(of([red])).toEqual([['il bando è uscito tardi', 'seconda edizione a marzo']]);
  });

  test('says that nobody declared a cause where nobody did', () => {
    const silent = {
      ...year,
      checkpoint: {
        ...year.checkpoint,
        indicators: year.checkpoint.indicators.map(({ cause: _cause, next: _next, ...one }) => one),
      },
    };
    expect(rows(objectiveSections(seed, silent, new Map()), 'scostamenti')[0]?.slice(-2)).toEqual([
      'non dichiarata',
      'nessuna',
    ]);
  });

  test('does not call undeclared what nobody was asked for: only what is red is asked for its cause', () => {
    const yellow = { name: second.name, target: '>= 17', assessment: assessed(second.code, '80', 'yellow') };
    const sections = objectiveSections(
      seed,
      { ...year, checkpoint: { ...year.checkpoint, indicators: [yellow] } },
      new Map(),
    );
    expect(rows(sections, 'scostamenti')[0]?.slice(-2)).toEqual([
      'non richiesta: si chiede per gli esiti rossi',
      'nessuna',
    ]);
  });

  test('has the corrective action that was proposed before what the form said of what next', () => {
    const acted = { ...year, remedies: new Map([[first.code, 'bando unico dal 2017']]) };
    expect(rows(objectiveSections(seed, acted, new Map()), 'scostamenti')[0]?.slice(-2)).toEqual([
      'il bando è uscito tardi',
      'bando unico dal 2017',
    ]);
  });

  test('of each checkpoint has what was found, and no forecast any more: its report has it', () => {
    const heading = {
      ...{ kind: 'relazione', title: 'Relazione', entity: 'Ente', exercise: 2016, version: 1 },
      ...({ on: '2017-06-01', simulated: false } as const),
    };
    expect(tables(relazioneContent(heading, [year.checkpoint]).sections, 'previsioni')).toEqual([]);
    expect(tables(monitoringContent(heading, year.checkpoint).sections, 'previsioni')).toHaveLength(1);
  });

  test('says on what its results stand, and why it was closed by hand', () => {
    const missing = {
      name: second.name,
      target: '1',
      assessment: { ...assessed('x', '0', 'none'), state: 'missing' },
    } as const;
    const [red] = year.checkpoint.indicators;
    if (red === undefined) throw new Error('no indicator');
    const checkpoint = {
      ...year.checkpoint,
      indicators: [...year.checkpoint.indicators, missing, { ...red, repeated: true }],
      closedByHand: { on: '2016-05-20', reason: 'sede chiusa per lavori' },
    } as const;
    const heading = {
      ...{ kind: 'monitoraggio-1', title: 'Rapporto', entity: 'Ente', exercise: 2016, version: 1 },
      ...({ on: '2016-05-21', simulated: false } as const),
    };
    const said = text(monitoringContent(heading, checkpoint).sections);
    expect(said).toContain('Indicatori valutati: 2 su 3; senza valore: 1.');
    expect(said).toContain('chiuso a mano il 20/05/2016. Motivo: sede chiusa per lavori');
    expect(text(monitoringContent(heading, year.checkpoint).sections)).not.toContain('Motivo:');
  });

  test('says how each indicator was computed at the last checkpoint alone, and of the others where that is said', () => {
    const heading = {
      ...{ kind: 'relazione', title: 'Relazione', entity: 'Ente', exercise: 2016, version: 1 },
      ...({ on: '2017-06-01', simulated: false } as const),
    };
    const before = { ...year.checkpoint, title: 'Secondo monitoraggio', to: '2016-08-31' } as const;
    const { sections: both } = relazioneContent(heading, [before, year.checkpoint]);
    const parts = (dataset: string) => tables(both, dataset).map(({ part }) => part?.value);
    expect(parts('indicatori')).toEqual(['Terzo monitoraggio']);
    expect(parts('sintesi')).toEqual(['Terzo monitoraggio', 'Secondo monitoraggio']);
    expect(parts('lontani-dal-target')).toEqual(['Terzo monitoraggio', 'Secondo monitoraggio']);
    expect(text(both)).toContain('sono nel rapporto di questo monitoraggio');
  });

  test('the report of a checkpoint has the cause of a yellow value where it was said, and no yellow value without one', () => {
    const yellow = { name: second.name, target: '>= 17', assessment: assessed(second.code, '80', 'yellow') };
    const of = (indicators: YearEnd['checkpoint']['indicators']) =>
      rows(farSections({ ...year.checkpoint, indicators }), 'lontani-dal-target').map(([code, , , cause]) => [
        code,
        cause,
      ]);
    expect(of([yellow])).toEqual([]);
    expect(of([{ ...yellow, cause: 'sportello chiuso' }])).toEqual([[second.code, 'sportello chiuso']]);
  });

  test('taken away as data, what ended far from its target and what each checkpoint had said of it are two tables', () => {
    const heading = { kind: 'relazione', title: 'Relazione', entity: 'Ente', exercise: 2016, version: 1 };
    const sections = [...farSections(year.checkpoint), ...objectiveSections(seed, year, new Map())];
    const names = datasetsOf({ ...heading, on: '2017-06-01', simulated: false, landscape: false, sections }).map(
      ({ name }) => name,
    );
    expect(names).toEqual(expect.arrayContaining(['lontani-dal-target', 'scostamenti']));
  });

  test('of an area with nothing below its target says so', () => {
    const green = {
      ...year,
      checkpoint: { ...year.checkpoint, indicators: year.checkpoint.indicators.slice(1) },
    };
    expect(text(objectiveSections(seed, green, new Map()))).toContain(
      'Nessun indicatore dell’area ha esito giallo o rosso',
    );
  });
});

describe('the comparison', () => {
  test('has last year’s result from the Piano, or as it was measured, this year’s value and three targets', () => {
    const row = (measured: ReadonlyMap<string, string>) =>
      rows(comparisonSections(seed, year, [], measured), 'confronto-indicatori').find(([name]) => name === first.name);
    expect(row(new Map())?.[2]).toBe('17');
    expect(row(new Map())).toHaveLength(6);
    expect(row(new Map([[first.code, '12']]))?.[1]).toBe('12');
  });

  test('of exercises is there only when another exercise has results', () => {
    expect(rows(comparisonSections(seed, year, [], new Map()), 'confronto-aree')).toEqual([]);
    const of = { exercise: 2016, to: '2016-12-31', of: 'entity', achievement: '80.5', coverage: '90' } as const;
    const both = [{ ...of, exercise: 2015, achievement: '76', coverage: '64' }, of];
    expect(rows(comparisonSections(seed, year, both, new Map()), 'confronto-aree').at(-1)).toEqual([
      'Ente nel suo insieme',
      '76',
      '64',
      '80.5',
      '90',
    ]);
  });
});

describe('individual performance, in aggregate', () => {
  const sheet = (stage: SheetStage, ...made: readonly Passage[]) => ({
    stage,
    made: made.map((passage) => ({ passage })),
  });
  const six = [
    ...Array.from({ length: 5 }, () => sheet('signed-off', 'propose', 'assign', 'note-talk', 'evaluate', 'sign-off')),
    sheet('evaluated', 'propose', 'assign', 'evaluate', 'ask-second-instance'),
  ];

  test('counts all sheets together, never fewer than five', () => {
    const found = rows(individualSections(six, undefined), 'schede-individuali');
    expect(Object.fromEntries(found)).toMatchObject({
      'Schede dell’esercizio': '6',
      'assegnate con un atto': '6',
      'con il colloquio di metà anno annotato': '5',
      'con richiesta di seconda istanza': 'meno di 5',
      'con richiesta di conciliazione': '0',
      'concluse con la firma della valutazione': '5',
    });
  });

  test('says nothing of how people were judged while a sheet is open, and nothing at all of four people', () => {
    expect(text(individualSections(six, undefined))).toContain('non tutte le schede sono concluse');
    expect(tables(individualSections(six, undefined), 'distribuzione')).toEqual([]);
    expect(tables(individualSections(six.slice(0, 4), undefined), 'schede-individuali')).toEqual([]);
    expect(individualSections([], undefined)).toEqual([]);
  });

  test('has the distribution once every sheet has ended', () => {
    const rules = seedRules();
    const ended = six.map((_, n) => ({ person: `p${n}`, group: 'personale', score: fromInteger(90), band: 'prima' }));
    const sections = individualSections(six, { rules, aggregates: aggregatesOf(rules.groups, ended) });
    expect(tables(sections, 'distribuzione')).not.toEqual([]);
    expect(text(sections)).not.toContain('non tutte le schede');
  });
});

test('resources have the share spent of the whole, as long as spending is on record of every programme', () => {
  const area = { title: 'Area', planned: '300.00', spent: '150.00', share: '50.00', programmes: 2, recorded: 2 };
  const totalOf = (recorded: number) => {
    const areas = [
      { ...area, area: '1' },
      { ...area, area: '2', planned: '100.00', spent: '50.00', recorded },
    ];
    const table = efficiencySections(areas)[0]?.blocks.find((block): block is Table => block.kind === 'table');
    return table?.rows.at(-1)?.cells[3];
  };
  expect(totalOf(2)).toEqual({ kind: 'percent', value: '50.00' });
  expect(totalOf(1)).toBe('non calcolabile');
});

test('the process has what was done when, by which act, and what is left', () => {
  const sections = processSections([
    {
      phase: 'Relazione',
      title: 'Approvazione',
      term: '2017-05-31',
      doneOn: '2017-06-02',
      lateDays: 2,
      act: { number: '40', on: '2017-06-02' },
    },
    { phase: 'Relazione', title: 'Pubblicazione', term: '2017-06-30', lateDays: 0 },
    {
      phase: 'Piano',
      title: 'Approvazione del Piano',
      term: '2017-01-31',
      doneOn: '2017-01-30',
      lateDays: 0,
      act: { number: '5', on: '2017-01-30', corrected: 'rettificato il 05/02/2017: risultava n. 4 del 30/01/2017' },
    },
  ]);
  expect(text(sections)).toContain('sono concluse 2 attività su 3; una è finita oltre il termine');
  expect(rows(sections, 'processo')).toEqual([
    ['Relazione', 'Approvazione', '2017-05-31', '2017-06-02', '2', 'n. 40 del 02/06/2017'],
    ['Relazione', 'Pubblicazione', '2017-06-30', 'da concludere', '', ''],
    [
      'Piano',
      'Approvazione del Piano',
      '2017-01-31',
      '2017-01-30',
      '',
      'n. 5 del 30/01/2017 (rettificato il 05/02/2017: risultava n. 4 del 30/01/2017)',
    ],
  ]);
});
