import type { Context, MiddlewareHandler } from 'hono';
import { RETURN_PARAMETER, SIGN_IN_PATH } from '../../../access/paths.js';
import { accessWords } from '../../../words/access.js';
import { readCookie } from './cookie.js';
import { postedForm } from './form-data.js';
import { bareFrame } from './frame.js';
import { Layout } from './layout.js';
import { answer, type Site } from './site.js';
import { SESSION_COOKIE } from './viewer.js';

const words = accessWords.endedSession;

/**
 * What is answered to a form sent after its session has ended: what was written, to be sent again once its person has signed in. Goes
 * before what lets somebody in; whoever is somebody goes on, and so does who never was.
 */
export function keepsTyped(site: Site): MiddlewareHandler {
  return async (c, next) => {
    // What a page's script asks for by itself is asked again by itself.
    const byScript = c.req.header('sec-fetch-dest') === 'empty';
    if (c.req.method !== 'POST' || byScript || c.get('viewer') !== undefined || !hadSession(site, c)) return next();
    const form = await postedForm(c);
    return form === undefined ? next() : kept(site, c, form);
  };
}

/** Whether who asks comes from a browser that somebody had signed in with. */
export const hadSession = ({ deps }: Pick<Site, 'deps'>, c: Context): boolean =>
  readCookie(c, deps, SESSION_COOKIE) !== undefined;

function kept({ deps, assets }: Site, c: Context, form: FormData): Promise<Response> {
  const path = new URL(c.req.url).pathname;
  const texts = [...form].flatMap(([name, one]) => (typeof one === 'string' ? [[name, one] as const] : []));
  const hadFiles = [...form.values()].some((one) => typeof one !== 'string' && one.size > 0);
  const back = c.req.header('referer');
  const from = back !== undefined && URL.canParse(back) ? new URL(back).pathname : path;
  return answer(
    c,
    <Layout frame={bareFrame(deps, assets, c)} title={words.title}>
      <div class="ciclo-title">
        <h1>{words.title}</h1>
      </div>
      <div class="alert alert-warning" role="alert">
        <p>
          <strong>{words.nothingLost}</strong> {words.how}
        </p>
        {hadFiles && <p>{words.files}</p>}
      </div>
      <ol class="ciclo-steps-to-do">
        <li>
          <a href={`${SIGN_IN_PATH}?${RETURN_PARAMETER}=${encodeURIComponent(from)}`} target="_blank" rel="noopener">
            {words.signIn}
          </a>
        </li>
        <li>
          <form method="post" action={path}>
            {texts.map(([name, written]) => (
              <input type="hidden" name={name} value={written} />
            ))}
            <button type="submit" class="btn btn-primary">
              {words.again}
            </button>
          </form>
        </li>
      </ol>
    </Layout>,
    401,
  );
}
