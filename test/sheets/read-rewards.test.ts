import { describe, expect, test } from 'vitest';
import { readRewards } from '../../src/sheets/read-rewards.js';

const GROUPS = [
  { id: 'dirigenti', title: 'Dirigenti' },
  { id: 'personale', title: 'Personale' },
];
const read = (text: string) => readRewards(Buffer.from(text), GROUPS);

describe('a file of what is set aside and paid for results', () => {
  test('has a row for each group, by id or by title', () => {
    const file = read('Gruppo;Stanziato;Distribuito\nDirigenti;40.000,00;36.500,50\npersonale;€ 25.000;25.000\n');
    expect(file.ok && file.value.amounts).toEqual([
      { group: 'dirigenti', allocated: '40000', paid: '36500.5' },
      { group: 'personale', allocated: '25000', paid: '25000' },
    ]);
    expect(file.ok && file.value.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('has its columns in any order', () => {
    const file = read('distribuito;gruppo;stanziato\n1;dirigenti;2\n3;personale;4\n');
    expect(file.ok && file.value.amounts.map(({ paid, allocated }) => [allocated, paid])).toEqual([
      ['2', '1'],
      ['4', '3'],
    ]);
  });

  test.each<[string, string, readonly RegExp[]]>([
    ['a column of people', 'Gruppo;Nome;Stanziato;Distribuito\n', [/«Nome» non è prevista/]],
    ['a column that is missing', 'Gruppo;Stanziato\n', [/manca la colonna «Distribuito»/]],
    ['a group that is missing', 'Gruppo;Stanziato;Distribuito\nDirigenti;2;1\n', [/mancano gli importi di: Personale/]],
    [
      'everything that is wrong in its rows',
      'Gruppo;Stanziato;Distribuito\nAutisti;2;1\nDirigenti;x;1\nPersonale;1;2\nDirigenti;1,005;1\nPersonale;-2;1\nPersonale;2;\n',
      [
        /riga 2: «Autisti» non è un gruppo/,
        /riga 3: l’importo «x» non si legge/,
        /riga 4: il distribuito supera/,
        /riga 5: .*più di due decimali/,
        /riga 6: .*negativo/,
        /riga 7: manca un importo/,
      ],
    ],
    [
      'a group that comes twice',
      'Gruppo;Stanziato;Distribuito\nDirigenti;2;1\nDirigenti;2;1\nPersonale;1;1\n',
      [/riga 3: il gruppo è già/],
    ],
    ['nothing', '', [/manca la colonna «Gruppo»/]],
  ])('is refused for %s', (_, text, problems) => {
    const file = read(text);
    expect(file.ok).toBe(false);
    if (!file.ok) {
      expect(file.error).toHaveLength(problems.length);
      for (const [i, problem] of problems.entries()) expect(file.error[i]).toMatch(problem);
    }
  });
});
