import type { Log } from '../../../platform/log.js';
import type { Db } from '../../../register/database.js';
import { logPosition } from '../../../register/reading/log-position.js';
import { seeingEveryBody } from '../../../register/sight.js';
import { consoleWords as words } from '../../../words/console.js';

type Listener = (position: number) => void;

interface Watched {
  readonly listeners: Set<Listener>;
  position?: number;
}

/**
 * Tells open pages when a cycle's log grows. However many pages are open, each cycle is looked at once per interval, and
 * not at all while nobody looks.
 */
export class LogWatch {
  readonly #db: Db;
  readonly #log: Pick<Log, 'line'>;
  readonly #intervalMs: number;
  readonly #watched = new Map<string, Watched>();
  #timer: NodeJS.Timeout | undefined;
  #failing = false;

  constructor(db: Db, log: Pick<Log, 'line'>, intervalMs = 1_000) {
    this.#db = db;
    this.#log = log;
    this.#intervalMs = intervalMs;
  }

  /** Calls `listener` with the position of the log now, and whenever it changes, until the answer is called. */
  subscribe(cycle: string, listener: Listener): () => void {
    const watched = this.#watched.get(cycle) ?? { listeners: new Set<Listener>() };
    this.#watched.set(cycle, watched);
    watched.listeners.add(listener);
    if (watched.position !== undefined) listener(watched.position);
    if (this.#timer === undefined) this.#schedule(0);
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size === 0) this.#watched.delete(cycle);
      if (this.#watched.size === 0) this.stop();
    };
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #schedule(delayMs: number): void {
    // Begun by whoever subscribes first, it looks for all.
    this.#timer = seeingEveryBody(() => setTimeout(() => void this.#look(), delayMs));
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const timer = this.#timer;
    try {
      for (const [cycle, watched] of [...this.#watched]) {
        const position = await logPosition(this.#db, cycle);
        if (position === watched.position) continue;
        watched.position = position;
        for (const listener of watched.listeners) listener(position);
      }
      this.#failing = false;
    } catch (error) {
      // A register that is down comes back: pages stay as they are meanwhile, and it is said once.
      if (!this.#failing)
        this.#log.line(words.errors.watchFailed(error instanceof Error ? error.message : String(error)));
      this.#failing = true;
    }
    // Stopped, or stopped and started anew, while the register was answering.
    if (this.#timer === timer && timer !== undefined) this.#schedule(this.#intervalMs);
  }
}
