import { words } from '../words/platform.js';
import type { Log } from './log.js';

/** What this process has started and must stop, and the wish to stop it. */
export interface Shutdown {
  /** Remembers how to stop something just started. */
  add(what: string, stop: () => Promise<void> | void): void;
  /** Aborted at the first Ctrl-C or request to terminate. */
  readonly requested: AbortSignal;
  /**
   * Says that something without which this process is of no use has ended by itself: everything is stopped in order and the
   * process ends with `BROKEN`, at the latest after `PATIENCE_MS`, so that who supervises it starts it again.
   * @param reason a sentence in Italian
   */
  fail(reason: string): void;
  /** Stops everything, the last started first. However often it is called, and by whom, each thing is stopped once. */
  now(): Promise<void>;
}

/** In a terminal Ctrl-C may arrive twice at once: from the terminal itself and through npm. */
const SAME_GESTURE_MS = 1_000;
const INTERRUPTED = 130;

/** Wall milliseconds for what has been said to be written, once everything is stopped. */
const LAST_WORDS_MS = 2_000;

/** Exit code of a process that lost what it needs: a server of its own, its worker. */
const BROKEN = 3;

/** Wall milliseconds after which a process that failed ends without waiting for what does not stop. */
const PATIENCE_MS = 45_000;

/**
 * Takes over Ctrl-C, termination and the closing of the terminal: everything added is stopped in order and the process then ends
 * by itself. A second Ctrl-C leaves at once: what stays on is ended by its watch, or by the next start.
 */
export function handleShutdown(log: Log, exit: (code: number) => void = process.exit): Shutdown {
  const stops: { what: string; stop: () => Promise<void> | void }[] = [];
  const controller = new AbortController();
  let firstAt: number | undefined;
  let running: Promise<void> | undefined;

  const stopAll = async (): Promise<void> => {
    for (let next = stops.pop(); next !== undefined; next = stops.pop()) {
      try {
        await next.stop();
      } catch (error) {
        log.line(words.shutdown.failed(next.what, error instanceof Error ? error.message : String(error)));
      }
    }
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  const now = (): Promise<void> => {
    running ??= stopAll();
    return running;
  };
  const begin = (): void => {
    firstAt = Date.now();
    log.line(words.shutdown.stopping);
    controller.abort();
    void now().then(() => log.line(words.shutdown.stopped));
  };
  const fail = (reason: string): void => {
    // What ends because everything is being stopped is no news.
    if (running !== undefined) return;
    log.line(reason);
    process.exitCode = BROKEN;
    setTimeout(() => exit(BROKEN), PATIENCE_MS).unref();
    begin();
    // What broke may hold the process although everything is stopped.
    void now().then(() => setTimeout(() => exit(BROKEN), LAST_WORDS_MS).unref());
  };
  const onSignal = (): void => {
    if (firstAt === undefined) {
      begin();
    } else if (Date.now() - firstAt > SAME_GESTURE_MS) {
      log.line(words.shutdown.forced);
      exit(INTERRUPTED);
    }
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);

  return { add: (what, stop) => void stops.push({ what, stop }), requested: controller.signal, fail, now };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
