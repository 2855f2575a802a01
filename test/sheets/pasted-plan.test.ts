import { describe, expect, it } from 'vitest';
import { scorecardIndicators } from '../../src/domain/findings/walk.js';
import { readPastedPlan } from '../../src/sheets/plan-sheet.js';
import { seedPlan } from '../domain/plan/seed.js';

const HEAD = 'PROCESSI INTERNI\tPeso\tRisultato 2015\tTarget 2016\tTarget 2017\tMissione / Programma';
const OBJECTIVE = '2.1 Sviluppare valore\t15,00%\t\t\t\t';
const PROGRAMME = '2.1.1 Promuovere il benessere\t5,00%\t\t\t\t032 / 004';
const INDICATOR = 'Partecipazione alla formazione\t2,50%\t0\t>= 80%\t\t032 / 004';
const pasted = (...lines: readonly string[]) => readPastedPlan(lines.join('\n'));

describe('the scorecard pasted from a document', () => {
  it('is objectives, programmes and indicators, verbatim', () => {
    expect(pasted('', HEAD, OBJECTIVE, PROGRAMME, INDICATOR)).toEqual({
      errors: [],
      rows: [
        {
          line: 3,
          level: 'objective',
          code: '2.1',
          name: 'Sviluppare valore',
          perspective: 'PROCESSI INTERNI',
          weight: '15.00',
          results: [],
          targets: [],
        },
        {
          line: 4,
          level: 'programme',
          code: '2.1.1',
          name: 'Promuovere il benessere',
          perspective: 'PROCESSI INTERNI',
          weight: '5.00',
          missioneProgramma: '032/004',
          results: [],
          targets: [],
        },
        {
          line: 5,
          level: 'indicator',
          name: 'Partecipazione alla formazione',
          perspective: 'PROCESSI INTERNI',
          programme: '2.1.1',
          weight: '2.50',
          missioneProgramma: '032/004',
          results: [{ year: 2015, text: '0' }],
          targets: [
            { year: 2016, text: '>= 80%' },
            { year: 2017, text: '' },
          ],
        },
      ],
    });
  });

  it('may have its cells separated by spaces, where none is empty', () => {
    const { rows, errors } = pasted(
      'X  Peso  Target 2016',
      '2.1 A  15,00%  –',
      '2.1.1 B  5,00%  –',
      'Presenze alla  5,00%  almeno 3',
    );
    expect(errors).toEqual([]);
    expect(rows[2]).toMatchObject({
      name: 'Presenze alla',
      weight: '5.00',
      targets: [{ year: 2016, text: 'almeno 3' }],
    });
  });

  it('of the reference plan has the indicators of its scorecard, in the same order', () => {
    const plan = seedPlan();
    const years = [2016, 2017, 2018];
    const tables = plan.perspectives.map((perspective) => {
      const lines = plan.areas.flatMap((area) =>
        area.objectives.flatMap((objective) => {
          const weight = objective.weights.find((w) => w.perspective === perspective.id);
          const programmes = objective.programmes.filter((p) => p.perspective === perspective.id);
          if (weight === undefined) return [];
          return [
            [`${objective.code} ${objective.title}`, weight.weight, '', '', '', ''],
            ...programmes.flatMap((p) => [
              [`${p.code} ${p.title}`, p.weight ?? '', '', '', '', p.missioneProgramma ?? ''],
              ...p.indicators.map((i) => [
                i.name,
                i.weight ?? '',
                ...years.map((y) => i.targets.find((t) => t.year === y)?.text ?? ''),
                i.missioneProgramma ?? '',
              ]),
            ]),
          ].map((cells) => cells.map((cell, at) => (at === 1 ? cell.replace('.', ',') : cell)).join('\t'));
        }),
      );
      return [
        [perspective.title, 'Peso', ...years.map((y) => `Target ${y}`), 'Missione / Programma'].join('\t'),
        ...lines,
      ];
    });
    const { rows, errors } = readPastedPlan(tables.flat().join('\r\n'));
    expect(errors).toEqual([]);
    const found = rows
      .filter((r) => r.level === 'indicator')
      .map((r) => `${r.programme} ${r.name} ${r.weight} ${r.targets.map((t) => t.text)}`);
    const theirs = scorecardIndicators(plan).map(
      ({ node: i, programme }) => `${programme} ${i.name} ${i.weight} ${i.targets.map((t) => t.text)}`,
    );
    expect([...found].sort()).toEqual([...theirs].sort());
  });
});

describe('what is wrong in a pasted text has its place', () => {
  it.each([
    ['nothing', '  \n ', 1, 'il testo incollato è vuoto'],
    ['no titles', 'uno\tdue\ntre\tquattro', 1, 'manca la riga delle intestazioni'],
    [
      'words before the titles',
      `Il cruscotto\n${HEAD}`,
      1,
      'riga 1: «Il cruscotto» viene prima della riga delle intestazioni',
    ],
    ['a weight that is none', `${HEAD}\n2.1 A\tmolto`, 2, 'riga 2, colonna «Peso»: «molto» non è un peso'],
    [
      'a mission that is none',
      `${HEAD}\n${OBJECTIVE}\n2.1.1 B\t5%\t\t\t\t32`,
      3,
      'riga 3, colonna «Missione / Programma»: «32» non è una missione',
    ],
    ['an indicator under nothing', `${HEAD}\n${OBJECTIVE}\n${INDICATOR}`, 3, 'sopra non c’è un programma'],
    [
      'a programme under another objective',
      `${HEAD}\n${OBJECTIVE}\n3.1.1 B\t5%`,
      3,
      'il programma «3.1.1» non sta sotto il suo obiettivo',
    ],
    ['a cell too many', `${HEAD}\n${OBJECTIVE}\tx`, 2, 'le celle sono 7, le intestazioni 6: togliere'],
    [
      'a cell lost among spaces',
      'X  Peso  Target 2016  Target 2017\n2.1 A  15,00%',
      2,
      'in una tabella separata da spazi le celle vuote si perdono',
    ],
    ['a title twice', 'X\tPeso\tTarget 2016\tTarget 2016', 1, 'l’intestazione «target 2016» compare due volte'],
    ['a row without a name', `${HEAD}\n\t5%`, 2, 'riga 2: manca il nome'],
  ])('%s', (_, text, line, message) => {
    const { errors } = readPastedPlan(text);
    expect(errors[0]?.line).toBe(line);
    expect(errors[0]?.message).toContain(message);
  });
});
