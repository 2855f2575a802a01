import type { MiddlewareHandler } from 'hono';
import type { ConsoleDeps } from './deps.js';

/** Query parameters of a page: what was done before it, in words or by a short name, and that we wrote the words. */
export const SAID = 'fatto';
export const SEAL = 'sigillo';

/** A name for which a page has words of its own. */
export const isName = (said: string): boolean => /^[a-z-]{1,30}$/.test(said);

/**
 * Pages say what was done before them in the words of their address: only ours are, for that very page. What anybody else put there is
 * taken out.
 */
export function onlyOurWords({ invitations }: Pick<ConsoleDeps, 'invitations'>): MiddlewareHandler {
  const sealOf = ({ pathname }: URL, said: string): string => invitations.seal(`${pathname} ${said}`);
  return async (c, next) => {
    const here = new URL(c.req.url);
    const said = here.searchParams.get(SAID);
    if (
      c.req.method !== 'POST' &&
      said !== null &&
      !isName(said) &&
      here.searchParams.get(SEAL) !== sealOf(here, said)
    ) {
      for (const name of [SAID, SEAL]) here.searchParams.delete(name);
      return c.redirect(here.pathname + here.search, 302);
    }
    await next();
    const to = c.res.headers.get('location');
    const onward = to === null || !to.startsWith('/') ? undefined : new URL(to, here.origin);
    const words = onward?.searchParams.get(SAID);
    if (onward === undefined || words == null || isName(words)) return undefined;
    const [address] = to?.split('#') ?? [];
    c.res.headers.set('location', `${address}&${SEAL}=${sealOf(onward, words)}${onward.hash}`);
    return undefined;
  };
}
