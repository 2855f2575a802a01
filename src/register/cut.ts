/** What the driver says of a connection that is no more, where it gives no code. */
const SAID = /^Connection terminated|^Client has encountered a connection error/;

/** Codes of the system: the other end is gone, or the way to it. */
const SYSTEM: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);

/** SQLSTATE of a server that ends its connections, or starts (57P01, 57P02, 57P03), and of its class for connections (08). */
const SERVER = /^(?:57P0[123]|08[0-9A-Z]{3})$/;

/** Whether a query failed because its connection was cut: what was asked was done or was not, and nobody knows. */
export function isCut(cause: unknown): cause is Error {
  if (!(cause instanceof Error)) return false;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return SAID.test(cause.message) || SYSTEM.has(code) || SERVER.test(code);
}
