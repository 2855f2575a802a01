import { createHash, createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { urlPath } from '../../domain/url-path.js';
import { type SiteStore, STORE_ANSWERS_WITHIN_MS } from './store.js';

/** A key of an S3-compatible store. */
interface S3Key {
  readonly id: string;
  readonly secret: string;
  readonly region: string;
}

const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer | string, data: string): Buffer => createHmac('sha256', key).update(data).digest();

/**
 * The headers that sign a request (AWS Signature Version 4), its own among them.
 * @param now `20130524T000000Z`
 */
export function signedHeaders(
  request: {
    readonly method: string;
    readonly url: URL;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Buffer | string;
  },
  { id, secret, region }: S3Key,
  now: string,
): Readonly<Record<string, string>> {
  const { method, url, body } = request;
  const hash = sha256(body);
  const headers: Record<string, string> = {
    ...request.headers,
    host: url.host,
    'x-amz-content-sha256': hash,
    'x-amz-date': now,
  };
  const names = Object.keys(headers).sort();
  const signed = names.join(';');
  const canonical = [
    method,
    url.pathname,
    url.search.slice(1),
    ...names.map((name) => `${name}:${headers[name]?.trim()}`),
    '',
    signed,
    hash,
  ].join('\n');
  const day = now.slice(0, 8);
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', now, scope, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(hmac, `AWS4${secret}`);
  const signature = hmac(key, text).toString('hex');
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${id}/${scope},SignedHeaders=${signed},Signature=${signature}`,
  };
}

/** A bucket of an S3-compatible store, addressed by path. @param folder bucket and prefix, with a slash at the end */
export function s3Store(folder: URL, key: S3Key): SiteStore {
  const ask = async (method: string, path: string, type?: string, body?: Buffer): Promise<Response> => {
    const url = new URL(urlPath(path), folder);
    const now = new Date().toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
    const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
    const { host: _, ...signed } = signedHeaders({ method, url, headers, body: body ?? '' }, key, now);
    return await fetch(url, {
      method,
      body: body && new Uint8Array(body),
      headers: signed,
      signal: AbortSignal.timeout(STORE_ANSWERS_WITHIN_MS),
    });
  };
  return {
    address: folder.href,
    put: async (files) => {
      for (const { path, from, type } of files) {
        const answer = await ask('PUT', path, type, await readFile(from));
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
