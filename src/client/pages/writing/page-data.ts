import type { Context } from 'hono';
import type { AnyAct, Place } from '../../../acts/act.js';
import { actorOf } from '../../../acts/carry-out.js';
import { write } from '../../../acts/document/write.js';
import { aDraft, aSection, type DraftSubject, type SectionSubject } from '../../../acts/draft-subjects.js';
import { placeOf } from '../../../acts/place.js';
import { type Shown, shown } from '../../../acts/show.js';
import type { SectionOfDraft } from '../../../domain/drafting/section.js';
import { sectionsOf } from '../../../register/drafting.js';
import { type RemarkRecord, remarksOf } from '../../../register/drafting-remarks.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { type Frame, frameOf, still } from '../kit/frame.js';
import { draftPath } from '../kit/paths.js';
import { cycleIdIn, type Site } from '../kit/site.js';
import { senderOf } from '../kit/take-act.js';
import { sectionPath } from './paths.js';

/** What every page about a draft shows and asks. */
export interface DraftPageData {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly subject: DraftSubject;
  readonly title: string;
  readonly sections: readonly SectionOfDraft[];
  readonly remarks: readonly RemarkRecord[];
  readonly directory: Directory;
  /** Who has signed in, by id; absent for who only looks. */
  readonly person: string | undefined;
  /** Address of a page of the draft. */
  path(below?: string): string;
}

/** The same about one section of it. */
export interface SectionPageData extends DraftPageData {
  readonly section: SectionOfDraft;
  readonly of: SectionSubject;
  /** Whether who asks may write in it now. */
  readonly writes: boolean;
  at(below?: string): string;
}

/** The draft an address names; undefined when there is none. */
export async function draftPageData({ deps, assets }: Site, c: Context): Promise<DraftPageData | undefined> {
  const frame = await frameOf(deps, assets, c, cycleIdIn(c));
  const { cycle } = frame;
  if (cycle === undefined) return undefined;
  const { entity, exercise } = cycle;
  const subject = await aDraft.find(deps.register, { entity, exercise, name: c.req.param('document') ?? '' });
  if (subject === undefined) return undefined;
  const { db } = deps.register;
  const [sections, remarks, directory] = await Promise.all([
    sectionsOf(db, subject.draft),
    remarksOf(db, subject.draft),
    directoryOf(db, entity, frame.today),
  ]);
  return {
    // What is being written on a page must not be exchanged under who writes it.
    frame: still(frame),
    cycle,
    subject,
    title: aDraft.title(subject),
    sections,
    remarks,
    directory,
    person: senderOf(c)?.person,
    path: (below) => draftPath(cycle, subject.draft.document, below),
  };
}

/** The section an address names; undefined when there is none. @param id of another than the address names */
export async function sectionPageData(
  site: Site,
  c: Context,
  id = c.req.param('section') ?? '',
): Promise<SectionPageData | undefined> {
  const data = await draftPageData(site, c);
  const section = data?.sections.find(({ outline }) => outline.id === id);
  if (data === undefined || section === undefined) return undefined;
  const { entity, exercise } = data.cycle;
  const { document } = data.subject.draft;
  const of = await aSection.find(site.deps.register, { entity, exercise, name: `${document}.${id}` });
  if (of === undefined) return undefined;
  const form = await formFor(site, c, write, of);
  const writes = section.outline.content.kind === 'written' && form !== undefined && form.notNow === undefined;
  return { ...data, section, of, writes, at: (below) => sectionPath(data.cycle, document, id, below) };
}

/** What the form of an act shows to who asks; undefined where they may not. */
export async function formFor<S>({ deps }: Site, c: Context, act: AnyAct, subject: S): Promise<Shown | undefined> {
  const sender = senderOf(c);
  if (sender === undefined) return undefined;
  const place: Place<S> = placeOf(deps, c.req.param('entity') ?? '', subject);
  return (await actorOf(act, { ...place, ...sender })) === undefined ? undefined : await shown(act, place);
}
