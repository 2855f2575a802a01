import { describe, expect, test } from 'vitest';
import { checkPlan } from '../../../src/domain/findings/check-plan.js';
import type { FindingCode } from '../../../src/domain/findings/finding.js';
import { checkSeries } from '../../../src/domain/findings/series.js';
import type { Series } from '../../../src/domain/series.js';
import { cleanPlan, cleanSeries, type Draft } from './clean-plan.js';
import { at, beside, indicator, objective, type Plot, personal, programme, promise, rename, sheet } from './plot.js';

/*
 * Each row is one mistake that somebody can make in a plan in which nothing contradicts anything. It must be found, once,
 * and nothing else may be told with it. Those of `planted.test.ts` are of the same kind.
 */

type Planted = readonly [what: string, code: FindingCode, place: string, spoil: (p: Plot) => void];

const OFFICES = ['sportello', 'informatica', 'direzione'];

const inTargets: readonly Planted[] = [
  [
    'a term later in the year than the day on which it was done the year before',
    'target-worse-than-history',
    'cruscotto 1.2.1-01',
    (p) => {
      indicator(p, 0, 1).results = [{ year: 2023, text: '15/05/2023' }];
    },
  ],
  [
    'a name that says in so many days, and more in the target',
    'target-against-name',
    'cruscotto 1.1.1-02',
    (p) => {
      rename(p, 1, 'Evasione delle richieste in 10 giorni');
      promise(p, 1, { 2024: 'al massimo 15 giorni' });
    },
  ],
  [
    'a year written wrong in one cell of three',
    'year-stray',
    'cruscotto 1.1.1-01',
    (p) => {
      promise(p, 0, { 2024: 'almeno 25', 2205: 'almeno 26', 2026: 'almeno 27' });
      promise(p, 1, { 2024: '<= 7', 2025: '<= 7', 2026: '<= 7' });
      promise(p, 0, { 2024: 'entro il 30/06/2024', 2025: 'entro il 30/06/2025', 2026: 'entro il 30/06/2026' }, 1);
    },
  ],
  [
    'a whole column headed with a year far away',
    'year-stray',
    'piano, target 2052',
    (p) => {
      promise(p, 0, { 2024: 'almeno 25', 2052: 'almeno 20' });
      promise(p, 1, { 2024: '<= 7', 2052: '<= 8' });
      promise(p, 0, { 2024: 'entro il 30/06/2024', 2052: 'entro il 30/06/2052' }, 1);
    },
  ],
  [
    'a result of a year to come',
    'year-stray',
    'piano, risultato 2032',
    (p) => {
      indicator(p).results = [{ year: 2032, text: '12' }];
    },
  ],
  [
    'a column of results that a spreadsheet shows as dates',
    'excel-zero-date',
    'cruscotto 1.1.1-01',
    (p) => {
      beside(p, { name: 'Moduli pubblicati', targets: [{ year: 2024, text: 'almeno 12' }] });
      for (const i of [indicator(p), indicator(p, 1), indicator(p, 0, 1)])
        i.results = [{ year: 2023, text: '00/01/1900' }];
      indicator(p, 1, 1).results = [{ year: 2023, text: '9' }];
    },
  ],
  [
    'a target that falls',
    'target-worsens',
    'cruscotto 1.1.1-01',
    (p) => promise(p, 0, { 2024: 'almeno 25', 2025: 'almeno 20' }),
  ],
  ['a limit that widens', 'target-worsens', 'cruscotto 1.1.1-02', (p) => promise(p, 1, { 2024: '<= 7', 2025: '<= 9' })],
  [
    'a target that rises and then falls below where it began',
    'target-worsens',
    'cruscotto 1.1.1-01',
    (p) => promise(p, 0, { 2024: 'almeno 25', 2025: 'almeno 30', 2026: 'almeno 18' }),
  ],
  [
    'less than the result printed beside it',
    'target-worse-than-history',
    'cruscotto 1.1.1-01',
    (p) => {
      indicator(p).results = [{ year: 2023, text: '31' }];
    },
  ],
  [
    'more days than it took the year before',
    'target-worse-than-history',
    'cruscotto 1.1.1-02',
    (p) => {
      indicator(p, 1).results = [
        { year: 2022, text: '9' },
        { year: 2023, text: '5,5' },
      ];
    },
  ],
  [
    'a hole between two bands',
    'bands-gap',
    'cruscotto 1.1.1-01',
    (p) => promise(p, 0, { 2024: '0-10: 0%; 20-30: 50%; 31-40: 100%' }),
  ],
  [
    'more than all of a whole',
    'target-impossible',
    'cruscotto 1.1.1-01',
    (p) => {
      rename(p, 0, 'Percentuale di domande evase');
      promise(p, 0, { 2024: 'almeno 120%' });
    },
  ],
  [
    'a mark beyond its scale',
    'target-impossible',
    'cruscotto 1.1.1-01',
    (p) => {
      rename(p, 0, 'Gradimento dei corsi (scala da 1 a 5)');
      promise(p, 0, { 2024: 'almeno 7' });
    },
  ],
  [
    'fewer than none of what the name alone counts',
    'target-impossible',
    'cruscotto 1.1.1-02',
    (p) => {
      rename(p, 1, 'Ricorsi accolti');
      promise(p, 1, { 2024: '<= -4' });
    },
  ],
  [
    'a number of things in the name, fewer in the target',
    'target-against-name',
    'cruscotto 1.1.1-01',
    (p) => {
      rename(p, 0, 'Organizzazione di 12 corsi di primo soccorso');
      promise(p, 0, { 2024: 'almeno 4 corsi' });
    },
  ],
  [
    'a number of things in words that begins the name, and another bare one',
    'target-against-name',
    'cruscotto 1.1.1-01',
    (p) => {
      rename(p, 0, 'Otto sopralluoghi nei cantieri');
      promise(p, 0, { 2024: 'almeno 3' });
    },
  ],
  [
    'one measure that says what alone it is about, of two offices with another target each',
    'same-name-twice',
    'cruscotto 1.2.1-02',
    (p) => beside(p, { name: 'N. incontri con imprese', targets: [{ year: 2024, text: 'almeno 60' }] }),
  ],
  [
    'one measure under another spelling in the list of a person of the same programme',
    'targets-differ',
    'individuale D-1-01',
    (p) => {
      personal(p).name = 'N. incontri con imprese';
      personal(p).targets = [{ year: 2024, text: 'almeno 60' }];
    },
  ],
  ['fewer than none', 'target-impossible', 'cruscotto 1.1.1-01', (p) => promise(p, 0, { 2024: 'almeno -5 incontri' })],
  [
    'a hole under an open band',
    'bands-gap',
    'cruscotto 1.1.1-01',
    (p) => promise(p, 0, { 2024: 'fino a 50: 0%; da 60 a 80: 50%; oltre 80: 100%' }),
  ],
  [
    'bands that meet in more than a point',
    'bands-overlap',
    'cruscotto 1.1.1-01',
    (p) => promise(p, 0, { 2024: '0-50: 0%; 40-100: 100%' }),
  ],
  [
    'a name that says 30 days and a target of 60',
    'target-against-name',
    'cruscotto 1.1.1-02',
    (p) => {
      rename(p, 1, 'Risposte ai reclami entro 30 giorni');
      promise(p, 1, { 2024: 'al massimo 60 giorni' });
    },
  ],
  [
    'a name that says at least 80% and a target of 60%',
    'target-against-name',
    'cruscotto 1.1.1-01',
    (p) => {
      rename(p, 0, 'Quota di utenti soddisfatti, almeno l’80%');
      promise(p, 0, { 2024: '>= 60%' });
    },
  ],
  [
    'hours in the name, more hours in the target',
    'target-against-name',
    'cruscotto 1.1.1-02',
    (p) => {
      rename(p, 1, 'Ripristino del servizio entro 24 ore');
      promise(p, 1, { 2024: '<= 48 ore' });
    },
  ],
  [
    'a result better than the target, printed as 30 incontri',
    'target-worse-than-history',
    'cruscotto 1.1.1-01',
    (p) => {
      indicator(p, 0).results = [{ year: 2023, text: '30 incontri' }];
    },
  ],
  [
    'a result better than the target, printed as n. 30',
    'target-worse-than-history',
    'cruscotto 1.1.1-01',
    (p) => {
      indicator(p, 0).results = [{ year: 2023, text: 'n. 30' }];
    },
  ],
  [
    'a result better than the target, printed as 31 incontri con imprese',
    'target-worse-than-history',
    'cruscotto 1.1.1-01',
    (p) => {
      indicator(p, 0).results = [{ year: 2023, text: '31 incontri con imprese' }];
    },
  ],
  [
    'a result better than the target, printed as nr. 40',
    'target-worse-than-history',
    'cruscotto 1.1.1-01',
    (p) => {
      indicator(p, 0).results = [{ year: 2023, text: 'nr. 40' }];
    },
  ],
  [
    'a result better than the target, printed as 5 giorni',
    'target-worse-than-history',
    'cruscotto 1.1.1-02',
    (p) => {
      indicator(p, 1).results = [{ year: 2023, text: '5 giorni' }];
    },
  ],
  [
    'a result better than the target, printed as 5 gg',
    'target-worse-than-history',
    'cruscotto 1.1.1-02',
    (p) => {
      indicator(p, 1).results = [{ year: 2023, text: '5 gg' }];
    },
  ],
  [
    'a result better than the target, printed as 4,5 giorni',
    'target-worse-than-history',
    'cruscotto 1.1.1-02',
    (p) => {
      indicator(p, 1).results = [{ year: 2023, text: '4,5 giorni' }];
    },
  ],
  [
    'a result better than the target, printed as 6gg.',
    'target-worse-than-history',
    'cruscotto 1.1.1-02',
    (p) => {
      indicator(p, 1).results = [{ year: 2023, text: '6gg.' }];
    },
  ],
  [
    'a result better than the target, printed as a part of a whole',
    'target-worse-than-history',
    'cruscotto 1.1.1-01',
    (p) => {
      rename(p, 0, 'Percentuale di pratiche evase');
      promise(p, 0, { 2024: 'almeno 80%' });
      indicator(p).results = [{ year: 2023, text: '18 su 20' }];
    },
  ],
  [
    'a share that falls on a measure named as a count',
    'target-worsens',
    'cruscotto 1.1.1-01',
    (p) => {
      promise(p, 0, { 2024: 'almeno 25%', 2025: 'almeno 20%' });
    },
  ],
  [
    'a term from an event that grows longer',
    'target-worsens',
    'cruscotto 1.1.1-02',
    (p) => {
      promise(p, 1, { 2024: 'entro 7 giorni dalla richiesta', 2025: 'entro 9 giorni dalla richiesta' });
    },
  ],
  [
    'a term from an event that grows longer in another unit',
    'target-worsens',
    'cruscotto 1.1.1-02',
    (p) => {
      rename(p, 1, 'Conclusione dei procedimenti');
      promise(p, 1, { 2024: 'entro 20 giorni dalla domanda', 2025: 'entro 1 mese dalla domanda' });
    },
  ],
  [
    'a limit in days, then in months',
    'target-worsens',
    'cruscotto 1.1.1-02',
    (p) => {
      rename(p, 1, 'Durata dei procedimenti');
      promise(p, 1, { 2024: '<= 20 giorni', 2025: '<= 2 mesi' });
    },
  ],
  ['a target nobody has filled in', 'no-target', 'cruscotto 1.1.1-02', (p) => promise(p, 1, { 2024: 'n.d.' })],
  [
    'other things counted than the name says',
    'targets-differ',
    'scheda 1.1.1-s01',
    (p) => {
      at(sheet(p).indicators, 0).targets = [{ year: 2024, text: 'almeno 25 imprese' }];
    },
  ],
  [
    'a smaller growth from the year before',
    'target-worsens',
    'cruscotto 1.1.1-01',
    (p) => {
      promise(p, 0, { 2024: '+5% rispetto al 2023', 2025: '+2% rispetto al 2024' });
    },
  ],
  [
    'a smaller growth from one year',
    'target-worsens',
    'cruscotto 1.1.1-01',
    (p) => {
      promise(p, 0, { 2024: '+8% rispetto al 2022', 2025: '+6% rispetto al 2022' });
    },
  ],
  [
    'a smaller saving',
    'target-worsens',
    'cruscotto 1.1.1-02',
    (p) => {
      rename(p, 1, 'Tempo di conclusione');
      promise(p, 1, { 2024: '-5% rispetto al 2023', 2025: '-3% rispetto al 2023' });
    },
  ],
  [
    'a number with its noun in one year alone',
    'target-worsens',
    'cruscotto 1.1.1-01',
    (p) => {
      promise(p, 0, { 2024: 'almeno 25', 2025: 'almeno 20 incontri' });
    },
  ],
  [
    'a day later in the year',
    'target-worsens',
    'cruscotto 1.2.1-01',
    (p) => {
      promise(p, 0, { 2024: 'entro il 30/06/2024', 2025: 'entro il 30/11/2025' }, 1);
    },
  ],
  [
    'a month later in the year, in words',
    'target-worsens',
    'cruscotto 1.2.1-01',
    (p) => {
      rename(p, 0, 'Adozione del regolamento', 1);
      promise(p, 0, { 2024: 'entro il 31 marzo 2024', 2025: 'entro il 15 maggio 2025' }, 1);
    },
  ],
  [
    'two zeros too many in the next year',
    'target-leaps',
    'cruscotto 1.1.1-01',
    (p) => {
      promise(p, 0, { 2024: 'almeno 25', 2025: 'almeno 2500' });
    },
  ],
  [
    'a zero too many in the third year',
    'target-leaps',
    'cruscotto 1.1.1-01',
    (p) => {
      promise(p, 0, { 2024: 'almeno 25', 2025: 'almeno 30', 2026: 'almeno 350' });
    },
  ],
  [
    'a hole under a last band written with its beginning alone',
    'bands-gap',
    'cruscotto 1.1.1-01',
    (p) => {
      promise(p, 0, { 2024: 'fino a 10: 0%; da 11 a 20: 50%; da 25: 100%' });
    },
  ],
  [
    'a hole in the middle, and a last band written with its beginning alone',
    'bands-gap',
    'cruscotto 1.1.1-01',
    (p) => {
      promise(p, 0, { 2024: 'fino a 5: 0%; da 8 a 20: 60%; da 21: 100%' });
    },
  ],
  [
    'days in the name, more days beside a share',
    'target-against-name',
    'cruscotto 1.1.1-01',
    (p) => {
      rename(p, 0, 'Percentuale di pratiche evase entro 30 giorni');
      promise(p, 0, { 2024: 'almeno 80% entro 60 giorni' });
    },
  ],
  [
    'days in the name of a time, and a greater bare number',
    'target-against-name',
    'cruscotto 1.1.1-02',
    (p) => {
      rename(p, 1, 'Tempo di risposta entro 30 giorni');
      promise(p, 1, { 2024: '<= 60' });
    },
  ],
  [
    'days in the name in words',
    'target-against-name',
    'cruscotto 1.1.1-02',
    (p) => {
      rename(p, 1, 'Risposta entro trenta giorni dalla richiesta');
      promise(p, 1, { 2024: 'entro 60 giorni' });
    },
  ],
  [
    'days in the name, more days from the event in the target',
    'target-against-name',
    'cruscotto 1.1.1-02',
    (p) => {
      rename(p, 1, 'Risposta entro 10 giorni');
      promise(p, 1, { 2024: 'entro 15 giorni dalla richiesta' });
    },
  ],
  [
    'days in the name, months in the target',
    'target-against-name',
    'cruscotto 1.1.1-02',
    (p) => {
      rename(p, 1, 'Conclusione entro 45 giorni');
      promise(p, 1, { 2024: 'entro 2 mesi' });
    },
  ],
  [
    'a number of meetings in the name, fewer in the target',
    'target-against-name',
    'cruscotto 1.1.1-01',
    (p) => {
      rename(p, 0, 'Almeno 30 incontri con le imprese');
      promise(p, 0, { 2024: 'almeno 25' });
    },
  ],
  [
    'a number of things to do in the name, fewer in the target',
    'target-against-name',
    'cruscotto 1.1.1-01',
    (p) => {
      rename(p, 0, 'Realizzazione di almeno 12 eventi');
      promise(p, 0, { 2024: 'almeno 10 eventi' });
    },
  ],
  [
    'more than the whole',
    'target-against-name',
    'cruscotto 1.1.1-01',
    (p) => {
      rename(p, 0, 'Pratiche telematiche sul totale');
      promise(p, 0, { 2024: 'almeno 120%' });
    },
  ],
  [
    'more than the whole of what is named',
    'target-against-name',
    'cruscotto 1.1.1-01',
    (p) => {
      rename(p, 0, 'Percentuale di istanze digitali sul totale delle istanze');
      promise(p, 0, { 2024: '>= 110%' });
    },
  ],
  [
    'months for a measure in days',
    'target-against-name',
    'cruscotto 1.1.1-02',
    (p) => {
      rename(p, 1, 'Tempo medio (giorni)');
      promise(p, 1, { 2024: '<= 5 mesi' });
    },
  ],
  [
    'days for a measure in hours',
    'target-against-name',
    'cruscotto 1.1.1-02',
    (p) => {
      rename(p, 1, 'Tempo di ripristino (ore)');
      promise(p, 1, { 2024: '<= 3 giorni' });
    },
  ],
  [
    'a day in the name, a later day in the target: Avvio della piattaforma entro il 30 giugno',
    'target-against-name',
    'cruscotto 1.2.1-01',
    (p) => {
      rename(p, 0, 'Avvio della piattaforma entro il 30 giugno', 1);
      promise(p, 0, { 2024: 'entro il 30/09/2024' }, 1);
    },
  ],
  [
    'a day in the name, a later day in the target: Attivazione della rete entro marzo',
    'target-against-name',
    'cruscotto 1.2.1-01',
    (p) => {
      rename(p, 0, 'Attivazione della rete entro marzo', 1);
      promise(p, 0, { 2024: 'entro il 30 aprile 2024' }, 1);
    },
  ],
  [
    'a day in the name, a later day in the target: Adozione del piano entro il 31/05/2024',
    'target-against-name',
    'cruscotto 1.2.1-01',
    (p) => {
      rename(p, 0, 'Adozione del piano entro il 31/05/2024', 1);
      promise(p, 0, { 2024: 'entro il 30/06/2024' }, 1);
    },
  ],
  ['no target in either place', 'no-target', 'cruscotto 1.1.1-01', (p) => promise(p, 0, { 2024: '' })],
  [
    'a year that nobody else has',
    'year-stray',
    'cruscotto 1.1.1-01',
    (p) => promise(p, 0, { 2024: 'almeno 25', 2042: 'almeno 26' }),
  ],
  [
    'a year in the name, and a target for the next',
    'year-in-name',
    'cruscotto 1.1.1-01',
    (p) => {
      rename(p, 0, 'Incontri del programma 2024');
      promise(p, 0, { 2024: 'almeno 25', 2025: 'almeno 25' });
    },
  ],
  [
    'one day written twice, in another year',
    'date-outside-exercise',
    'individuale D-1-01',
    (p) => {
      personal(p).targets = [{ year: 2024, text: 'entro il 31/01/2025 (31 gennaio 2025)' }];
    },
  ],
  [
    'a deadline written as "after", already over at the approval',
    'deadline-written-as-after',
    'individuale D-1-01',
    (p) => {
      personal(p).targets = [{ year: 2024, text: '>= 15/01/2024' }];
    },
  ],
  [
    'a day that February does not have',
    'impossible-date',
    'individuale D-1-01',
    (p) => {
      personal(p).targets = [{ year: 2024, text: 'entro il 30/02/2024' }];
    },
  ],
  [
    'a column of past results without a single one',
    'results-column-empty',
    'piano, risultato 2023',
    (p) => {
      for (const i of [indicator(p), indicator(p, 1), indicator(p, 0, 1)]) i.results = [{ year: 2023, text: '' }];
    },
  ],
  [
    'a column of results of zeros',
    'results-all-zero',
    'piano, risultato 2023',
    (p) => {
      for (const i of [indicator(p), indicator(p, 1)]) i.results = [{ year: 2023, text: '0' }];
    },
  ],
];

