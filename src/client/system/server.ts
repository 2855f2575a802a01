import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { EnvironmentError } from '../../platform/errors.js';
import { openMailbox } from '../../platform/mailbox.js';
import { portProblem } from '../../platform/ports.js';
import { consoleWords as words } from '../../words/console.js';
import type { ConsoleDeps } from '../pages/kit/deps.js';
import { MOST_FOLLOWING } from '../pages/log/events.js';
import { createConsole } from './app.js';

export interface ConsoleOptions extends Omit<ConsoleDeps, 'mailbox'> {
  /** 0 takes any free one. */
  readonly port: number;
  /** Address to listen on; this machine alone unless given. */
  readonly host?: string;
  /** Folder of the local mailbox; absent where mail really leaves. */
  readonly mailboxDir?: string;
  /** Connections at once; `MOST_CONNECTIONS` unless given. */
  readonly connections?: number;
}

export interface RunningConsole {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** A client may take this long to send its headers, and its whole request: the largest upload on a slow line. */
const HEADERS_MS = 15_000;
const REQUEST_MS = 120_000;
/** Longer than proxies keep an idle connection, so that it is they who close it. */
const KEEP_ALIVE_MS = 75_000;
const MOST_HEADERS = 100;
/** Connections at once, twice the pages that may follow the log: one more is closed before anything is read of it. */
const MOST_CONNECTIONS = 2 * MOST_FOLLOWING;

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/**
 * Serves the console until `stop`.
 * @throws EnvironmentError when the port or the address cannot be used, with what to do
 */
export async function startConsole(options: ConsoleOptions): Promise<RunningConsole> {
  const { port: asked, host = '127.0.0.1', mailboxDir, connections = MOST_CONNECTIONS, ...deps } = options;
  // Everybody's mail, sign-in links among it: shown only where nothing is real, to who sits at this machine.
  const shown = options.rehearsal && LOOPBACK.includes(host) ? mailboxDir : undefined;
  const { app, stop } = createConsole({
    ...deps,
    mailStays: mailboxDir !== undefined,
    mailFolder: LOOPBACK.includes(host) && mailboxDir !== undefined ? mailboxDir : undefined,
    mailbox: shown === undefined ? undefined : openMailbox(shown),
  });
  // The adaptor's type allows for HTTP/2; without its options it makes a plain HTTP server.
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.maxHeadersCount = MOST_HEADERS;
  server.maxConnections = connections;
  const port = await listenOrExplain(server, asked, host);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    stop: async () => {
      stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Pages that follow the log hold their connection open for ever.
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * Makes sure that the console can listen, before servers are brought up for it in a minute.
 * @throws EnvironmentError as `startConsole`
 */
export async function requirePort(port: number, host?: string): Promise<void> {
  const code = await portProblem(port, host);
  const told = code === undefined ? undefined : whyNot(code, port, host ?? '127.0.0.1');
  if (told !== undefined) throw new EnvironmentError(...told);
}

async function listenOrExplain(server: Server, port: number, host: string): Promise<number> {
  try {
    return await listen(server, port, host);
  } catch (error) {
    const told = error instanceof Error && 'code' in error ? whyNot(String(error.code), port, host) : undefined;
    throw told === undefined ? error : new EnvironmentError(...told);
  }
}

/** Why the console can not listen there and what to do, by the system's code; undefined for one nobody foresaw. */
function whyNot(code: string, port: number, host: string): readonly string[] | undefined {
  switch (code) {
    case 'EACCES':
      return words.server.portForbidden(port);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return words.server.hostUnknown(host);
    case 'EADDRINUSE':
      return words.server.portTaken(port);
    default:
      return undefined;
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
