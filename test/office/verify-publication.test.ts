import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { takeSnapshot } from '../../src/documents/snapshot.js';
import type { Entity } from '../../src/domain/entity.js';
import type { Deps } from '../../src/office/deps.js';
import { publishVersion } from '../../src/office/site.js';
import { verifyPublications } from '../../src/office/verify-publication.js';
import type { SiteStore } from '../../src/platform/site-stores/store.js';
import { saveDocument } from '../../src/register/documents.js';
import { appendLog, logOf } from '../../src/register/log.js';
import { failedPublications, verifiedOf } from '../../src/register/publication-checks.js';
import { siteWatcher } from '../../src/worker/site-watch.js';
import { aCycle, anEntity } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';

const PUBLISHED = '2016-02-10T08:00:00Z';
const LOOKED = '2016-02-10T08:05:00Z';
const register = aRegister();
let site: string;
let server: Server;
let address: string;

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'ciclo-sito-'));
  server = createServer((request, answer) => {
    try {
      answer.end(readFileSync(join(site, decodeURIComponent(request.url ?? ''))));
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  rmSync(site, { recursive: true, force: true });
});

/** A body whose Piano is published, in the register and, where `written`, in the folder of the site. */
async function published(
  entity: string,
  written: boolean,
  publicSite?: string,
  kind: 'piano' | 'relazione' = 'piano',
  folder = site,
) {
  const cycle = kind === 'piano' ? await aCycle(register.db, entity) : `${entity}/2016`;
  const snapshot = takeSnapshot({
    kind,
    title: kind === 'piano' ? 'Piano della performance 2016-2018' : 'Relazione sulla performance 2016',
    entity: 'Camera di Prova',
    exercise: 2016,
    version: 1,
    on: '2016-01-31',
    simulated: true,
    landscape: false,
    sections: [{ level: 2, title: 'Presentazione', blocks: [{ kind: 'paragraph', text: [`Il Piano di ${entity}.`] }] }],
  });
  await saveDocument(register.db, {
    ...{ cycle, kind, version: 1, title: snapshot.content.title, mime: 'application/json' },
    ...{ bytes: snapshot.bytes, simulated: true, frozenAt: PUBLISHED },
  });
  const body = { id: entity, name: 'Camera di Prova' };
  if (written) await publishVersion(register.db, folder, body, snapshot, { kind, publishedAt: PUBLISHED, acts: [] });
  await appendLog(register.db, {
    ...{ key: `${cycle}/published/${kind}`, at: PUBLISHED, actor: 'ciclo', action: 'document-published' },
    ...{ subject: snapshot.content.title, cycle, step: 'analisi', detail: { hash: snapshot.hash } },
  });
  return { cycle, folder: join(site, entity, 'performance/piano-della-performance/2016/v1'), publicSite };
}

const depsOf = (publicDir: string, siteStore?: SiteStore, publicSite?: string) => ({
  siteStore,
  register: { db: register.db, schema: register.schema, close: async () => undefined },
  // Nothing else of the bodies is asked here.
  bodies: { entity: (id: string): Entity => ({ ...anEntity(id), publicSite }) } as Deps['bodies'],
  publicDir,
});

/** Rounds of the watch of a worker whose site is in a folder. */
const roundsOf = (folder: string, store?: SiteStore) =>
  siteWatcher({ ...depsOf(folder, store), now: () => LOOKED, log: { warn: () => undefined } });

/** Looks for everything that is not verified, where every body has that address, or none. */
async function look(publicSite?: string, siteStore?: SiteStore, publicDir = site): Promise<readonly string[]> {
  const failed: string[] = [];
  await verifyPublications(depsOf(publicDir, siteStore, publicSite), LOOKED, (cycle) => void failed.push(cycle));
  return failed;
}

const verifiedLines = async (cycle: string) =>
  (await logOf(register.db, { cycle })).filter(({ action }) => action === 'publication-verified');
const failures = async () => (await failedPublications(register.db, 0)).map(({ entity, failure }) => [entity, failure]);

describe('what was published is looked for where it should be', () => {
  test('in the folder of the site it is verified once every file is there with its hash, on record and once', async () => {
    const { cycle } = await published('cartella', true);
    expect(await verifiedOf(register.db, cycle)).toEqual(new Map());
    expect(await look()).toEqual([]);
    await look();
    expect(await verifiedOf(register.db, cycle)).toEqual(new Map([['analisi', LOOKED]]));
    expect(await verifiedLines(cycle)).toMatchObject([
      {
        step: 'analisi',
        actor: 'sistema',
        detail: { reason: 'ogni file è nella cartella del sito con la sua impronta' },
      },
    ]);
  });

  test('a file of other bytes or gone keeps it from being published, with its name and the reason, until it is as it was made', async () => {
    const { cycle, folder } = await published('guasta', true);
    const name = (await readdir(folder)).find((one) => one.endsWith('.pdf')) ?? '';
    const pdf = join(folder, name);
    const bytes = readFileSync(pdf);
    writeFileSync(pdf, 'altro');
    await look();
    expect(await failures()).toEqual([['guasta', `«${name}» non è quello pubblicato: l’impronta è un’altra`]]);
    rmSync(pdf);
    await look();
    expect((await failures())[0]?.[1]).toContain(`«${name}» non si legge`);
    expect(await verifiedOf(register.db, cycle)).toEqual(new Map());
    writeFileSync(pdf, bytes);
    await look();
    expect(await failures()).toEqual([]);
    expect((await verifiedOf(register.db, cycle)).get('analisi')).toBe(LOOKED);
  });

  test('a publication no machine has written yet is said so, and is no trouble in its first hour', async () => {
    const { cycle } = await published('assente', false);
    await look();
    expect(await failures()).toEqual([['assente', 'nella cartella del sito il documento non c’è']]);
    expect(await failedPublications(register.db, 1)).toEqual([]);
    expect(await verifiedLines(cycle)).toEqual([]);
  });

  test('where the body gives its address it is read from there, and the folder alone is not enough', async () => {
    const { cycle } = await published('sito', true);
    await look(`${address}/altrove`);
    expect((await failures()).find(([entity]) => entity === 'sito')?.[1]).toContain('risposta HTTP 404');
    expect(await verifiedOf(register.db, cycle)).toEqual(new Map());
    await look(`${address}/`);
    expect((await verifiedOf(register.db, cycle)).get('analisi')).toBe(LOOKED);
    expect(await verifiedLines(cycle)).toMatchObject([
      { detail: { reason: `ogni file si legge da ${address} con la sua impronta` } },
    ]);
  });

  test('a site that does not answer keeps nobody else from being looked for', async () => {
    const { cycle } = await published('muto', true);
    await look('http://127.0.0.1:9');
    expect((await failures()).find(([entity]) => entity === 'muto')?.[1]).toContain('il sito non risponde');
    expect(await verifiedOf(register.db, cycle)).toEqual(new Map());
  });
});

test('what another worker is writing of the same version is left to it, and removed when nobody has touched it for long', async () => {
  const { folder } = await published('due-scrivani', true);
  const others = join(folder, '../.parziale-00000000');
  mkdirSync(others);
  writeFileSync(join(others, 'mezzo.pdf'), '%PDF');
  await published('due-scrivani', true);
  expect(existsSync(join(others, 'mezzo.pdf'))).toBe(true);
  utimesSync(others, 0, 0);
  await published('due-scrivani', true);
  expect(existsSync(others)).toBe(false);
});

describe('where the site is carried elsewhere', () => {
  /** A store in memory that may be out of reach, and counts what it was given. */
  function aStore() {
    const files = new Map<string, Buffer>();
    const given: string[] = [];
    const store: SiteStore & { down: boolean } = {
      address: 'sftp://server/sito',
      down: true,
      put: async (news) => {
        if (store.down) throw new Error('Connection refused');
        for (const { path, from } of news) files.set(path, readFileSync(from));
        given.push(...news.map(({ path }) => path));
      },
      read: async (path) => files.get(path) ?? Promise.reject(new Error('No such file')),
    };
    return { store, files, given };
  }

  test('it is published once every file was read back from there; till then with why it could not be carried', async () => {
    const { store, files, given } = aStore();
    const { cycle } = await published('portata', true);
    await look(undefined, store);
    expect(await verifiedOf(register.db, cycle)).toEqual(new Map());
    expect(await failures()).toContainEqual([
      'portata',
      'il sito non si è potuto portare in sftp://server/sito: Connection refused',
    ]);
    store.down = false;
    await look(undefined, store);
    expect(await verifiedOf(register.db, cycle)).toEqual(new Map([['analisi', LOOKED]]));
    expect(await verifiedLines(cycle)).toMatchObject([
      { detail: { reason: 'ogni file si legge da sftp://server/sito con la sua impronta' } },
    ]);
    expect([...files.keys()]).toContain('portata/performance/catalogo.jsonld');
    expect([...files.keys()].filter((path) => path.includes('.portato') || path.startsWith('guasta/'))).toEqual([]);
    // What is there already is not carried again: of the shared pages those that changed.
    const before = given.length;
    await published('seconda', true);
    await look(undefined, store);
    expect(given.slice(before).filter((path) => path.startsWith('portata/'))).toEqual([]);
    expect(given.slice(before).some((path) => path.startsWith('seconda/'))).toBe(true);
  });

  test('each of two workers publishes before it has what the other did: what is carried lists both in the end', async () => {
    const { store, files } = aStore();
    store.down = false;
    const other = await mkdtemp(join(tmpdir(), 'ciclo-sito-'));
    onTestFinished(() => rmSync(other, { recursive: true, force: true }));
    await published('due-operai', true);
    await look(undefined, store);
    await published('due-operai', true, undefined, 'relazione', other);
    await look(undefined, store, other);
    for (const round of [roundsOf(site, store), roundsOf(other, store)]) await round();
    const catalogue = files.get('due-operai/performance/catalogo.jsonld')?.toString() ?? '';
    expect(catalogue).toContain('Relazione sulla performance 2016');
    expect(catalogue).toContain('Piano della performance 2016-2018');
  });

  test('a list of what it was given that was cut short is no list: all of it is carried again', async () => {
    const { store } = aStore();
    store.down = false;
    await published('elenco-intero', true);
    await look(undefined, store);
    for (const name of await readdir(join(site, '.portato'))) writeFileSync(join(site, '.portato', name), '');
    const { cycle } = await published('elenco-tronco', true);
    expect(await look(undefined, store)).toEqual([]);
    expect(await verifiedOf(register.db, cycle)).toEqual(new Map([['analisi', LOOKED]]));
  });

  test('what it has lost is carried again', async () => {
    const { store, files } = aStore();
    store.down = false;
    let loses = true;
    const lossy: SiteStore = {
      ...store,
      put: async (news) => {
        await store.put(news);
        if (loses) files.clear();
      },
    };
    const { cycle } = await published('perduta', true);
    await look(undefined, lossy);
    expect(await failures()).toContainEqual(['perduta', expect.stringContaining('non si legge: No such file')]);
    loses = false;
    await look(undefined, lossy);
    expect(await verifiedOf(register.db, cycle)).toEqual(new Map([['analisi', LOOKED]]));
  });
});

test('however many are not found for long, those after them are looked for', async () => {
  await register.owner.query(
    `insert into log (at, actor, action, subject, cycle, detail)
     select '2016-01-31T10:00:00Z', 'ciclo', 'document-published', 'x', 'persa/2016', jsonb_build_object('hash', 'nessuno-' || n)
     from generate_series(1, 60) n`,
  );
  const { cycle } = await published('dopo-le-perse', true);
  const round = roundsOf(site);
  await round();
  await round();
  expect(await verifiedOf(register.db, cycle)).toEqual(new Map([['analisi', LOOKED]]));
});
