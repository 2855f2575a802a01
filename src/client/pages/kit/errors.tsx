import { randomBytes } from 'node:crypto';
import type { ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import { NotYetRecorded } from '../../../acts/awaited.js';
import { RegisterSilent } from '../../../register/patience.js';
import { accessWords } from '../../../words/access.js';
import { consoleWords as words } from '../../../words/console.js';
import { bareFrame, type Frame, frameOf } from './frame.js';
import { Layout } from './layout.js';
import { answer, type Site } from './site.js';

/** No such page. */
export function notFound({ deps, assets }: Site): NotFoundHandler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c);
    return answer(c, <ErrorPage frame={frame} title={words.errors.notFoundTitle} text={words.errors.notFound} />, 404);
  };
}

/**
 * An act not recorded in time has its own page. Something broke: the reader gets a code, the log gets the code with what happened, and
 * the pattern of the address: addresses themselves carry links that let people in.
 */
export function failed({ deps, assets }: Site): ErrorHandler {
  return async (error, c) => {
    // Kept, and to be told at an address of its own.
    if (error instanceof NotYetRecorded) return c.redirect(error.path, 303);
    const frame = bareFrame(deps, assets, c);
    if (error instanceof HTTPException && error.status === 403) {
      const { title, crossSite } = accessWords.forbidden;
      return answer(c, <ErrorPage frame={frame} title={title} text={crossSite} />, 403);
    }
    if (error instanceof HTTPException && error.status < 500) {
      return answer(
        c,
        <ErrorPage frame={frame} title={words.errors.badRequestTitle} text={words.errors.notFound} />,
        400,
      );
    }
    if (error instanceof RegisterSilent) {
      deps.log.line(words.errors.silentLogged(routePath(c, -1), error.message));
      c.header('Retry-After', String(RETRY_AFTER_S));
      const { silentTitle, silent } = words.errors;
      return answer(c, <ErrorPage frame={frame} title={silentTitle} text={silent(c.req.method !== 'GET')} />, 503);
    }
    if (isUnwritable(error)) {
      const { badRequestTitle, unwritable } = words.errors;
      return answer(c, <ErrorPage frame={frame} title={badRequestTitle} text={unwritable} />, 400);
    }
    const code = randomBytes(4).toString('hex');
    deps.log.line(`${words.errors.logged(code, routePath(c, -1))}\n${told(error)}`);
    return answer(
      c,
      <ErrorPage frame={frame} title={words.errors.failedTitle} text={words.errors.failed} code={code} />,
      500,
    );
  };
}

/** Seconds after which to try again, when the register does not answer. */
export const RETRY_AFTER_S = 30;

/** PostgreSQL refused a text it can not hold: a null character, half of a pair, in something that was sent. */
const isUnwritable = (error: Error): boolean => 'code' in error && (error.code === '22021' || error.code === '22P05');

function ErrorPage({ frame, title, text, code }: { frame: Frame; title: string; text: string; code?: string }) {
  return (
    <Layout frame={frame} title={title}>
      <div class="ciclo-title">
        <h1>{title}</h1>
      </div>
      <p class="lead">
        {text}
        {code !== undefined && (
          <>
            {' '}
            <code>{code}</code>
          </>
        )}
      </p>
      <p>
        <a href="/">{words.errors.home}</a>
      </p>
    </Layout>
  );
}

/** An error with what caused it, as far down as somebody says. */
function told(error: Error): string {
  const own = error.stack ?? error.message;
  return error.cause instanceof Error ? `${own}\nper: ${told(error.cause)}` : own;
}
