import { connectionProblem } from '../../../words/platform.js';

/** One thing looked at: `good`, `note` (works, but is worth knowing) or `bad`. Texts are in Italian. */
export interface Check {
  readonly state: 'good' | 'note' | 'bad';
  readonly what: string;
  readonly found: string;
  /** What to do about it. */
  readonly todo?: string;
}

/** How long a server is given to answer, in milliseconds. */
export const PATIENCE_MS = 5_000;

export const good = (what: string, found: string): Check => ({ state: 'good', what, found });
export const note = (what: string, found: string, todo: string): Check => ({ state: 'note', what, found, todo });
export const bad = (what: string, found: string, todo: string): Check => ({ state: 'bad', what, found, todo });

/** The shortest account of an error; a refused connection on several addresses has an empty message of its own. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reasonOf))].join('; ');
  return connectionProblem(error) ?? (error instanceof Error ? error.message : String(error));
}

/** What is asked beyond the usual. */
export interface ExamineOptions {
  /** A worker of this very machine must be listening: the check of a container that runs one. */
  readonly worker: boolean;
}
