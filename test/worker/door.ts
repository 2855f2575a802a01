import { connect, createServer, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';

/** A way to a Temporal server that can be shut in the middle: who polls through it is then told to go away. */
export interface Door {
  readonly address: string;
  /** From now on polls for tasks are answered with `permission denied`, which no client tries again. */
  shut(): void;
  close(): void;
}

const POLLS = /\/Poll(Workflow|Activity|Nexus)TaskQueue$/;
const PERMISSION_DENIED = '7';

/** Opens a door to a server that speaks gRPC without TLS. */
export async function aDoor(to: string): Promise<Door> {
  let isShut = false;
  const behind = connect(`http://${to}`);
  const waiting = new Set<ServerHttp2Stream>();
  const refuse = (stream: ServerHttp2Stream): void => {
    if (stream.destroyed || stream.headersSent) return;
    const answer = { 'grpc-status': PERMISSION_DENIED, 'grpc-message': 'accesso revocato' };
    stream.respond({ ':status': 200, 'content-type': 'application/grpc', ...answer }, { endStream: true });
  };
  const server = createServer();
  server.on('stream', (stream, headers) => {
    const polls = POLLS.test(String(headers[':path']));
    stream.on('error', () => undefined);
    if (polls && isShut) return refuse(stream);
    if (polls) waiting.add(stream);
    const forwarded = behind.request({ ...headers, ':authority': to }, { endStream: false });
    forwarded.on('error', () => stream.close());
    stream.on('close', () => {
      waiting.delete(stream);
      forwarded.close();
    });
    forwarded.on('response', (answer) => {
      if (stream.destroyed || stream.headersSent) return;
      // An answer without content says how it went at once.
      if ('grpc-status' in answer) return stream.respond(answer, { endStream: true });
      stream.respond(answer, { waitForTrailers: true });
      forwarded.pipe(stream);
    });
    let trailers = {};
    forwarded.on('trailers', (last) => {
      trailers = last;
    });
    stream.on('wantTrailers', () => stream.sendTrailers(trailers));
    stream.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Listening on an address and a port, it has both.
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    shut: () => {
      isShut = true;
      for (const stream of waiting) refuse(stream);
    },
    close: () => {
      server.close();
      behind.destroy();
    },
  };
}
