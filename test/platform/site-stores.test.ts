import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type StoreAsked } from '../../src/platform/site-stores/open-store.js';
import { signedHeaders } from '../../src/platform/site-stores/s3.js';
import { sftpStore } from '../../src/platform/site-stores/sftp.js';
import type { SiteFile, SiteStore } from '../../src/platform/site-stores/store.js';

const folder = mkdtempSync(join(tmpdir(), 'ciclo-depositi-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file of the site with that content. */
function file(path: string, content: string): SiteFile {
  const from = join(folder, 'sito', path.replaceAll('/', '_'));
  mkdirSync(join(folder, 'sito'), { recursive: true });
  writeFileSync(from, content);
  return { path, from, type: 'text/html; charset=utf-8' };
}

function opened(to: string, more: Partial<StoreAsked> = {}): SiteStore {
  const store = openStore({ to, secret: 'segreto', keyFile: undefined, ...more }, join(folder, 'copie'));
  if (!store.ok) throw new Error(store.error);
  return store.value;
}

const PAGE = 'ccms/performance/piano della performance/2016/v1/indice «è».html';

/** Puts, reads back, puts again over it: what every store does. */
async function carries(store: SiteStore): Promise<void> {
  await store.put([file(PAGE, 'prima'), file('index.html', 'elenco')]);
  expect((await store.read(PAGE)).toString()).toBe('prima');
  expect((await store.read('index.html')).toString()).toBe('elenco');
  await store.put([file(PAGE, 'seconda')]);
  expect((await store.read(PAGE)).toString()).toBe('seconda');
  expect((await store.read('index.html')).toString()).toBe('elenco');
  await expect(store.read('altro.html')).rejects.toThrow();
}

describe('a store over HTTP', () => {
  const kept = new Map<string, { readonly body: Buffer; readonly type: string }>();
  const folders = new Set(['/dati/']);
  let server: Server;
  let host = '';

  beforeAll(async () => {
    server = createServer(async (request, answer) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const [body, url = ''] = [Buffer.concat(parts), request.url];
      const { method = '', headers } = request;
      const basic = `Basic ${Buffer.from('pubblica:segreto').toString('base64')}`;
      // What signs an S3 request is worked out again from what came.
      const names = /SignedHeaders=([^,]*)/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? [];
      const sent = Object.fromEntries(names.map((name) => [name, String(headers[name])]));
      const [key, now] = [{ id: 'CHIAVE', secret: 'segreto', region: 'eu-south-1' }, String(headers['x-amz-date'])];
      const at = new URL(url, `http://${headers.host}`);
      const signed = signedHeaders({ method, url: at, headers: sent, body }, key, now).authorization;
      const status =
        headers.authorization !== basic && headers.authorization !== signed
          ? 403
          : method === 'MKCOL'
            ? folders.has(url)
              ? 405
              : folders.has(url.replace(/[^/]+\/$/, ''))
                ? 201
                : 409
            : method === 'GET' && !kept.has(url)
              ? 404
              : 200;
      if (status === 201) folders.add(url);
      if (status === 200 && method === 'PUT') kept.set(url, { body, type: headers['content-type'] ?? '' });
      answer.writeHead(status).end(status === 200 && method === 'GET' ? kept.get(url)?.body : undefined);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  test('of WebDAV makes the folders, puts every file and reads it back', async () => {
    const store = opened(`webdav://pubblica@${host}/dati`);
    expect(store.address).toBe(`http://${host}/dati/`);
    await carries(store);
    expect([...folders]).toContain('/dati/ccms/performance/piano%20della%20performance/2016/v1/');
    await expect(opened(`webdav://altri@${host}/dati`).read('index.html')).rejects.toThrow('HTTP 403');
  });

  test('of S3 signs every request, and says what each file is', async () => {
    await carries(opened(`s3+http://CHIAVE@${host}/secchio/trasparenza?region=eu-south-1`));
    expect(kept.get('/secchio/trasparenza/index.html')?.type).toBe('text/html; charset=utf-8');
    const wrong = opened(`s3+http://CHIAVE@${host}/secchio?region=eu-south-1`, { secret: 'altro' });
    await expect(wrong.put([file('index.html', 'x')])).rejects.toThrow('PUT index.html: HTTP 403');
  });
});

test('a request to S3 is signed as in the example of AWS (Signature Version 4, GET Object)', () => {
  const headers = signedHeaders(
    {
      method: 'GET',
      url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
      headers: { range: 'bytes=0-9' },
      body: '',
    },
    { id: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1' },
    '20130524T000000Z',
  );
  expect(headers.authorization).toContain('Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
});

test('a branch of Git takes every change as a commit, beside what somebody else pushed', async () => {
  const bare = join(folder, 'sito.git');
  execFileSync('git', ['init', '--quiet', '--bare', bare]);
  const store = opened(`git+file://${bare}#pagine`);
  await carries(store);
  const other = join(folder, 'altrui');
  execFileSync('git', ['clone', '--quiet', '--branch', 'pagine', `file://${bare}`, other]);
  writeFileSync(join(other, 'CNAME'), 'trasparenza.example');
  const git = (...args: readonly string[]) => execFileSync('git', ['-C', other, ...args]).toString();
  git('add', '.');
  git('-c', 'user.name=x', '-c', 'user.email=x@x.example', 'commit', '--quiet', '--message', 'nome');
  git('push', '--quiet');
  await store.put([file('index.html', 'terza')]);
  expect((await store.read('CNAME')).toString()).toBe('trasparenza.example');
  expect((await store.read('index.html')).toString()).toBe('terza');
  // The same again is no commit.
  await store.put([file('index.html', 'terza')]);
  git('pull', '--quiet');
  expect(git('log', '--oneline').trim().split('\n')).toHaveLength(4);
});

/** OpenSSH's own server, asked without a network between. */
const SFTP_SERVER = [
  process.env.SFTP_SERVER ?? '',
  '/usr/lib/openssh/sftp-server',
  '/usr/libexec/openssh/sftp-server',
].find((path) => path !== '' && existsSync(path));

test.skipIf(SFTP_SERVER === undefined)(
  'a folder by SFTP takes every file under its name once it is whole',
  async () => {
    const there = join(folder, 'sftp');
    mkdirSync(there);
    await carries(sftpStore('sftp://server/sito', there, ['-D', SFTP_SERVER ?? '']));
  },
);

describe('where the site is carried is said by an address', () => {
  test.each([
    ['ftp://server/cartella', {}, 'address'],
    ['cartella', {}, 'address'],
    ['webdavs://server/cartella', {}, 'user'],
    ['s3://chiave@server/secchio', { secret: undefined }, 'secret'],
  ])('%s is refused', (to, more, error) => {
    expect(openStore({ to, secret: 'x', keyFile: undefined, ...more }, folder)).toEqual({ ok: false, error });
  });

  test('which is shown without the user and the secret', () => {
    expect(opened('sftp://pubblica@server:2222/sito/').address).toBe('sftp://server:2222/sito/');
    expect(opened('s3://CHIAVE@server/secchio/x').address).toBe('https://server/secchio/x/');
  });
});
