import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { BodyExportRequest, ExportedBody } from '../../../src/client/system/export-body.js';
import { type Entity, everHeldBy } from '../../../src/domain/entity.js';
import { saveEntity } from '../../../src/register/entities.js';
import { addSubstitution } from '../../../src/register/people.js';
import { addMandate, endMandate, endService, putPerson } from '../../../src/register/people-changes.js';
import { entityNow } from '../../../src/register/reading/entity-now.js';
import { mandatesOf } from '../../../src/register/reading/mandates.js';
import { type Bodies, loadBodies } from '../../../src/seeds/bodies.js';
import { PACKAGED_SEEDS } from '../../../src/seeds/locate.js';
import { formatSeedError } from '../../../src/seeds/read-yaml.js';
import { aRegister, SCHEMA } from '../../register/register.js';
import { exampleOf } from '../../setup/example-body.js';
import { aFolder } from '../cli/folder.js';
import { ciclo } from '../cli/terminal.js';

const ID = 'valfiorita';

const loaded = (folder: string): Bodies => {
  const bodies = loadBodies(folder);
  if (!bodies.ok) throw new Error(bodies.error.map(formatSeedError).join('\n'));
  return bodies.value;
};

/** The same body, whatever the order in which its rows were read. */
const sorted = (entity: Entity): Entity => ({
  ...entity,
  substitutes: [...entity.substitutes].sort((a, b) => a.from.localeCompare(b.from)),
  people: entity.people.map((one) => ({
    ...one,
    holds: [...one.holds].sort((a, b) => `${a.role}${a.from}`.localeCompare(`${b.role}${b.from}`)),
    offices: [...one.offices].sort(),
  })),
});

