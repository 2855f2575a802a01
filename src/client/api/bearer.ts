import type { Context, MiddlewareHandler } from 'hono';
import { recordTokenUse } from '../../acts/access/tokens.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import type { Scope } from '../../domain/token.js';
import { personById } from '../../register/people.js';
import { seeing } from '../../register/sight.js';
import { type TokenRecord, tokenOf } from '../../register/tokens.js';
import { through } from '../../register/via.js';
import { apiWords } from '../../words/api.js';
import { scopeWords } from '../../words/scopes.js';
import { clientAddress } from '../pages/kit/client-address.js';
import type { ConsoleDeps } from '../pages/kit/deps.js';
import type { Site } from '../pages/kit/site.js';
import { tokenDesk } from '../pages/kit/token-desk.js';
import { type Standing, standingOf } from '../pages/kit/viewer.js';
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

/** Lets a call in by its token: it sees its own entity's rows alone. */
export function byToken({ deps, limits }: Site): MiddlewareHandler {
  const { db } = deps.register;
  const used = usesOf(deps);
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
    await through({ channel: 'token', token: token.reference }, () =>
      seeing(token.entity, async () => {
        await next();
        // What is refused is no use.
        if (c.res.ok) await used(token);
      }),
    );
    return undefined;
  };
}

/** Lets on only a token that was given for this. */
export const needs =
  (scope: Scope): MiddlewareHandler =>
  async (c, next) => {
    if (!c.get('token').scopes.includes(scope)) {
      return problem(c, 403, { title: problems.forbidden.title, detail: problems.scope(scopeWords[scope]) });
    }
    await next();
    return undefined;
  };

/** Puts each token's first use of a day on record; what was put there by this process is not asked for again. */
function usesOf(deps: ConsoleDeps): (token: TokenRecord) => Promise<void> {
  const known = new Map<string, CivilDate>();
  return async (token) => {
    const on = romeDate(deps.clock());
    if (known.get(token.reference) === on) return;
    await recordTokenUse(tokenDesk(deps), token);
    known.set(token.reference, on);
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
