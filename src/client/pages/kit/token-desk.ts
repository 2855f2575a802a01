import type { TokenDesk } from '../../../acts/access/token-notices.js';
import type { ConsoleDeps } from './deps.js';

/** Where a console deals with tokens. */
export const tokenDesk = ({ register, clock, consoleUrl, post }: ConsoleDeps): TokenDesk => ({
  db: register.db,
  now: clock(),
  consoleUrl,
  domain: post.from.address.split('@')[1] ?? 'localhost',
});
