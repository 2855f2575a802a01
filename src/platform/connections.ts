import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '../domain/result.js';
import { sourceWords } from '../words/sources.js';

/**
 * Where automatic sources read from. Data files name a connection; its address and its secrets stand only in the
 * environment.
 */
export type Connection =
  /** Files dropped in a folder. */
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 'http';
      /** Without credentials; its path ends with a slash. */
      readonly base: string;
      /** Value of the `Authorization` header. */
      readonly authorization?: string;
      /** What no message may repeat. */
      readonly secrets: readonly string[];
    }
  | { readonly kind: 'postgres'; readonly url: string; readonly secrets: readonly string[] };

/** By name: `gestionale`. */
export type Connections = ReadonlyMap<string, Connection>;

interface ConnectionError {
  readonly variable: string;
  /** In Italian; never repeats the value. */
  readonly message: string;
}

const VARIABLE = /^CICLO_SOURCE_(.*)_(URL|TOKEN)$/;
const say = sourceWords.connection;

/** The variable that holds a connection's address: `CICLO_SOURCE_GESTIONALE_URL`. */
export const connectionVariable = (name: string): string =>
  `CICLO_SOURCE_${name.toUpperCase().replaceAll('-', '_')}_URL`;

/** Reads every `CICLO_SOURCE_<NAME>_URL` and `CICLO_SOURCE_<NAME>_TOKEN`: all connections, or all that is wrong. */
export function readConnections(env: NodeJS.ProcessEnv): Result<Connections, readonly ConnectionError[]> {
  const connections = new Map<string, Connection>();
  const errors: ConnectionError[] = [];
  const given = Object.entries(env).filter(([name, value]) => name.startsWith('CICLO_SOURCE_') && value);
  for (const [variable, value = ''] of given) {
    const [, name = '', part] = VARIABLE.exec(variable) ?? [];
    if (!/^[A-Z0-9]+(_[A-Z0-9]+)*$/.test(name)) {
      errors.push({ variable, message: say.suffix });
    } else if (part === 'TOKEN') {
      if (!env[`CICLO_SOURCE_${name}_URL`]) {
        errors.push({ variable, message: say.tokenWithoutUrl(`CICLO_SOURCE_${name}_URL`) });
      }
    } else {
      const tokenVariable = `CICLO_SOURCE_${name}_TOKEN`;
      const token = env[tokenVariable] || undefined;
      const read = readConnection(value, token);
      if (read.ok) connections.set(name.toLowerCase().replaceAll('_', '-'), read.value);
      else
        errors.push({ variable: read.error.part === 'TOKEN' ? tokenVariable : variable, message: read.error.message });
    }
  }
  return errors.length > 0 ? err(errors) : ok(connections);
}

interface Wrong {
  readonly part: 'URL' | 'TOKEN';
  readonly message: string;
}

function readConnection(address: string, token: string | undefined): Result<Connection, Wrong> {
  const wrongUrl = err<Wrong>({ part: 'URL', message: say.url });
  const wrongToken = (message: string) => err<Wrong>({ part: 'TOKEN', message });
  // A Windows path would pass for a URL with a scheme of one letter.
  const url = isAbsolute(address) || !URL.canParse(address) ? undefined : new URL(address);
  if (url?.protocol === 'http:' || url?.protocol === 'https:') {
    if (url.search !== '' || url.hash !== '' || decoded(url.username + url.password) === undefined) return wrongUrl;
    if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) return wrongToken(say.token);
    const hasUser = url.username !== '' || url.password !== '';
    if (token !== undefined && hasUser) return wrongToken(say.tokenTwice);
    return ok(httpConnection(url, token));
  }
  if (token !== undefined) return wrongToken(say.tokenNotHttp);
  if (url?.protocol === 'postgres:' || url?.protocol === 'postgresql:') {
    return ok({ kind: 'postgres', url: address, secrets: [address, ...credentialsIn(url)] });
  }
  if (url === undefined && isAbsolute(address)) return ok({ kind: 'folder', folder: resolve(address) });
  if (url?.protocol === 'file:' && (url.host === '' || process.platform === 'win32')) {
    return ok({ kind: 'folder', folder: fileURLToPath(url) });
  }
  return wrongUrl;
}

function httpConnection(url: URL, token: string | undefined): Connection {
  const secrets = [...(token === undefined ? [] : [token]), ...credentialsIn(url)];
  const basic =
    url.username === '' && url.password === ''
      ? undefined
      : Buffer.from(`${decoded(url.username)}:${decoded(url.password)}`).toString('base64');
  const authorization = token === undefined ? (basic === undefined ? undefined : `Basic ${basic}`) : `Bearer ${token}`;
  const base = new URL(url);
  base.username = '';
  base.password = '';
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return {
    kind: 'http',
    base: base.href,
    authorization,
    secrets: basic === undefined ? secrets : [...secrets, basic],
  };
}

/** The password as written and as it is. */
const credentialsIn = ({ password }: URL): readonly string[] =>
  password === '' ? [] : [password, decoded(password) ?? password];

/** Undefined when a `%` in it begins no character. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    if (cause instanceof URIError) return undefined;
    throw cause;
  }
}
