import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readMailAddress } from './domain/mail-address.js';
import { err, ok, type Result } from './domain/result.js';
import { type Connections, readConnections } from './platform/connections.js';
import { EnvironmentError } from './platform/errors.js';
import { KEY_BYTES, payloadKeys } from './platform/payload-codec.js';
import { privateDataFolder } from './platform/private.js';
import { isErrno } from './platform/processes.js';
import { programVersion } from './platform/program-version.js';
import { accessWords } from './words/access.js';
import { configWords } from './words/config.js';

/** Everything Ciclo takes from its environment, already checked. Paths are absolute. */
export interface Config {
  /** Where this installation's data live. */
  readonly dataDir: string;
  /** Where programs obtained once are kept, shared by all installations of the same user. */
  readonly cacheDir: string;
  /** Entities, calendars and policies as data files. */
  readonly seedsDir: string;
  /** An existing PostgreSQL; undefined: one of our own under `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** The same database as who owns the register, for migrations; undefined: `databaseUrl` does both. */
  readonly databaseOwnerUrl: string | undefined;
  readonly temporal: TemporalConfig;
  /** An existing SMTP server; undefined: a local mailbox under `dataDir`. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly console: ConsoleConfig;
  readonly access: AccessConfig;
  /** Signs links and sessions; undefined: one generated under `dataDir` (see `secretOf`). */
  readonly secret: string | undefined;
  /** The secret before this one: what it signed is good until it expires. */
  readonly previousSecret: string | undefined;
  /** Days after which the last backup of servers of our own is too old; 0: nobody is told. */
  readonly backupDays: number;
  readonly logLevel: LogLevel;
  /** Where the log of what happens inside goes: a file under `dataDir`, or the standard output as JSON, one object a line. */
  readonly logTo: LogTo;
  readonly observing: ObservingConfig;
  /** Which version of the program this worker is for Worker Versioning; undefined: workers of all versions are alike. */
  readonly buildId: string | undefined;
  /** Where automatic sources read from, by the names that data files use. */
  readonly connections: Connections;
}

export interface TemporalConfig {
  /** `host:port` of an existing cluster; undefined: a development server of our own under `dataDir`. */
  readonly address: string | undefined;
  readonly namespace: string;
  readonly tls: TlsConfig | undefined;
  readonly apiKey: string | undefined;
  /** What is sent there is encrypted with the first, and read with any of them; none: it is sent as it is. */
  readonly payloadKeys: readonly Buffer[];
}

/** Paths of PEM files; without a certificate the server alone is authenticated. */
export interface TlsConfig {
  readonly cert: string | undefined;
  readonly key: string | undefined;
  readonly ca: string | undefined;
  readonly serverName: string | undefined;
}

export interface ConsoleConfig {
  /** TCP port; 0 lets the system choose. */
  readonly port: number;
  /** How people reach the console: what links in mails begin with. No slash at the end. */
  readonly url: string;
}

/** How people come in. */
export interface AccessConfig {
  /** Whether links to sign in are mailed. */
  readonly mail: boolean;
  /** A provider of OpenID Connect; undefined where there is none. */
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | undefined;
  /** Proxies of ours that stand before the console, each adding to `X-Forwarded-For`. */
  readonly proxies: number;
}

/** What those who run an installation may look at while it works. */
export interface ObservingConfig {
  /** Where Prometheus finds the metrics of this process; undefined: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  /** A receiver of OTLP over HTTP, where traces go; undefined: none are made. */
  readonly traces: string | undefined;
}

const LOG_DESTINATIONS = ['file', 'stdout'] as const;
export type LogTo = (typeof LOG_DESTINATIONS)[number];

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One variable that is wrong or missing. `message` is in Italian and says what was expected; it never repeats a secret. */
export interface ConfigError {
  readonly variable: string;
  readonly message: string;
}

const PACKAGE_ROOT = fileURLToPath(new URL('..', import.meta.url));
const MIN_SECRET = 32;
const say = configWords;
const sayAccess = accessWords.config;

