import { ok, type Result } from '../../domain/result.js';
import type { Connection } from '../../platform/connections.js';
import { sourceWords } from '../../words/sources.js';
import { codeOf, type Failure, failed, failedForNow } from './failure.js';
import type { Limits } from './limits.js';

const say = sourceWords.failed;
const MAX_REDIRECTS = 3;

/** What an answer must be, by its Content-Type. */
export interface WantedContent {
  readonly types: RegExp;
  /** `un file CSV`: for the sentence when it is something else. */
  readonly title: string;
}

/** What a source holds, and the encoding its server says it is in. */
export interface Content {
  readonly bytes: Buffer;
  readonly charset?: string;
}

/**
 * Gets one resource below a connection's address: within the time and size allowed, of the type wanted, following
 * redirects only on the same server.
 */
export async function fetchHttp(
  connection: Extract<Connection, { kind: 'http' }>,
  file: string,
  wanted: WantedContent,
  limits: Limits,
  signal: AbortSignal,
): Promise<Result<Content, Failure>> {
  const timeout = AbortSignal.timeout(limits.timeoutMs);
  try {
    return await follow(connection, new URL(file, connection.base), wanted, limits, AbortSignal.any([signal, timeout]));
  } catch (cause) {
    if (signal.aborted) return failed(say.outOfTime);
    if (timeout.aborted) return failedForNow(say.timeout(limits.timeoutMs / 1000));
    const code = codeOf(cause);
    if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code)) return failed(say.certificate(code));
    return failedForNow(say.unreachable(code));
  }
}

async function follow(
  connection: Extract<Connection, { kind: 'http' }>,
  first: URL,
  wanted: WantedContent,
  limits: Limits,
  signal: AbortSignal,
): Promise<Result<Content, Failure>> {
  const base = new URL(connection.base);
  const headers = connection.authorization === undefined ? {} : { authorization: connection.authorization };
  // `%2e%2e` in a path is a step upwards that the data file's check does not see.
  if (!first.href.startsWith(connection.base)) return failed(say.outside(decodeURI(first.pathname)));
  let url = first;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await fetch(url.href, { headers, redirect: 'manual', signal });
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (location === null) return await contentOf(response, wanted, limits);
    await response.body?.cancel();
    if (!URL.canParse(location, url.href)) return failed(say.redirect);
    url = new URL(location, url);
    if (url.origin !== base.origin) return failed(say.redirect);
  }
  return failed(say.redirects);
}

async function contentOf(response: Response, wanted: WantedContent, limits: Limits): Promise<Result<Content, Failure>> {
  const refuse = async (failure: Result<never, Failure>): Promise<Result<never, Failure>> => {
    await response.body?.cancel();
    return failure;
  };
  if (!response.ok) {
    const { status } = response;
    return await refuse((status >= 500 || status === 429 ? failedForNow : failed)(say.status(status)));
  }
  const declared = response.headers.get('content-type') ?? '';
  const type = declared.split(';')[0]?.trim().toLowerCase() ?? '';
  const charset = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(declared.slice(0, 500));
  if (!wanted.types.test(type)) return await refuse(failed(say.contentType(type.slice(0, 80), wanted.title)));
  const tooBig = failed(say.tooBig(limits.maxBytes / 1_000_000));
  if (Number(response.headers.get('content-length') ?? 0) > limits.maxBytes) return await refuse(tooBig);
  const parts: Uint8Array[] = [];
  let size = 0;
  // Bytes as they come out of any compression: what a small answer would become is counted, not what it is.
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > limits.maxBytes) return tooBig;
    parts.push(part);
  }
  if (size === 0) return failed(say.empty);
  const label = charset?.[1] ?? charset?.[2];
  return ok({ bytes: Buffer.concat(parts), ...(label === undefined ? {} : { charset: label }) });
}
