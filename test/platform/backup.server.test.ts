import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import * as tar from 'tar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CARRIED } from '../../src/access/individual-sight.js';
import { backUp, restore } from '../../src/client/system/backing-up.js';
import { lastBackup } from '../../src/client/system/last-backup.js';
import { secretOf } from '../../src/config/secret.js';
import { type Config, loadConfig, readConfig } from '../../src/config.js';
import { acquireInstanceLock } from '../../src/platform/instance-lock.js';
import { quietLog } from '../../src/platform/log.js';
import { startPostgres } from '../../src/platform/postgres.js';
import { startTemporal } from '../../src/platform/temporal.js';
import { openRegister } from '../../src/register/database.js';
import { appendLog, logOf } from '../../src/register/log.js';
import { migrate } from '../../src/register/migrate.js';
import { sheetOf } from '../../src/register/reading/sheets.js';
import { addPassage, addSheet } from '../../src/register/sheets.js';
import { evaluatingCycle } from '../register/individual-fixture.js';

const folder = mkdtempSync(join(tmpdir(), 'ciclo-salvataggio-'));
const archive = join(folder, 'salvataggi', 'ciclo.tar.gz');
const seeds = join(folder, 'enti');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function configOf(dataDir: string, env: Record<string, string> = {}): Config {
  const read = readConfig({
    CICLO_DATA: join(folder, dataDir),
    CICLO_SEEDS: seeds,
    ...env,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return { ...read.value, cacheDir: loadConfig().cacheDir };
}

const config = configOf('dati');

/** Starts the servers of an installation, lets `work` use them, and stops them. */
async function running<T>(
  at: Config,
  work: (servers: { readonly url: string; readonly runUrl: string; readonly temporal: Client }) => Promise<T>,
): Promise<T> {
  const lock = await acquireInstanceLock(at.dataDir);
  const options = { dataDir: at.dataDir, cacheDir: at.cacheDir, namespace: 'ciclo', log: quietLog, headless: true };
  const [postgres, server] = [await startPostgres(options), await startTemporal(options)];
  const connection = await Connection.connect({ address: server.address });
  try {
    return await work({ ...postgres, temporal: new Client({ connection, namespace: 'ciclo' }) });
  } finally {
    await connection.close();
    await server.stop();
    await postgres.stop();
    lock.release();
  }
}

/** One more fact in the register and one more workflow in Temporal: of the same moment. */
async function happens(at: Config, what: string): Promise<void> {
  await running(at, async ({ url, runUrl, temporal }) => {
    await migrate({ url, runUrl, schema: 'ciclo' });
    const register = await openRegister({ url: runUrl, schema: 'ciclo', connections: 1, unsaid: 'every-body' });
    await appendLog(register.db, { at: '2016-01-29T10:00:00Z', actor: 'sistema', action: what, subject: 'prova' });
    await register.close();
    await temporal.workflow.start('performanceCycle', { workflowId: `ciclo/${what}`, taskQueue: 'ciclo' });
  });
}

/** What is on record, and whether Temporal still has the workflow of each. */
async function found(at: Config): Promise<readonly string[]> {
  return await running(at, async ({ runUrl, temporal }) => {
    const register = await openRegister({ url: runUrl, schema: 'ciclo', connections: 1, unsaid: 'every-body' });
    const actions = (await logOf(register.db)).map((line) => line.action).reverse();
    await register.close();
    return await Promise.all(
      actions.map(
        async (what) => `${what} ${(await temporal.workflow.getHandle(`ciclo/${what}`).describe()).status.name}`,
      ),
    );
  });
}

/** What only somebody's evaluation says. */
const SECRET = 'GIUDIZIO-RISERVATO';

/** An evaluation on record. @returns its number */
async function evaluates(at: Config): Promise<number> {
  return await running(at, async ({ runUrl }) => {
    const register = await openRegister({ url: runUrl, schema: 'ciclo', connections: 1, unsaid: 'every-body' });
    const by = { actor: 'bruno', at: '2017-03-01T10:00:00Z', simulated: true } as const;
    const sheet = await addSheet(register.db, by, {
      ...{ cycle: await evaluatingCycle(register.db), person: 'carla', group: 'personale', objectives: [] },
      ...{ from: '2016-01-01', to: '2016-12-31', evaluator: { kind: 'person', person: 'bruno' } },
    });
    await addPassage(register.db, by, sheet, { passage: 'evaluate', stage: 'evaluated', text: SECRET });
    await register.close();
    return sheet;
  });
}

/** The files below a folder that say a word, by where they are. */
const filesSaying = (below: string, word: string): readonly string[] =>
  readdirSync(below, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && readFileSync(join(one.parentPath, one.name)).includes(word))
    .map((one) => relative(below, join(one.parentPath, one.name)).split(sep)[0] ?? '');

const saying = async (work: Promise<unknown>): Promise<string> =>
  await work.then(
    () => 'done',
    (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)),
  );

let sheet = 0;

beforeAll(async () => {
  mkdirSync(seeds);
  writeFileSync(join(seeds, 'ente.yaml'), 'nome: Camera di Prova\n');
  // One file under two names, and a link that leads nowhere.
  symlinkSync('ente.yaml', join(seeds, 'altro-nome.yaml'));
  symlinkSync('/non/esiste', join(seeds, 'vecchio.yaml'));
  await happens(config, 'prima');
  sheet = await evaluates(config);
  secretOf(config);
  mkdirSync(join(config.dataDir, 'pubblicato', 'ciclo'), { recursive: true });
  writeFileSync(join(config.dataDir, 'pubblicato', 'ciclo', 'index.html'), '<h1>Piano</h1>');
});

describe('a backup', () => {
  test('is refused while Ciclo runs on the folder: two servers would be of two moments', async () => {
    const lock = await acquireInstanceLock(config.dataDir);
    expect(await saying(backUp(config, archive, quietLog))).toContain('mentre lavora non si salva');
    lock.release();
    expect(existsSync(archive)).toBe(false);
  });

  test('is refused where the servers are somebody else’s, and of an empty folder', async () => {
    const managed = configOf('dati', { DATABASE_URL: 'postgres://x@db.ente.example/ciclo' });
    expect(await saying(backUp(managed, archive, quietLog))).toContain('DATABASE_URL');
    const cluster = configOf('dati', { TEMPORAL_ADDRESS: 'temporal.ente.example:7233' });
    expect(await saying(backUp(cluster, archive, quietLog))).toContain('TEMPORAL_ADDRESS');
    expect(await saying(backUp(configOf('vuota'), archive, quietLog))).toContain('non c’è un’installazione da salvare');
    expect(existsSync(join(folder, 'vuota', 'postgres'))).toBe(false);
  });

  test('is refused in words where it can not be written, and leaves nothing', async () => {
    const notes = join(folder, 'appunti');
    writeFileSync(notes, 'x');
    const below = join(notes, 'ciclo.tar.gz');
    expect(await saying(backUp(config, below, quietLog))).toContain('dove occorre una cartella c’è un file');
    expect(existsSync(join(config.dataDir, 'salvataggio'))).toBe(false);
  });

  test('is one private file, whole, and never written over another or into itself', async () => {
    const written = await backUp(config, archive, quietLog);
    expect(lastBackup(config.dataDir)).toMatchObject({ file: archive });
    expect(written.files).toBeGreaterThan(500);
    expect(statSync(archive).mode & 0o777).toBe(0o600);
    expect(readdirSync(config.dataDir)).not.toContain('salvataggio');
    expect(await saying(backUp(config, archive, quietLog))).toContain('C’è già un file');
    expect(await saying(backUp(config, join(config.dataDir, 'qui.tar.gz'), quietLog))).toContain(
      'fuori dalla cartella',
    );
  });
});

describe('a restore', () => {
  test('into an empty folder brings register, process, secret, published site and bodies back to one moment', async () => {
    await happens(config, 'dopo');
    const elsewhere = { ...configOf('altrove'), seedsDir: join(folder, 'enti-altrove') };
    const restored = await restore(elsewhere, archive, false, quietLog);
    expect(restored.aside).toBeUndefined();
    expect(await found(elsewhere)).toEqual(['prima RUNNING']);
    expect(secretOf(elsewhere)).toBe(secretOf(config));
    expect(readFileSync(join(elsewhere.dataDir, 'pubblicato', 'ciclo', 'index.html'), 'utf8')).toBe('<h1>Piano</h1>');
    expect(readFileSync(join(elsewhere.seedsDir, 'ente.yaml'), 'utf8')).toContain('Camera di Prova');
    expect(readFileSync(join(elsewhere.seedsDir, 'altro-nome.yaml'), 'utf8')).toContain('Camera di Prova');
    expect(await found(config)).toEqual(['prima RUNNING', 'dopo RUNNING']);
  });

  test('has evaluations whole, as the table of who sees them says of backups, and in the files of the database alone', async () => {
    expect(CARRIED.backup).toBe('all');
    const elsewhere = configOf('altrove');
    const read = await running(elsewhere, async ({ runUrl }) => {
      const register = await openRegister({ url: runUrl, schema: 'ciclo', connections: 1, unsaid: 'every-body' });
      return await sheetOf(register.db, 'valuta/2016', sheet).finally(() => register.close());
    });
    expect(read?.passages.map(({ text }) => text)).toContain(SECRET);
    expect(new Set(filesSaying(elsewhere.dataDir, SECRET))).toEqual(new Set(['postgres']));
  });

  test('never touches an installation that is there, unless it is told to put it aside', async () => {
    writeFileSync(join(seeds, 'ente.yaml'), 'nome: Camera cambiata\n');
    expect(await saying(restore(config, archive, false, quietLog))).toContain('c’è già un’installazione');
    const restored = await restore(config, archive, true, quietLog);
    expect(await found(config)).toEqual(['prima RUNNING']);
    expect(readdirSync(restored.aside ?? '')).toContain('postgres');
    expect(readFileSync(join(seeds, 'ente.yaml'), 'utf8')).toContain('cambiata');
    expect(readFileSync(join(restored.bodies ?? '', 'ente.yaml'), 'utf8')).toContain('Camera di Prova');
  });

  test('is refused while Ciclo runs', async () => {
    const lock = await acquireInstanceLock(config.dataDir);
    expect(await saying(restore(config, archive, true, quietLog))).toContain('mentre lavora non si salva');
    lock.release();
  });

  test('of a file that was cut short changes nothing', async () => {
    const cut = join(folder, 'tagliato.tar.gz');
    copyFileSync(archive, cut);
    truncateSync(cut, Math.floor(statSync(cut).size / 2));
    expect(await saying(restore(config, cut, true, quietLog))).toContain('non è un salvataggio intero');
    expect(await found(config)).toEqual(['prima RUNNING']);
  });

  test.each([
    ['what is no archive', () => join(seeds, 'ente.yaml'), 'intero di Ciclo: non è un archivio, oppure è tronco'],
    ['a folder', () => seeds, 'intero di Ciclo: è una cartella, non un file'],
    ['a file there is not', () => join(folder, 'manca.tar.gz'), 'Non c’è un file'],
  ])('of %s says so in words, and changes nothing', async (_, file, said) => {
    expect(await saying(restore(config, file(), true, quietLog))).toContain(said);
    expect(readdirSync(config.dataDir).filter((name) => name.startsWith('ripristino'))).toEqual([]);
  });

  test.each([
    ['a newer version', { migration: '999_domani.sql' }, 'più recente di questa (migrazione 999_domani.sql)'],
    ['another PostgreSQL', { postgresMajor: '12' }, 'dati di PostgreSQL 12'],
    ['which a file is missing', { files: 1 }, 'non è un salvataggio intero'],
  ])('of %s is refused, and changes nothing', async (_, changed, said) => {
    const laidOut = mkdtempSync(join(folder, 'aperto-'));
    await tar.extract({ file: archive, cwd: laidOut });
    const manifest = join(laidOut, 'salvataggio', 'elenco.json');
    writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), ...changed }));
    const other = `${laidOut}.tar.gz`;
    await tar.create({ file: other, cwd: laidOut, gzip: true }, readdirSync(laidOut));
    expect(await saying(restore(config, other, true, quietLog))).toContain(said);
    expect(await found(config)).toEqual(['prima RUNNING']);
  });

  test.each([
    ['stopped half way', true],
    ['stopped half way by an earlier version, which did not write of which file', false],
  ])('%s lets nothing start, and goes on when it is done again', async (_, named) => {
    // As after a kill between two moves: the register is in its place, the rest is still laid out.
    const laidOut = join(config.dataDir, 'ripristino-00000000');
    mkdirSync(laidOut);
    await tar.extract({ file: archive, cwd: laidOut });
    rmSync(join(laidOut, 'postgres'), { recursive: true });
    const kept = 'secret postgres postgres.json temporal pubblicato';
    const aside = `prima-del-ripristino-${named ? 2016 : 2017}`;
    const move = {
      laidOut: 'ripristino-00000000',
      aside,
      kept,
      madeAt: '2016-01-29',
      file: named ? archive : undefined,
    };
    writeFileSync(join(config.dataDir, 'ripristino'), JSON.stringify(move));
    expect(await saying(acquireInstanceLock(config.dataDir))).toContain('un ripristino è rimasto a metà');
    const another = join(folder, 'un-altro.tar.gz');
    copyFileSync(archive, another);
    if (named) expect(await saying(restore(config, another, true, quietLog))).toContain(`di un altro file, ${archive}`);
    const restored = await restore(config, archive, true, quietLog);
    expect(readdirSync(restored.aside ?? '').sort()).toEqual(['postgres.json', 'pubblicato', 'secret', 'temporal']);
    expect(existsSync(join(config.dataDir, 'ripristino'))).toBe(false);
    expect(await found(config)).toEqual(['prima RUNNING']);
  });

  test('stopped before anything was moved lets nothing start either, says what to do, and is done again', async () => {
    const laidOut = join(config.dataDir, 'ripristino-11111111');
    mkdirSync(laidOut);
    writeFileSync(join(laidOut, 'secret'), 'a metà');
    const said = await saying(acquireInstanceLock(config.dataDir));
    expect(said).toContain('nulla è cambiato');
    expect(said).toContain(`si cancelli ${laidOut}`);
    await restore(config, archive, true, quietLog);
    expect(existsSync(laidOut)).toBe(false);
    expect(await found(config)).toEqual(['prima RUNNING']);
  });
});
