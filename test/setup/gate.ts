import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be closed without hanging up: what is sent then arrives nowhere and nothing comes back. */
export interface Gate {
  /** The same address, through here. */
  readonly url: string;
  freeze(): void;
  thaw(): void;
  /** Hangs up on everybody, and on whoever comes, as a server that is gone does; `false`: it is there again. */
  cut(gone?: boolean): void;
  stop(): Promise<void>;
}

/** Stands in front of the server of an address, as a server that hangs does. */
export async function aGate(to: string): Promise<Gate> {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  let frozen = false;
  let isGone = false;
  const server = createServer((near) => {
    if (isGone) return void near.destroy();
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
      if (frozen) socket.pause();
    }
    near.on('data', (chunk) => far.write(chunk));
    far.on('data', (chunk) => near.write(chunk));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    if (frozen) for (const socket of [near, far]) socket.pause();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(to);
  url.hostname = '127.0.0.1';
  // A server that listens on a port has an address of this form.
  url.port = String((server.address() as AddressInfo).port);
  const all = (what: 'pause' | 'resume'): void => {
    frozen = what === 'pause';
    for (const socket of sockets) socket[what]();
  };
  return {
    url: url.href,
    freeze: () => all('pause'),
    thaw: () => all('resume'),
    cut: (gone = true) => {
      isGone = gone;
      if (gone) for (const socket of sockets) socket.destroy();
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