const betweenPlaces: readonly Planted[] = [
  [
    'two individual objectives on one programme that is not there',
    'individual-without-programme',
    'obiettivo individuale D-1',
    (p) => {
      const first = at(p.individual, 0);
      Object.assign(first, { programme: '4.4.4', weight: '50' });
      const its = [{ ...personal(p), code: 'D-2-01', name: 'Verbale della verifica' }];
      p.individual.push({ ...first, code: 'D-2', indicators: its });
    },
  ],
  [
    'an individual objective on a programme that is not there',
    'individual-without-programme',
    'obiettivo individuale D-1',
    (p) => {
      at(p.individual, 0).programme = '1.1.8';
    },
  ],
  [
    'the measure of another programme asked of a person, with another term',
    'targets-differ',
    'individuale D-1-01',
    (p) => {
      Object.assign(personal(p), {
        name: 'Avvio della piattaforma',
        targets: [{ year: 2024, text: 'entro il 30/09/2024' }],
      });
    },
  ],
  [
    'one measure in two programmes of one office, with two targets',
    'targets-differ',
    'cruscotto 1.2.1-02',
    (p) =>
      beside(p, {
        name: 'Numero di incontri con le imprese',
        office: 'sportello',
        targets: [{ year: 2024, text: 'almeno 40' }],
      }),
  ],
  [
    'one measure under another spelling: N. incontri con imprese',
    'targets-differ',
    'cruscotto 1.2.1-02',
    (p) => {
      beside(p, { name: 'N. incontri con imprese', office: 'sportello', targets: [{ year: 2024, text: 'almeno 40' }] });
    },
  ],
  [
    'one measure under another spelling: N° di incontri con le imprese',
    'targets-differ',
    'cruscotto 1.2.1-02',
    (p) => {
      beside(p, {
        name: 'N° di incontri con le imprese',
        office: 'sportello',
        targets: [{ year: 2024, text: 'almeno 40' }],
      });
    },
  ],
  [
    'one measure under another spelling: Numero incontri con le imprese',
    'targets-differ',
    'cruscotto 1.2.1-02',
    (p) => {
      beside(p, {
        name: 'Numero incontri con le imprese',
        office: 'sportello',
        targets: [{ year: 2024, text: 'almeno 40' }],
      });
    },
  ],
  [
    'a row of a sheet that promises something else',
    'targets-differ',
    'scheda 1.1.1-s02',
    (p) => {
      at(sheet(p).indicators, 1).targets = [{ year: 2024, text: '<= 10' }];
    },
  ],
  [
    'a row without declared origin, by its name',
    'targets-differ',
    'scheda 1.1.1-s01',
    (p) => {
      const row = at(sheet(p).indicators, 0);
      delete row.repeats;
      row.targets = [{ year: 2024, text: 'almeno 12' }];
    },
  ],
  [
    'a row that states an indicator of another programme',
    'programme-differs',
    'scheda 1.2.1-s02',
    (p) => {
      sheet(p, 1).indicators.push({ ...at(sheet(p).indicators, 0), code: '1.2.1-s02' });
    },
  ],
  [
    'an area with the code of another',
    'code-mismatch',
    'area 7',
    (p) => {
      at(p.areas, 0).code = '7';
      at(p.individual, 0).area = '1';
    },
  ],
  [
    'an indicator with the code of another programme',
    'code-mismatch',
    'cruscotto 1.3.1-02',
    (p) => {
      indicator(p, 1).code = '1.3.1-02';
      at(sheet(p).indicators, 1).repeats = '1.3.1-02';
    },
  ],
  [
    'a programme linked to another missione than all its indicators',
    'missione-differs',
    'programma 1.1.1',
    (p) => {
      programme(p).missioneProgramma = '016/005';
      at(p.budget.lines, 2).function = 'C';
    },
  ],
  [
    'a programme under a perspective in which its objective weighs nothing',
    'perspective-differs',
    'programma 1.1.1',
    (p) => {
      programme(p).perspective = 'processi';
    },
  ],
  [
    'an indicator under another perspective than its programme',
    'perspective-differs',
    'cruscotto 1.1.1-02',
    (p) => {
      indicator(p, 1).perspective = 'processi';
    },
  ],
  [
    'an office that the body does not have, in several places',
    'office-unknown',
    'cruscotto 1.1.1-01',
    (p) => {
      indicator(p).office = 'ufficio-soppresso';
      indicator(p, 1).office = 'ufficio-soppresso';
      sheet(p).offices = ['ufficio-soppresso'];
    },
  ],
  [
    'two visions',
    'statements-differ',
    'visione',
    (p) => {
      p.identity = [
        { of: 'mission', text: 'Servire il territorio', source: 'cap. 1' },
        { of: 'vision', text: 'Un ente vicino alle imprese', source: 'cap. 1' },
        { of: 'vision', text: 'Un ente che fa rete con gli altri', source: 'cap. 2' },
      ];
    },
  ],
  [
    'a heading of the budget with another title than its area',
    'title-differs',
    'area 1',
    (p) => {
      at(p.budget.totals, 2).title = 'Servizi interni';
    },
  ],
];

