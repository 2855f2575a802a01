import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Stands for every client whose address cannot be known. */
const UNKNOWN = 'sconosciuto';

/**
 * The address of who asks, for counting; of IPv6 its first 64 bits, which is what one subscriber has. Behind proxies it is what the outermost of ours saw: of `X-Forwarded-For` only
 * the entries our own proxies wrote are believed, whatever a client puts before them.
 * @param proxies how many proxies of ours stand before the console
 */
export function clientAddress(c: Context, proxies: number): string {
  return countedAs(addressOf(c, proxies));
}

function addressOf(c: Context, proxies: number): string {
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

/** `2001:db8:1:2::/64` of `2001:db8:1:2:3:4:5:6`, `192.0.2.1` of `::ffff:192.0.2.1`; anything else is itself. */
export function countedAs(address: string): string {
  const [plain = ''] = address.split('%');
  if (isIP(plain) !== 6) return address;
  const mapped = /^(?:0*:)*:?ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  // Groups as written; `::` stands for as many of zeros as are missing to eight, the last two being written as IPv4 or not.
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const written = before.length + after.length + (plain.includes('.') ? 1 : 0);
  const groups = [...before, ...Array<string>(Math.max(0, 8 - written)).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
