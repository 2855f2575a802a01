import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadLastGood } from '../../../src/client/system/last-good.js';
import { seedsFolder } from '../../../src/seeds/locate.js';
import { aRegister } from '../../register/register.js';

const BODY = 'massa-carrara-2016';
const OTHER = 'altro-ente';

describe('the data files of an installation with two bodies', () => {
  const register = aRegister();
  let seeds: string;
  beforeEach(async () => {
    await register.owner.query('delete from good_files');
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

  test('with nobody left to work for every error is told', async () => {
    for (const body of [BODY, OTHER]) edit(`${body}/entity.yaml`, () => '{');
    const read = await loadLastGood(register.db, seeds, true);
    expect(read.ok ? [] : new Set(read.error.map((e) => e.file.split('/').at(-2)))).toEqual(new Set([BODY, OTHER]));
  });
});
