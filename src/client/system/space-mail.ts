import { join } from 'node:path';
import { type Mailbox, type MailTransport, openTransport } from '../../mail/transport.js';
import { privateFolder } from '../../platform/private.js';
import type { Shutdown } from '../../platform/shutdown.js';
import { startSink } from '../../platform/sink.js';
import type { Servers } from './servers.js';

export async function openPost(
  { config, shutdown, observing }: Servers,
  space: string,
): Promise<{ readonly transport: MailTransport; readonly mailboxDir: string | undefined }> {
  const mailboxDir = config.smtpUrl === undefined ? join(config.dataDir, 'mailbox', space) : undefined;
  if (mailboxDir !== undefined) privateFolder(join(config.dataDir, 'mailbox'));
  const url = config.smtpUrl ?? (await localMailbox(shutdown, mailboxDir ?? config.dataDir));
  const transport = observing.transport(openTransport({ url }));
  shutdown.add('la posta', () => transport.close());
  return { transport, mailboxDir };
}

async function localMailbox(shutdown: Shutdown, dir: string): Promise<string> {
  const sink = await startSink({ dir });
  shutdown.add('la casella locale', () => sink.stop());
  return sink.url;
}

/** `Ciclo <ciclo@ente.example>` or a bare address. */
export function sender(mailFrom: string): Mailbox {
  const match = /^(.*)<(.+)>$/.exec(mailFrom);
  if (match === null) return { name: 'Ciclo della performance', address: mailFrom.trim() };
  return { name: (match[1] ?? '').trim(), address: (match[2] ?? '').trim() };
}
