import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Entity, Substitution } from '../../src/domain/entity.js';
import { entityOf, listEntities, saveEntity } from '../../src/register/entities.js';
import { holdersOn } from '../../src/register/holders.js';
import { actingPerson, addSubstitution, holdersOf, personById, titlesOf } from '../../src/register/people.js';
import { directoryOf } from '../../src/register/reading/directory-of.js';
import { anEntity } from './fixtures.js';
import { aRegister } from './register.js';

const substitution = (absent: string, substitute: string, scope?: readonly string[]): Substitution => ({
  absent,
  substitute,
  from: '2016-08-01',
  to: '2016-08-31',
  reason: 'ferie',
  scope,
});

describe('who must act', () => {
  const register = aRegister();
  const holders = async (role: string, on: Parameters<typeof holdersOf>[3]): Promise<string[]> =>
    (await holdersOf(register.db, 'prova', role, on)).map((h) =>
      h.actingFor === undefined ? h.id : `${h.id} per ${h.actingFor}`,
    );
  const load = (substitutes: readonly Substitution[]): Promise<void> =>
    saveEntity(register.db, { ...anEntity(), substitutes });

  beforeEach(() => load([]));

  it.each([
    ['2016-03-31', ['bruno']],
    ['2016-04-01', ['carla']],
  ] as const)('is who holds the role on that day: %s', async (on, expected) => {
    expect(await holders('controllo', on)).toEqual(expected);
  });

  it('is everybody who answers for an office', async () => {
    expect(await holders('ufficio:isr', '2016-05-02')).toEqual(['bruno', 'dario']);
  });

  it('is nobody where nobody holds the role', async () => {
    expect(await holders('giunta', '2016-05-02')).toEqual([]);
    expect(await holders('mai-sentito', '2016-05-02')).toEqual([]);
  });

  it('is the substitute of an absent person, from the first day to the last', async () => {
    await load([substitution('carla', 'bruno')]);
    expect(await holders('controllo', '2016-07-31')).toEqual(['carla']);
    expect(await holders('controllo', '2016-08-01')).toEqual(['bruno per carla']);
    expect(await holders('controllo', '2016-08-31')).toEqual(['bruno per carla']);
    expect(await holders('controllo', '2016-09-01')).toEqual(['carla']);
  });

  it('is the substitute only within the scope of the substitution', async () => {
    await load([substitution('carla', 'bruno', ['ufficio:promozione'])]);
    expect(await holders('ufficio:promozione', '2016-08-10')).toEqual(['bruno per carla']);
    expect(await holders('controllo', '2016-08-10')).toEqual(['carla']);
  });

  it('is the substitute of the substitute, when that one is absent too', async () => {
    await load([substitution('carla', 'bruno'), substitution('bruno', 'dario')]);
    expect(await holders('controllo', '2016-08-10')).toEqual(['dario per carla']);
  });

  it('is the holder in person when substitutions lead round in a circle', async () => {
    await load([substitution('carla', 'bruno'), substitution('bruno', 'carla')]);
    expect(await holders('controllo', '2016-08-10')).toEqual(['carla']);
  });

  it('is named once, in their own right, who also stands in for a colleague', async () => {
    await load([substitution('dario', 'bruno')]);
    expect(await holders('ufficio:isr', '2016-08-10')).toEqual(['bruno']);
  });

  it('is the same for a role asked of all at once and by itself, on any day', async () => {
    for (const on of ['2016-01-15', '2016-05-02', '2016-08-10', '2017-05-25'] as const) {
      const all = await holdersOn(register.db, 'prova', on);
      for (const role of ['segreteria-giunta', 'controllo', 'ufficio:registro', 'ufficio:promozione', 'nessuno']) {
        expect(all.of(role)).toEqual(await holdersOf(register.db, 'prova', role, on));
      }
    }
  });

  it.each([
    ['everybody is there', []],
    ['a colleague of the absent answers for the office too', [substitution('dario', 'bruno')]],
    ['a substitute is absent too', [substitution('carla', 'bruno'), substitution('bruno', 'dario')]],
    ['substitutions lead round in a circle', [substitution('carla', 'bruno'), substitution('bruno', 'carla')]],
  ] as const)('is on the pages exactly whom the mails go to: %s', async (_, substitutes) => {
    await load(substitutes);
    const on = '2016-08-10';
    const pages = await directoryOf(register.db, 'prova', on);
    for (const role of ['controllo', 'segreteria-giunta', 'ufficio:isr', 'ufficio:promozione', 'giunta']) {
      const mailed = await holdersOf(register.db, 'prova', role, on);
      expect(pages.party(role).people).toEqual(
        mailed.map(({ name, actingFor }) => ({ name, actingFor: actingFor && pages.person(actingFor) })),
      );
    }
  });

  it('is told for one person too, with the scope at stake', async () => {
    await load([substitution('carla', 'bruno', ['ufficio:promozione'])]);
    const acting = (scope?: string) => actingPerson(register.db, 'prova', 'carla', '2016-08-10', scope);
    expect(await acting('ufficio:promozione')).toMatchObject({ id: 'bruno', actingFor: 'carla' });
    expect(await acting('controllo')).toMatchObject({ id: 'carla' });
    expect(await acting()).not.toHaveProperty('actingFor');
  });

  // Last: what a person entered stays when the files are loaded again.
  it('is nobody, on the pages too, where the substitute has left', async () => {
    await load([substitution('carla', 'dario')]);
    const without = anEntity();
    await saveEntity(register.db, { ...without, people: without.people.filter(({ id }) => id !== 'dario') });
    await addSubstitution(register.db, 'prova', substitution('carla', 'dario'));
    expect(await holders('controllo', '2016-08-10')).toEqual([]);
    expect((await directoryOf(register.db, 'prova', '2016-08-10')).party('controllo').people).toEqual([]);
  });
});

