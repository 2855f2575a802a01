import { createServer } from 'node:net';

const HOST = '127.0.0.1';

/**
 * A port on this machine that is free now.
 * @param preferred tried first, so that addresses stay the same from one start to the next
 * @param near how many ports are tried from the preferred one on
 */
export async function freePort(preferred?: number, near = 1): Promise<number> {
  if (preferred !== undefined) {
    for (let port = preferred; port < preferred + near; port++) if ((await listens(port)) !== undefined) return port;
  }
  const port = await listens(0);
  if (port === undefined) throw new Error(`no free port on ${HOST}`);
  return port;
}

/** Whether a port on this machine could be listened on now; why not, by the system's code. */
export function portProblem(port: number, host: string = HOST): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (cause: NodeJS.ErrnoException) => resolve(cause.code ?? cause.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** Listens for an instant; the port that was given, or undefined when it is taken or forbidden. */
function listens(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: HOST, exclusive: true }, () => {
      const address = server.address();
      const given = typeof address === 'object' && address !== null ? address.port : undefined;
      server.close(() => resolve(given));
    });
  });
}
