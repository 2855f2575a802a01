import { describe, expect, test } from 'vitest';
import { contactOf } from '../../src/domain/contact.js';
import type { Entity } from '../../src/domain/entity.js';
import { loadEntity } from '../../src/seeds/entity.js';

const person = (id: string, from?: '2016-01-01', to?: '2016-06-30'): Entity['people'][number] => ({
  id,
  name: `${id} Rossi`,
  email: `${id}@ente.example`,
  holds: [{ role: 'controllo-gestione', from, to }],
  offices: [],
});
const BODY: Pick<Entity, 'roles' | 'people'> = {
  roles: [{ id: 'controllo-gestione', title: 'Controllo di gestione', board: false, external: false }],
  people: [person('anna', undefined, '2016-06-30'), person('bruno')],
};

describe('whom to ask about a body', () => {
  test('is who holds the role on the day', () => {
    expect(contactOf(BODY, '2016-05-10')).toEqual({
      name: 'Controllo di gestione, anna Rossi, bruno Rossi',
      email: 'anna@ente.example',
      phone: undefined,
    });
    expect(contactOf(BODY, '2016-07-01')).toMatchObject({ email: 'bruno@ente.example' });
  });

  test('is what the file says, where it says something', () => {
    const contacts = { name: 'Ufficio controllo', phone: '0585 1' };
    expect(contactOf({ ...BODY, contacts }, '2016-05-10')).toEqual({ ...contacts, email: 'anna@ente.example' });
    const written = loadEntity('seeds/massa-carrara-2016/entity.yaml');
    expect(written.ok && contactOf(written.value.value, '2016-05-10')?.email).toBe('controllo.gestione@ccms.example');
  });

  test('is nobody where nobody holds the role and the file says nothing', () => {
    expect(contactOf({ ...BODY, people: [] }, '2016-05-10')).toBeUndefined();
  });
});
