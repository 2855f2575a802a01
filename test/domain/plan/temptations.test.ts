import { describe, expect, test } from 'vitest';
import { checkPlan } from '../../../src/domain/findings/check-plan.js';
import { checkSeries } from '../../../src/domain/findings/series.js';
import type { Plan } from '../../../src/domain/plan.js';
import { cleanPlan, cleanSeries, type Draft } from './clean-plan.js';
import { at, beside, indicator, objective, type Plot, personal, programme, promise, rename, sheet } from './plot.js';

/* Each row is something that looks like a mistake and is none: nothing may be said of it. */

type Temptation = readonly [what: string, change: (p: Plot) => void];

const OFFICES = ['sportello', 'informatica', 'direzione'];

const inTargets: readonly Temptation[] = [
  ['a number to reach by a day', (p) => promise(p, 0, { 2024: 'almeno 12 incontri entro il 30/09/2024' })],
  ['a target that rises', (p) => promise(p, 0, { 2024: 'almeno 25', 2025: 'almeno 30', 2026: 'almeno 35' })],
  ['a limit that narrows', (p) => promise(p, 1, { 2024: '<= 7', 2025: '<= 6' })],
  [
    'the same target for three years',
    (p) => promise(p, 0, { 2024: 'almeno 25', 2025: 'almeno 25', 2026: 'almeno 25' }),
  ],
  ['a change year by year', (p) => promise(p, 0, { 2024: '+5%', 2025: '+3%' })],
  [
    'a target for the next year beside one indicator alone',
    (p) => promise(p, 0, { 2024: 'almeno 25', 2026: 'almeno 30' }),
  ],
  [
    'more than the result of the year before',
    (p) => {
      indicator(p).results = [{ year: 2023, text: '24' }];
    },
  ],
  [
    'a result of another kind, written in words',
    (p) => {
      indicator(p).results = [{ year: 2023, text: 'n.d.' }];
    },
  ],
  [
    'a zero where the year before nobody measured',
    (p) => {
      indicator(p, 1).results = [{ year: 2023, text: '0' }];
    },
  ],
  [
    'the result of the exercise, not there yet',
    (p) => {
      for (const i of [indicator(p), indicator(p, 1), indicator(p, 0, 1)]) i.results = [{ year: 2024, text: '' }];
    },
  ],
  ['bands in whole numbers', (p) => promise(p, 0, { 2024: '0-50: 0%; 51-80: 50%; 81-100: 100%' })],
  [
    'bands that meet in a point held by one of them',
    (p) => promise(p, 0, { 2024: '< 50: 0%; da 50 a 80: 50%; > 80: 100%' }),
  ],
  ['a range', (p) => promise(p, 0, { 2024: 'tra 20 e 30' })],
  [
    'one comparison spelt in two ways',
    (p) => promise(p, 0, { 2024: 'almeno 25', 2025: '26 o più', 2026: 'non meno di 28' }),
  ],
  [
    'the noun of the name beside the number in the sheet alone',
    (p) => {
      at(sheet(p).indicators, 0).targets = [{ year: 2024, text: '≥ 25 incontri' }];
    },
  ],
  [
    'a stricter target than the name',
    (p) => {
      rename(p, 1, 'Risposte ai reclami entro 30 giorni');
      promise(p, 1, { 2024: 'al massimo 20 giorni' });
    },
  ],
  [
    'the days of the name, and a share of cases',
    (p) => {
      rename(p, 0, 'Percentuale di pratiche evase entro 5 giorni');
      promise(p, 0, { 2024: '>= 95%' });
    },
  ],
  [
    'a norm with its year and number in the name',
    (p) => {
      rename(p, 0, 'Incontri sugli obblighi della L. 190/2012 (art. 1, c. 14)');
    },
  ],
  [
    'a standard with a year in its name',
    (p) => {
      rename(p, 0, 'Certificazioni ISO 9001:2015 rilasciate');
    },
  ],
  [
    'the year of the exercise in the name, and no other target',
    (p) => {
      rename(p, 0, 'Incontri del programma 2024');
    },
  ],
  [
    'one day written in two ways, within the exercise',
    (p) => {
      personal(p).targets = [{ year: 2024, text: 'entro il 30/11/2024 (30 novembre 2024)' }];
    },
  ],
  [
    'the 29th of February of a leap year',
    (p) => {
      personal(p).targets = [{ year: 2024, text: 'entro il 29/02/2024' }];
    },
  ],
  [
    'the day of the approval itself',
    (p) => {
      personal(p).targets = [{ year: 2024, text: 'entro il 29/01/2024' }];
    },
  ],
  [
    'a result printed as 24 incontri, which does not better the target or is of something else',
    (p) => {
      indicator(p, 0).results = [{ year: 2023, text: '24 incontri' }];
    },
  ],
  [
    'a result printed as n. 25, which does not better the target or is of something else',
    (p) => {
      indicator(p, 0).results = [{ year: 2023, text: 'n. 25' }];
    },
  ],
  [
    'a result printed as 30 convegni, which does not better the target or is of something else',
    (p) => {
      indicator(p, 0).results = [{ year: 2023, text: '30 convegni' }];
    },
  ],
  [
    'a result printed as 0 incontri, which does not better the target or is of something else',
    (p) => {
      indicator(p, 0).results = [{ year: 2023, text: '0 incontri' }];
    },
  ],
  [
    'a result printed as 8 giorni, which does not better the target or is of something else',
    (p) => {
      indicator(p, 1).results = [{ year: 2023, text: '8 giorni' }];
    },
  ],
  [
    'a result printed as 7 gg, which does not better the target or is of something else',
    (p) => {
      indicator(p, 1).results = [{ year: 2023, text: '7 gg' }];
    },
  ],
  [
    'a result printed as 5 mesi, which does not better the target or is of something else',
    (p) => {
      indicator(p, 1).results = [{ year: 2023, text: '5 mesi' }];
    },
  ],
  [
    'a share that rises on a measure named as a count',
    (p) => {
      promise(p, 0, { 2024: 'almeno 20%', 2025: 'almeno 25%' });
    },
  ],
  [
    'a term from an event that grows shorter',
    (p) => {
      promise(p, 1, { 2024: 'entro 9 giorni dalla richiesta', 2025: 'entro 7 giorni dalla richiesta' });
    },
  ],
  [
    'terms from two events',
    (p) => {
      rename(p, 1, 'Conclusione dei procedimenti');
      promise(p, 1, { 2024: 'entro 7 giorni dalla domanda', 2025: 'entro 9 giorni dalla scadenza' });
    },
  ],
  [
    'a month after thirty days',
    (p) => {
      rename(p, 1, 'Conclusione dei procedimenti');
      promise(p, 1, { 2024: 'entro 30 giorni dalla domanda', 2025: 'entro 1 mese dalla domanda' });
    },
  ],
  [
    'a greater growth',
    (p) => {
      promise(p, 0, { 2024: '+2% rispetto al 2023', 2025: '+5% rispetto al 2024' });
    },
  ],
  [
    'changes from years at other distances',
    (p) => {
      promise(p, 0, { 2024: '+5% rispetto al 2022', 2025: '+3% rispetto al 2024' });
    },
  ],
  [
    'a greater saving',
    (p) => {
      rename(p, 1, 'Tempo di conclusione');
      promise(p, 1, { 2024: '-3% rispetto al 2023', 2025: '-5% rispetto al 2023' });
    },
  ],
  [
    'a measure that begins from a few',
    (p) => {
      promise(p, 0, { 2024: 'almeno 2', 2025: 'almeno 20' });
    },
  ],
  [
    'a great leap that is no slip of a digit',
    (p) => {
      promise(p, 0, { 2024: 'almeno 25', 2025: 'almeno 120' });
    },
  ],
  [
    'a share that reaches the whole',
    (p) => {
      rename(p, 0, 'Quota di uffici collegati');
      promise(p, 0, { 2024: 'almeno 10%', 2025: 'almeno 100%' });
    },
  ],
  [
    'bands whose last is written with its beginning alone',
    (p) => {
      promise(p, 0, { 2024: 'fino a 10: 0%; da 11 a 20: 50%; da 21: 100%' });
    },
  ],
  [
    'a name and a target that ask the same days, and a share',
    (p) => {
      rename(p, 0, 'Percentuale di pratiche evase entro 30 giorni');
      promise(p, 0, { 2024: 'almeno 80% entro 30 giorni' });
    },
  ],
  [
    'a stricter bare number',
    (p) => {
      rename(p, 1, 'Tempo di risposta entro 30 giorni');
      promise(p, 1, { 2024: '<= 20' });
    },
  ],
  [
    'late cases counted, which may be more than the days',
    (p) => {
      rename(p, 1, 'Reclami non evasi entro 30 giorni');
      promise(p, 1, { 2024: '<= 60' });
    },
  ],
  [
    'the same days in words',
    (p) => {
      rename(p, 1, 'Risposta entro trenta giorni dalla richiesta');
      promise(p, 1, { 2024: 'entro 30 giorni' });
    },
  ],
  [
    'a month for thirty days',
    (p) => {
      rename(p, 1, 'Conclusione entro 30 giorni');
      promise(p, 1, { 2024: 'entro un mese' });
    },
  ],
  [
    'more meetings than the name says',
    (p) => {
      rename(p, 0, 'Almeno 30 incontri con le imprese');
      promise(p, 0, { 2024: 'almeno 35' });
    },
  ],
  [
    'a number in the name of who takes part',
    (p) => {
      rename(p, 0, 'Incontri con imprese con almeno 30 dipendenti');
      promise(p, 0, { 2024: 'almeno 25' });
    },
  ],
  [
    'the whole',
    (p) => {
      rename(p, 0, 'Pratiche telematiche sul totale');
      promise(p, 0, { 2024: 'almeno 100%' });
    },
  ],
  [
    'a growth of more than the whole',
    (p) => {
      rename(p, 0, 'Incremento percentuale delle pratiche sul totale del 2023');
      promise(p, 0, { 2024: 'almeno 120%' });
    },
  ],
  [
    'a share that may pass the whole',
    (p) => {
      rename(p, 0, 'Entrate riscosse rispetto alle previsioni');
      promise(p, 0, { 2024: 'almeno 120%' });
    },
  ],
  [
    'days for a measure in days',
    (p) => {
      rename(p, 1, 'Tempo medio (giorni)');
      promise(p, 1, { 2024: '<= 5 giorni' });
    },
  ],
  [
    'a share of cases in a measure in days',
    (p) => {
      rename(p, 0, 'Domande evase (in giorni)');
      promise(p, 0, { 2024: 'almeno 90%' });
    },
  ],
  [
    'a day earlier in the year',
    (p) => {
      promise(p, 0, { 2024: 'entro il 30/06/2024', 2025: 'entro il 31/03/2025' }, 1);
    },
  ],
  [
    'the same day of every year',
    (p) => {
      promise(p, 0, { 2024: 'entro il 30/06/2024', 2025: 'entro il 30/06/2025' }, 1);
    },
  ],
  [
    'two steps, the second later in the year',
    (p) => {
      promise(p, 0, { 2024: 'avvio entro il 30/06/2024', 2025: 'collaudo entro il 30/11/2025' }, 1);
    },
  ],
  [
    'a day before the one in the name',
    (p) => {
      rename(p, 0, 'Avvio della piattaforma entro il 30 giugno', 1);
      promise(p, 0, { 2024: 'entro il 31/05/2024' }, 1);
    },
  ],
  [
    'the day of the name',
    (p) => {
      rename(p, 0, 'Avvio della piattaforma entro il 30 giugno', 1);
      promise(p, 0, { 2024: 'entro il 30/06/2024' }, 1);
    },
  ],
  [
    'a day by which things came in',
    (p) => {
      rename(p, 0, 'Esame delle domande pervenute entro il 30 giugno', 1);
      promise(p, 0, { 2024: 'entro il 30/09/2024' }, 1);
    },
  ],
  [
    'a score and a chapter that look like dates',
    (p) => {
      rename(p, 0, 'Giudizio medio, su 5 (cap. 3.1)');
      promise(p, 0, { 2024: '>= 4/5' });
    },
  ],
];

