import { randomBytes } from 'node:crypto';
import { createWriteStream, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { freePort } from './ports.js';
import { PRIVATE_FILE, privateFolder } from './private.js';

/** A mail server that delivers nowhere: every message becomes a file. */
export interface RunningSink {
  /** `smtp://127.0.0.1:PORT` */
  readonly url: string;
  stop(): Promise<void>;
}

/** What can go wrong with a real mail server, for tests. Looked at anew for each message: they may change while it runs. */
export interface SinkFaults {
  /** The SMTP code a recipient is refused with (`550` for good, `451` for now); undefined accepts it. */
  fail?: (recipient: string) => number | undefined;
  /** Each recipient is refused with 451 the first time, as servers do to strangers. */
  greylist?: boolean;
  /** The message is kept but its receipt is never confirmed: the sender cannot know. */
  timeoutAfterData?: (recipients: readonly string[]) => boolean;
  /** Milliseconds it takes for each message before it confirms it. */
  delayMs?: number;
}

/** Where the messages go and where to listen. */
interface SinkOptions {
  /** One `.eml` file per message, named so that names sort by time of arrival; made when missing. */
  readonly dir: string;
  /** Tried first; another is taken when it is not free. */
  readonly port?: number;
  readonly faults?: SinkFaults;
}

const UNFINISHED = '.part';
const MAX_BYTES = 50_000_000;
/** Open connections are given this long when it stops. */
const CLOSE_MS = 500;

/** Starts the sink. A message is in the folder, whole, before its sender is told that it was taken. */
export async function startSink({ dir, port, faults = {} }: SinkOptions): Promise<RunningSink> {
  privateFolder(dir);
  for (const name of readdirSync(dir)) if (name.endsWith(UNFINISHED)) rmSync(join(dir, name));
  const known = new Set<string>();
  let arrived = 0;

  const accepts = (recipient: string): Error | undefined => {
    const code = faults.fail?.(recipient);
    if (code !== undefined) return smtpError(code, 'Recipient refused');
    if (faults.greylist === true && !known.has(recipient)) {
      known.add(recipient);
      return smtpError(451, 'Greylisted, try again later');
    }
    return undefined;
  };

  const keep = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<readonly string[]> => {
    const recipients = session.envelope.rcptTo.map(({ address }) => address);
    arrived += 1;
    const order = `${Date.now()}-${String(arrived).padStart(6, '0')}`;
    const file = join(dir, `${order}-${randomBytes(4).toString('hex')}.eml`);
    const draft = createWriteStream(`${file}${UNFINISHED}`, { mode: PRIVATE_FILE });
    try {
      // As a delivering server does: who received it is part of what is delivered.
      for (const recipient of recipients) draft.write(`Delivered-To: ${recipient}\r\n`);
      await pipeline(stream, draft);
      await finished(draft);
    } catch (cause) {
      // On a full disk what is left of each would be one more for every try.
      rmSync(`${file}${UNFINISHED}`, { force: true });
      throw cause;
    }
    renameSync(`${file}${UNFINISHED}`, file);
    return recipients;
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: MAX_BYTES,
    closeTimeout: CLOSE_MS,
    onRcptTo: ({ address }, _session, done) => done(accepts(address)),
    onData: (stream, session, done) => {
      keep(stream, session).then(
        (recipients) => {
          if (faults.timeoutAfterData?.(recipients) === true) return;
          if (faults.delayMs === undefined) done();
          else setTimeout(done, faults.delayMs);
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  server.on('error', () => undefined); // a sender that hangs up is the sender's affair
  const chosen = await freePort(port);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(chosen, '127.0.0.1', resolve);
  });
  return {
    url: `smtp://127.0.0.1:${chosen}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function smtpError(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}