const inWeights: readonly Planted[] = [
  [
    'a comma lost, which also breaks the sum',
    'weight-impossible',
    'cruscotto 1.1.1-01',
    (p) => {
      indicator(p).weight = '455';
    },
  ],
  [
    'a dash before the weight of an objective, which also breaks every sum above it',
    'weight-impossible',
    'obiettivo 1.2',
    (p) => {
      at(objective(p, 1).weights, 0).weight = '-40';
    },
  ],
  [
    'a dash before the weight of an indicator of a programme that has none',
    'weight-impossible',
    'cruscotto 1.1.1-02',
    (p) => {
      delete programme(p).weight;
      indicator(p, 1).weight = '-14.5';
    },
  ],
  [
    'a programme that says more than its indicators',
    'weights-do-not-sum',
    'programma 1.1.1',
    (p) => {
      programme(p).weight = '62';
    },
  ],
  [
    'an objective that says less than its programmes',
    'weights-do-not-sum',
    'obiettivo 1.2',
    (p) => {
      at(objective(p, 1).weights, 0).weight = '38';
    },
  ],
  [
    'indicators far from the programme without weights of programmes',
    'weights-do-not-sum',
    'obiettivo 1.1',
    (p) => {
      delete programme(p).weight;
      indicator(p).weight = '40';
    },
  ],
  [
    'a weight below zero in a sum that comes out',
    'weight-impossible',
    'cruscotto 1.1.1-02',
    (p) => {
      indicator(p).weight = '70';
      indicator(p, 1).weight = '-10';
    },
  ],
  [
    'a weight above a hundred made good by one below zero',
    'weight-impossible',
    'cruscotto 1.1.1-01',
    (p) => {
      indicator(p).weight = '160';
      indicator(p, 1).weight = '-100';
    },
  ],
  [
    'weights of perspectives and objectives that no share has',
    'weight-impossible',
    'obiettivo 1.1',
    (p) => {
      delete at(p.perspectives, 0).weight;
      delete at(p.perspectives, 1).weight;
      for (const of of [0, 1]) {
        delete programme(p, of).weight;
        for (const i of programme(p, of).indicators) delete i.weight;
      }
      at(objective(p).weights, 0).weight = '110';
      at(objective(p, 1).weights, 0).weight = '-10';
    },
  ],
  [
    'an indicator that weighs nothing in a sum that comes out',
    'weight-zero',
    'cruscotto 1.1.1-02',
    (p) => {
      indicator(p).weight = '60';
      indicator(p, 1).weight = '0';
    },
  ],
  [
    'a perspective that weighs nothing, with all that is in it',
    'weight-zero',
    'prospettiva processi',
    (p) => {
      at(p.perspectives, 0).weight = '100';
      at(objective(p).weights, 0).weight = '100';
      programme(p).weight = '100';
      indicator(p).weight = '85.5';
      at(p.perspectives, 1).weight = '0';
      at(objective(p, 1).weights, 0).weight = '0';
      programme(p, 1).weight = '0';
      indicator(p, 0, 1).weight = '0';
    },
  ],
  [
    'one indicator without a weight among others',
    'weight-missing',
    'cruscotto 1.1.1-02',
    (p) => {
      delete indicator(p, 1).weight;
    },
  ],
  [
    'two thirds and something else',
    'weights-do-not-sum',
    'obiettivi individuali dirigente',
    (p) => {
      const first = at(p.individual, 0);
      first.weight = '33.33';
      p.individual.push({ ...first, code: 'D-2', weight: '33.33' }, { ...first, code: 'D-3', weight: '30' });
      for (const [i, o] of p.individual.entries())
        o.indicators = [{ ...personal(p), code: `D-${i + 1}-01`, name: `Relazione ${i}` }];
    },
  ],
];

