import { createHash } from 'node:crypto';
import type { Context, Handler } from 'hono';
import { romeDate } from '../../../domain/calendar/zone.js';
import { feedBySecret, feedOf, issueFeed, revokeFeed } from '../../../register/calendar-feeds.js';
import { followedOf } from '../../../register/follow-up.js';
import { capacitiesOf, personById, titlesOf } from '../../../register/people.js';
import { entityName } from '../../../register/reading/entity.js';
import { feedSteps } from '../../../register/reading/feed.js';
import { bodyPageWords } from '../../../words/body-pages.js';
import { feedWords } from '../../../words/feed.js';
import { italianDay } from '../../../words/format.js';
import { BodyPage, bodyPageData } from '../kit/body-frame.js';
import { fieldsOf } from '../kit/fields.js';
import { bodyPath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { toSignIn } from '../kit/viewer.js';
import { calendarFeed, concerns } from './calendar-feed.js';

const words = bodyPageWords.calendar;
/** Path under which secret addresses are opened, by programs that can not sign in. */
export const FEED_PATH = '/calendari';

/** The body's calendar as a file, for who may open its pages. */
export function bodyCalendar(site: Site): Handler {
  return async (c) => {
    const text = await bodyText(site, c.req.param('entity') ?? '');
    return text === undefined ? c.notFound() : send(c, text);
  };
}

/** A calendar by a person's secret address: their own, or the whole body's. */
export function secretCalendar(site: Site, whose: 'own' | 'body'): Handler {
  return async (c) => {
    const { db } = site.deps.register;
    const feed = await feedBySecret(db, c.req.param('secret') ?? '');
    if (feed === undefined) return c.notFound();
    const text = whose === 'body' ? await bodyText(site, feed.entity) : await ownText(site, feed.entity, feed.person);
    return text === undefined ? c.notFound() : send(c, text);
  };
}

async function bodyText({ deps }: Site, id: string): Promise<string | undefined> {
  const { db } = deps.register;
  const [entity, steps, titles] = await Promise.all([entityName(db, id), feedSteps(db, id), titlesOf(db, id)]);
  if (entity === undefined) return undefined;
  return calendarFeed({
    name: feedWords.body(entity.title),
    entity: id,
    steps,
    followed: [],
    titleOf: (role) => titles.get(role) ?? role,
    consoleUrl: deps.consoleUrl,
  });
}

async function ownText({ deps }: Site, entity: string, id: string): Promise<string | undefined> {
  const { db } = deps.register;
  const today = romeDate(deps.clock());
  const [person, steps, followed, titles, capacities] = await Promise.all([
    personById(db, entity, id),
    feedSteps(db, entity),
    followedOf(db, entity),
    titlesOf(db, entity),
    capacitiesOf(db, entity, id, today),
  ]);
  if (person === undefined) return undefined;
  const roles = new Set(capacities.map((capacity) => capacity.role));
  return calendarFeed({
    name: feedWords.own(person.name),
    entity,
    steps: steps.filter((step) => concerns(step, roles)),
    followed: followed.filter((item) => item.owner !== null && roles.has(item.owner)),
    titleOf: (role) => titles.get(role) ?? role,
    consoleUrl: deps.consoleUrl,
  });
}

/** The calendar, or word that it has not changed since it was last asked for. */
function send(c: Context, text: string): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  c.header('ETag', etag);
  const known = c.req
    .header('If-None-Match')
    ?.split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag);
  if (known === true) return c.body(null, 304);
  c.header('Content-Type', 'text/calendar; charset=utf-8');
  c.header('Content-Disposition', 'inline; filename="calendario.ics"');
  return c.body(text);
}

/** Where calendars are to be had, and the secret address of who has signed in. */
export function calendarPage(site: Site): Handler {
  return (c) => show(site, c);
}

/** Gives who has signed in a new secret address, or shuts the one they have. */
export function changeFeed(site: Site): Handler {
  return async (c) => {
    const standing = c.get('standing');
    if (standing === undefined) return toSignIn(c);
    const { db } = site.deps.register;
    const whose = { entity: standing.person.entity, person: standing.person.id };
    const at = site.deps.clock();
    if ((await fieldsOf(c)).text('azione') === 'spegni') {
      await revokeFeed(db, whose, at);
      return c.redirect(bodyPath(whose.entity, '/calendario'), 303);
    }
    return show(site, c, await issueFeed(db, { ...whose, issuedAt: at }));
  };
}

/** @param secret of the address just made: the only moment it can be shown */
async function show(site: Site, c: Context, secret?: string): Promise<Response> {
  const data = await bodyPageData(site, c);
  if (data === undefined) return c.notFound();
  const standing = c.get('standing');
  const { entity } = data;
  const feed =
    standing === undefined
      ? undefined
      : await feedOf(site.deps.register.db, standing.person.entity, standing.person.id);
  const address = (file: string): string => `${site.deps.consoleUrl}${FEED_PATH}/${secret}/${file}`;
  return answer(
    c,
    <BodyPage data={data} view="/calendario" title={words.title} lead={words.lead}>
      <section aria-labelledby="ente">
        <h2 id="ente">{words.body}</h2>
        <p>{words.bodyText}</p>
        <p>
          <a href={bodyPath(entity.id, '/calendario.ics')}>{words.download}</a>
        </p>
      </section>
      <section aria-labelledby="proprio">
        <h2 id="proprio">{words.own}</h2>
        <p>{words.ownText}</p>
        {secret !== undefined && (
          <div class="ciclo-saved" role="status">
            <p>{words.fresh}</p>
            <dl class="ciclo-facts">
              <div>
                <dt>{words.ownAddress}</dt>
                <dd>
                  <code class="ciclo-hash">{address('mio.ics')}</code>
                </dd>
              </div>
              <div>
                <dt>{words.bodyAddress}</dt>
                <dd>
                  <code class="ciclo-hash">{address('ente.ics')}</code>
                </dd>
              </div>
            </dl>
          </div>
        )}
        {standing === undefined ? (
          <p>{words.signIn}</p>
        ) : (
          <>
            {feed !== undefined && secret === undefined && <p>{words.has(italianDay(romeDate(feed.issuedAt)))}</p>}
            <form class="ciclo-access" method="post" action={bodyPath(entity.id, '/calendario')}>
              <button type="submit" class="btn btn-primary" name="azione" value="crea">
                {feed === undefined ? words.ask : words.renew}
              </button>{' '}
              {feed !== undefined && (
                <button type="submit" class="btn btn-outline-primary" name="azione" value="spegni">
                  {words.revoke}
                </button>
              )}
            </form>
          </>
        )}
      </section>
    </BodyPage>,
  );
}
