import type { Context, MiddlewareHandler } from 'hono';
import { romeDate } from '../../domain/calendar/zone.js';
import { personById } from '../../register/people.js';
import { type TokenRecord, tokenOf } from '../../register/tokens.js';
import { apiWords } from '../../words/api.js';
import { clientAddress } from '../access/client-address.js';
import { type Standing, standingOf } from '../access/viewer.js';
import type { Site } from '../console/site.js';
import { notFoundProblem, problem } from './problem.js';

declare module 'hono' {
  interface ContextVariableMap {
    /** What a call of the API is allowed by. */
    token: TokenRecord;
    /** What the token's person is in their entity today. */
    caller: Standing;
  }
}

const BEARER = /^Bearer ([A-Za-z0-9_-]{10,200})$/i;
const { problems } = apiWords;

/** Lets a call in by its token. */
export function byToken({ deps, limits }: Site): MiddlewareHandler {
  const { db } = deps.register;
  return async (c, next) => {
    const { title, missing, wrong } = problems.unauthorized;
    const secret = BEARER.exec(c.req.header('authorization') ?? '')?.[1];
    const token = secret === undefined ? undefined : await tokenOf(db, secret);
    const person = token === undefined ? undefined : await personById(db, token.entity, token.person);
    if (token === undefined || person === undefined) {
      const wait = await limits.count('wrongKey', clientAddress(c, deps.proxies ?? 0));
      if (wait > 0) return tooOften(c, wait);
      c.header('WWW-Authenticate', 'Bearer realm="ciclo"');
      return problem(c, 401, { title, detail: secret === undefined ? missing : wrong });
    }
    const wait = await limits.count('api', token.reference);
    if (wait > 0) return tooOften(c, wait);
    c.set('token', token);
    c.set('caller', await standingOf(db, person, romeDate(deps.clock())));
    await next();
    return undefined;
  };
}

/** What lies in another entity (`:entity` in the address) is not there for a token. */
export const ofOwnEntity: MiddlewareHandler = async (c, next) => {
  if (c.req.param('entity') !== c.get('token').entity) return notFoundProblem(c);
  await next();
  return undefined;
};

function tooOften(c: Context, seconds: number): Response {
  c.header('Retry-After', String(seconds));
  return problem(c, 429, { title: problems.tooMany.title, detail: problems.tooMany.text(seconds) });
}
