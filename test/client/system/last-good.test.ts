import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadLastGood } from '../../../src/client/system/last-good.js';
import { openRegister } from '../../../src/register/database.js';
import { markSaved } from '../../../src/register/good-files.js';
import { seedsFolder } from '../../../src/seeds/locate.js';
import type { Keep } from '../../../src/seeds/one-body.js';
import { aRegister } from '../../register/register.js';

/** Called for each folder whose files are read. */
const read = vi.hoisted(() => vi.fn<(folder: string) => void>());
vi.mock('../../../src/seeds/one-body.js', async (original) => {
  const real = await original<typeof import('../../../src/seeds/one-body.js')>();
  return {
    ...real,
    foundIn: (folder: string, keep: Keep) => {
      const found = real.foundIn(folder, keep);
      if (found.length > 0) read(folder);
      return found;
    },
    readBody: (folder: string) => {
      read(folder);
      return real.readBody(folder);
    },
  };
});

const BODY = 'massa-carrara-2016';
const OTHER = 'altro-ente';

describe('the data files of an installation with two bodies', () => {
  const register = aRegister();
  let seeds: string;
  beforeEach(async () => {
    await register.owner.query('delete from good_files; delete from good_units');
    seeds = mkdtempSync(join(tmpdir(), 'ciclo-seeds-'));
    cpSync(seedsFolder({}), seeds, { recursive: true });
    cpSync(join(seeds, BODY), join(seeds, OTHER), { recursive: true });
    for (const name of ['entity.yaml', 'plan/plan.yaml'])
      edit(`${OTHER}/${name}`, (text) => text.replace(/^((?:id|entity): )ccms$/m, '$1altro'));
  });
  afterEach(() => rmSync(seeds, { recursive: true, force: true }));

  const edit = (file: string, change: (text: string) => string): void => {
    const path = join(seeds, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };
  const load = async () => {
    const read = await loadLastGood(register.db, seeds, true);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    return read.value;
  };
  const idsOf = ({ bodies }: Awaited<ReturnType<typeof load>>): readonly string[] =>
    bodies.entities.map((entity) => entity.id).sort();

  test('without errors are read as they are', async () => {
    const read = await load();
    expect(idsOf(read)).toEqual(['altro', 'ccms']);
    expect(read.broken).toEqual([]);
  });

  test('one with errors goes on as it last was without, and the other as it is now', async () => {
    const before = await load();
    edit(`${OTHER}/entity.yaml`, (text) => text.replace('id: altro', 'id: [altro'));
    edit(`${BODY}/entity.yaml`, (text) => text.replace(/^name: .*$/m, 'name: Un altro nome'));
    const read = await load();
    expect(idsOf(read)).toEqual(['altro', 'ccms']);
    expect(read.broken).toMatchObject([{ unit: OTHER, kept: true }]);
    expect(read.broken[0]?.errors.length).toBeGreaterThan(0);
    expect(read.bodies.entity('altro')).toEqual(before.bodies.entity('altro'));
    expect(read.bodies.plan('altro', 2016)).toEqual(before.bodies.plan('altro', 2016));
    expect(read.bodies.entity('ccms').name).toBe('Un altro nome');
    // What a cycle begins with: rules and calendar as their files say them.
    for (const id of ['ccms', 'altro']) {
      expect(read.bodies.rules(id, []).ok).toBe(true);
      expect(read.bodies.calendarFile(id, []).text).toMatch(/^id: /m);
    }
  });

  test('are kept by who works by them alone: who only reads them changes nothing', async () => {
    const reading = () => loadLastGood(register.db, seeds, false);
    const kept = async () => (await register.owner.query('select * from good_files')).rows.length;
    expect((await reading()).ok).toBe(true);
    expect(await kept()).toBe(0);
    await load();
    const before = await kept();
    edit(`${OTHER}/entity.yaml`, (text) => text.replace('id: altro', 'id: [altro'));
    edit(`${BODY}/entity.yaml`, (text) => text.replace(/^name: .*$/m, 'name: Un altro nome'));
    const read = await reading();
    expect(read.ok && read.value.broken).toMatchObject([{ unit: OTHER, kept: true }]);
    expect(await kept()).toBe(before);
    const { rows } = await register.owner.query(
      `select from good_files where convert_from(bytes, 'UTF8') like '%Un altro nome%'`,
    );
    expect(rows).toEqual([]);
  });

  test('put right they are read again, and are the last good ones from then on', async () => {
    await load();
    edit(`${OTHER}/entity.yaml`, (text) => text.replace(/^name: .*$/m, 'name: Corretto'));
    await load();
    edit(`${OTHER}/plan/plan.yaml`, () => '{');
    const read = await load();
    expect(read.broken.map((one) => one.unit)).toEqual([OTHER]);
    expect(read.bodies.entity('altro').name).toBe('Corretto');
  });

  test('one that never was without errors is left out, and the other works', async () => {
    edit(`${OTHER}/entity.yaml`, () => 'id: 5');
    const read = await load();
    expect(idsOf(read)).toEqual(['ccms']);
    expect(read.broken).toMatchObject([{ unit: OTHER, kept: false }]);
  });

  test('a shared calendar with errors goes on as it was, for all who name it', async () => {
    await load();
    edit('calendars/dlgs150.yaml', (text) => `${text}\nnon-previsto: 1\n`);
    const read = await load();
    expect(idsOf(read)).toEqual(['altro', 'ccms']);
    expect(read.broken).toMatchObject([{ unit: 'calendars/dlgs150.yaml', kept: true }]);
    expect(read.bodies.calendar('altro', 2016).ok).toBe(true);
  });

  describe('that have not changed', () => {
    const counted = async () => {
      const asked: string[] = [];
      const counting = await openRegister({
        url: register.url,
        schema: register.schema,
        connections: 1,
        onQuery: ({ sql }) => void asked.push(sql),
      });
      asked.length = 0;
      read.mockClear();
      try {
        const loaded = await loadLastGood(counting.db, seeds, true);
        if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
        return { loaded: loaded.value, queries: asked.length, folders: foldersRead() };
      } finally {
        await counting.close();
      }
    };
    const foldersRead = () => read.mock.calls.map(([folder]) => folder.split('/').at(-1)).sort();

    test('are known by one query, and each is read when somebody asks for it', async () => {
      const before = await load();
      const { loaded, queries, folders } = await counted();
      expect([queries, folders]).toEqual([1, []]);
      expect(loaded.bodies.entities.map(({ id, name }) => [id, name])).toEqual(
        before.bodies.entities.map(({ id, name }) => [id, name]),
      );
      expect(loaded.bodies.entity('altro')).toEqual(before.bodies.entity('altro'));
      expect(loaded.bodies.plan('altro', 2016)).toEqual(before.bodies.plan('altro', 2016));
      expect(foldersRead()).toEqual([OTHER]);
      expect(loaded.bodies.body('ccms')).toEqual(before.bodies.body('ccms'));
      expect(foldersRead()).toEqual([OTHER, BODY]);
    });

    test('leave what has to be read alone: that is read, kept, and not saved yet', async () => {
      await load();
      await markSaved(register.db, [BODY, OTHER]);
      expect((await load()).saved).toEqual(new Set(['ccms', 'altro']));
      edit(`${OTHER}/entity.yaml`, (text) => text.replace(/^name: .*$/m, 'name: Un altro nome'));
      const { loaded, folders } = await counted();
      expect(folders).toEqual([OTHER]);
      expect(loaded.saved).toEqual(new Set(['ccms']));
      expect((await counted()).folders).toEqual([]);
    });

    test('are read again by another version of the program', async () => {
      await load();
      await register.owner.query(`update good_units set reader = 'di prima'`);
      expect((await counted()).folders).toEqual([OTHER, BODY]);
    });

    test('are read when what they name is gone: that is told as it always was', async () => {
      edit(`${OTHER}/calendar.yaml`, (text) => text.replace(/^template: .*$/m, 'template: suo'));
      cpSync(join(seeds, 'calendars/dlgs150.yaml'), join(seeds, 'calendars/suo.yaml'));
      edit('calendars/suo.yaml', (text) => text.replace(/^id: .*$/m, 'id: suo'));
      await load();
      rmSync(join(seeds, 'calendars/suo.yaml'));
      const { broken } = await load();
      expect(broken.map(({ unit, kept }) => [unit, kept])).toEqual([[OTHER, false]]);
    });

    test('and are broken after the start say so to who asks first, until they are put right', async () => {
      await load();
      const { bodies } = await load();
      edit(`${OTHER}/entity.yaml`, (text) => text.replace('id: altro', 'id: [altro'));
      expect(() => bodies.entity('altro')).toThrow(/sono cambiati dopo l’avvio.*\n.*entity\.yaml/);
      expect(bodies.entity('ccms').id).toBe('ccms');
      edit(`${OTHER}/entity.yaml`, (text) => text.replace('id: [altro', 'id: altro'));
      expect(bodies.entity('altro').id).toBe('altro');
    });
  });

  test('a link that leads nowhere, in one body’s folder or beside the calendars, stops nobody', async () => {
    for (const place of [`${OTHER}/plan/allegato.pdf`, 'calendars/vecchio.yaml.bak'])
      symlinkSync('/non/esiste', join(seeds, place));
    expect(idsOf(await load())).toEqual(['altro', 'ccms']);
  });

  test('with nobody left to work for every error is told', async () => {
    for (const body of [BODY, OTHER]) edit(`${body}/entity.yaml`, () => '{');
    const read = await loadLastGood(register.db, seeds, true);
    expect(read.ok ? [] : new Set(read.error.map((e) => e.file.split('/').at(-2)))).toEqual(new Set([BODY, OTHER]));
  });
});
