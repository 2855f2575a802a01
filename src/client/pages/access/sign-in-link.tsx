import type { Context, Handler } from 'hono';
import { ownPath } from '../../../access/own-path.js';
import { AFTER_SIGN_IN, RETURN_PARAMETER, SIGN_IN_PATH } from '../../../access/paths.js';
import { IDLE_MINUTES, readSignInLink, useSignInLink } from '../../../register/sessions.js';
import { accessWords } from '../../../words/access.js';
import { clientAddress } from '../kit/client-address.js';
import { bareFrame } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { refusal, tooMany } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { enter, SESSION_HOURS } from './entrance.js';

const words = accessWords.link;

/** What a mailed link opens: a button. Programs that look into mails open links too, so looking uses nothing up. */
export function openLink(site: Site): Handler {
  const { deps, assets } = site;
  return async (c) => {
    const email = await readSignInLink(deps.register.db, c.req.param('secret') ?? '');
    if (email === undefined) return gone(site, c);
    const url = new URL(c.req.url);
    return answer(
      c,
      <Layout frame={bareFrame(deps, assets, c)} title={words.title}>
        <div class="ciclo-title">
          <h1>{words.title}</h1>
        </div>
        <p class="lead">{words.ready(email)}</p>
        <form class="ciclo-access" method="post" action={url.pathname + url.search}>
          <button type="submit" class="btn btn-primary">
            {words.enter}
          </button>
          <small>{words.hint(SESSION_HOURS, IDLE_MINUTES)}</small>
        </form>
      </Layout>,
    );
  };
}

/** Uses the link up and lets its owner in. */
export function useLink(site: Site): Handler {
  const { deps } = site;
  return async (c) => {
    const email = await useSignInLink(deps.register.db, c.req.param('secret') ?? '');
    if (email === undefined) return gone(site, c);
    await enter(c, deps, email, 'mail');
    return c.redirect(ownPath(c.req.query(RETURN_PARAMETER), AFTER_SIGN_IN), 303);
  };
}

async function gone(site: Site, c: Context): Promise<Response> {
  const wait = await site.limits.count('wrongKey', clientAddress(c, site.deps.proxies ?? 0));
  if (wait > 0) return tooMany(site, c, wait);
  const link = { href: SIGN_IN_PATH, text: words.ask };
  return refusal(site, c, { title: words.goneTitle, text: words.gone, link }, 410);
}
