import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { connectionOptions } from '../../src/config/connection-options.js';
import { secretOf } from '../../src/config/secret.js';
import { type Config, loadConfig, readConfig } from '../../src/config.js';
import { EnvironmentError } from '../../src/platform/errors.js';
import { aFolder } from './folder.js';

const read = (env: NodeJS.ProcessEnv): Config => {
  const config = readConfig(env, '/ente');
  if (!config.ok) throw new Error(JSON.stringify(config.error));
  return config.value;
};

describe('an empty environment', () => {
  test('is enough: everything of its own, under one folder', () => {
    expect(read({ HOME: '/home/ufficio' })).toMatchObject({
      dataDir: '/ente/.ciclo',
      databaseUrl: undefined,
      temporal: { address: undefined, namespace: 'ciclo', tls: undefined, apiKey: undefined },
      smtpUrl: undefined,
      console: { port: 8150, url: 'http://localhost:8150' },
      secret: undefined,
      logLevel: 'info',
      logTo: 'file',
      observing: { metrics: undefined, traces: undefined },
      buildId: undefined,
    });
  });

  test('an empty value counts as absent, as docker-compose passes it', () => {
    expect(read({ DATABASE_URL: '', SMTP_URL: '', CONSOLE_PORT: '' })).toEqual(read({}));
  });
});

describe('what those who run it look at', () => {
  test.each([
    ['9464', { host: '127.0.0.1', port: 9464 }],
    ['0.0.0.0:9464', { host: '0.0.0.0', port: 9464 }],
    ['[::]:9464', { host: '::', port: 9464 }],
    ['worker.interno:0', { host: 'worker.interno', port: 0 }],
  ])('METRICS_ADDRESS=%s', (METRICS_ADDRESS, metrics) => {
    expect(read({ METRICS_ADDRESS }).observing.metrics).toEqual(metrics);
  });

  test('a worker of a version is of the program’s, unless another is named', () => {
    expect(read({ WORKER_VERSIONING: 'true' }).buildId).toBe('0.1.0');
    expect(read({ WORKER_VERSIONING: 'true', WORKER_BUILD_ID: '0.2.0-prova' }).buildId).toBe('0.2.0-prova');
    expect(read({ WORKER_VERSIONING: 'false', WORKER_BUILD_ID: '0.2.0' }).buildId).toBeUndefined();
  });
});

