import type { Context, Handler } from 'hono';
import { OIDC_MINUTES, type OidcFailure } from '../../../access/oidc.js';
import { ownPath } from '../../../access/own-path.js';
import { AFTER_SIGN_IN, RETURN_PARAMETER, SIGN_IN_PATH } from '../../../access/paths.js';
import { peopleByEmail } from '../../../register/people.js';
import { accessWords } from '../../../words/access.js';
import { clientAddress } from '../kit/client-address.js';
import { dropCookie, keepCookie, readCookie } from '../kit/cookie.js';
import { refusal, tooMany } from '../kit/refusals.js';
import type { Site } from '../kit/site.js';
import { enter } from './entrance.js';

const words = accessWords.oidc;
/** What a sign-in under way must remember until the provider sends the browser back. */
const PENDING_COOKIE = 'ciclo_oidc';

/** Sends the browser to the provider. */
export function toProvider(site: Site): Handler {
  const { deps, limits } = site;
  return async (c) => {
    const oidc = deps.signIn?.oidc;
    if (oidc === undefined) return c.notFound();
    const wait = await limits.count('linkByClient', clientAddress(c, deps.proxies ?? 0));
    if (wait > 0) return tooMany(site, c, wait);
    const begun = await oidc.begin(ownPath(c.req.query(RETURN_PARAMETER), AFTER_SIGN_IN));
    if (!begun.ok) return notLetIn(site, c, begun.error);
    keepCookie(c, deps, PENDING_COOKIE, begun.value.sealed, OIDC_MINUTES * 60);
    return c.redirect(begun.value.url, 302);
  };
}

/** Where the provider sends the browser back: lets in who it vouches for, when they are on record. */
export function fromProvider(site: Site): Handler {
  const { deps } = site;
  return async (c) => {
    const oidc = deps.signIn?.oidc;
    if (oidc === undefined) return c.notFound();
    const sealed = readCookie(c, deps, PENDING_COOKIE);
    // Whatever comes of it, what was begun can not be ended twice.
    dropCookie(c, deps, PENDING_COOKIE);
    const finished = await oidc.finish(new URL(c.req.url).search, sealed);
    if (!finished.ok) return notLetIn(site, c, finished.error);
    const { email, verso } = finished.value;
    if ((await peopleByEmail(deps.register.db, email)).length === 0) {
      return refusal(site, c, { title: words.title, text: words.stranger }, 403);
    }
    await enter(c, deps, email, 'oidc');
    return c.redirect(ownPath(verso, AFTER_SIGN_IN), 303);
  };
}

function notLetIn(site: Site, c: Context, { problem, detail }: OidcFailure): Promise<Response> {
  site.deps.log.line(words.failed(detail));
  const link = { href: SIGN_IN_PATH, text: accessWords.signIn.again };
  return refusal(site, c, { title: words.title, text: words[problem], link }, problem === 'unreachable' ? 502 : 403);
}
