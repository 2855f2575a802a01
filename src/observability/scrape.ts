import { createServer } from 'node:http';
import { EnvironmentError } from '../platform/errors.js';
import { observabilityWords as words } from '../words/observability.js';

/** Where metrics are asked for. */
interface MetricsPlace {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
}

export interface RunningScrape {
  /** `http://127.0.0.1:9464/metrics` */
  readonly url: string;
  stop(): Promise<void>;
}

const PATH = '/metrics';
/** The text format of Prometheus. */
const TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * Answers Prometheus at `/metrics`, and nobody else: no other address, no other method.
 * @param gather the metrics as they are now, as text
 * @throws EnvironmentError when the address cannot be listened at
 */
export async function startScrape({ host, port }: MetricsPlace, gather: () => Promise<string>): Promise<RunningScrape> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== PATH) {
      response.writeHead(404).end();
      return;
    }
    gather().then(
      (text) => response.writeHead(200, { 'Content-Type': TYPE }).end(text),
      (cause: unknown) => response.writeHead(500).end(cause instanceof Error ? cause.message : String(cause)),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ message }) =>
      reject(new EnvironmentError(...words.notListening(`${host}:${port}`, message))),
    );
    server.listen(port, host, () => resolve());
  });
  const address = server.address();
  const given = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${given}${PATH}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
