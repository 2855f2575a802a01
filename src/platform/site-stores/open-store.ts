import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { err, ok, type Result } from '../../domain/result.js';
import { gitStore } from './git.js';
import { s3Store } from './s3.js';
import { sftpStore } from './sftp.js';
import type { SiteStore } from './store.js';
import { webdavStore } from './webdav.js';

/** Where an installation carries its site, as its environment says it. */
export interface StoreAsked {
  /** `sftp://`, `webdavs://`, `s3://`, `git+ssh://` and the like. */
  readonly to: string;
  /** Password of the WebDAV server, or secret key of the S3-compatible store. */
  readonly secret: string | undefined;
  /** File of the private key for SFTP; absent: those of the account. */
  readonly keyFile: string | undefined;
}

/** The schemes, with what each is over. */
const HTTP: Readonly<Record<string, 'http:' | 'https:'>> = {
  'webdavs:': 'https:',
  'webdav:': 'http:',
  's3:': 'https:',
  's3+http:': 'http:',
};

const GIT = /^git\+(ssh|https|file):$/;

/** What is wrong with how the store is asked for. */
export type StoreFault = 'address' | 'secret' | 'user';

/** The store of the site. @param copies folder for what a store keeps on this machine */
export function openStore({ to, secret, keyFile }: StoreAsked, copies: string): Result<SiteStore, StoreFault> {
  if (!URL.canParse(to)) return err('address');
  const url = new URL(to);
  if (GIT.test(url.protocol)) {
    const branch = decodeURIComponent(url.hash.slice(1)) || 'main';
    const repository = to.replace(/^git\+/, '').replace(/#.*$/, '');
    const name = createHash('sha256').update(to).digest('hex').slice(0, 12);
    return ok(gitStore(repository, branch, join(copies, `git-${name}`)));
  }
  if (url.hostname === '') return err('address');
  if (url.protocol === 'sftp:') return ok(sftpAt(url, keyFile));
  const protocol = HTTP[url.protocol];
  if (protocol === undefined) return err('address');
  if (url.username === '') return err('user');
  if (secret === undefined) return err('secret');
  const user = decodeURIComponent(url.username);
  const folder = new URL(`${protocol}//${url.host}${url.pathname.replace(/\/*$/, '/')}`);
  if (url.protocol.startsWith('webdav')) return ok(webdavStore(folder, user, secret));
  return ok(s3Store(folder, { id: user, secret, region: url.searchParams.get('region') ?? 'us-east-1' }));
}

function sftpAt(url: URL, keyFile: string | undefined): SiteStore {
  const { hostname, port, pathname } = url;
  const user = decodeURIComponent(url.username);
  const how = [
    ...(port === '' ? [] : ['-P', port]),
    ...(keyFile === undefined ? [] : ['-i', keyFile]),
    user === '' ? hostname : `${user}@${hostname}`,
  ];
  const folder = decodeURIComponent(pathname).replace(/\/+$/, '');
  return sftpStore(`sftp://${url.host}${pathname}`, folder, how);
}
