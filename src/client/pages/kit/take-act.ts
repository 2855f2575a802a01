import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { type AnyAct, type Place, wordsOf } from '../../../acts/act.js';
import { carryOut, type Done } from '../../../acts/carry-out.js';
import type { Field, Written, WrittenIn } from '../../../acts/field.js';
import { acceptPicture, acceptUpload } from '../../../files/uploads.js';
import { KEY, type Refused, SEEN } from './act-form.js';
import { postedForm } from './form-data.js';
import { forbidden } from './refusals.js';
import type { Site } from './site.js';

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
 * written.
 */
export async function takeAct<S>(
  site: Site,
  c: Context,
  one: AnyAct,
  at: { readonly place: Place<S>; readonly sender: Sender | undefined },
  next: (done: Done, key: string) => string | Promise<string>,
  again: (refused: Refused) => Response | Promise<Response>,
): Promise<Response> {
  if (at.sender === undefined) return one.on.secret === undefined ? forbidden(site, c) : c.notFound();
  const form = await formOf(c);
  const key = form.text(KEY) || randomUUID();
  const asked = { ...at.place, ...at.sender, key, seen: form.text(SEEN) };
  const written = await writtenIn(one, form);
  const done = await carryOut(one, asked, written);
  if (done.ok) return c.redirect(await next(done.value, key), 303);
  if (done.error.kind === 'unknown') return c.notFound();
  if (done.error.kind === 'forbidden') return forbidden(site, c);
  const { refusals } = done.error;
  const hadFiles = Object.keys(one.fields).some((name) => written(name).files.length > 0);
  return again({ act: one, key, written: form.texts, refusals, hadFiles });
}

interface PostedFields {
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
