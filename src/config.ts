import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { type LogLevel, type LogTo, say, sayAccess, variables } from './config/variables.js';
import { err, ok, type Result } from './domain/result.js';
import { type Connections, readConnections } from './platform/connections.js';
import { EnvironmentError } from './platform/errors.js';
import { payloadKeys } from './platform/payload-codec.js';
import { programVersion } from './platform/program-version.js';
import { openStore, type StoreFault } from './platform/site-stores/open-store.js';
import type { SiteStore } from './platform/site-stores/store.js';
import { fileInPlaceOf } from './platform/writable.js';

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
  /** Where the site of what is published is carried; undefined: it stays in its folder. */
  readonly siteStore: SiteStore | undefined;
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

/** One variable that is wrong or missing. `message` is in Italian and says what was expected; it never repeats a secret. */
export interface ConfigError {
  readonly variable: string;
  readonly message: string;
}

const PACKAGE_ROOT = fileURLToPath(new URL('..', import.meta.url));

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
  const dataDir = resolve(cwd, v.CICLO_DATA ?? '.ciclo');
  const cacheDir = v.CICLO_CACHE === undefined ? defaultCache(env) : resolve(cwd, v.CICLO_CACHE);
  const files = Object.entries({ CICLO_DATA: dataDir, CICLO_CACHE: cacheDir }).flatMap(([variable, folder]) => {
    const file = fileInPlaceOf(folder);
    return file === undefined ? [] : [{ variable, message: say.aFile(file) }];
  });
  if (files.length > 0) return err(files);
  const { PUBLISH_TO: to, PUBLISH_SECRET: publishSecret, PUBLISH_KEY: keyFile } = v;
  const store = to === undefined ? undefined : openStore({ to, secret: publishSecret, keyFile }, join(dataDir, 'siti'));
  if (store?.ok === false) return err([wrongStore[store.error]]);

  const tlsFiles = [v.TEMPORAL_TLS_CERT, v.TEMPORAL_TLS_KEY, v.TEMPORAL_TLS_CA];
  // A certificate or an API key makes no sense in clear text, so either implies TLS unless it is refused outright.
  const wantsTls = v.TEMPORAL_TLS ?? (tlsFiles.some((file) => file !== undefined) || v.TEMPORAL_API_KEY !== undefined);
  const consolePort = v.CONSOLE_PORT ?? DEFAULT_CONSOLE_PORT;
  return ok({
    dataDir,
    cacheDir,
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
    siteStore: store?.value,
  });
}

/** What is said of a store that could not be reached as it is written. */
const wrongStore: Readonly<Record<StoreFault, ConfigError>> = {
  address: { variable: 'PUBLISH_TO', message: say.publishTo },
  user: { variable: 'PUBLISH_TO', message: say.publishUser },
  secret: { variable: 'PUBLISH_SECRET', message: say.goesWith('PUBLISH_TO') },
};

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

function defaultCache(env: NodeJS.ProcessEnv): string {
  const base = env.XDG_CACHE_HOME;
  return base !== undefined && base !== '' ? join(base, 'ciclo') : join(homedir(), '.cache', 'ciclo');
}