const url = (schemes: readonly string[], expected: string) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), { error: expected });
const yesNo = z
  .enum(['true', 'false', '1', '0'], { error: say.yesNo })
  .transform((text) => text === 'true' || text === '1');
const port = z.coerce.number({ error: say.port }).int(say.port).min(0, say.port).max(65_535, say.port);

/** Base64 of exactly a key's bytes. */
function isKey(text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === KEY_BYTES && bytes.toString('base64') === text;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const issuer = z.string().refine(
  (text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
  },
  { error: sayAccess.issuer },
);

/** The variables as they are written; an empty one counts as absent. */
const variables = z.object({
  CICLO_DATA: z.string().optional(),
  CICLO_CACHE: z.string().optional(),
  CICLO_SEEDS: z.string().optional(),
  CICLO_SECRET: z.string().min(MIN_SECRET, say.secret(MIN_SECRET)).optional(),
  CICLO_SECRET_PREVIOUS: z.string().min(MIN_SECRET, say.secret(MIN_SECRET)).optional(),
  CICLO_PAYLOAD_KEY: z.string().refine(isKey, say.payloadKey).optional(),
  CICLO_PAYLOAD_KEY_PREVIOUS: z
    .string()
    .refine((text) => text.split(',').every(isKey), say.payloadKeys)
    .optional(),
  DATABASE_URL: url(['postgres:', 'postgresql:'], say.databaseUrl).optional(),
  DATABASE_OWNER_URL: url(['postgres:', 'postgresql:'], say.databaseUrl).optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^(\[[0-9a-fA-F:]+\]|[A-Za-z0-9._-]+):\d{1,5}$/, say.address)
    .optional(),
  TEMPORAL_NAMESPACE: z.string().regex(/^\S+$/, say.namespace).optional(),
  TEMPORAL_TLS: yesNo.optional(),
  TEMPORAL_TLS_CERT: z.string().optional(),
  TEMPORAL_TLS_KEY: z.string().optional(),
  TEMPORAL_TLS_CA: z.string().optional(),
  TEMPORAL_TLS_SERVER_NAME: z.string().optional(),
  TEMPORAL_API_KEY: z.string().optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], say.smtpUrl).optional(),
  MAIL_FROM: z
    .string()
    .refine((written) => readMailAddress(/<([^<>]*)>$/.exec(written.trim())?.[1] ?? written.trim()).ok, say.mailFrom)
    .optional(),
  CONSOLE_PORT: port.optional(),
  CONSOLE_URL: url(['http:', 'https:'], say.consoleUrl).optional(),
  CICLO_BACKUP_DAYS: z.coerce
    .number({ error: say.days })
    .int(say.days)
    .min(0, say.days)
    .max(3_650, say.days)
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: say.oneOf(LOG_LEVELS) }).optional(),
  LOG_TO: z.enum(LOG_DESTINATIONS, { error: say.oneOf(LOG_DESTINATIONS) }).optional(),
  METRICS_ADDRESS: z
    .string()
    .regex(/^((\[[0-9a-fA-F:]+\]|[A-Za-z0-9._-]+):)?\d{1,5}$/, say.metrics)
    .transform((text) => ({
      host: text.slice(0, Math.max(text.lastIndexOf(':'), 0)).replace(/^\[|\]$/g, '') || '127.0.0.1',
      port: Number(text.slice(text.lastIndexOf(':') + 1)),
    }))
    .refine(({ port }) => port <= 65_535, { error: say.metrics })
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url(['http:', 'https:'], say.otlp).optional(),
  WORKER_VERSIONING: yesNo.optional(),
  // What Temporal takes as a build id, without the dot after the deployment's name that divides the two.
  WORKER_BUILD_ID: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, say.buildId)
    .optional(),
  SIGN_IN: z.enum(['mail', 'oidc', 'mail,oidc'], { error: sayAccess.signIn }).optional(),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^[0-5]$/, sayAccess.proxies)
    .transform(Number)
    .optional(),
});

const OIDC = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

