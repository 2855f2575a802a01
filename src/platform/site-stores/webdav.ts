import { readFile } from 'node:fs/promises';
import { urlPath } from '../../domain/url-path.js';
import { type SiteStore, STORE_ANSWERS_WITHIN_MS } from './store.js';

/** What a folder that is there already, or cannot be asked for, answers: the file put into it says whether it is. */
const NO_NEW_FOLDER = [405, 301, 409];

/** A folder of a WebDAV server (RFC 4918). @param folder with a slash at the end */
export function webdavStore(folder: URL, user: string, secret: string): SiteStore {
  const authorization = `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
  const made = new Set<string>();
  const ask = async (method: string, path: string, body?: Buffer): Promise<Response> =>
    await fetch(new URL(urlPath(path), folder), {
      method,
      body: body && new Uint8Array(body),
      headers: { authorization },
      redirect: 'manual',
      signal: AbortSignal.timeout(STORE_ANSWERS_WITHIN_MS),
    });
  const makeFolders = async (path: string): Promise<void> => {
    const parts = path.split('/').slice(0, -1);
    for (const [i] of parts.entries()) {
      const above = `${parts.slice(0, i + 1).join('/')}/`;
      if (made.has(above)) continue;
      const answer = await ask('MKCOL', above);
      if (!answer.ok && !NO_NEW_FOLDER.includes(answer.status))
        throw new Error(`MKCOL ${above}: HTTP ${answer.status}`);
      made.add(above);
    }
  };
  return {
    address: folder.href,
    put: async (files) => {
      for (const { path, from } of files) {
        await makeFolders(path);
        const answer = await ask('PUT', path, await readFile(from));
        if (!answer.ok) throw new Error(`PUT ${path}: HTTP ${answer.status}`);
      }
    },
    read: async (path) => {
      const answer = await ask('GET', path);
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      return Buffer.from(await answer.arrayBuffer());
    },
  };
}
