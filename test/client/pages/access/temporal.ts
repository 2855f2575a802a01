import type { Client } from '@temporalio/client';

/** What reached a workflow: its id, the update, signal or workflow that was started, and the command in it. */
export interface Reached {
  readonly workflow: string;
  readonly what: string;
  readonly command?: unknown;
}

/**
 * A Temporal client whose workflows take whatever they are sent and answer what `answers` says for the name of an update or of a workflow.
 * Tests that use it are about who may send what, not about what becomes of it.
 */
export function obligingTemporal(
  reached: Reached[] = [],
  answers: Readonly<Record<string, unknown>> = {
    decide: { key: 'k', outcome: 'approved', round: 1 },
    extend: '2016-06-30',
    launchCycle: 'started',
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
  const start = async (
    { name }: { readonly name: string },
    { workflowId, args }: { readonly workflowId: string; readonly args: readonly unknown[] },
  ) => {
    reached.push({ workflow: workflowId, what: name, command: args[0] });
    return { result: async () => answers[name] };
  };
  const withDeadline = <T>(_at: number, work: () => Promise<T>): Promise<T> => work();
  // Of the client only its handles, and what it starts, are asked for.
  return { workflow: { getHandle, start }, withDeadline } as unknown as Client;
}