const DEFAULT_BACKUP_DAYS = 7;
const DEFAULT_CONSOLE_PORT = 8150;

/** Reads the configuration out of an environment: the whole of it, or everything that is wrong with it. */
export function readConfig(env: NodeJS.ProcessEnv, cwd = process.cwd()): Result<Config, readonly ConfigError[]> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = variables.safeParse(present);
  const errors: ConfigError[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({ variable: String(issue.path[0]), message: issue.message }));
  for (const [one, other] of [
    ['TEMPORAL_TLS_CERT', 'TEMPORAL_TLS_KEY'],
    ['TEMPORAL_TLS_KEY', 'TEMPORAL_TLS_CERT'],
  ] as const) {
    if (present[one] !== undefined && present[other] === undefined) {
      errors.push({ variable: other, message: say.goesWith(one) });
    }
  }
  if (present.CICLO_PAYLOAD_KEY_PREVIOUS !== undefined && present.CICLO_PAYLOAD_KEY === undefined) {
    errors.push({ variable: 'CICLO_PAYLOAD_KEY', message: say.goesWith('CICLO_PAYLOAD_KEY_PREVIOUS') });
  }
  if (present.DATABASE_OWNER_URL !== undefined && present.DATABASE_URL === undefined) {
    errors.push({ variable: 'DATABASE_URL', message: say.goesWith('DATABASE_OWNER_URL') });
  }
  if (present.WORKER_BUILD_ID !== undefined && present.WORKER_VERSIONING === undefined) {
    errors.push({ variable: 'WORKER_VERSIONING', message: say.goesWith('WORKER_BUILD_ID') });
  }
  const oidcMissing = OIDC.filter((variable) => present[variable] === undefined);
  if (oidcMissing.length > 0 && oidcMissing.length < OIDC.length) {
    errors.push(...oidcMissing.map((variable) => ({ variable, message: sayAccess.oidcTogether })));
  }
  if (oidcMissing.length === OIDC.length && present.SIGN_IN?.includes('oidc') === true) {
    errors.push({ variable: 'SIGN_IN', message: sayAccess.signInNeeds });
  }
  const connections = readConnections(env);
  if (!connections.ok) errors.push(...connections.error);
  if (!parsed.success || !connections.ok || errors.length > 0) return err(errors);
  const v = parsed.data;

  const tlsFiles = [v.TEMPORAL_TLS_CERT, v.TEMPORAL_TLS_KEY, v.TEMPORAL_TLS_CA];
  // A certificate or an API key makes no sense in clear text, so either implies TLS unless it is refused outright.
  const wantsTls = v.TEMPORAL_TLS ?? (tlsFiles.some((file) => file !== undefined) || v.TEMPORAL_API_KEY !== undefined);
  const consolePort = v.CONSOLE_PORT ?? DEFAULT_CONSOLE_PORT;
  return ok({
    dataDir: resolve(cwd, v.CICLO_DATA ?? '.ciclo'),
    cacheDir: v.CICLO_CACHE === undefined ? defaultCache(env) : resolve(cwd, v.CICLO_CACHE),
    seedsDir: v.CICLO_SEEDS === undefined ? join(PACKAGE_ROOT, 'seeds') : resolve(cwd, v.CICLO_SEEDS),
    databaseUrl: v.DATABASE_URL,
    databaseOwnerUrl: v.DATABASE_OWNER_URL,
    temporal: {
      address: v.TEMPORAL_ADDRESS,
      namespace: v.TEMPORAL_NAMESPACE ?? 'ciclo',
      tls: wantsTls
        ? {
            cert: v.TEMPORAL_TLS_CERT,
            key: v.TEMPORAL_TLS_KEY,
            ca: v.TEMPORAL_TLS_CA,
            serverName: v.TEMPORAL_TLS_SERVER_NAME,
          }
        : undefined,
      apiKey: v.TEMPORAL_API_KEY,
      payloadKeys: payloadKeys(
        [v.CICLO_PAYLOAD_KEY, ...(v.CICLO_PAYLOAD_KEY_PREVIOUS?.split(',') ?? [])].filter((key) => key !== undefined),
      ),
    },
    smtpUrl: v.SMTP_URL,
    mailFrom: v.MAIL_FROM ?? 'Ciclo della performance <ciclo@localhost.localdomain>',
    console: { port: consolePort, url: (v.CONSOLE_URL ?? `http://localhost:${consolePort}`).replace(/\/+$/, '') },
    access: accessOf(v),
    secret: v.CICLO_SECRET,
    previousSecret: v.CICLO_SECRET_PREVIOUS,
    backupDays: v.CICLO_BACKUP_DAYS ?? DEFAULT_BACKUP_DAYS,
    logLevel: v.LOG_LEVEL ?? 'info',
    logTo: v.LOG_TO ?? 'file',
    observing: { metrics: v.METRICS_ADDRESS, traces: v.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, '') },
    buildId: v.WORKER_VERSIONING === true ? (v.WORKER_BUILD_ID ?? programVersion()) : undefined,
    connections: connections.value,
  });
}