const inMoney: readonly Planted[] = [
  [
    'a total that neither the parts nor the estimate have',
    'sheet-parts-do-not-add-up',
    'scheda 1.1.1',
    (p) => {
      sheet(p).resources.total = '1500.01';
    },
  ],
  [
    'one amount wrong among the lines',
    'budget-total-differs',
    'budget 1.1.1',
    (p) => {
      at(p.budget.lines, 0).amount = '610.10';
    },
  ],
  [
    'only the printed total of the objective wrong',
    'budget-total-differs',
    'budget 1.1',
    (p) => {
      at(p.budget.totals, 1).amount = '1100.00';
    },
  ],
  [
    'only the last line of the budget wrong',
    'budget-total-differs',
    'budget totale',
    (p) => {
      at(p.budget.totals, 3).amount = '1210.00';
    },
  ],
  [
    'a detail of a line that is not there',
    'budget-detail-differs',
    'budget, dettaglio B1010109',
    (p) => {
      at(p.budget.details, 0).product = 'B1010109';
    },
  ],
  [
    'money for one programme written under another',
    'resources-elsewhere',
    'budget B1010103',
    (p) => {
      const line = at(p.budget.lines, 2);
      Object.assign(line, {
        ...at(p.budget.lines, 0),
        product: 'B1010103',
        description: 'Nuove procedure telematiche',
        amount: '200.00',
      });
      Object.assign(at(p.budget.totals, 0), { amount: '1200.00' });
      Object.assign(at(p.budget.totals, 1), { amount: '1200.00' });
      sheet(p).resources.parts = [{ name: 'Interventi economici', amount: '1200.00' }];
      Object.assign(sheet(p).resources, { total: '1200.00', planned: '1200.00' });
      at(sheet(p, 1).resources.parts, 0).name = 'Investimenti';
    },
  ],
  [
    'the sheet alone asks for more',
    'sheet-budget-differs',
    'scheda 1.1.1',
    (p) => {
      sheet(p).resources = {
        total: '1700.00',
        parts: [{ name: 'Interventi economici', amount: '1700.00' }],
        planned: '1700.00',
      };
    },
  ],
];

