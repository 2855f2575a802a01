import type { Plan } from '../../../src/domain/plan.js';
import type { Series } from '../../../src/domain/series.js';

/** Deeply writable, so that a test can spoil one thing. */
export type Draft<T> = T extends readonly (infer I)[]
  ? Draft<I>[]
  : T extends object
    ? { -readonly [K in keyof T]: Draft<T[K]> }
    : T;

const target = (text: string) => ({ year: 2024, text });

/** A small plan in which nothing contradicts anything. */
export function cleanPlan(): Draft<Plan> {
  return {
    entity: 'ente',
    exercise: 2024,
    title: 'Piano 2024',
    perspectives: [
      { id: 'utenti', title: 'Utenti', weight: '60' },
      { id: 'processi', title: 'Processi', weight: '40' },
    ],
    approval: {
      id: 'piano',
      title: 'Piano 2024',
      board: 'Giunta',
      number: '3',
      date: '2024-01-29',
      due: { date: '2024-01-31', norm: 'art. 10' },
      source: 'frontespizio',
    },
    acts: [],
    periods: [],
    placements: [{ about: 'trasparenza', perspective: 'processi', indicators: ['1.2.1-01'], source: 'cap. 1' }],
    legend: { entries: [{ label: 'raggiunto', threshold: 'da 90%' }], source: 'cap. 1' },
    areas: [
      {
        code: '1',
        title: 'Servizi all’utenza',
        source: 'cap. 1',
        objectives: [
          {
            code: '1.1',
            title: 'Migliorare i servizi',
            weights: [{ perspective: 'utenti', weight: '60' }],
            source: 'cap. 1',
            programmes: [
              {
                code: '1.1.1',
                title: 'Sportello unico',
                weight: '60',
                perspective: 'utenti',
                missioneProgramma: '012/004',
                source: 'cap. 1',
                indicators: [
                  {
                    code: '1.1.1-01',
                    name: 'Numero di incontri con le imprese',
                    weight: '45.5',
                    perspective: 'utenti',
                    office: 'sportello',
                    missioneProgramma: '012/004',
                    targets: [target('almeno 25')],
                    results: [{ year: 2024, text: '' }],
                    source: 'cap. 1',
                  },
                  {
                    code: '1.1.1-02',
                    name: 'Tempo medio di risposta (giorni)',
                    weight: '14.5',
                    perspective: 'utenti',
                    office: 'sportello',
                    missioneProgramma: '012/004',
                    targets: [target('<= 7')],
                    source: 'cap. 1',
                  },
                ],
              },
            ],
          },
          {
            code: '1.2',
            title: 'Semplificare le procedure',
            weights: [{ perspective: 'processi', weight: '40' }],
            source: 'cap. 1',
            programmes: [
              {
                code: '1.2.1',
                title: 'Procedure telematiche',
                weight: '40',
                perspective: 'processi',
                missioneProgramma: '032/004',
                source: 'cap. 1',
                indicators: [
                  {
                    code: '1.2.1-01',
                    name: 'Avvio della piattaforma',
                    weight: '40',
                    perspective: 'processi',
                    office: 'informatica',
                    missioneProgramma: '032/004',
                    targets: [target('entro il 30/06/2024')],
                    source: 'cap. 1',
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    sheets: [
      {
        programme: '1.1.1',
        title: 'Sportello unico',
        offices: ['sportello'],
        officesAsWritten: 'Sportello',
        resources: {
          total: '1500.00',
          parts: [
            { name: 'Interventi economici', amount: '1000.00' },
            { name: 'Investimenti', amount: '500.00' },
          ],
          planned: '1500.00',
        },
        indicators: [
          {
            code: '1.1.1-s01',
            name: 'Numero di incontri con le imprese',
            repeats: '1.1.1-01',
            office: 'sportello',
            targets: [target('almeno 25')],
            source: 'cap. 2',
          },
          {
            code: '1.1.1-s02',
            name: 'Tempo medio di risposta (giorni)',
            repeats: '1.1.1-02',
            office: 'sportello',
            targets: [target('<=7')],
            source: 'cap. 2',
          },
        ],
        source: 'cap. 2',
      },
      {
        programme: '1.2.1',
        title: 'Procedure telematiche',
        offices: ['informatica'],
        officesAsWritten: 'Informatica',
        resources: { total: '200.00', parts: [{ name: 'Interventi economici', amount: '200.00' }], planned: '200.00' },
        indicators: [
          {
            code: '1.2.1-s01',
            name: 'Avvio della piattaforma',
            repeats: '1.2.1-01',
            office: 'informatica',
            targets: [target('entro il 30/06/2024')],
            source: 'cap. 2',
          },
        ],
        source: 'cap. 2',
      },
    ],
    individual: [
      {
        code: 'D-1',
        title: 'Servizi all’utenza',
        role: 'dirigente',
        area: '1',
        weight: '100',
        programme: '1.1.1',
        indicators: [
          {
            code: 'D-1-01',
            name: 'Relazione sullo sportello',
            office: 'direzione',
            targets: [target('entro il 31/12/2024')],
            source: 'cap. 3',
          },
        ],
        source: 'cap. 3',
      },
    ],
    budget: {
      lines: [
        {
          area: '1',
          objective: '1.1',
          programme: '1.1.1',
          heading: 'Sportello unico',
          activity: '1',
          function: 'C',
          costCentre: 'A1',
          product: 'B1010101',
          description: 'Incontri',
          amount: '600.10',
          source: 'all. 2',
        },
        {
          area: '1',
          objective: '1.1',
          programme: '1.1.1',
          heading: 'Sportello unico',
          activity: '2',
          function: 'C',
          costCentre: 'A1',
          product: 'B1010102',
          description: 'Fiere',
          amount: '399.90',
          source: 'all. 2',
        },
        {
          area: '1',
          objective: '1.2',
          programme: '1.2.1',
          heading: 'Procedure telematiche',
          activity: '1',
          function: 'B',
          costCentre: 'A2',
          product: 'B1020101',
          description: 'Piattaforma',
          amount: '200.00',
          source: 'all. 2',
        },
      ],
      totals: [
        { of: '1.1.1', level: 'programme', title: 'Sportello unico', amount: '1000.00', source: 'all. 2' },
        { of: '1.1', level: 'objective', amount: '1000.00', source: 'all. 2' },
        { of: '1', level: 'area', amount: '1200.00', source: 'all. 2' },
        { of: 'totale', level: 'total', amount: '1200.00', source: 'all. 2' },
      ],
      details: [
        {
          heading: 'Sportello unico',
          activity: '2',
          function: 'C',
          costCentre: 'A1',
          product: 'B1010102',
          description: 'Fiere',
          amount: '399.90',
          items: [
            { description: 'Fiera di primavera', amount: '99.95', source: 'all. 2' },
            { description: 'Fiera d’autunno', amount: '299.95', source: 'all. 2' },
          ],
          source: 'all. 2',
        },
      ],
    },
  };
}

/** One table of three rows and the years 2022 and 2023, with a relation of each kind, all of which hold. */
export function cleanSeries(): Draft<Series> {
  const row = (id: string, ...cells: string[]) => ({ id, name: id, cells });
  const at = (name: string) => ({ negative: false, table: 't', row: name });
  return {
    tables: [
      {
        id: 't',
        title: 'Personale',
        source: 'cap. 2',
        columns: [
          { subject: 'ente', year: 2023 },
          { subject: 'ente', year: 2022 },
        ],
        rows: [
          row('donne', '23', '22'),
          row('uomini', '1.019', '1.018'),
          row('totale', '1.042', '1.040'),
          row('pratiche', '120', '110'),
          row('quota-a', '33,4%', '50%'),
          row('quota-b', '66,7%', '50%'),
          row('0-5', '1', '1'),
          row('6-10', '1', '1'),
          row('11 e oltre', '1', 'nd'),
        ],
      },
    ],
    relations: [
      { kind: 'equation', left: [at('donne'), at('uomini')], right: [at('totale')] },
      { kind: 'composition', rows: [at('quota-a'), at('quota-b')] },
      { kind: 'not-above', rows: [at('donne')], ceiling: [at('totale')] },
      { kind: 'never-falls', row: at('pratiche') },
      { kind: 'positive', row: at('pratiche') },
      { kind: 'steady', rows: [at('totale')], percent: '15' },
      { kind: 'classes', rows: [at('0-5'), at('6-10'), at('11 e oltre')] },
    ],
  };
}
