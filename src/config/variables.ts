import { z } from 'zod';
import { readMailAddress } from '../domain/mail-address.js';
import { KEY_BYTES } from '../platform/payload-codec.js';
import { accessWords } from '../words/access.js';
import { configWords } from '../words/config.js';

const LOG_DESTINATIONS = ['file', 'stdout'] as const;

export type LogTo = (typeof LOG_DESTINATIONS)[number];

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

export const MIN_SECRET = 32;

export const say = configWords;

export const sayAccess = accessWords.config;

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
export const variables = z.object({
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
  PUBLISH_TO: z.string().optional(),
  PUBLISH_SECRET: z.string().optional(),
  PUBLISH_KEY: z.string().optional(),
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
