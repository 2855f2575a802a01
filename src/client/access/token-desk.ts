import type { ConsoleDeps } from '../console/deps.js';
import type { TokenDesk } from '../token-notices.js';

/** Where a console deals with tokens. */
export const tokenDesk = ({ register, clock, consoleUrl, post }: ConsoleDeps): TokenDesk => ({
  db: register.db,
  now: clock(),
  consoleUrl,
  domain: post.from.address.split('@')[1] ?? 'localhost',
});
