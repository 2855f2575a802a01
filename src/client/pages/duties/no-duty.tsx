import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { AFTER_SIGN_IN, SIGN_IN_PATH } from '../../../access/paths.js';
import { accessWords } from '../../../words/access.js';
import { clientAddress } from '../kit/client-address.js';
import { signsInByMail } from '../kit/deps.js';
import { bareFrame } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { AskLink } from '../kit/parts/ask-link.js';
import { tooMany } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import type { NoDuty } from './duty.js';

const words = accessWords.noDuty;

const STATUS: Readonly<Record<NoDuty, ContentfulStatusCode>> = {
  forged: 404,
  unknown: 404,
  expired: 410,
  revoked: 410,
  'not-theirs': 403,
};

/** What who holds a link that opens nothing does next: has another mailed, signs in, or looks at what waits for them. */
function WayIn({ site: { deps }, known }: { site: Site; known: boolean }) {
  if (known)
    return (
      <p>
        <a href="/mie">{words.own}</a>
      </p>
    );
  if (signsInByMail(deps)) return <AskLink lead={words.another} verso={AFTER_SIGN_IN} />;
  return (
    <p>
      <a href={SIGN_IN_PATH}>{words.signIn}</a>
    </p>
  );
}

/** Why a link, or the way to a duty, opens nothing. It says nothing of the cycle: who asks may be anybody. */
export async function noDuty(site: Site, c: Context, why: NoDuty): Promise<Response> {
  const { deps, assets } = site;
  // Who tries one link after the other is kept waiting; whoever has one that is good is not concerned.
  const wait = why === 'forged' ? await site.limits.count('wrongKey', clientAddress(c, deps.proxies ?? 0)) : 0;
  if (wait > 0) return tooMany(site, c, wait);
  const known = c.get('viewer') !== undefined;
  const { title, text } = known && why === 'not-theirs' ? words.notYours : { title: words.title, text: words[why] };
  return answer(
    c,
    <Layout frame={bareFrame(deps, assets, c)} title={title}>
      <div class="ciclo-title">
        <h1>{title}</h1>
      </div>
      <p class="lead">{text}</p>
      {why !== 'unknown' && <WayIn {...{ site, known }} />}
    </Layout>,
    STATUS[why],
  );
}
