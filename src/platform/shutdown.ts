import { words } from '../words/platform.js';
import type { Log } from './log.js';

/** What this process has started and must stop, and the wish to stop it. */
export interface Shutdown {
  /** Remembers how to stop something just started. */
  add(what: string, stop: () => Promise<void> | void): void;
  /** Aborted at the first Ctrl-C or request to terminate. */
  readonly requested: AbortSignal;
  /** Stops everything, the last started first. However often it is called, and by whom, each thing is stopped once. */
  now(): Promise<void>;
}

/** In a terminal Ctrl-C may arrive twice at once: from the terminal itself and through npm. */
const SAME_GESTURE_MS = 1_000;
const INTERRUPTED = 130;

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
  const onSignal = (): void => {
    if (firstAt === undefined) {
      firstAt = Date.now();
      log.line(words.shutdown.stopping);
      controller.abort();
      void now().then(() => log.line(words.shutdown.stopped));
    } else if (Date.now() - firstAt > SAME_GESTURE_MS) {
      log.line(words.shutdown.forced);
      exit(INTERRUPTED);
    }
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);

  return { add: (what, stop) => void stops.push({ what, stop }), requested: controller.signal, now };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
