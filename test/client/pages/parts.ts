import { createInvitations, type Invitations } from '../../../src/access/invitations.js';
import type { Actions } from '../../../src/acts/actions.js';
import type { ConsoleDeps } from '../../../src/client/pages/kit/deps.js';
import type { OutgoingMail } from '../../../src/mail/transport.js';
import { bodiesOnFile } from '../../setup/bodies.js';

export const TEST_SECRET = 'a secret that only the tests of Ciclo know';
export const CONSOLE_URL = 'http://localhost:8150';

export const testInvitations = (): Invitations => createInvitations(TEST_SECRET, CONSOLE_URL);

/** Actions of a cycle nobody can reach: pages that only show never call them. */
const unreachable = new Proxy({} as Actions, {
  get: (_target, name) => () => Promise.reject(new Error(`no workflow to ${String(name)} in this test`)),
});

/** What a console needs beside a register, for tests: a rehearsal's, whose mails stay in `sent`. */
export function consoleParts(sent: OutgoingMail[] = []): Omit<ConsoleDeps, 'register' | 'clock' | 'log' | 'mailbox'> {
  return {
    actions: unreachable,
    bodies: bodiesOnFile(),
    invitations: testInvitations(),
    post: {
      transport: {
        connections: 1,
        send: async (mail) => {
          sent.push(mail);
          return { outcome: 'accepted', response: '250 OK' };
        },
        close: () => undefined,
      },
      from: { name: 'Ciclo della performance', address: 'ciclo@ccms.example' },
    },
    consoleUrl: CONSOLE_URL,
    rehearsal: true,
  };
}
