import { readFileSync } from 'node:fs';
import type { TemporalConfig } from '../config.js';
import { EnvironmentError } from '../platform/errors.js';
import { say } from './variables.js';

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
      clientCertPair:
        cert === undefined || key === undefined
          ? undefined
          : { crt: readPem('TEMPORAL_TLS_CERT', cert), key: readPem('TEMPORAL_TLS_KEY', key) },
    },
  };
}

function readPem(variable: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EnvironmentError(say.wrong, `  ${variable}: ${say.unreadable(file, reason)}`);
  }
}
