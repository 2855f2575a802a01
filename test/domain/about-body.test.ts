import { expect, test } from 'vitest';
import { type AboutEntry, entriesOf } from '../../src/domain/about-body.js';
import { orgChart, unitsOf } from '../../src/domain/org-chart.js';
import { slug } from '../../src/domain/slug.js';
import { bodiesOnFile } from '../setup/bodies.js';

const seat: AboutEntry = { kind: 'seat', id: 'sede', title: 'Sede', details: ['Via Roma 1'] };
const board: AboutEntry = { kind: 'organ', id: 'giunta', title: 'Giunta', details: [], count: 7 };

test.each([
  ['as its files say while nobody wrote anything', [], [board, seat]],
  ['as somebody changed it', [{ ...board, count: 9 }], [{ ...board, count: 9 }, seat]],
  ['with what somebody added', [{ ...seat, id: 'altra' }], [board, seat, { ...seat, id: 'altra' }]],
])('the body is %s', (_, entries, expected) => {
  const written = entries.map((entry) => ({ kind: entry.kind, id: entry.id, entry }));
  expect(entriesOf([seat, board], written)).toEqual(expected);
});

test('an entry that was withdrawn is no longer there, whatever its files say', () => {
  expect(entriesOf([seat, board], [{ kind: 'seat', id: 'sede', entry: undefined }])).toEqual([board]);
});

test.each([
  ['Sede principale', 'sede-principale'],
  ['  Città (MS)  ', 'citta-ms'],
  ['!!', ''],
])('%j is known as %j', (title, id) => {
  expect(slug(title)).toBe(id);
});

test('the organisation of the seed has every office once, under who its officer depends on', () => {
  const entity = bodiesOnFile().entity('ccms');
  const units = unitsOf(orgChart(entity));
  expect(
    units
      .slice(1)
      .map(({ unit }) => unit.id)
      .sort(),
  ).toEqual(entity.offices.map(({ id }) => `ufficio:${id}`).sort());
  const above = (id: string) => units.find(({ unit }) => unit.id === `ufficio:${id}`)?.above?.id;
  expect([
    above('ufficio-registro-imprese'),
    above('metrologia-legale'),
    above('ufficio-formazione-imprenditoriale'),
  ]).toEqual(['segretario-generale', 'ufficio:ufficio-registro-imprese', 'ufficio:ufficio-promozione']);
});

test('two who depend on each other leave no office out', () => {
  const person = (id: string, office: string, manager: string) => ({
    ...{ id, name: id, email: `${id}@prova.example`, holds: [], offices: [office], manager },
  });
  const chart = orgChart({
    ...{
      head: 'capo',
      roles: [],
      offices: [
        { id: 'a', title: 'A' },
        { id: 'b', title: 'B' },
      ],
    },
    people: [person('ada', 'a', 'bice'), person('bice', 'b', 'ada')],
  });
  expect(unitsOf(chart)).toHaveLength(3);
});