const betweenPlaces: readonly Temptation[] = [
  [
    'what closes the exercise, due in the first half of the year after',
    (p) => {
      rename(p, 0, 'Relazione annuale sulla performance', 1);
      promise(p, 0, { 2024: 'entro il 30/06/2025' }, 1);
    },
  ],
  [
    'the number of things of the name',
    (p) => {
      rename(p, 0, 'Organizzazione di 12 corsi di primo soccorso');
      promise(p, 0, { 2024: 'almeno dodici corsi' });
    },
  ],
  [
    'a number of things in the name, a share or a bare 1 in the target',
    (p) => {
      rename(p, 0, 'Realizzazione di 12 interventi del piano');
      promise(p, 0, { 2024: '100%' });
      rename(p, 1, 'Apertura di 2 sportelli');
      promise(p, 1, { 2024: '1' });
    },
  ],
  [
    'a balance below zero',
    (p) => {
      rename(p, 0, 'Saldi tra iscrizioni e cessazioni');
      promise(p, 0, { 2024: '>= -20' });
    },
  ],
  [
    'invoices of two offices, each with its own time',
    (p) => {
      rename(p, 1, 'Tempo medio di pagamento delle fatture');
      promise(p, 1, { 2024: '<= 30 giorni' });
      beside(p, { name: 'Tempo medio di pagamento delle fatture', targets: [{ year: 2024, text: '<= 28 giorni' }] });
    },
  ],
  [
    'a share that is to reach the whole, written without a comparison',
    (p) => {
      rename(p, 0, 'Quota di pratiche telematiche');
      promise(p, 0, { 2024: '>= 60%', 2025: '>= 80%', 2026: '100%' });
    },
  ],
  [
    'a term earlier in the year than the day on which it was done the year before',
    (p) => {
      indicator(p, 0, 1).results = [{ year: 2023, text: '30/09/2023' }];
    },
  ],
  [
    'a day of the year before in the result, which says of no year of its own',
    (p) => {
      indicator(p, 0, 1).results = [{ year: 2023, text: '15/05/2022' }];
    },
  ],
  [
    'a measure as general as the time of answer, of two offices each with its own target',
    (p) => beside(p, { name: 'Tempo medio di risposta (giorni)', targets: [{ year: 2024, text: '<= 12' }] }),
  ],
  [
    'one measure of one office in two programmes, with the same target',
    (p) =>
      beside(p, {
        name: 'Numero di incontri con le imprese',
        office: 'sportello',
        targets: [{ year: 2024, text: 'almeno 25' }],
      }),
  ],
  [
    'one measure of one office under another spelling, with the same target',
    (p) => {
      beside(p, { name: 'N. incontri con imprese', office: 'sportello', targets: [{ year: 2024, text: 'almeno 25' }] });
    },
  ],
  [
    'another measure that differs in a little word',
    (p) => {
      beside(p, {
        name: 'Numero di incontri delle imprese',
        office: 'sportello',
        targets: [{ year: 2024, text: 'almeno 40' }],
      });
    },
  ],
  [
    'a share and a number of the same things',
    (p) => {
      beside(p, {
        name: '% di incontri con le imprese',
        office: 'sportello',
        targets: [{ year: 2024, text: 'almeno 40%' }],
      });
    },
  ],
  [
    'the same promise in other words',
    (p) => {
      at(sheet(p).indicators, 0).targets = [{ year: 2024, text: '>= 25' }];
      at(sheet(p).indicators, 1).targets = [{ year: 2024, text: 'al massimo 7' }];
    },
  ],
  [
    'titles in capitals, with other apostrophes and accents',
    (p) => {
      sheet(p).title = 'SPORTELLO UNICO';
      at(p.individual, 0).title = "SERVIZI ALL'UTENZA";
      at(p.budget.lines, 0).heading = 'Sportello Unico.';
    },
  ],
  [
    'a title cut short by its cell',
    (p) => {
      const title = 'Procedure telematiche per cittadini e imprese del territorio';
      programme(p, 1).title = title;
      sheet(p, 1).title = title;
      at(p.budget.lines, 2).heading = 'Procedure telematiche per cittadini e im';
    },
  ],
  [
    'one mission written in capitals and cut short elsewhere',
    (p) => {
      p.identity = [
        { of: 'mission', text: 'Servire il territorio e le sue imprese', source: 'cap. 1' },
        { of: 'mission', text: 'SERVIRE IL TERRITORIO E LE SUE', source: 'cap. 2' },
      ];
    },
  ],
  [
    'an office written with a capital letter',
    (p) => {
      sheet(p, 1).offices = ['sportello'];
      sheet(p, 1).officesAsWritten = 'SPORTELLO';
    },
  ],
];

