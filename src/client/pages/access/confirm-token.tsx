import type { Context, Handler } from 'hono';
import { confirmRequest } from '../../../acts/access/tokens.js';
import { instantOfMs } from '../../../domain/clock.js';
import { personById } from '../../../register/people.js';
import { tokenRequestOf } from '../../../register/token-requests.js';
import { through } from '../../../register/via.js';
import { accessWords } from '../../../words/access.js';
import { italianMoment } from '../../../words/format.js';
import { scopeWords } from '../../../words/scopes.js';
import { clientAddress } from '../kit/client-address.js';
import { bareFrame } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { Fact } from '../kit/parts/fact.js';
import { refusal, tooMany } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { tokenDesk } from '../kit/token-desk.js';
import { tokenShown } from './token-shown.js';

const words = accessWords.confirmToken;

/** What is asked in somebody's name, and a button. Programs that look into mails open links too: looking confirms nothing. */
export function openRequest(site: Site): Handler {
  const { deps, assets } = site;
  const { db } = deps.register;
  return async (c) => {
    const request = await tokenRequestOf(db, c.req.param('secret') ?? '');
    if (request === undefined) return gone(site, c);
    const by = await personById(db, request.entity, request.requestedBy);
    const facts: readonly (readonly [string, string])[] = [
      [words.title, request.title],
      [words.person, request.personName],
      [words.requestedBy, by?.name ?? request.requestedBy],
      [words.scopes, request.scopes.map((scope) => scopeWords[scope]).join('; ')],
      [words.days, words.lasts(request.days)],
      [words.until, italianMoment(instantOfMs(Date.parse(request.expiresAt)))],
    ];
    return answer(
      c,
      <Layout frame={bareFrame(deps, assets, c)} title={words.heading}>
        <div class="ciclo-title">
          <h1>{words.heading}</h1>
        </div>
        <p class="lead">{words.lead}</p>
        <dl class="ciclo-facts">
          {facts.map(([label, value]) => (
            <Fact label={label}>{value}</Fact>
          ))}
        </dl>
        <form class="ciclo-access" method="post" action={new URL(c.req.url).pathname}>
          <button type="submit" class="btn btn-primary">
            {words.confirm}
          </button>
          <small>{words.hint}</small>
        </form>
      </Layout>,
    );
  };
}

/** Confirms: the token lives from now on, and is shown to who confirms, not to who asked. */
export function confirm(site: Site): Handler {
  return async (c) => {
    const secret = c.req.param('secret') ?? '';
    const token = await through({ channel: 'mail-link' }, () => confirmRequest(tokenDesk(site.deps), secret));
    return token === undefined ? gone(site, c) : tokenShown(site, c, token);
  };
}

async function gone(site: Site, c: Context): Promise<Response> {
  const wait = await site.limits.count('wrongKey', clientAddress(c, site.deps.proxies ?? 0));
  if (wait > 0) return tooMany(site, c, wait);
  return refusal(site, c, { title: words.goneTitle, text: words.gone }, 410);
}
