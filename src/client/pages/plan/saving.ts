import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { About, AnyAct } from '../../../acts/act.js';
import { carryOut, type Done } from '../../../acts/carry-out.js';
import { type WrittenIn, writtenText } from '../../../acts/field.js';
import { placeOf } from '../../../acts/place.js';
import { shown } from '../../../acts/show.js';
import type { Refusal } from '../../../domain/refusal.js';
import { err, type Result } from '../../../domain/result.js';
import { readingWords } from '../../../words/readings.js';
import { KEY, SEEN } from '../kit/act-form.js';
import type { Fields } from '../kit/fields.js';
import { forbidden, type Problem } from '../kit/refusals.js';
import type { Site } from '../kit/site.js';
import { senderOf } from '../kit/take-act.js';
import { type PlanPageData, planPageData } from './page-data.js';

/** What a form of the editor begins with: who asks may edit; or the answer to give at once. */
export async function editorPageData(site: Site, c: Context): Promise<PlanPageData | Response> {
  const data = await planPageData(site, c);
  if (data === undefined) return (await c.notFound()) as Response;
  if (data.editor === undefined) return forbidden(site, c);
  // An amendment begins with its draft, and ends with it: its own page says where it stands.
  return data.amends && !data.edits ? c.redirect(data.path(), 303) : data;
}

/**
 * Carries out an act on the version of the plan that a form was made from.
 * @returns what was done, or what to correct: then nothing has changed
 */
export async function takeOn(
  { deps }: Site,
  c: Context,
  { cycle: { entity, exercise } }: Pick<PlanPageData, 'cycle'>,
  one: AnyAct,
  fields: Pick<Fields, 'text'>,
  written: WrittenIn,
): Promise<Result<Done, readonly Refusal[]>> {
  const sender = senderOf(c);
  if (sender === undefined) throw new Error('the plan is changed by who may edit it');
  const subject: unknown = await one.on.find(deps.register, { entity, exercise, name: fields.text(VERSION) });
  if (subject === undefined) return err([{ text: readingWords.refused.overtaken }]);
  const key = fields.text(KEY) || randomUUID();
  const asked = { ...placeOf(deps, entity, subject), ...sender, key, seen: fields.text(SEEN) };
  const done = await carryOut(one, asked, written);
  return done.ok ? done : err(done.error.refusals);
}

/** Texts written by the names of an act’s fields; a field that is not among them was not there. */
export const saying =
  (said: Readonly<Record<string, string | readonly string[] | undefined>>): WrittenIn =>
  (name) =>
    writtenText(...[said[name] ?? []].flat());

/** What a form of the editor keeps to itself: what tells one sending from another, and the version it was made from. */
export const VERSION = 'versione';

/** What a form of an act shows of how things stand. @param version the one the page shows */
export async function seenOn(
  { deps }: Site,
  { entity, exercise }: PlanPageData['cycle'],
  one: AnyAct,
  version: number,
  about: About = {},
): Promise<string> {
  const subject: unknown = await one.on.find(deps.register, { entity, exercise, name: String(version) });
  return subject === undefined ? '' : (await shown(one, placeOf(deps, entity, subject), about)).seen;
}

/** Refusals of an act as problems of a page. @param fieldOf what the page calls a field; undefined: the whole */
export const problemsOf = (
  refusals: readonly Refusal[],
  fieldOf: (field: string | undefined) => string,
): readonly Problem[] => refusals.map(({ field, text }) => ({ field: fieldOf(field), text }));