const inSums: readonly Temptation[] = [
  [
    'three of 33,33%',
    (p) => {
      const first = at(p.individual, 0);
      first.weight = '33.33';
      p.individual.push({ ...first, code: 'D-2', weight: '33.33' }, { ...first, code: 'D-3', weight: '33.33' });
      for (const [i, o] of p.individual.entries())
        o.indicators = [{ ...personal(p), code: `D-${i + 1}-01`, name: `Relazione ${i}` }];
    },
  ],
  [
    'half, and three of 16,67%',
    (p) => {
      const first = at(p.individual, 0);
      first.weight = '50';
      for (const i of [2, 3, 4]) p.individual.push({ ...first, code: `D-${i}`, weight: '16.67' });
      for (const [i, o] of p.individual.entries())
        o.indicators = [{ ...personal(p), code: `D-${i + 1}-01`, name: `Relazione ${i}` }];
    },
  ],
  ...(
    [
      ['66,66% and 33,33%', ['66.66', '33.33']],
      ['16,66% and 83,33%', ['16.66', '83.33']],
      ['12,5% and three of 29,17%', ['12.5', '29.17', '29.17', '29.17']],
      ['three of 20% and three of 13,33%', ['20', '20', '20', '13.33', '13.33', '13.33']],
    ] as const
  ).map(
    ([what, weights]): Temptation => [
      what,
      (p) => {
        const first = at(p.individual, 0);
        p.individual = weights.map((weight, i) => ({
          ...first,
          code: `D-${i + 1}`,
          weight,
          indicators: [{ ...personal(p), code: `D-${i + 1}-01`, name: `Relazione ${i}` }],
        }));
      },
    ],
  ),
  [
    'seven indicators of 14,28% in an objective',
    (p) => {
      const o = at(p.individual, 0);
      o.indicators = Array.from({ length: 7 }, (_, i) => ({
        ...personal(p),
        code: `D-1-0${i}`,
        name: `Relazione ${i}`,
        weight: '14.28',
      }));
    },
  ],
  [
    'an objective that weighs nothing under one of its perspectives',
    (p) => {
      objective(p).weights.push({ perspective: 'processi', weight: '0' });
    },
  ],
  [
    'weights with a zero at the end',
    (p) => {
      indicator(p).weight = '45.50';
      programme(p).weight = '60.00';
    },
  ],
  [
    'programmes without weights',
    (p) => {
      delete programme(p).weight;
      delete programme(p, 1).weight;
    },
  ],
  [
    'weights of objectives alone',
    (p) => {
      for (const of of [0, 1]) {
        delete programme(p, of).weight;
        for (const i of programme(p, of).indicators) delete i.weight;
      }
    },
  ],
  [
    'no weight anywhere',
    (p) => {
      for (const of of [0, 1]) {
        objective(p, of).weights = [];
        delete programme(p, of).weight;
        for (const i of programme(p, of).indicators) delete i.weight;
        delete at(p.perspectives, of).weight;
      }
    },
  ],
  [
    'a sheet of investments, which the budget of interventions does not hold',
    (p) => {
      at(sheet(p, 1).resources.parts, 0).name = 'Investimenti';
      p.budget.lines.pop();
      p.budget.totals = p.budget.totals.slice(0, 2);
    },
  ],
  [
    'product codes of another body, which happen to look like a programme’s',
    (p) => {
      const [one, two, three] = [at(p.budget.lines, 0), at(p.budget.lines, 1), at(p.budget.lines, 2)];
      one.product = 'A1020107';
      two.product = 'A1020108';
      three.product = 'A1010109';
      p.budget.details = [];
    },
  ],
  [
    'accounts of the integrated chart in place of product codes',
    (p) => {
      for (const [i, line] of p.budget.lines.entries()) line.product = `U.1.03.02.0${i}`;
      p.budget.details = [];
    },
  ],
  [
    'a line that uses words any plan uses',
    (p) => {
      at(p.budget.lines, 0).description = 'Servizi e iniziative di promozione dello sviluppo locale';
    },
  ],
  [
    'an act without a term, before the exercise',
    (p) => {
      p.acts = [{ id: 'dup', title: 'DUP', board: 'Consiglio', number: '41', date: '2023-07-28', source: 'cap. 1' }];
    },
  ],
];

