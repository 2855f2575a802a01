import type { Shutdown } from '../../platform/shutdown.js';
import { unwritable } from '../../platform/writable.js';
import { systemWords } from '../../words/system.js';

/** A server that this process started for itself. */
interface OwnServer {
  /** Resolves, with how it ended, when the server is no more, asked to stop or not. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Without one of its servers the system can do nothing: when one ends unasked it says so, and why where the folder it writes in
 * takes nothing any more, and stops in order.
 */
export function keepServer(
  name: string,
  server: OwnServer,
  folder: string,
  shutdown: Pick<Shutdown, 'add' | 'fail'>,
): void {
  let asked = false;
  shutdown.add(name, () => {
    asked = true;
    return server.stop();
  });
  void server.ended.then((reason) => {
    if (!asked) shutdown.fail(systemWords.serverEnded(name, reason, folder, unwritable(folder)));
  });
}
