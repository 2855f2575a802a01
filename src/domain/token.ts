import type { Policy } from './policy.js';

/**
 * What a token lets another program do in the place of its person, never more than the person may: read the cycles; read
 * single persons' results as well; ask for forms and send values; do what is asked of them at steps; do what controllo di gestione
 * does; record the decisions of boards.
 */
export const SCOPES = ['read', 'read-individual', 'submit', 'act', 'steer', 'decide'] as const;
export type Scope = (typeof SCOPES)[number];

/** What most programs need. */
export const USUAL_SCOPES: readonly Scope[] = ['read', 'submit'];

/** A token's life, at most: two years and a month, as long as a cycle. */
export const MOST_TOKEN_DAYS = 760;
/** How long its person has to confirm one, in hours of the wall clock. */
export const CONFIRM_HOURS = 72;

/** Whether a body lets its boards' decisions be recorded by a program: only where its rules say so. */
export const decidesByToken = (policy: Pick<Policy, 'decisionsByToken'>): boolean =>
  policy.decisionsByToken === 'allowed';

/** What a token is called, in one line; undefined when it can not be called so. */
export function tokenTitle(written: string): string | undefined {
  const title = written.trim();
  return title.length >= 3 && title.length <= 100 && !/[\p{Cc}\p{Surrogate}]/u.test(title) ? title : undefined;
}
