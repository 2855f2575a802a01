import { createHmac } from 'node:crypto';
import { type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { addDays, maxDate } from '../domain/calendar/civil-date.js';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { romeDate, romeInstant, timeOfDay } from '../domain/calendar/zone.js';
import { msOfInstant } from '../domain/clock.js';
import { err, ok, type Result } from '../domain/result.js';
import { refuseText } from '../register/accept.js';
import type { Db } from '../register/database.js';
import { type InvitationRecord, type Invited, invitationById, invitationsFor } from '../register/invitations.js';

/** Why a link opens nothing. */
export type InvitationProblem = 'forged' | 'expired' | 'revoked';

/** Signed links that let one person do one thing without a password. */
export interface Invitations {
  /**
   * The links of these people to one step, in the order given. Asked again they are the same links.
   * @param dueOn the step's term: a link stays good for half a year after it, or after today when it has passed
   */
  links(db: Db, invited: readonly Invited[], dueOn: CivilDate, now: Instant): Promise<readonly string[]>;
  /** Proof that a text is of this installation, the same for all its processes; nobody is let in by it. */
  seal(text: string): string;
  /** Who a token lets in; says why when nobody. Reading changes nothing. */
  read(db: Db, token: string, now: Instant): Promise<Result<InvitationRecord, InvitationProblem>>;
}

/** Path under which tokens are opened. */
export const DUTY_PATH = '/adempimento';

const AUDIENCE = 'adempimento';
const LASTS_DAYS = 180;
/** A link already given is given again only while it is good for this long. */
const AT_LEAST_DAYS = 60;

/**
 * @param consoleUrl what links begin with, without a slash at the end
 * @param previous a secret that signed links before: they open what they opened until they expire; none is signed with it
 */
export function createInvitations(secret: string, consoleUrl: string, previous?: string): Invitations {
  const key = new TextEncoder().encode(secret);
  const keys = [key, ...(previous === undefined ? [] : [new TextEncoder().encode(previous)])];
  return {
    links: async (db, invited, dueOn, now) => {
      // A step long overdue still gets links that last.
      const from = maxDate(dueOn, romeDate(now));
      const records = await invitationsFor(db, invited, {
        at: now,
        lastsUntil: endOf(addDays(from, AT_LEAST_DAYS)),
        expiresAt: endOf(addDays(from, LASTS_DAYS)),
      });
      return Promise.all(records.map(async (r) => `${consoleUrl}${DUTY_PATH}/${await tokenOf(r, key)}`));
    },
    seal: (text) => createHmac('sha256', secret).update(`sigillo ${text}`).digest('base64url').slice(0, 22),
    read: async (db, token, now) => {
      const claims = await claimsOf(token, keys, now);
      if (!claims.ok) return claims;
      const { jti } = claims.value;
      const record = jti === undefined || refuseText(jti) !== undefined ? undefined : await invitationById(db, jti);
      // Signed by this installation for another space: its register knows nothing of it.
      if (record === undefined || claims.value.sub !== subjectOf(record)) return err('forged');
      return record.revoked === null ? ok(record) : err('revoked');
    },
  };
}

/** What a token says, by the first key that signed it. */
async function claimsOf(
  token: string,
  keys: readonly Uint8Array[],
  now: Instant,
): Promise<Result<JWTPayload, InvitationProblem>> {
  const options = { algorithms: ['HS256'], audience: AUDIENCE, currentDate: new Date(msOfInstant(now)) };
  for (const key of keys) {
    try {
      return ok((await jwtVerify(token, key, options)).payload);
    } catch (cause) {
      if (isExpiry(cause)) return err('expired');
    }
  }
  return err('forged');
}

const subjectOf = (r: InvitationRecord): string => `${r.entity}/${r.person}`;

const tokenOf = (r: InvitationRecord, key: Uint8Array): Promise<string> =>
  new SignJWT({ cycle: r.cycle, step: r.step })
    .setProtectedHeader({ alg: 'HS256' })
    .setJti(r.id)
    .setSubject(subjectOf(r))
    .setAudience(AUDIENCE)
    .setExpirationTime(msOfInstant(r.expiresAt) / 1000)
    .sign(key);

const endOf = (date: CivilDate): Instant => romeInstant(date, timeOfDay(23, 59, 59));

const isExpiry = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ERR_JWT_EXPIRED';