function accessOf(v: z.infer<typeof variables>): AccessConfig {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = v;
  const oidc =
    issuer === undefined || clientId === undefined || clientSecret === undefined
      ? undefined
      : { issuer, clientId, clientSecret };
  return { mail: v.SIGN_IN !== 'oidc', oidc, proxies: v.TRUST_PROXY ?? 0 };
}

/**
 * The configuration of this process.
 * @throws EnvironmentError naming each wrong variable and what was expected
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const config = readConfig(env);
  if (config.ok) return config.value;
  throw new EnvironmentError(say.wrong, ...config.error.map((e) => `  ${e.variable}: ${e.message}`));
}

/** What the Temporal client's and the worker's `Connection.connect` both take. */
export interface ConnectionOptions {
  readonly address: string;
  readonly tls?: {
    readonly serverNameOverride?: string;
    readonly serverRootCACertificate?: Buffer;
    readonly clientCertPair?: { readonly crt: Buffer; readonly key: Buffer };
  };
  readonly apiKey?: string;
}

/**
 * How to connect to the Temporal server at `address`, with the configured TLS and API key.
 * @throws EnvironmentError when a certificate file cannot be read
 */
export function connectionOptions(
  address: string,
  { tls, apiKey }: Pick<TemporalConfig, 'tls' | 'apiKey'>,
): ConnectionOptions {
  if (tls === undefined) return { address, apiKey };
  const { cert, key, ca, serverName } = tls;
  return {
    address,
    apiKey,
    tls: {
      serverNameOverride: serverName,
      serverRootCACertificate: ca === undefined ? undefined : readPem('TEMPORAL_TLS_CA', ca),
      ...(cert === undefined || key === undefined
        ? {}
        : { clientCertPair: { crt: readPem('TEMPORAL_TLS_CERT', cert), key: readPem('TEMPORAL_TLS_KEY', key) } }),
    },
  };
}

/** The secret that signs links: the configured one, otherwise one generated once, kept in `dataDir` and readable by its owner only. */
export function secretOf(config: Pick<Config, 'secret' | 'dataDir'>): string {
  if (config.secret !== undefined) return config.secret;
  const file = join(config.dataDir, 'secret');
  privateDataFolder(config.dataDir);
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
    try {
      linkSync(draft, file); // unlike a rename it never replaces the one another process has just made
    } catch (error) {
      if (!isErrno(error, 'EEXIST')) throw error;
    } finally {
      rmSync(draft);
    }
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < MIN_SECRET) throw new EnvironmentError(...say.secretFileBroken(file));
  return secret;
}

function readPem(variable: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EnvironmentError(say.wrong, `  ${variable}: ${say.unreadable(file, reason)}`);
  }
}

function defaultCache(env: NodeJS.ProcessEnv): string {
  const base = env.XDG_CACHE_HOME;
  return base !== undefined && base !== '' ? join(base, 'ciclo') : join(homedir(), '.cache', 'ciclo');
}
