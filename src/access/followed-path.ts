import type { FollowedKind } from '../domain/follow-up.js';

/** Where what a body follows is read, below the body's own page. */
export const FOLLOWED_PATH = {
  obligation: '/trasparenza',
  improvement: '/miglioramento',
  corrective: '/azioni-correttive',
} as const satisfies Record<FollowedKind, string>;

/** Where in the ledger, and among invitations, what a body follows stands: it is about the body, not about a step of its cycle. */
export const FOLLOWED_STEP = 'ente';

/** Below an invitation: everything its person answers for. */
export const INVITED_LIST = '/voci';

/** Below an invitation: one item its person answers for. */
export const invitedItem = (kind: FollowedKind, item: string): string => `${FOLLOWED_PATH[kind]}/${item}`;

/** `/enti/ccms/trasparenza/personale/8`, or with no item the list of its kind. */
export const followedPath = (entity: string, kind: FollowedKind, item?: string): string =>
  `/enti/${encodeURIComponent(entity)}${FOLLOWED_PATH[kind]}${item === undefined ? '' : `/${item}`}`;
