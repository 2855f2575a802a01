import { beforeEach, describe, expect, it } from 'vitest';
import type { Entity } from '../../src/domain/entity.js';
import { saveEntity } from '../../src/register/entities.js';
import { addSubstitution } from '../../src/register/people.js';
import { addMandate, endMandate, endService, putPerson } from '../../src/register/people-changes.js';
import { entityNow } from '../../src/register/reading/entity-now.js';
import { mandatesOf } from '../../src/register/reading/mandates.js';
import { loadBodies } from '../../src/seeds/bodies.js';
import { parseEntity } from '../../src/seeds/entity.js';
import { PACKAGED_SEEDS } from '../../src/seeds/locate.js';
import { formatSeedError } from '../../src/seeds/read-yaml.js';
import { entityTexts } from '../../src/seeds/write-entity.js';
import { aRegister } from './register.js';

const bodies = loadBodies(PACKAGED_SEEDS);
if (!bodies.ok) throw new Error(bodies.error.map(formatSeedError).join('\n'));
const ccms = bodies.value.entity('ccms');

/** The body its file says, with the choices of its calendar in the same file. */
function readBack(entity: Entity): Entity {
  const texts = entityTexts(entity, 'oggi');
  const read = parseEntity('seeds/massa-carrara-2016/entity.yaml', `${texts.entity}${texts.calendar}`);
  if (!read.ok) throw new Error(read.error.map(formatSeedError).join('\n'));
  return read.value.value;
}

const sorted = (entity: Entity): Entity => ({
  ...entity,
  substitutes: [...entity.substitutes].sort((a, b) => a.from.localeCompare(b.from)),
  people: entity.people.map((one) => ({
    ...one,
    holds: [...one.holds].sort((a, b) => `${a.role}${a.from}`.localeCompare(`${b.role}${b.from}`)),
    offices: [...one.offices].sort(),
  })),
});

describe('a body as it stands', () => {
  const register = aRegister();
  const now = async (): Promise<Entity> => {
    const entity = await entityNow(register.db, 'ccms');
    if (entity === undefined) throw new Error('ccms is on record');
    return entity;
  };

  beforeEach(() => saveEntity(register.db, ccms));

  it('is what its file says where no page has changed anything', async () => {
    expect(sorted(await now())).toEqual(sorted(ccms));
  });

  it('has what pages have changed, and its file loads to the same people, mandates and substitutions', async () => {
    const { db } = register;
    await putPerson(db, { entity: 'ccms', id: 'nora.poli', name: 'Nora Poli', email: 'nora.poli@ccms.example' });
    await addMandate(db, 'ccms', { person: 'nora.poli', role: 'ufficio:isr', from: '2016-05-01', to: '2016-06-30' });
    await addMandate(db, 'ccms', { person: 'nora.poli', role: 'dirigenti', from: '2016-05-01', to: undefined });
    const [held] = (await mandatesOf(db, 'ccms')).filter(({ role }) => role === 'comunicazione');
    if (held === undefined) throw new Error('somebody communicates');
    await endMandate(db, 'ccms', { person: held.person, role: held.role, from: held.fromDate }, '2016-03-31');
    await endService(db, 'ccms', 'ruggero.ventimiglio', '2016-04-30');
    await addSubstitution(db, 'ccms', {
      absent: 'osvaldo.quercetani',
      substitute: 'nora.poli',
      from: '2016-08-01',
      to: '2016-08-31',
      reason: 'Ferie',
      scope: ['ufficio:isr'],
    });
    const before = await now();
    expect(before.people.find(({ id }) => id === 'nora.poli')).toMatchObject({
      holds: [
        { role: 'dirigenti', from: '2016-05-01' },
        { role: 'ufficio:isr', from: '2016-05-01', to: '2016-06-30' },
      ],
      offices: [],
    });
    expect(before.people.map(({ id }) => id)).not.toContain('ruggero.ventimiglio');
    // Who had them as a superior has nobody now: the file would be refused otherwise.
    expect(before.people.find(({ id }) => id === 'ines.baldacchini')?.manager).toBeUndefined();
    const file = readBack(before);
    expect(sorted(file)).toEqual(sorted(before));
    await saveEntity(db, file);
    expect(sorted(await now())).toEqual(sorted(before));
  });
});
