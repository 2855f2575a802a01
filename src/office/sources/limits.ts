import { FILE_LIMITS } from '../../files/limits.js';

/** How much patience and room sources are given. Times are wall milliseconds. */
export interface Limits {
  /** For one answer, from the connection to its last byte. */
  readonly timeoutMs: number;
  /** For all the sources of a checkpoint together. */
  readonly totalMs: number;
  /** Of a file or an answer, unpacked. */
  readonly maxBytes: number;
  readonly attempts: number;
  /** Before the second attempt; then twice as long each time. */
  readonly pauseMs: number;
  /** Sources read at the same time. */
  readonly together: number;
}

export const LIMITS: Limits = {
  timeoutMs: 20_000,
  totalMs: 240_000,
  maxBytes: FILE_LIMITS.sheet,
  attempts: 3,
  pauseMs: 1_000,
  together: 4,
};
