import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { accessWords } from '../../../words/access.js';
import { bareFrame } from '../frame.js';
import { Layout } from '../layout.js';
import { answer, type Site } from '../site.js';
import type { NoDuty } from './duty.js';

const words = accessWords.noDuty;

const STATUS: Readonly<Record<NoDuty, ContentfulStatusCode>> = {
  forged: 404,
  unknown: 404,
  expired: 410,
  revoked: 410,
  'not-theirs': 403,
};

/** Why a link, or the way to a duty, opens nothing. It says nothing of the cycle: who asks may be anybody. */
export function noDuty({ deps, assets }: Site, c: Context, why: NoDuty): Promise<Response> {
  return answer(
    c,
    <Layout frame={bareFrame(deps, assets, c)} title={words.title}>
      <div class="ciclo-title">
        <h1>{words.title}</h1>
      </div>
      <p class="lead">{words[why]}</p>
    </Layout>,
    STATUS[why],
  );
}