/** Weights that miss 100% by as little as thirds do, and are none. */
test.each([
  [['33.33', '33.33', '33.35']],
  [['66.66', '33.32']],
  [['66.7', '33.2']],
  [['12.5', '29.17', '29.17', '29.19']],
  [['49.99', '50']],
  [['24.99', '25', '25', '25']],
] as const)('%s is an error', (weights) => {
  const plan = cleanPlan();
  const first = at(plan.individual, 0);
  plan.individual = weights.map((weight, i) => ({
    ...first,
    code: `D-${i + 1}`,
    weight,
    indicators: [{ ...personal(plan), code: `D-${i + 1}-01`, name: `Relazione ${i}` }],
  }));
  expect(checkPlan(plan).map((f) => f.code)).toEqual(['weights-do-not-sum']);
});

describe.each([
  ['in targets and results', inTargets],
  ['between one place and another', betweenPlaces],
  ['in weights', inWeights],
  ['in money', inMoney],
] as const)('a contradiction %s is found once', (_, rows) => {
  test.each(rows)('%s', (_what, code, place, spoil) => {
    const plan = cleanPlan();
    spoil(plan);
    expect(checkPlan(plan, { offices: OFFICES }).map((f) => `${f.code} @ ${f.place}`)).toEqual([`${code} @ ${place}`]);
  });
});

