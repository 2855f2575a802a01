import { CAST_PATH } from '../../../src/access/paths.js';
import type { HalfRunSite } from './site.js';

/** Somebody of the rehearsal's cast at work on the pages. */
export interface Reader {
  get(path: string): Promise<Response>;
  /** The page at an address; fails unless it answers 200. */
  page(path: string): Promise<string>;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
  /** Posts a form that carries files. */
  send(path: string, body: FormData): Promise<Response>;
}

/** Signs in as a person of Massa-Carrara. */
export async function signedIn(site: HalfRunSite, person: string): Promise<Reader> {
  const answer = await site.app.request(CAST_PATH, form({ entity: 'ccms', person }));
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`${person} could not sign in: ${answer.status}`);
  const get = async (path: string): Promise<Response> => site.app.request(path, { headers: { cookie } });
  return {
    get,
    page: async (path) => {
      const page = await get(path);
      if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
      return page.text();
    },
    post: async (path, fields) => {
      const { headers, ...request } = form(fields);
      return site.app.request(path, { ...request, headers: { ...headers, cookie } });
    },
    send: async (path, body) =>
      site.app.request(path, { method: 'POST', body, headers: { cookie, origin: 'http://localhost' } }),
  };
}

const form = (fields: Readonly<Record<string, string>>) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
  body: new URLSearchParams(fields).toString(),
});