describe.each([
  ['in targets', inTargets],
  ['between places', betweenPlaces],
  ['in sums', inSums],
] as const)('nothing is said %s of', (_, rows) => {
  test.each(rows)('%s', (_what, change) => {
    const plan = cleanPlan();
    change(plan);
    expect(checkPlan(plan, { offices: OFFICES }).map((f) => `${f.code} @ ${f.place}: ${f.fact}`)).toEqual([]);
  });
});

/** A plan as other bodies write it: no sheets, no individual objectives, no budget of interventions. */
function bare(title: string, areas: Draft<Plan>['areas']): Plot {
  return {
    entity: 'altro-ente',
    exercise: 2024,
    title,
    perspectives: [{ id: 'valore', title: 'Valore pubblico' }],
    areas,
    sheets: [],
    individual: [],
    budget: { lines: [], totals: [] },
  };
}

const row = (
  code: string,
  name: string,
  targets: Readonly<Record<number, string>>,
  weight?: string,
): Draft<Plan['areas'][number]['objectives'][number]['programmes'][number]['indicators'][number]> => ({
  code,
  name,
  office: `settore-${code.slice(0, 3)}`,
  weight,
  targets: Object.entries(targets).map(([year, text]) => ({ year: Number(year), text })),
  source: 'tabella',
});