test('an objective that weighs more than its share and has no money is told, where others have', () => {
  const plan = cleanPlan();
  const [one, two] = [objective(plan), objective(plan, 1)];
  const third = (code: string, weight: string): typeof one => ({
    ...two,
    code,
    title: `Obiettivo ${code}`,
    weights: [{ perspective: 'processi', weight }],
    programmes: [
      {
        ...programme(plan, 1),
        code: `${code}.1`,
        title: `Programma ${code}.1`,
        weight,
        indicators: [{ ...indicator(plan, 0, 1), code: `${code}.1-01`, name: `Misura ${code}`, weight }],
      },
    ],
  });
  at(one.weights, 0).weight = '25';
  programme(plan).weight = '25';
  indicator(plan).weight = '10.5';
  at(plan.areas, 0).objectives.push(third('1.3', '35'));
  plan.sheets = [];
  plan.perspectives = [
    { id: 'utenti', title: 'Utenti' },
    { id: 'processi', title: 'Processi' },
  ];
  const found = checkPlan(plan);
  expect(found.map((f) => `${f.code} @ ${f.place}`)).toEqual(['weight-without-money @ obiettivo 1.3']);
  expect(found[0]?.fact).toBe(
    'L’obiettivo pesa 35% del cruscotto e nel budget, che è di 1.200,00 euro, non ha nessuna riga.',
  );
});

