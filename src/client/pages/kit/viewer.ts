import type { Context, MiddlewareHandler } from 'hono';
import { REFRESH_PARAMETER, RETURN_PARAMETER, SIGN_IN_PATH } from '../../../access/paths.js';
import { type AccessRole, accessRoles, may, type Permission } from '../../../access/roles.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import type { Capacity } from '../../../domain/who-acts.js';
import type { Db } from '../../../register/database.js';
import { capacitiesOf, type Person, peopleByEmail } from '../../../register/people.js';
import { recordersOf } from '../../../register/reading/people.js';
import { type Session, sessionOf } from '../../../register/sessions.js';
import { seeing } from '../../../register/sight.js';
import { readCookie } from './cookie.js';
import type { ConsoleDeps } from './deps.js';

/** Who has signed in: an address, and the people on record with it, one for each entity. */
export interface Viewer extends Session {
  readonly people: readonly Person[];
}

/** What the viewer is in the entity a page is about. */
export interface Standing {
  readonly person: Person;
  readonly capacities: readonly Capacity[];
  readonly roles: ReadonlySet<AccessRole>;
}

declare module 'hono' {
  interface ContextVariableMap {
    /** Absent for who has not signed in. */
    viewer?: Viewer;
    /** Set on pages about an entity, for a viewer who is on record there. */
    standing?: Standing;
  }
}

/** Behind TLS browsers know it by a longer name: see `nameOf`. */
export const SESSION_COOKIE = 'ciclo_sessione';

/** Recognises who asks by their session; who has none goes on as nobody. */
export function recognise(deps: ConsoleDeps): MiddlewareHandler {
  const { db } = deps.register;
  return async (c, next) => {
    const secret = readCookie(c, deps, SESSION_COOKIE);
    const session = secret === undefined ? undefined : await sessionOf(db, secret, isSomebody(c));
    if (session !== undefined) c.set('viewer', { ...session, people: await peopleByEmail(db, session.email) });
    await next();
  };
}

/** What a person is in their entity on a day. */
export async function standingOf(db: Db, person: Person, on: CivilDate): Promise<Standing> {
  const [capacities, recording] = await Promise.all([
    capacitiesOf(db, person.entity, person.id, on),
    recordersOf(db, person.entity),
  ]);
  return { person, capacities, roles: accessRoles(capacities, recording) };
}

/**
 * Guards the pages about an entity (`:entity` in the address): lets in who is on record there, and in a rehearsal whoever
 * only reads. Who has not signed in is sent to do so and comes back; who is a stranger to the entity is told nothing
 * of it. What goes on from here sees that entity's rows alone.
 */
export function ofEntity(deps: ConsoleDeps): MiddlewareHandler {
  return async (c, next) => {
    const entity = c.req.param('entity');
    const person = c.get('viewer')?.people.find((p) => p.entity === entity);
    if (person !== undefined) {
      c.set('standing', await standingOf(deps.register.db, person, romeDate(deps.clock())));
    } else if (c.get('viewer') !== undefined) {
      return c.notFound();
    } else if (!deps.rehearsal || !isReading(c)) {
      return toSignIn(c);
    }
    await (entity === undefined ? next() : seeing(entity, next));
    return undefined;
  };
}

/** Guards pages about nobody in particular: lets in whoever has signed in, and in a rehearsal whoever only reads. */
export function signedIn(deps: ConsoleDeps): MiddlewareHandler {
  return async (c, next) => {
    if (c.get('viewer') === undefined && !(deps.rehearsal && isReading(c))) return toSignIn(c);
    await next();
    return undefined;
  };
}

/** Whether who asks may do something in the entity the page is about; a rehearsal's visitor may read. */
export function allows(c: Context, permission: Permission): boolean {
  const standing = c.get('standing');
  return standing === undefined ? permission === 'read' : may(standing.roles, permission);
}

/** Whether somebody asks, and not a page that brings itself up to date while nobody looks at it. */
const isSomebody = (c: Context): boolean =>
  !isReading(c) || (c.req.header('sec-fetch-dest') !== 'empty' && c.req.query(REFRESH_PARAMETER) === undefined);

const isReading = (c: Context): boolean => c.req.method === 'GET' || c.req.method === 'HEAD';

/** Sends who has not signed in to do so, and then back. */
export function toSignIn(c: Context): Response {
  const { pathname, search } = new URL(c.req.url);
  const back = isReading(c) ? `?${RETURN_PARAMETER}=${encodeURIComponent(pathname + search)}` : '';
  return c.redirect(`${SIGN_IN_PATH}${back}`, 303);
}
