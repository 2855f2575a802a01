import type { Context } from 'hono';
import { beginSession, endSession, type SignInMeans } from '../../../register/sessions.js';
import { dropCookie, keepCookie, readCookie } from '../kit/cookie.js';
import type { ConsoleDeps } from '../kit/deps.js';
import { SESSION_COOKIE } from '../kit/viewer.js';

/** How long somebody stays signed in, at most. */
export const SESSION_HOURS = 10;

/** How much longer its browser still knows that there was a session: what is sent after its end is then kept. */
const REMEMBERED_HOURS = 24;

/** Lets somebody in: a new session, and an end to the one this browser had, whoever's it was. */
export async function enter(c: Context, deps: ConsoleDeps, email: string, means: SignInMeans): Promise<void> {
  await endCurrent(c, deps);
  const secret = await beginSession(deps.register.db, email, means, SESSION_HOURS);
  keepCookie(c, deps, SESSION_COOKIE, secret, (SESSION_HOURS + REMEMBERED_HOURS) * 3_600);
}

/** Ends the session of this browser. */
export async function leave(c: Context, deps: ConsoleDeps): Promise<void> {
  await endCurrent(c, deps);
  dropCookie(c, deps, SESSION_COOKIE);
}

async function endCurrent(c: Context, deps: ConsoleDeps): Promise<void> {
  const before = readCookie(c, deps, SESSION_COOKIE);
  if (before !== undefined) await endSession(deps.register.db, before);
}