const area = (code: string, objectives: Draft<Plan>['areas'][number]['objectives']): Draft<Plan>['areas'][number] => ({
  code,
  title: `Ambito ${code}`,
  objectives,
  source: 'tabella',
});

const goal = (
  code: string,
  weight: string | undefined,
  programmes: readonly (readonly [string, ReturnType<typeof row>[]])[],
): Draft<Plan>['areas'][number]['objectives'][number] => ({
  code,
  title: `Obiettivo ${code}`,
  weights: weight === undefined ? [] : [{ perspective: 'valore', weight }],
  programmes: programmes.map(([of, indicators]) => ({
    code: of,
    title: `Programma ${of}`,
    indicators,
    source: 'tabella',
  })),
  source: 'tabella',
});

describe('plans of other kinds of bodies have nothing wrong in them', () => {
  test('a municipality: missions of the DUP, weights of objectives only, many programmes', () => {
    const plan = bare(
      'PIAO del Comune',
      ['04', '09', '12'].map((code, i) =>
        area(code, [
          goal(`${code}.1`, ['33.33', '33.33', '33.33'][i], [
            [`${code}.1.1`, [row(`${code}.1.1-01`, 'Customer satisfaction del servizio', { 2024: `>= ${70 + i}%` })]],
            [
              `${code}.1.2`,
              [
                row(`${code}.1.2-01`, 'Tempo medio di risposta al cittadino (giorni)', { 2024: `<= ${20 - i}` }),
                row(`${code}.1.2-02`, 'Adozione del regolamento', { 2024: 'entro il 31/10/2024' }),
              ],
            ],
          ]),
        ]),
      ),
    );
    expect(checkPlan(plan)).toEqual([]);
  });

  test('a university: targets of three years, some for the end of the three alone', () => {
    const plan = bare('Piano integrato di ateneo', [
      area('D', [
        goal('D.1', '60', [
          [
            'D.1.1',
            [
              row(
                'D.1.1-01',
                'Studenti iscritti ai corsi in lingua inglese',
                { 2024: 'almeno 1.200', 2025: 'almeno 1.300', 2026: 'almeno 1.400' },
                '30',
              ),
              row(
                'D.1.1-02',
                'Quota di CFU conseguiti all’estero',
                { 2024: '>= 3%', 2025: '>= 3,5%', 2026: '>= 4%' },
                '30',
              ),
            ],
          ],
        ]),
        goal('D.2', '40', [
          [
            'D.2.1',
            [
              row(
                'D.2.1-01',
                'Attivazione dello sportello per gli studenti con disabilità',
                { 2024: 'entro il 31/12/2024' },
                '20',
              ),
              row(
                'D.2.1-02',
                'Dottorati industriali attivati',
                { 2024: 'almeno 4', 2025: 'almeno 5', 2026: 'almeno 6' },
                '20',
              ),
            ],
          ],
        ]),
      ]),
    ]);
    expect(checkPlan(plan)).toEqual([]);
  });

  test('a health trust: standards of law in the names, cost centres in place of products', () => {
    const plan = bare('Piano della ASL', [
      area('A', [
        goal('A.1', '100', [
          [
            'A.1.1',
            [
              row('A.1.1-01', 'Prestazioni di classe D erogate entro 30 giorni (visite)', { 2024: '>= 90%' }, '40'),
              row(
                'A.1.1-02',
                'Tempo di attesa al pronto soccorso in codice verde, massimo 120 minuti',
                { 2024: '>= 85%' },
                '30',
              ),
              row('A.1.1-03', 'Parti cesarei primari (DM 70/2015)', { 2024: '<= 25%' }, '30'),
            ],
          ],
        ]),
      ]),
    ]);
    const line = {
      area: 'A',
      objective: 'A.1',
      programme: 'A.1.1',
      heading: 'Programma A.1.1',
      activity: '',
      function: 'H',
      source: 'CE',
    };
    plan.budget.lines = [
      { ...line, costCentre: 'B4010203', product: 'B4010203', description: 'Beni sanitari', amount: '1250000.00' },
      { ...line, costCentre: 'B4010204', product: 'B4010204', description: 'Beni non sanitari', amount: '80000.00' },
    ];
    expect(checkPlan(plan)).toEqual([]);
  });

  test('a Chamber: the same programme twice under two perspectives, each with its weight', () => {
    const plan = cleanPlan();
    objective(plan).weights.push({ perspective: 'processi', weight: '0' });
    expect(checkPlan(plan)).toEqual([]);
  });
});

describe('in the tables nothing is said of', () => {
  const series = (row: string, ...cells: string[]) => {
    const s = cleanSeries();
    const found = at(s.tables, 0).rows.find((r) => r.id === row);
    if (found === undefined) throw new Error(`no row ${row}`);
    found.cells = cells;
    return checkSeries(s).map((f) => `${f.code} @ ${f.place}`);
  };

  test.each([
    ['parts that rounding keeps from 100', ['quota-b', '66,6%', '50%']],
    ['a cell that nobody filled', ['donne', 'nd', '22']],
    ['a dash in place of a number', ['quota-a', '-', '50%']],
    ['a stock that stands still', ['pratiche', '110', '110']],
  ] as const)('%s', (_, [row, ...cells]) => {
    expect(series(row, ...cells)).toEqual([]);
  });
});
