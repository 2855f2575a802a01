import { beforeEach, describe, expect, it } from 'vitest';
import { saveEntity } from '../../src/register/entities.js';
import { holdersOf, personById } from '../../src/register/people.js';
import { addMandate, bringBack, endMandate, endService, putPerson } from '../../src/register/people-changes.js';
import { mandatesOf, peopleOnRecord } from '../../src/register/reading/mandates.js';
import { anEntity } from './fixtures.js';
import { aRegister } from './register.js';

const ON = '2016-05-02';

describe('people changed on pages', () => {
  const register = aRegister();
  const load = () => saveEntity(register.db, anEntity());
  const holders = async (role: string, on: Parameters<typeof holdersOf>[3] = ON): Promise<readonly string[]> =>
    (await holdersOf(register.db, 'prova', role, on)).map(({ id }) => id);

  beforeEach(load);

  it('who is added and appointed acts from their day to their last, whatever the file says when it is read again', async () => {
    await putPerson(register.db, { entity: 'prova', id: 'nora', name: 'Nora Poli', email: 'nora@prova.example' });
    await addMandate(register.db, 'prova', {
      person: 'nora',
      role: 'ufficio:isr',
      from: '2016-05-01',
      to: '2016-06-30',
    });
    await load();
    expect(await holders('ufficio:isr')).toContain('nora');
    expect(await holders('ufficio:isr', '2016-04-30')).not.toContain('nora');
    expect(await holders('ufficio:isr', '2016-07-01')).not.toContain('nora');
  });

  it('a mandate of the file that was ended on a page stays ended', async () => {
    const held = (await mandatesOf(register.db, 'prova')).find(
      ({ person, role }) => person === 'dario' && role === 'ufficio:isr',
    );
    if (held === undefined) throw new Error('dario answers for isr in the fixture');
    await endMandate(register.db, 'prova', { person: 'dario', role: 'ufficio:isr', from: held.fromDate }, '2016-04-30');
    await load();
    expect(await holders('ufficio:isr', '2016-04-30')).toContain('dario');
    expect(await holders('ufficio:isr')).not.toContain('dario');
  });

  it('who has left is asked nothing, also after the file is read again; brought back, they hold nothing', async () => {
    await endService(register.db, 'prova', 'dario', '2016-04-30');
    await load();
    expect(await holders('ufficio:isr')).not.toContain('dario');
    expect((await peopleOnRecord(register.db, 'prova')).find(({ id }) => id === 'dario')?.active).toBe(false);
    await bringBack(register.db, 'prova', 'dario');
    expect((await peopleOnRecord(register.db, 'prova')).find(({ id }) => id === 'dario')?.active).toBe(true);
    expect(await holders('ufficio:isr')).not.toContain('dario');
  });

  it('a corrected address is the one that is written to', async () => {
    await putPerson(register.db, { entity: 'prova', id: 'bruno', name: 'Bruno Sì', email: 'b.si@prova.example' });
    await load();
    expect(await personById(register.db, 'prova', 'bruno')).toMatchObject({
      name: 'Bruno Sì',
      email: 'b.si@prova.example',
    });
  });
});
