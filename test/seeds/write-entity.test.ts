import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/client/cli/check/check-files.js';
import { loadBodies } from '../../src/seeds/bodies.js';
import { loadEntity } from '../../src/seeds/entity.js';
import { findKind, kindIds } from '../../src/seeds/kind.js';
import { PACKAGED_SEEDS } from '../../src/seeds/locate.js';
import { formatSeedError } from '../../src/seeds/read-yaml.js';
import { entityTexts } from '../../src/seeds/write-entity.js';
import { aFolder } from '../client/cli/folder.js';
import { exampleOf } from '../setup/example-body.js';

const AS_OF = 'al 1° marzo 2027';

/** The usual calendar of each kind. */
const KINDS = kindIds().map((id) => {
  const kind = findKind(id);
  if (kind?.ok !== true) throw new Error(`${id} is unsound`);
  return { id, calendar: kind.value.value.calendars[0] ?? '' };
});

describe('a body written to files', () => {
  test.each(KINDS)(
    'of the kind «$id», is the same when they are read, and check has everything in order',
    async (kind) => {
      const folder = await exampleOf(kind.id, kind.calendar);
      const before = loadBodies(folder);
      if (!before.ok) throw new Error(before.error.map(formatSeedError).join('\n'));
      const entity = before.value.entity('valfiorita');
      const texts = entityTexts(entity, AS_OF);
      writeFileSync(join(folder, 'valfiorita', 'entity.yaml'), texts.entity);
      writeFileSync(join(folder, 'valfiorita', 'calendar.yaml'), texts.calendar);
      const after = loadBodies(folder);
      expect(after.ok ? [] : after.error.map(formatSeedError)).toEqual([]);
      expect(after.ok && after.value.entity('valfiorita')).toEqual(entity);
      expect(checkFiles(folder).code).toBe(0);
    },
  );

  test('that calls who validates otherwise than its kind says so, with the day of its offices', async () => {
    const folder = await exampleOf('camera', 'piao');
    const file = join(folder, 'valfiorita', 'entity.yaml');
    const loaded = loadEntity(file);
    if (!loaded.ok) throw new Error('unsound');
    const { value } = loaded.value;
    const [office] = value.offices;
    const [first, ...others] = value.people;
    if (office === undefined || first === undefined) throw new Error('nobody there');
    const entity = {
      ...value,
      called: { collegio: 'oiv' },
      people: [
        { ...first, holds: [...first.holds, { role: `ufficio:${office.id}`, from: '2027-03-01', to: '2027-12-31' }] },
        ...others,
      ],
    } as const;
    const texts = entityTexts(entity, AS_OF);
    expect(texts.entity).toMatch(/id: collegio\n[\s\S]*?serves: validator/);
    writeFileSync(file, texts.entity);
    const after = loadEntity(file);
    expect(after.ok ? [] : after.error.map(formatSeedError)).toEqual([]);
    expect(after.ok && after.value.value).toEqual(entity);
  });

  test('is the reference body again', () => {
    const bodies = loadBodies(PACKAGED_SEEDS);
    if (!bodies.ok) throw new Error('unsound');
    const entity = bodies.value.entity('ccms');
    const texts = entityTexts(entity, AS_OF);
    const folder = aFolder({ 'ccms/entity.yaml': texts.entity, 'ccms/calendar.yaml': texts.calendar });
    const after = loadEntity(join(folder, 'ccms', 'entity.yaml'));
    expect(after.ok ? [] : after.error.map(formatSeedError)).toEqual([]);
    expect(after.ok && after.value.value).toEqual(entity);
  });
});
