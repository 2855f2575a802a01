import type { Client } from '@temporalio/client';

/** What reached a workflow: its id, the update or signal, and the command in it. */
export interface Reached {
  readonly workflow: string;
  readonly what: string;
  readonly command?: unknown;
}

/**
 * A Temporal client whose workflows take whatever they are sent and answer what `answers` says for an update's name.
 * Tests that use it are about who may send what, not about what becomes of it.
 */
export function obligingTemporal(
  reached: Reached[] = [],
  answers: Readonly<Record<string, unknown>> = {
    decide: { key: 'k', outcome: 'approved', round: 1 },
    extend: '2016-06-30',
    postpone: 3,
    reopen: 2,
    resubmit: 2,
    transmit: 2,
    propose: 2,
  },
): Client {
  const getHandle = (workflow: string) => ({
    signal: async (signal: { readonly name: string }) => void reached.push({ workflow, what: signal.name }),
    executeUpdate: async (update: string, { args }: { readonly args: readonly unknown[] }) => {
      reached.push({ workflow, what: update, command: args[0] });
      return answers[update];
    },
  });
  const withDeadline = <T>(_at: number, work: () => Promise<T>): Promise<T> => work();
  // Of the client only its handles are asked for.
  return { workflow: { getHandle }, withDeadline } as unknown as Client;
}
