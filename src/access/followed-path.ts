import type { FollowedKind } from '../domain/follow-up.js';

/** Where what a body follows is read, below the body's own page. */
export const FOLLOWED_PATH = {
  obligation: '/trasparenza',
  improvement: '/miglioramento',
  corrective: '/azioni-correttive',
} as const satisfies Record<FollowedKind, string>;

/** `/enti/ccms/trasparenza/personale/8`, or with no item the list of its kind. */
export const followedPath = (entity: string, kind: FollowedKind, item?: string): string =>
  `/enti/${encodeURIComponent(entity)}${FOLLOWED_PATH[kind]}${item === undefined ? '' : `/${item}`}`;
