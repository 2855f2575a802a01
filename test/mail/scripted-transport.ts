import type { MailTransport, OutgoingMail, SendOutcome } from '../../src/mail/transport.js';

/**
 * A transport of one connection, which keeps what it takes.
 * @param answers how it answers a mail it does not take; without it, or where undefined, the mail is accepted
 */
export function scriptedTransport(answers?: (mail: OutgoingMail) => SendOutcome | undefined): {
  readonly sent: OutgoingMail[];
  readonly transport: MailTransport;
} {
  const sent: OutgoingMail[] = [];
  const transport: MailTransport = {
    connections: 1,
    send: async (mail) => {
      const refused = answers?.(mail);
      if (refused !== undefined) return refused;
      sent.push(mail);
      return { outcome: 'accepted', response: '250 OK' };
    },
    close: () => undefined,
  };
  return { sent, transport };
}
