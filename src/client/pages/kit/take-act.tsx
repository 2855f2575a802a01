import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { type AnyAct, type Checks, type Place, wordsOf } from '../../../acts/act.js';
import { type Asked, carryOut, type Done, lookOver, type NotDone } from '../../../acts/carry-out.js';
import type { Field, Written, WrittenIn } from '../../../acts/field.js';
import { dropHeldFiles, heldFiles, holdFiles } from '../../../acts/read-again.js';
import { pageWords } from '../../../acts/words.js';
import { ok } from '../../../domain/result.js';
import { acceptPicture, acceptUpload } from '../../../files/uploads.js';
import { KEY, type Refused, SEEN } from './act-form.js';
import { CHECKED, CheckAnswers, CONFIRMED, TO_CHANGE } from './check-answers.js';
import { postedForm } from './form-data.js';
import { frameOf, still } from './frame.js';
import { Layout } from './layout.js';
import { forbidden } from './refusals.js';
import { answer, cycleIdIn, type Site } from './site.js';

/** The page around what is read again, with its title over it. */
export type Around = (title: string, content: Child) => Response | Promise<Response>;

/** Who sends the form: who has signed in, or whom a mail's link is for. */
export interface Sender {
  readonly person: string;
  /** Absent: whatever they act as today. */
  readonly actingFor?: string | null;
}

/** Who has signed in, on a page about a body they are of. */
export function senderOf(c: Context): Sender | undefined {
  const standing = c.get('standing');
  return standing && { person: standing.person.id };
}

/**
 * Takes the form of an act: carries it out and goes on to `next`, or shows the page `again` with what is wrong and what was
 * written. What nothing takes back is shown as it was understood first, and done when it is confirmed.
 */
export async function takeAct<S>(
  site: Site,
  c: Context,
  one: AnyAct,
  at: {
    readonly place: Place<S>;
    readonly sender: Sender | undefined;
    readonly around?: Around;
    /** What stands for what was written in a field, by its name: the page asks for it in a way of its own. */
    readonly instead?: Readonly<Record<string, readonly string[]>>;
  },
  next: (done: Done, key: string) => string | Promise<string>,
  again: (refused: Refused) => Response | Promise<Response>,
): Promise<Response> {
  if (at.sender === undefined) return one.on.secret === undefined ? forbidden(site, c) : c.notFound();
  const form = await formOf(c);
  const key = form.text(KEY) || randomUUID();
  const asked = { ...at.place, ...at.sender, key, seen: form.text(SEEN) };
  const posted = await writtenIn(one, form);
  const sent: WrittenIn = (name) => {
    const texts = at.instead?.[name];
    return texts === undefined ? posted(name) : { texts, files: [] };
  };
  const { written, kept } = one.checks === undefined ? { written: sent, kept: [] } : await withHeld(one, asked, sent);
  const back = (refusals: Refused['refusals'], why?: NotDone['kind']) => {
    // What has become another is shown as it is now; what is wrong besides says nothing of it.
    const seen = why === 'changed' || why === 'not-now' ? undefined : form.text(SEEN) || undefined;
    const hadFiles = kept.length === 0 && Object.keys(one.fields).some((name) => written(name).files.length > 0);
    return again({ act: one, key, written: form.texts, refusals, seen, hadFiles, kept });
  };
  if (one.checks !== undefined && form.text(CHECKED) !== CONFIRMED) {
    const seen = await lookOver(one, asked, written);
    if (seen.ok && form.text(CHECKED) !== TO_CHANGE) {
      const content = await readAgain(c, one, asked, seen.value, form);
      return await (at.around ?? inFrame(site, c))(pageWords.check.title, content);
    }
    // Nothing is wrong with what somebody wants to change.
    if (seen.ok) return asItIs(await back([]));
    if (seen.error.kind === 'unknown') return c.notFound();
    return seen.error.kind === 'forbidden' ? forbidden(site, c) : await back(seen.error.refusals, seen.error.kind);
  }
  const done = await carryOut(one, asked, written);
  if (done.ok) {
    if (kept.length > 0) await dropHeldFiles(asked);
    return c.redirect(await next(done.value, key), 303);
  }
  if (done.error.kind === 'unknown') return c.notFound();
  if (done.error.kind === 'forbidden') return forbidden(site, c);
  return await back(done.error.refusals, done.error.kind);
}

