import type { Context, Handler } from 'hono';
import { backToDraft, markReady } from '../../../acts/document/ready.js';
import { write } from '../../../acts/document/write.js';
import { placeOf } from '../../../acts/place.js';
import { wholeNumber } from '../../../domain/whole-number.js';
import { dropTyped, keepTyped, leftSection, othersIn, seenIn } from '../../../register/drafting-typing.js';
import { italianMoment } from '../../../words/format.js';
import { writingWords } from '../../../words/writing.js';
import type { Refused } from '../kit/act-form.js';
import { fieldsOf } from '../kit/fields.js';
import { forbidden } from '../kit/refusals.js';
import type { Site } from '../kit/site.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { DOING, DOINGS } from './editor.js';
import { formFor, type SectionPageData, sectionPageData } from './page-data.js';
import { refOf, showSection } from './section-page.js';
import { keptFromGone } from './unsaved.js';

const words = writingWords.section;
const fields = write.words.fields;

/** What was posted from the writing page: the text, and the revision it was made from. */
interface Posted {
  readonly text: string;
  readonly revision: number;
  readonly doing: string;
}

async function postedIn(c: Context): Promise<Posted> {
  const form = await fieldsOf(c);
  return {
    text: form.text(fields.text.page).replace(/\r\n?/g, '\n'),
    revision: wholeNumber(form.text(fields.shown.page)) ?? 0,
    doing: form.text(DOING),
  };
}

/** Saves the text of a section, shows how it reads, or leaves what was not saved. */
export function writeSection(site: Site): Handler {
  return async (c) => {
    const data = await sectionPageData(site, c);
    if (data === undefined) return keptFromGone(site, c);
    const { db } = site.deps.register;
    const posted = await postedIn(c);
    const { text, revision } = posted;
    // Saving says for itself who may not.
    if ((posted.doing === DOINGS.drop || posted.doing === DOINGS.preview) && !(await isWriter(site, c, data)))
      return forbidden(site, c);
    if (posted.doing === DOINGS.drop && data.person !== undefined) {
      await dropTyped(db, refOf(data), data.person);
      return c.redirect(`${data.at()}?lasciato`, 303);
    }
    if (posted.doing === DOINGS.preview) {
      await keep(site, c, data, posted);
      return showSection(site, c, { writing: { text, revision } });
    }
    const at = { place: placeOf(site.deps, data.cycle.entity, data.of), sender: senderOf(c) };
    return takeAct(
      site,
      c,
      write,
      at,
      ({ said }) => `${data.at()}?fatto=${encodeURIComponent(said)}`,
      async (refused) => {
        await keep(site, c, data, posted);
        return showRefused(site, c, refused, posted);
      },
    );
  };
}

/** The text as it was written, with what is wrong; overtaken, it goes on from what stands now, and both are shown. */
async function showRefused(site: Site, c: Context, refused: Refused, posted: Posted): Promise<Response> {
  const data = await sectionPageData(site, c);
  const standing = data?.section;
  const overtaken = standing !== undefined && standing.revision !== posted.revision;
  const writing = overtaken
    ? { text: posted.text, revision: standing.revision, against: standing.text }
    : { text: posted.text, revision: posted.revision };
  return showSection(site, c, { refused, writing });
}

/** Keeps what was typed, where who typed it may write. Whether it could be kept. */
async function keep(site: Site, c: Context, data: SectionPageData, posted: Posted): Promise<boolean> {
  if (data.person === undefined || !(await mayWrite(site, c, data))) return false;
  const { text, revision } = posted;
  await keepTyped(site.deps.register.db, refOf(data), data.person, { text, revision, typedAt: site.deps.clock() });
  return true;
}

/** Whether who asks writes the section, now or when its document is written in again. */
const isWriter = async (site: Site, c: Context, data: SectionPageData): Promise<boolean> =>
  (await formFor(site, c, write, data.of)) !== undefined;

async function mayWrite(site: Site, c: Context, data: SectionPageData): Promise<boolean> {
  const form = await formFor(site, c, write, data.of);
  return form !== undefined && form.notNow === undefined;
}

/** Whether what was typed is kept, who else is here, what was saved meanwhile: asked by the page's script every few seconds. */
export function keepWriting(site: Site): Handler {
  return async (c) => {
    const data = await sectionPageData(site, c);
    if (data === undefined || data.person === undefined) return c.notFound();
    if (!(await isWriter(site, c, data))) return forbidden(site, c);
    const { db } = site.deps.register;
    const [posted, ref] = [await postedIn(c), refOf(data)];
    const { section, directory, person } = data;
    const changed = posted.text !== section.text;
    const kept = changed && (await keep(site, c, data, posted));
    if (!changed) await dropTyped(db, ref, person);
    await seenIn(db, ref, person);
    const others = (await othersIn(db, ref, person)).map((one) => directory.person(one));
    const overtaken = section.revision > posted.revision && section.writtenBy !== person;
    return c.json({
      kept: kept ? words.kept(italianMoment(site.deps.clock())) : '',
      others: others.length === 0 ? '' : words.others(others),
      overtaken: overtaken ? words.overtaken(directory.person(section.writtenBy ?? ''), section.revision) : '',
    });
  };
}

/** Somebody has closed the page. */
export function leaveSection(site: Site): Handler {
  return async (c) => {
    const data = await sectionPageData(site, c);
    if (data?.person === undefined) return c.notFound();
    if (!(await isWriter(site, c, data))) return forbidden(site, c);
    await leftSection(site.deps.register.db, refOf(data), data.person);
    return c.body(null, 204);
  };
}

/** Says that a section is ready, or a draft again. */
export function actOnSection(site: Site, act: typeof markReady | typeof backToDraft): Handler {
  return async (c) => {
    const data = await sectionPageData(site, c);
    if (data === undefined) return c.notFound();
    const at = { place: placeOf(site.deps, data.cycle.entity, data.of), sender: senderOf(c) };
    const next = ({ said }: { readonly said: string }) => `${data.at()}?fatto=${encodeURIComponent(said)}`;
    return takeAct(site, c, act, at, next, (refused) => showSection(site, c, { refused }));
  };
}

export const SECTION_ACTS: readonly (typeof markReady | typeof backToDraft)[] = [markReady, backToDraft];
