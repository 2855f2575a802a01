import { createHash } from 'node:crypto';
import type { Message } from './message.js';

/** What of a notice says in which thread its mail belongs. */
interface Threaded {
  readonly messageId: string;
  readonly toAddress: string;
  /** Data of the message. */
  readonly message: object;
}

/**
 * The threads a mail belongs to, as its `References` name them (RFC 5322, 3.6.4): what one person is asked about one step, from the
 * opening to the last reminder. The root is a name all of them share and no mail has: programs put together what names the same.
 * Undefined for what is about no step.
 */
export function threadsOf(notices: readonly Threaded[]): readonly string[] | undefined {
  const threads = new Set(notices.flatMap(threadOf));
  return threads.size === 0 ? undefined : [...threads];
}

function threadOf({ message, messageId, toAddress }: Threaded): readonly string[] {
  // The ledger holds what `planNotices` was given: the data of a message.
  const { entity, exercise, ...about } = message as Message;
  if (!('step' in about)) return [];
  const name = [entity.id, exercise, about.step.id, toAddress.toLowerCase()].join('\n');
  const domain = messageId.slice(messageId.lastIndexOf('@'));
  return [`<filo-${createHash('sha256').update(name).digest('hex').slice(0, 32)}${domain}`];
}
