import { createServer, type Socket } from 'node:net';

/** Where a conversation can go wrong. */
export type Stage = 'greeting' | 'mail' | 'rcpt' | 'data' | 'body';

/** What the server does at a stage instead of what is expected: a reply, hanging up, or saying nothing. */
export type Fault = { readonly reply: string } | 'hang-up' | 'silence';

export interface ScriptedSmtp {
  readonly url: string;
  /** Bodies the server received whole. */
  readonly bodies: readonly string[];
  /** Faults from now on. */
  faults: Partial<Record<Stage, Fault>>;
  stop(): Promise<void>;
}

/** A mail server that does at each stage exactly what the test says. */
export async function scriptedSmtp(): Promise<ScriptedSmtp> {
  const bodies: string[] = [];
  const sockets = new Set<Socket>();
  const script: { faults: ScriptedSmtp['faults'] } = { faults: {} };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let rest = '';
    let inBody = false;
    const answer = (stage: Stage | undefined, expected: string): void => {
      const fault = stage === undefined ? undefined : script.faults[stage];
      if (fault === 'silence') return;
      if (fault === 'hang-up') socket.destroy();
      else socket.write(`${fault === undefined ? expected : fault.reply}\r\n`);
    };
    const line = (text: string): void => {
      if (inBody) return;
      if (/^EHLO/i.test(text)) answer(undefined, '250 scripted');
      else if (/^MAIL/i.test(text)) answer('mail', '250 OK');
      else if (/^RCPT/i.test(text)) answer('rcpt', '250 OK');
      else if (/^DATA/i.test(text)) {
        inBody = script.faults.data === undefined;
        answer('data', '354 go ahead');
      } else if (/^QUIT/i.test(text)) socket.end('221 bye\r\n');
      else answer(undefined, '250 OK');
    };
    socket.on('data', (chunk) => {
      rest += chunk.toString('utf8');
      for (;;) {
        const end = rest.indexOf(inBody ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const text = rest.slice(0, end);
        rest = rest.slice(end + (inBody ? 5 : 2));
        if (inBody) {
          bodies.push(text);
          inBody = false;
          answer('body', '250 queued as 1');
        } else line(text);
      }
    });
    answer('greeting', '220 scripted ESMTP');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    bodies,
    get faults() {
      return script.faults;
    },
    set faults(faults) {
      script.faults = faults;
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
