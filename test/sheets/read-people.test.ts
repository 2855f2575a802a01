import { describe, expect, test } from 'vitest';
import { heldAlready, heldByOthers } from '../../src/domain/mandates.js';
import { readPeople } from '../../src/sheets/read-people.js';

const ROLES = [
  { id: 'giunta', title: 'Giunta comunale' },
  { id: 'ufficio:tributi', title: 'Ufficio tributi' },
];
const read = (...lines: readonly string[]) => readPeople(Buffer.from(lines.join('\n')), ROLES);

describe('a table of people', () => {
  test('has people with what they hold, by title or short name, with the dates an office writes', async () => {
    expect(
      await read(
        'Mail;Nome;Incarico;Dal;Al',
        'anna@ente.example;Anna Neri;ufficio tributi;1/3/2027;',
        'ugo@ente.example;Ugo Sala;giunta;12 marzo 2027;30/06/2029',
        'ida@ente.example;Ida Re;;;',
      ),
    ).toEqual({
      ok: true,
      value: [
        {
          row: 2,
          name: 'Anna Neri',
          email: 'anna@ente.example',
          mandates: [{ role: 'ufficio:tributi', from: '2027-03-01', to: undefined }],
        },
        {
          row: 3,
          name: 'Ugo Sala',
          email: 'ugo@ente.example',
          mandates: [{ role: 'giunta', from: '2027-03-12', to: '2029-06-30' }],
        },
        { row: 4, name: 'Ida Re', email: 'ida@ente.example', mandates: [] },
      ],
    });
  });

  test('may be the personnel office’s own: surname apart, an office and a role on the same row', async () => {
    const found = await read(
      'Cognome;Nome;E-mail;Ufficio;Ruolo',
      'Neri;Anna;anna@ente.example;Ufficio tributi;Giunta comunale',
    );
    expect(found).toMatchObject({
      ok: true,
      value: [{ name: 'Anna Neri', mandates: [{ role: 'giunta' }, { role: 'ufficio:tributi' }] }],
    });
  });

  test.each([
    [['Nome;Incarico', 'Anna;giunta'], 'manca la colonna «Mail»'],
    [['Nome;Mail;Stipendio', 'Anna;a@b.it;1'], 'la colonna «Stipendio» non è tra quelle attese'],
    [['Nome;Mail;E-mail', 'Anna;a@b.it;a@b.it'], 'la colonna «E-mail» non è tra quelle attese'],
    [['Nome;Mail'], 'il file non ha righe'],
    [['Nome;Mail', 'Anna;anna(at)ente.it'], 'riga 2: atteso un indirizzo'],
    [['Nome;Mail;Incarico', 'Anna;a@b.it;Sindaco'], 'riga 2: «Sindaco» non è un ruolo né un ufficio'],
    [['Nome;Mail;Incarico;Dal;Al', 'Anna;a@b.it;giunta;1/3/2027;1/2/2027'], 'riga 2: l’incarico finisce prima'],
    [['Nome;Mail;Incarico;Dal', 'Anna;a@b.it;;1/3/2027'], 'riga 2: ci sono delle date ma non l’incarico'],
    [['Nome;Mail;Incarico;Dal', 'Anna;a@b.it;giunta;presto'], 'riga 2: «presto» non è una data'],
  ])('%j is refused with its place', async (lines, said) => {
    const found = await read(...lines);
    expect(found.ok ? '' : found.error.join('\n')).toContain(said);
  });
});

describe('what is held', () => {
  const held = [
    { person: 'anna', role: 'giunta', fromDate: '-infinity', toDate: '2027-06-30' },
    { person: 'ugo', role: 'giunta', fromDate: '2027-07-01', toDate: 'infinity' },
  ];
  test('is held already where the days meet', () => {
    const again = { person: 'anna', role: 'giunta', to: undefined } as const;
    expect(heldAlready(held, { ...again, from: '2027-06-30' })?.person).toBe('anna');
    expect(heldAlready(held, { ...again, from: '2027-07-01' })).toBeUndefined();
  });
  test('is held by others the day after, if they are in service', () => {
    const anna = { person: 'anna', role: 'giunta' };
    expect(heldByOthers(held, anna, '2027-07-01', () => true)).toBe(true);
    expect(heldByOthers(held, anna, '2027-06-30', () => true)).toBe(false);
    expect(heldByOthers(held, anna, '2027-07-01', (id) => id !== 'ugo')).toBe(false);
  });
});