describe('in the tables, one cause is told once', () => {
  const cell = (s: Draft<Series>, row: string, column: number, text: string): void => {
    const { rows } = at(s.tables, 0);
    at(
      rows,
      rows.findIndex((r) => r.id === row),
    ).cells[column] = text;
  };
  const places = (s: Series): readonly string[] => checkSeries(s).map((f) => `${f.code} @ ${f.place}`);

  test('a minus that is missing', () => {
    const series = cleanSeries();
    cell(series, 'quota-a', 0, '167,4%');
    cell(series, 'quota-b', 0, '67,4%');
    const [found, ...others] = checkSeries(series);
    expect(others).toEqual([]);
    expect(`${found?.code} ${found?.severity} ${found?.place}`).toBe('sign-missing error serie t, 2023');
    expect(found?.fact).toContain('67,4%, ma le voci sommano a 100% solo con -67,4%');
  });

  test('a sum far from 100 is an error, one that is near a warning', () => {
    const far = cleanSeries();
    cell(far, 'quota-a', 0, '83,4%');
    expect(checkSeries(far).map((f) => `${f.code} ${f.severity}`)).toEqual(['composition-far-from-hundred error']);
    const near = cleanSeries();
    cell(near, 'quota-a', 0, '30,4%');
    expect(checkSeries(near).map((f) => `${f.code} ${f.severity}`)).toEqual(['composition-not-hundred warning']);
  });

  test('the same relation broken in two years', () => {
    const series = cleanSeries();
    cell(series, 'totale', 0, '1.043');
    cell(series, 'totale', 1, '1.041');
    expect(places(series)).toEqual(['sum-differs @ serie t/totale, 2022, 2023']);
  });

  /** Two columns for each year: the women and the men of two categories, with their totals. */
  const bySex = (...last: readonly [string, string]): Series => {
    const columns = [2022, 2023].flatMap((year) => [
      { subject: 'donne', year },
      { subject: 'uomini', year },
    ]);
    const rows = [
      { id: 'capo', name: 'Direttore', cells: ['0', '1', ...last] },
      { id: 'altri', name: 'Altri', cells: ['6', '5', '6', '5'] },
      { id: 'totale', name: 'Totale', cells: ['6', '6', '6', '6'] },
    ];
    const ref = (row: string, subject: string) => ({ negative: false, table: 'sesso', row, subject });
    return {
      tables: [{ id: 'sesso', title: 'Personale per sesso', source: 'cap. 2', columns, rows }],
      relations: ['donne', 'uomini'].map((s) => ({
        kind: 'equation' as const,
        left: [ref('capo', s), ref('altri', s)],
        right: [ref('totale', s)],
      })),
    };
  };

  test('two cells each in the place of the other, which break two totals', () => {
    expect(places(bySex('0', '1'))).toEqual([]);
    const [found, ...others] = checkSeries(bySex('1', '0'));
    expect(others).toEqual([]);
    expect(`${found?.code} @ ${found?.place}`).toBe('cells-swapped @ serie sesso/capo@donne sesso/capo@uomini, 2023');
    expect(found?.fact).toBe(
      '2023, «Personale per sesso»: «Direttore» (donne) è 1 e «Direttore» (uomini) 0, al contrario degli altri anni; scambiati, tornano i due totali stampati («Totale» (donne) 6 e «Totale» (uomini) 6).',
    );
  });

  test('two totals that are wrong each for itself stay two', () => {
    expect(places(bySex('2', '1'))).toEqual(['sum-differs @ serie sesso/totale@donne, 2023']);
    expect(places(bySex('3', '4'))).toHaveLength(2);
  });
});

