import { words } from '../words/platform.js';

/** Where the platform tells what it is doing. Sentences are for the person at the terminal, in Italian. */
export interface Log {
  /** One finished sentence. */
  line(text: string): void;
  /**
   * A long piece of work, told while it lasts with the seconds gone by.
   * @param work receives `note`, to add what it is busy with at the moment
   */
  during<T>(label: string, work: (note: (detail: string) => void) => Promise<T>): Promise<T>;
}

/** A place to write lines to; `isTTY` decides whether one line is rewritten or new ones are added. */
export interface LogStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const REWRITE_EVERY_MS = 1_000;
const REPEAT_EVERY_MS = 15_000;

/** Tells everything on a stream: in a terminal the running line is rewritten each second, elsewhere it is repeated every 15 s. */
export function terminalLog(stream: LogStream = process.stderr, now: () => number = Date.now): Log {
  const line = (text: string): void => {
    stream.write(`${text}\n`);
  };
  const during = async <T>(label: string, work: (note: (detail: string) => void) => Promise<T>): Promise<T> => {
    const started = now();
    let detail = '';
    const status = (): string => words.progress.running(label, secondsSince(started, now), detail);
    const rewrite = (): void => {
      stream.write(`\r\u001b[2K${status().slice(0, (stream.columns ?? 120) - 1)}`);
    };
    if (stream.isTTY) rewrite();
    else line(`${label}…`);
    const ticking = stream.isTTY
      ? setInterval(rewrite, REWRITE_EVERY_MS)
      : setInterval(() => line(status()), REPEAT_EVERY_MS);
    try {
      const value = await work((text) => {
        detail = text;
      });
      if (stream.isTTY) stream.write('\r\u001b[2K');
      line(words.progress.done(label, secondsSince(started, now)));
      return value;
    } catch (error) {
      if (stream.isTTY) stream.write('\r\u001b[2K');
      line(words.progress.failed(label, secondsSince(started, now)));
      throw error;
    } finally {
      clearInterval(ticking);
    }
  };
  return { line, during };
}

/**
 * Tries one of several ways to something, telling it while it lasts.
 * @returns undefined when it worked, otherwise why not
 */
export async function attempt(
  log: Log,
  label: string,
  work: (note: (detail: string) => void) => Promise<void>,
): Promise<string | undefined> {
  try {
    await log.during(label, work);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Says nothing: for tests and for commands whose output is data. */
export const quietLog: Log = {
  line: () => undefined,
  during: (_label, work) => work(() => undefined),
};

function secondsSince(started: number, now: () => number): number {
  return Math.round((now() - started) / 1000);
}

/** What a log of the process writes to: as much of `pino.destination` as keeping the process alive takes. */
export interface Destination {
  write(line: string): unknown;
  /** What it still holds, before the process ends. */
  flushSync(): void;
  /** `drop`: a line more than it may hold, while whoever reads does not. */
  on(event: 'error' | 'write' | 'drop', heard: () => void): unknown;
}

const TRY_AGAIN_MS = 5_000;

/**
 * A destination that never ends the process it tells of: what comes while nothing can be written, on a full disk or to a reader
 * that is stuck or gone, is dropped and counted; when writing works again, a line says how many are missing.
 * @param missing that line, with how many and since when (milliseconds)
 */
export function lossy(
  to: Destination,
  missing: (count: number, since: number) => string,
  now: () => number = Date.now,
): { write(line: string): void } {
  let failing: { readonly since: number; count: number } | undefined;
  let isTrying = false;
  to.on('error', () => {
    failing ??= { since: now(), count: 0 };
    if (isTrying) return;
    isTrying = true;
    setTimeout(() => {
      isTrying = false;
      // It holds what it could not write, and tries that again with whatever comes next.
      if (failing !== undefined) to.write('');
    }, TRY_AGAIN_MS).unref();
  });
  to.on('drop', () => {
    failing ??= { since: now(), count: 0 };
    failing.count += 1;
  });
  to.on('write', () => {
    const past = failing;
    failing = undefined;
    if (past !== undefined && past.count > 0) to.write(missing(past.count, past.since));
  });
  // Asked when the process ends: what cannot be written then is lost, and changes nothing of how it ends.
  const flushSync = to.flushSync.bind(to);
  to.flushSync = () => {
    if (failing === undefined) flushSync();
  };
  return {
    write: (line) => {
      if (failing === undefined) to.write(line);
      else failing.count += 1;
    },
  };
}
