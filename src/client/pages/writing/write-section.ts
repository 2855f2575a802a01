import type { Context, Handler } from 'hono';
import { backToDraft, markReady } from '../../../acts/document/ready.js';
import { write } from '../../../acts/document/write.js';
import { placeOf } from '../../../acts/place.js';
import { dropTyped, keepTyped, leftSection, othersIn, seenIn } from '../../../register/drafting-typing.js';
import { italianMoment } from '../../../words/format.js';
import { writingWords } from '../../../words/writing.js';
import type { Refused } from '../kit/act-form.js';
import { fieldsOf } from '../kit/fields.js';
import { forbidden } from '../kit/refusals.js';
import type { Site } from '../kit/site.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { DOING, DOINGS } from './editor.js';
import { formFor, type SectionScene, sectionScene } from './scene.js';
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
  const revision = form.text(fields.shown.page);
  return {
    text: form.text(fields.text.page).replace(/\r\n?/g, '\n'),
    revision: /^\d{1,7}$/.test(revision) ? Number(revision) : 0,
    doing: form.text(DOING),
  };
}

/** Saves the text of a section, shows how it reads, or leaves what was not saved. */
export function writeSection(site: Site): Handler {
  return async (c) => {
    const scene = await sectionScene(site, c);
    if (scene === undefined) return keptFromGone(site, c);
    const { db } = site.deps.register;
    const posted = await postedIn(c);
    const { text, revision } = posted;
    // Saving says for itself who may not.
    if ((posted.doing === DOINGS.drop || posted.doing === DOINGS.preview) && !(await isWriter(site, c, scene)))
      return forbidden(site, c);
    if (posted.doing === DOINGS.drop && scene.person !== undefined) {
      await dropTyped(db, refOf(scene), scene.person);
      return c.redirect(`${scene.at()}?lasciato`, 303);
    }
    if (posted.doing === DOINGS.preview) {
      await keep(site, c, scene, posted);
      return showSection(site, c, { writing: { text, revision } });
    }
    const at = { place: placeOf(site.deps, scene.cycle.entity, scene.of), sender: senderOf(c) };
    return takeAct(
      site,
      c,
      write,
      at,
      ({ said }) => `${scene.at()}?fatto=${encodeURIComponent(said)}`,
      async (refused) => {
        await keep(site, c, scene, posted);
        return showRefused(site, c, refused, posted);
      },
    );
  };
}

/** The text as it was written, with what is wrong; overtaken, it goes on from what stands now, and both are shown. */
async function showRefused(site: Site, c: Context, refused: Refused, posted: Posted): Promise<Response> {
  const scene = await sectionScene(site, c);
  const standing = scene?.section;
  const overtaken = standing !== undefined && standing.revision !== posted.revision;
  const writing = overtaken
    ? { text: posted.text, revision: standing.revision, against: standing.text }
    : { text: posted.text, revision: posted.revision };
  return showSection(site, c, { refused, writing });
}

/** Keeps what was typed, where who typed it may write. Whether it could be kept. */
async function keep(site: Site, c: Context, scene: SectionScene, posted: Posted): Promise<boolean> {
  if (scene.person === undefined || !(await mayWrite(site, c, scene))) return false;
  const { text, revision } = posted;
  await keepTyped(site.deps.register.db, refOf(scene), scene.person, { text, revision, typedAt: site.deps.clock() });
  return true;
}

/** Whether who asks writes the section, now or when its document is written in again. */
const isWriter = async (site: Site, c: Context, scene: SectionScene): Promise<boolean> =>
  (await formFor(site, c, write, scene.of)) !== undefined;

async function mayWrite(site: Site, c: Context, scene: SectionScene): Promise<boolean> {
  const form = await formFor(site, c, write, scene.of);
  return form !== undefined && form.notNow === undefined;
}

/** Whether what was typed is kept, who else is here, what was saved meanwhile: asked by the page's script every few seconds. */
export function keepWriting(site: Site): Handler {
  return async (c) => {
    const scene = await sectionScene(site, c);
    if (scene === undefined || scene.person === undefined) return c.notFound();
    if (!(await isWriter(site, c, scene))) return forbidden(site, c);
    const { db } = site.deps.register;
    const [posted, ref] = [await postedIn(c), refOf(scene)];
    const { section, directory, person } = scene;
    const changed = posted.text !== section.text;
    const kept = changed && (await keep(site, c, scene, posted));
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
    const scene = await sectionScene(site, c);
    if (scene?.person === undefined) return c.notFound();
    if (!(await isWriter(site, c, scene))) return forbidden(site, c);
    await leftSection(site.deps.register.db, refOf(scene), scene.person);
    return c.body(null, 204);
  };
}

/** Says that a section is ready, or a draft again. */
export function actOnSection(site: Site, act: typeof markReady | typeof backToDraft): Handler {
  return async (c) => {
    const scene = await sectionScene(site, c);
    if (scene === undefined) return c.notFound();
    const at = { place: placeOf(site.deps, scene.cycle.entity, scene.of), sender: senderOf(c) };
    const next = ({ said }: { readonly said: string }) => `${scene.at()}?fatto=${encodeURIComponent(said)}`;
    return takeAct(site, c, act, at, next, (refused) => showSection(site, c, { refused }));
  };
}

export const SECTION_ACTS: readonly (typeof markReady | typeof backToDraft)[] = [markReady, backToDraft];