test('terms copied from the plan of the year before are told at once, with all of them', () => {
  const plan = cleanPlan();
  const copied = (i: number) => ({ ...personal(plan), code: `D-1-0${i}`, name: `Relazione ${i}`, weight: '25' });
  at(plan.individual, 0).indicators = [1, 2, 3, 4].map(copied);
  for (const i of at(plan.individual, 0).indicators.slice(0, 3))
    i.targets = [{ year: 2024, text: 'entro il 30/11/2023' }];
  expect(checkPlan(plan).map((f) => f.fact)).toEqual([
    '3 target 2024 indicano una data del 2023, fuori dall’esercizio: individuale D-1-01 «entro il 30/11/2023»; individuale D-1-02 «entro il 30/11/2023»; individuale D-1-03 «entro il 30/11/2023».',
  ]);
});

test('a year written wrong in one cell says which year it left without', () => {
  const plan = cleanPlan();
  promise(plan, 0, { 2024: 'almeno 25', 2205: 'almeno 26' });
  promise(plan, 1, { 2024: '<= 7', 2025: '<= 7' });
  promise(plan, 0, { 2024: 'entro il 30/06/2024', 2025: 'entro il 30/06/2025' }, 1);
  expect(checkPlan(plan).map((f) => f.fact)).toEqual([
    'C’è un target per il 2205, «almeno 26», anno per cui nel Piano quasi nessun altro indicatore ne ha. Manca invece quello del 2025.',
  ]);
});

test('where the only target is of a stray year, the sentence says which', () => {
  const plan = cleanPlan();
  promise(plan, 0, { 2042: 'almeno 25' });
  expect(checkPlan(plan).map((f) => f.fact)).toEqual(['Manca il target per il 2024; c’è per il 2042.']);
});

test.each([
  ['almeno 25', '31', 1],
  ['almeno 25', '24', 0],
  ['non meno di 25 incontri', '31', 1],
  ['almeno 25', '31%', 0],
] as const)('a target written «%s» and %s in the table of the years before: %i', (text, cell, count) => {
  const plan = cleanPlan();
  promise(plan, 0, { 2024: text });
  indicator(plan).history = 't/incontri';
  const series: Series = {
    tables: [
      {
        id: 't',
        title: 'Attività',
        source: 'cap. 2',
        columns: [{ subject: 'ente', year: 2023 }],
        rows: [{ id: 'incontri', name: 'Incontri', better: 'more', cells: [cell] }],
      },
    ],
    relations: [],
  };
  expect(checkPlan(plan, { series }).map((f) => f.code)).toEqual(Array(count).fill('target-worse-than-history'));
});

test('more than the whole is said to be so', () => {
  const plan = cleanPlan();
  rename(plan, 0, 'Pratiche telematiche sul totale');
  promise(plan, 0, { 2024: 'almeno 120%' });
  expect(checkPlan(plan).map((f) => f.fact)).toEqual([
    'Il nome dice «sul totale», il target 2024 è «almeno 120%»: una parte non supera il 100%.',
  ]);
});

test('weights that no share has are listed together', () => {
  const plan = cleanPlan();
  indicator(plan).weight = '160';
  indicator(plan, 1).weight = '-100';
  expect(checkPlan(plan).map((f) => f.fact)).toEqual([
    'Un peso va da 0% a 100%: cruscotto 1.1.1-01 160%, cruscotto 1.1.1-02 -100%.',
  ]);
});

describe('a finding that rests on a reading nobody has confirmed', () => {
  test('says so', () => {
    const plan = cleanPlan();
    promise(plan, 0, { 2024: '25', 2025: '20' });
    const proposed = (text: string) => {
      const reading = {
        kind: 'threshold' as const,
        operator: '>=' as const,
        value: text,
        unit: { kind: 'number' as const },
        direction: 'more-is-better' as const,
      };
      const sentence = `almeno ${text}: più è alto, meglio è`;
      return { outcome: 'proposed' as const, text, reading, sentence, evidence: [], notes: [] };
    };
    const facts = checkPlan(plan, { readTarget: proposed }).filter(
      (f) => f.code === 'target-worsens' && f.place === 'cruscotto 1.1.1-01',
    );
    expect(facts.map((f) => f.fact)).toEqual([
      'Se «25» si legge come «almeno 25: più è alto, meglio è», il target peggiora da un anno all’altro: 2024 «25», 2025 «20».',
    ]);
  });

  test('is not made where which way is better is open', () => {
    const plan = cleanPlan();
    promise(plan, 0, { 2024: '60 giorni', 2025: '50 giorni' });
    expect(checkPlan(plan).map((f) => f.code)).not.toContain('target-worsens');
  });
});