describe('a wrong value is named with what was expected', () => {
  test.each([
    ['DATABASE_URL', 'mysql://ente/ciclo', 'postgres://utente:password@server:5432/base'],
    ['DATABASE_URL', 'localhost', 'postgres://'],
    ['TEMPORAL_ADDRESS', 'https://temporal.ente.it', 'server:porta'],
    ['TEMPORAL_ADDRESS', 'temporal.ente.it', 'server:porta'],
    ['TEMPORAL_NAMESPACE', 'ciclo performance', 'senza spazi'],
    ['TEMPORAL_TLS', 'forse', '"true" o "false"'],
    ['SMTP_URL', 'mail.ente.it', 'smtp://'],
    ['PUBLISH_TO', 'ftp://ente.it/sito', 'sftp://utente@server/cartella'],
    ['PUBLISH_TO', 'webdavs://ente.it/sito', 'manca l’utente'],
    ['MAIL_FROM', 'ufficio performance', 'indirizzo di posta'],
    ['CONSOLE_PORT', '80a', 'da 0 a 65535'],
    ['CONSOLE_PORT', '70000', 'da 0 a 65535'],
    ['CONSOLE_PORT', '-1', 'da 0 a 65535'],
    ['CONSOLE_URL', 'performance.ente.it', 'https://'],
    ['CICLO_SECRET', 'breve', 'almeno 32 caratteri'],
    ['LOG_LEVEL', 'loud', 'trace, debug, info'],
    ['LOG_TO', 'syslog', 'file, stdout'],
    ['METRICS_ADDRESS', 'http://localhost:9464', '0.0.0.0:9464'],
    ['METRICS_ADDRESS', '0.0.0.0', '0.0.0.0:9464'],
    ['METRICS_ADDRESS', '99999', '0.0.0.0:9464'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318', 'http://localhost:4318'],
    ['WORKER_VERSIONING', 'forse', '"true" o "false"'],
  ])('%s=%s', (variable, value, expected) => {
    const config = readConfig({ [variable]: value });
    expect(config).toMatchObject({ ok: false, error: [{ variable, message: expect.stringContaining(expected) }] });
  });

  test('a version for a worker is said together with versioning', () => {
    const config = readConfig({ WORKER_BUILD_ID: '0.2.0' });
    expect(config).toMatchObject({ ok: false, error: [{ variable: 'WORKER_VERSIONING' }] });
    const spaced = readConfig({ WORKER_VERSIONING: 'true', WORKER_BUILD_ID: 'versione nuova' });
    expect(spaced).toMatchObject({ ok: false, error: [{ message: expect.stringContaining('punti e trattini') }] });
  });

  test('all of them at once, and no secret repeated', () => {
    const attempt = () => loadConfig({ CONSOLE_PORT: 'x', CICLO_SECRET: 'parola-segreta', LOG_LEVEL: 'loud' });
    expect(attempt).toThrow(EnvironmentError);
    expect(attempt).toThrow(/CICLO_SECRET[\s\S]*CONSOLE_PORT[\s\S]*LOG_LEVEL/);
    expect(attempt).not.toThrow(/parola-segreta/);
  });

  test('a certificate without its key', () => {
    const config = readConfig({ TEMPORAL_TLS_CERT: 'client.pem' });
    expect(config).toMatchObject({ ok: false, error: [{ variable: 'TEMPORAL_TLS_KEY' }] });
  });
});

describe('an existing Temporal cluster', () => {
  const ADDRESS = 'ciclo.tmprl.cloud:7233';

  test.each<[string, NodeJS.ProcessEnv, object]>([
    ['in clear text', {}, { address: ADDRESS }],
    ['with TLS', { TEMPORAL_TLS: 'true' }, { address: ADDRESS, tls: {} }],
    ['with an API key, which implies TLS', { TEMPORAL_API_KEY: 'k' }, { address: ADDRESS, apiKey: 'k', tls: {} }],
    [
      'with an API key behind a TLS proxy',
      { TEMPORAL_API_KEY: 'k', TEMPORAL_TLS: 'false' },
      { address: ADDRESS, apiKey: 'k' },
    ],
    [
      'under another server name',
      { TEMPORAL_TLS: '1', TEMPORAL_TLS_SERVER_NAME: 'interno' },
      { address: ADDRESS, tls: { serverNameOverride: 'interno' } },
    ],
  ])('%s', (_how, env, expected) => {
    expect(connectionOptions(ADDRESS, read(env).temporal)).toEqual(expected);
  });

  test('with client certificates, read from their files', () => {
    const folder = aFolder();
    const file = (name: string): string => {
      writeFileSync(join(folder, name), name);
      return join(folder, name);
    };
    const env = { TEMPORAL_TLS_CERT: file('crt'), TEMPORAL_TLS_KEY: file('key'), TEMPORAL_TLS_CA: file('ca') };
    expect(connectionOptions(ADDRESS, read(env).temporal)).toEqual({
      address: ADDRESS,
      tls: {
        serverRootCACertificate: Buffer.from('ca'),
        clientCertPair: { crt: Buffer.from('crt'), key: Buffer.from('key') },
      },
    });
  });

  test('a certificate file that is not there is named', () => {
    const { temporal } = read({ TEMPORAL_TLS_CA: '/nowhere/ca.pem' });
    expect(() => connectionOptions(ADDRESS, temporal)).toThrow(/TEMPORAL_TLS_CA: il file \/nowhere\/ca\.pem/);
  });
});

describe('who owns the database', () => {
  test('is told beside who runs, not alone', () => {
    const [DATABASE_URL, DATABASE_OWNER_URL] = [
      'postgres://ciclo_run:x@server/ciclo',
      'postgres://ciclo:y@server/ciclo',
    ];
    expect(read({ DATABASE_URL, DATABASE_OWNER_URL })).toMatchObject({
      databaseUrl: DATABASE_URL,
      databaseOwnerUrl: DATABASE_OWNER_URL,
    });
    expect(read({ DATABASE_URL }).databaseOwnerUrl).toBeUndefined();
    expect(readConfig({ DATABASE_OWNER_URL }, '/ente')).toMatchObject({
      ok: false,
      error: [{ variable: 'DATABASE_URL' }],
    });
  });
});

describe('the secret', () => {
  test('is the configured one', () => {
    const secret = 'x'.repeat(32);
    expect(secretOf(read({ CICLO_SECRET: secret }))).toBe(secret);
  });

  test('the one before it is told too, and is as long', () => {
    const before = 'y'.repeat(32);
    expect(read({ CICLO_SECRET_PREVIOUS: before }).previousSecret).toBe(before);
    expect(readConfig({ CICLO_SECRET_PREVIOUS: 'corto' }, '/ente')).toMatchObject({
      ok: false,
      error: [{ variable: 'CICLO_SECRET_PREVIOUS' }],
    });
  });

  test('otherwise is generated once, for its owner only', () => {
    const dataDir = join(aFolder(), 'dati');
    const secret = secretOf({ secret: undefined, dataDir });
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(secretOf({ secret: undefined, dataDir })).toBe(secret);
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, 'secret'), 'utf8').trim()).toBe(secret);
  });

  test('an emptied file is refused, not signed with', () => {
    const dataDir = aFolder();
    writeFileSync(join(dataDir, 'secret'), '');
    expect(() => secretOf({ secret: undefined, dataDir })).toThrow(/non contiene un segreto valido/);
  });
});