/** What was understood of a form, to be confirmed. */
async function readAgain<S>(
  c: Context,
  act: AnyAct,
  asked: Asked<S>,
  values: Readonly<Record<string, unknown>>,
  form: PostedFields,
): Promise<Child> {
  const checks: Checks<S> | undefined = act.checks;
  const facts = (await checks?.shows?.(asked, values, asked.person)) ?? [];
  const posted = form.all.filter(([name]) => name !== CHECKED && name !== KEY);
  return (
    <CheckAnswers
      {...{ act, values, facts }}
      subject={asked.subject}
      posted={[[KEY, asked.key], ...posted]}
      action={c.req.path}
    />
  );
}

/** The page of who has signed in, around what they read again. */
const inFrame =
  ({ deps, assets }: Site, c: Context): Around =>
  async (title, content) =>
    await answer(
      c,
      <Layout frame={still(await frameOf(deps, assets, c, cycleIdIn(c)))} title={title}>
        <div class="ciclo-title">
          <h1>{title}</h1>
        </div>
        {content}
      </Layout>,
    );

const asItIs = (page: Response): Response => new Response(page.body, { status: 200, headers: page.headers });

/** What was written with the files that wait to be read again: those just sent, or else those sent before. */
async function withHeld<S>(
  one: AnyAct,
  asked: Asked<S>,
  sent: WrittenIn,
): Promise<{ readonly written: WrittenIn; readonly kept: readonly string[] }> {
  const field = Object.entries<Field<unknown>>(one.fields).find(([, { control }]) => control.kind === 'files')?.[0];
  if (field === undefined) return { written: sent, kept: [] };
  const { files } = sent(field);
  const good = files.flatMap((file) => (file.ok ? [file.value] : []));
  // A file nobody can keep is refused, and the others with it: they are all chosen again.
  if (good.length < files.length) return { written: sent, kept: [] };
  if (good.length > 0) return { written: sent, kept: (await holdFiles(one, asked, good)) ? good.map(nameOf) : [] };
  const held = await heldFiles(asked);
  const written: WrittenIn = (name) =>
    name === field ? { texts: [], files: held.map((file) => ok(file)) } : sent(name);
  return { written, kept: held.map(nameOf) };
}

const nameOf = ({ name }: { readonly name: string }): string => name;

interface PostedFields {
  /** Every text, with the name of its field, in the order of the form. */
  readonly all: readonly (readonly [name: string, written: string])[];
  text(page: string): string;
  texts(page: string): readonly string[];
  files(page: string): readonly File[];
}

async function formOf(c: Context): Promise<PostedFields> {
  // A multipart body cut short can not be read: it is a form without fields.
  const body = await postedForm(c);
  const all = (page: string) => body?.getAll(page) ?? [];
  // A field of many rows has an input for each: `valori.pratiche-ri`.
  const rows = (page: string): readonly string[] =>
    [...(body?.entries() ?? [])].flatMap(([name, one]) =>
      name.startsWith(`${page}.`) && typeof one === 'string' && one.trim() !== ''
        ? [`${name.slice(page.length + 1)}=${one.trim()}`]
        : [],
    );
  const texts = (page: string) => [...all(page).filter((one) => typeof one === 'string'), ...rows(page)];
  return {
    all: [...(body?.entries() ?? [])].flatMap(([name, one]) => (typeof one === 'string' ? [[name, one] as const] : [])),
    texts,
    text: (page) => texts(page).at(-1) ?? '',
    files: (page) =>
      all(page).flatMap((one) => (typeof one !== 'string' && (one.name !== '' || one.size > 0) ? [one] : [])),
  };
}

/** What was posted for each field of an act, its files looked at. */
async function writtenIn(one: AnyAct, form: PostedFields): Promise<WrittenIn> {
  const all = Object.entries<Field<unknown>>(one.fields).map(
    async ([name, { control }]): Promise<readonly [string, Written]> => {
      const { page, parts } = wordsOf(one, name);
      const texts = parts === undefined ? form.texts(page) : Object.values(parts).map((part) => form.text(part.page));
      if (control.kind !== 'files') return [name, { texts, files: [] }];
      // One more than may come is enough to say that they are too many.
      const files = form.files(page).slice(0, control.most + 1);
      const accept = control.pictures === true ? acceptPicture : acceptUpload;
      return [name, { texts, files: await Promise.all(files.map(accept)) }];
    },
  );
  const written = new Map(await Promise.all(all));
  return (name) => written.get(name) ?? { texts: [], files: [] };
}
