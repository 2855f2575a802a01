import { createHash } from 'node:crypto';

/** A key made of what tells one thing from another: nobody else's sending can have it. */
export const keyOf = (parts: unknown): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** How something stands, in few signs: the same as long as it stands as it does. */
export const versionOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
