import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A real HTTP server with what a body's systems might answer. */
export interface SourceServer {
  readonly url: string;
  /** Every request so far: `GET /x`, with the credentials it came with. */
  readonly requests: { readonly path: string; readonly authorization: string | undefined }[];
  answer(path: string, answer: Answer): void;
  close(): Promise<void>;
}

export async function startSourceServer(): Promise<SourceServer> {
  const answers = new Map<string, Answer>();
  const requests: SourceServer['requests'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, authorization: request.headers.authorization });
    const answer = answers.get(path);
    if (answer === undefined) response.writeHead(404).end('not here');
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Listening on a port, its address is no path.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    answer: (path, answer) => answers.set(path, answer),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers `body` with its type. */
export const gives =
  (type: string, body: string | Uint8Array, status = 200): Answer =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': type }).end(body);
