import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Stands for every client whose address cannot be known. */
const UNKNOWN = 'sconosciuto';

/**
 * The address of who asks, for counting. Behind proxies it is what the outermost of ours saw: of `X-Forwarded-For` only
 * the entries our own proxies wrote are believed, whatever a client puts before them.
 * @param proxies how many proxies of ours stand before the console
 */
export function clientAddress(c: Context, proxies: number): string {
  if (proxies === 0) return socketAddress(c);
  const entries = (c.req.header('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  const seen = entries.at(-proxies);
  return seen !== undefined && isIP(seen) !== 0 ? seen : socketAddress(c);
}

function socketAddress(c: Context): string {
  // A request handed to the application without a connection, as tests do, has no address.
  if (typeof c.env !== 'object' || c.env === null || !('incoming' in c.env)) return UNKNOWN;
  return getConnInfo(c).remote.address ?? UNKNOWN;
}