describe('ciclo export body, of a Comune whose people have changed on pages', () => {
  const register = aRegister();
  const elsewhere = aRegister();
  let seeds: string;
  let out: string;
  let before: Entity;
  let exported: ExportedBody;

  /** What a person at the terminal gets. */
  const exportBody = (request: Omit<BodyExportRequest, 'space'>) =>
    ciclo(
      '--seeds',
      seeds,
      'export',
      'body',
      '--entity',
      request.entity,
      '-o',
      request.out,
      '--space',
      SCHEMA,
      '--json',
    );

  const now = async ({ db }: Pick<typeof register, 'db'>): Promise<Entity> => {
    const entity = await entityNow(db, ID);
    if (entity === undefined) throw new Error(`${ID} is on record`);
    return sorted(entity);
  };

  beforeAll(async () => {
    seeds = await exampleOf('comune', 'comune');
    out = join(aFolder(), 'esportato');
    vi.stubEnv('CICLO_DATA', mkdtempSync(join(tmpdir(), 'ciclo-esporta-')));
    vi.stubEnv('DATABASE_URL', register.url);
    const { db } = register;
    await saveEntity(db, loaded(seeds).entity(ID));
    const nora = 'nora.dagata';
    await putPerson(db, { entity: ID, id: nora, name: 'Nora D’Àgata Müller', email: 'nora.dagata@valfiorita.example' });
    await putPerson(db, { entity: ID, id: 'no', name: 'No', email: 'no@valfiorita.example' });
    await addMandate(db, ID, { person: nora, role: 'oiv', from: '2027-03-01', to: '2030-02-28' });
    await addMandate(db, ID, { person: nora, role: 'ufficio:ufficio-tecnico', from: '2027-01-01', to: '2027-06-30' });
    await addMandate(db, ID, { person: 'no', role: 'segreteria-giunta', from: '2027-02-01', to: undefined });
    const [held] = (await mandatesOf(db, ID)).filter(({ role }) => role === 'comunicazione');
    if (held === undefined) throw new Error('somebody communicates');
    await endMandate(db, ID, { person: held.person, role: held.role, from: held.fromDate }, '2027-03-31');
    await addMandate(db, ID, { person: 'nives.gori', role: 'comunicazione', from: '2027-04-01', to: undefined });
    await endService(db, ID, 'delio.fabbri', '2027-01-31');
    await addSubstitution(db, ID, {
      absent: 'sauro.benedetti',
      substitute: nora,
      from: '2027-08-02',
      to: '2027-08-20',
      reason: 'Congedo: «ferie» già chieste, # 12',
      scope: ['controllo-gestione', 'ufficio:ufficio-tecnico'],
    });
    before = await now(register);
    const done = await exportBody({ entity: ID, out });
    expect([done.code, done.err]).toEqual([0, '']);
    exported = JSON.parse(done.out);
    return () => vi.unstubAllEnvs();
  });

  test('says each file it wrote', () => {
    expect(exported).toMatchObject({ entity: ID, name: 'Ente di Valfiorita', folder: out });
    expect(exported.files).toEqual(
      expect.arrayContaining([`${ID}/entity.yaml`, `${ID}/calendar.yaml`, `${ID}/plan/scorecard.yaml`]),
    );
    expect(exported.files.filter((file) => !existsSync(join(out, file)))).toEqual([]);
  });

  test('ciclo check finds everything in order', async () => {
    const checked = await ciclo('check', out);
    expect([checked.code, checked.err]).toEqual([0, '']);
  });

  test('is the same body where it is read: people, accents, days, boards, substitutes', () => {
    const read = sorted(loaded(out).entity(ID));
    expect(read).toEqual(before);
    expect(read.people.find(({ id }) => id === 'nora.dagata')).toMatchObject({
      name: 'Nora D’Àgata Müller',
      holds: [
        { role: 'oiv', from: '2027-03-01', to: '2030-02-28' },
        { role: 'ufficio:ufficio-tecnico', from: '2027-01-01', to: '2027-06-30' },
      ],
    });
    expect(read.people.find(({ id }) => id === 'no')?.name).toBe('No');
    expect(read.people.map(({ id }) => id)).not.toContain('delio.fabbri');
    const boards = (entity: Entity) => entity.roles.filter(({ board }) => board);
    expect(boards(read)).toEqual(boards(before));
    expect(boards(read).map(({ id, recordedBy = '' }) => [id, everHeldBy(read, recordedBy).length > 0])).toEqual([
      ['consiglio', true],
      ['giunta', true],
      ['oiv', true],
    ]);
    // In the file the board has the name the Comune gives it.
    expect(readFileSync(join(out, ID, 'entity.yaml'), 'utf8')).toContain('role: nucleo-valutazione');
  });

  test('and the same body in a register that has never seen it', async () => {
    await saveEntity(elsewhere.db, loaded(out).entity(ID));
    expect(await now(elsewhere)).toEqual(before);
    const inService = new Set(before.people.map(({ id }) => id));
    const mandates = async ({ db }: Pick<typeof register, 'db'>) =>
      (await mandatesOf(db, ID))
        .filter(({ person }) => inService.has(person))
        .map(({ person, role, fromDate, toDate }) => `${person} ${role} ${fromDate} ${toDate}`)
        .sort();
    expect(await mandates(elsewhere)).toEqual(await mandates(register));
  });

  test('plans the same calendar, with the same outlines and policy', () => {
    const [here, there] = [loaded(seeds), loaded(out)];
    expect(there.calendar(ID, 2027)).toEqual(here.calendar(ID, 2027));
    expect(there.policyOf(ID)).toEqual(here.policyOf(ID));
    const outlines = (bodies: Bodies) => bodies.outlines(ID).map(({ value }) => value);
    expect(outlines(there)).toEqual(outlines(here));
  });

  test('writes over nothing, and refuses a body nobody knows', async () => {
    const again = await exportBody({ entity: ID, out });
    expect([again.code, again.out]).toEqual([2, expect.stringContaining('non è vuota')]);
    const unknown = await exportBody({ entity: 'valfiorta', out: `${out}-2` });
    expect([unknown.code, unknown.out]).toEqual([2, expect.stringContaining('valfiorita')]);
    expect(existsSync(`${out}-2`)).toBe(false);
  });

  test('takes with it what its installation has changed: calendar, policy, kind, outlines', async () => {
    const own = join(aFolder(), 'enti');
    cpSync(seeds, own, { recursive: true });
    const copy = (from: string, to: string, change: (text: string) => string): void => {
      mkdirSync(join(own, relative(PACKAGED_SEEDS, join(to, '..'))), { recursive: true });
      writeFileSync(join(own, relative(PACKAGED_SEEDS, to)), change(readFileSync(from, 'utf8')));
    };
    const at = (...path: readonly string[]) => join(PACKAGED_SEEDS, ...path);
    copy(at('calendars', 'comune.yaml'), at('calendars', 'nostro.yaml'), (text) =>
      text.replace('id: comune\n', 'id: nostro\n').replace('due: 10 luglio Y-1', 'due: 8 luglio Y-1'),
    );
    copy(at('policies', 'smvp-2016.yaml'), at('policies', 'smvp-nostro.yaml'), (text) =>
      text.replace('id: smvp-2016', 'id: smvp-nostro'),
    );
    copy(at('documents', 'relazione.yaml'), at('documents', 'relazione.yaml'), (text) =>
      text.replace(/^version: "\d+"/m, 'version: "99"'),
    );
    const change = (file: string, from: string, to: string): void => {
      const path = join(own, ID, file);
      const text = readFileSync(path, 'utf8');
      expect(text).toContain(from);
      writeFileSync(path, text.replace(from, to));
    };
    change('entity.yaml', 'policy: smvp-2016', 'policy: smvp-nostro');
    change('calendar.yaml', 'template: comune', 'template: nostro');
    await saveEntity(elsewhere.db, loaded(own).entity(ID));
    vi.stubEnv('DATABASE_URL', elsewhere.url);
    const target = `${out}-nostro`;
    const done = await ciclo('--seeds', own, 'export', 'body', '--entity', ID, '-o', target, '--space', SCHEMA);
    vi.stubEnv('DATABASE_URL', register.url);
    expect([done.code, done.err]).toEqual([0, '']);
    // What it came from is gone: the files stand by themselves.
    renameSync(own, join(own, '..', `${basename(own)}-altrove`));
    expect((await ciclo('check', target)).code).toBe(0);
    const bodies = loaded(target);
    expect(bodies.policyOf(ID).id).toBe('smvp-nostro');
    expect(bodies.outlines(ID).find(({ value }) => value.kind === 'relazione')?.value.version).toBe('99');
    const calendar = bodies.calendar(ID, 2027);
    expect(calendar.ok && calendar.value.steps.find(({ id }) => id === 'analisi-contesto')?.nominalDueOn).toBe(
      '2026-07-08',
    );
  });
});