describe('an entity', () => {
  const register = aRegister();
  beforeAll(() => saveEntity(register.db, anEntity()));

  it('loaded again says what the file says now', async () => {
    const before = anEntity();
    const after: Entity = {
      ...before,
      name: 'Camera Nuova',
      people: before.people
        .filter((p) => p.id !== 'dario')
        .map((p) => (p.id === 'anna' ? { ...p, email: 'sg@prova.example' } : p)),
    };
    await saveEntity(register.db, after);
    await saveEntity(register.db, after);
    expect(await entityOf(register.db, 'prova')).toEqual(after);
    expect(await personById(register.db, 'prova', 'anna')).toMatchObject({ email: 'sg@prova.example' });
    expect(await holdersOf(register.db, 'prova', 'segreteria-giunta', '2016-05-02')).toEqual([]);
    expect(await listEntities(register.db)).toEqual([{ id: 'prova', name: 'Camera Nuova' }]);
  });

  it('keeps the name of who has left, because records speak of them', async () => {
    expect(await personById(register.db, 'prova', 'dario')).toMatchObject({ name: 'Dario Prova' });
  });

  it('loaded again keeps the substitutions a person entered', async () => {
    await addSubstitution(register.db, 'prova', substitution('carla', 'bruno'));
    await saveEntity(register.db, anEntity());
    expect(await holdersOf(register.db, 'prova', 'controllo', '2016-08-10')).toMatchObject([
      { id: 'bruno', actingFor: 'carla' },
    ]);
  });

  it('with a substitution of somebody unknown is refused whole', async () => {
    const broken = { ...anEntity(), name: 'Rotta', substitutes: [substitution('carla', 'nessuno')] };
    await expect(saveEntity(register.db, broken)).rejects.toThrow('foreign key');
    expect((await entityOf(register.db, 'prova'))?.name).toBe('Camera di Prova');
  });

  it('with an address that carries a line break is refused', async () => {
    const before = anEntity();
    const people = before.people.map((p) => (p.id === 'anna' ? { ...p, email: 'a@b.example\nBcc: x@y.example' } : p));
    await expect(saveEntity(register.db, { ...before, people })).rejects.toThrow('check constraint');
  });

  it('tells the titles of its roles and offices', async () => {
    const titles = await titlesOf(register.db, 'prova');
    expect(titles.get('giunta')).toBe('Giunta camerale');
    expect(titles.get('ufficio:isr')).toBe('Istituto di Studi e Ricerche');
  });

  it('keeps its people apart from those of another entity with the same ids', async () => {
    const other = anEntity('altra');
    await saveEntity(register.db, { ...other, people: other.people.map((p) => ({ ...p, name: `Altra ${p.id}` })) });
    expect(await personById(register.db, 'prova', 'anna')).toMatchObject({ name: 'Anna Prova' });
    expect(await personById(register.db, 'altra', 'anna')).toMatchObject({ name: 'Altra anna' });
  });
});
