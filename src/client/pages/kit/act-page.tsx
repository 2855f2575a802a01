import type { Context, Hono } from 'hono';
import { type AnyAct, wordsOf } from '../../../acts/act.js';
import { actorOf, isHidden } from '../../../acts/carry-out.js';
import type { Field } from '../../../acts/field.js';
import { placeOf } from '../../../acts/place.js';
import { shown } from '../../../acts/show.js';
import { aBody } from '../../../acts/subject.js';
import { entityName } from '../../../register/reading/entity.js';
import { saidOf } from '../../../words/validator.js';
import { ActForm, type Refused, Summary } from './act-form.js';
import { uploadLimit } from './body-limits.js';
import { cycleCrumb } from './crumbs.js';
import { type Frame, frameOf, still } from './frame.js';
import { Layout } from './layout.js';
import { NotNow } from './not-now.js';
import { bodyPath } from './paths.js';
import { forbidden } from './refusals.js';
import { answer, cycleIdIn, type Site } from './site.js';
import { senderOf, takeAct } from './take-act.js';

/** Where the page of an act is, and where one goes from it. */
export interface ActPlace {
  /** Address of what it is done to; its last part names it. */
  readonly at: string;
  readonly act: AnyAct;
  readonly section: 'year' | 'body' | 'scorecard' | 'plan';
  /** Address of the page of what it is done to: what was done is said there. */
  back(c: Context): string;
  /** What is called the page one goes back to, where it is not that of what the act is done to. */
  readonly backTo?: string;
}

/** The page of an act that needs no other: what it is, and its form. */
export function mountActPage(app: Hono, site: Site, place: ActPlace): void {
  const address = `${place.at}/${place.act.path}`;
  const fields = Object.values<Field<unknown>>(place.act.fields);
  if (fields.some(({ control }) => control.kind === 'files')) app.post(address, uploadLimit(site));
  app.get(address, (c) => show(site, c, place));
  app.post(address, async (c) => {
    const subject = await subjectIn(site, c, place);
    if (subject === undefined) return c.notFound();
    const at = { place: placeOf(site.deps, c.req.param('entity') ?? '', subject), sender: senderOf(c) };
    const next = ({ said }: { readonly said: string }) => {
      const back = place.back(c);
      return `${back}${back.includes('?') ? '&' : '?'}fatto=${encodeURIComponent(said)}`;
    };
    return takeAct(site, c, place.act, at, next, (refused) => show(site, c, place, refused));
  });
}

/** What the address names, as it stands; undefined when there is no such thing. */
async function subjectIn({ deps }: Site, c: Context, { at, act }: ActPlace): Promise<unknown> {
  const [, last = ''] = /:(\w+)$/.exec(at) ?? [];
  const exercise = c.req.param('exercise');
  return await act.on.find(deps.register, {
    entity: c.req.param('entity') ?? '',
    exercise: exercise === undefined ? undefined : Number(exercise),
    name: c.req.param(last) ?? '',
  });
}

async function show(site: Site, c: Context, place: ActPlace, refused?: Refused): Promise<Response> {
  const { act, section, backTo } = place;
  const [sender, subject] = [senderOf(c), await subjectIn(site, c, place)];
  if (subject === undefined) return c.notFound();
  const here = placeOf(site.deps, c.req.param('entity') ?? '', subject);
  if (sender === undefined) return act.on.secret === undefined ? forbidden(site, c) : c.notFound();
  if ((await actorOf(act, { ...here, ...sender })) === undefined)
    return (await isHidden(act, { ...here, ...sender })) ? c.notFound() : forbidden(site, c);
  // What is being written stays: the page does not bring itself up to date.
  const frame = still(await frameOf(site.deps, site.assets, c, cycleIdIn(c)));
  const form = await shown(act, here);
  const { lead } = act.words;
  const title = await titleOf(site, c, act, subject);
  const inBody = saidOf(frame.cycle?.validator ?? 'OIV');
  const back = { title: backTo === undefined ? title : inBody(backTo), href: place.back(c) };
  const above = isOfBody(act) ? [{ title, href: bodyPath(c.req.param('entity') ?? '') }] : crumbsOf(frame);
  const crumbs = above.some(({ href }) => href === back.href) ? above : [...above, back];
  return answer(
    c,
    <Layout frame={frame} title={act.words.title} section={section} crumbs={crumbs}>
      <div class="ciclo-title">
        <p class="ciclo-overline">{title}</p>
        <h1 id={act.path}>{act.words.title}</h1>
      </div>
      <Summary refused={refused} />
      {lead !== undefined && <p>{inBody(typeof lead === 'string' ? lead : lead(subject))}</p>}
      {form.notNow === undefined ? (
        <ActForm of={form} action="" refused={refused} start={{ ...act.starts?.(here), ...namedIn(c, act) }} />
      ) : (
        <NotNow why={form.notNow} refused={refused} />
      )}
      <p>
        <a href={back.href}>{back.title}</a>
      </p>
    </Layout>,
    refused === undefined ? 200 : 422,
  );
}

/** What the link that led here has written in the fields already. */
const namedIn = (c: Context, act: AnyAct): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(act.fields).flatMap((name) => {
      const written = c.req.query(wordsOf(act, name).page);
      return written === undefined ? [] : [[name, written]];
    }),
  );

const isOfBody = (act: AnyAct): boolean => act.on.api === aBody.api;

/** What the act is done to, as a page names it: a body by its name, which its id is not. */
async function titleOf({ deps }: Site, c: Context, act: AnyAct, subject: unknown): Promise<string> {
  const body = isOfBody(act) ? await entityName(deps.register.db, c.req.param('entity') ?? '') : undefined;
  return body?.title ?? act.on.title(subject);
}

const crumbsOf = ({ cycle }: Frame) => (cycle === undefined ? [] : [cycleCrumb(cycle)]);
