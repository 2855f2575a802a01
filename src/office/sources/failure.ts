import { err, type Result } from '../../domain/result.js';

/** Why a source gave no value, in Italian. */
export interface Failure {
  readonly reason: string;
  /** Worth another attempt: the server did not answer, or said that it is in trouble. */
  readonly transient: boolean;
}

export const failed = (reason: string): Result<never, Failure> => err({ reason, transient: false });

export const failedForNow = (reason: string): Result<never, Failure> => err({ reason, transient: true });

/** The code of a failed system call or connection: `ECONNREFUSED`; the name of the error when it has none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'errore';
  const [inner] = error instanceof AggregateError ? error.errors : [error.cause];
  if (inner instanceof Error) return codeOf(inner);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
