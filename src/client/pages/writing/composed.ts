import type { DraftSubject } from '../../../acts/draft-subjects.js';
import type { Section } from '../../../documents/content.js';
import { diffSections, type SectionChange } from '../../../documents/differences.js';
import { htmlForm } from '../../../documents/forms/html.js';
import { type Pictures, pictureHashes } from '../../../documents/forms/pictures.js';
import { takeSnapshot } from '../../../documents/snapshot.js';
import { composeDraft, draftContent } from '../../../office/drafting/compose.js';
import { sectionsTransmitted } from '../../../office/drafting/standing.js';
import { type WrittenSection, writtenSections } from '../../../office/drafting/written.js';
import { filesByHash } from '../../../register/drafting-files.js';
import { transmittedIn } from '../../../register/drafting-transmissions.js';
import type { Site } from '../kit/site.js';
import type { DraftPageData, SectionPageData } from './page-data.js';

/** Sections of a document as they stand, with the pictures they show. */
export interface ShownSections {
  readonly sections: readonly Section[];
  readonly pictures: Pictures;
  /** What in a text can not be shown as it was meant. */
  readonly problems: readonly string[];
}

type OfDraft = Pick<DraftPageData, 'subject'>;

const sourcesOf = ({ deps: { register, bodies } }: Site) => ({ db: register.db, bodies });

/** Ids of the sections of a draft with nothing to say yet. */
export async function emptySections(site: Site, { subject }: OfDraft): Promise<ReadonlySet<string>> {
  return (await composeDraft(sourcesOf(site), subject.ref, subject.draft)).empty;
}

/** A draft as it stands: ids of the sections with nothing to say yet and, where its board has rejected it, what is not as it was then. */
export async function draftNow(
  site: Site,
  { subject }: OfDraft,
): Promise<{ readonly empty: ReadonlySet<string>; readonly changes: readonly SectionChange[] | undefined }> {
  const { empty, sections } = await composeDraft(sourcesOf(site), subject.ref, subject.draft);
  return { empty, changes: await sinceRejected(site, subject, sections) };
}

async function sinceRejected(
  { deps: { register } }: Site,
  { draft, standing }: DraftSubject,
  sections: readonly Section[],
): Promise<readonly SectionChange[] | undefined> {
  const { step, round } = standing;
  if (step === undefined || standing.phase !== 'writing' || standing.rejected === undefined) return undefined;
  const before = await transmittedIn(register.db, { cycle: draft.cycle, step: step.id, round });
  const rejected = before === undefined ? undefined : sectionsTransmitted(before);
  return rejected && diffSections({ sections: rejected }, { sections });
}

/** A text as its document would print it. */
export async function shownText(
  site: Site,
  { subject, section }: SectionPageData,
  text: string,
): Promise<ShownSections> {
  return withPictures(site, await writtenSections(sourcesOf(site), subject.ref, section.outline, text));
}

/** What a computed or taken section says now. */
export async function composedSection(site: Site, { subject, section }: SectionPageData): Promise<ShownSections> {
  const { outline, ...draft } = subject.draft;
  const only = { ...outline, sections: outline.sections.filter(({ id }) => id === section.outline.id) };
  const { sections } = await composeDraft(sourcesOf(site), subject.ref, { ...draft, outline: only });
  return withPictures(site, { sections, problems: [] });
}

async function withPictures(site: Site, { sections, problems }: WrittenSection): Promise<ShownSections> {
  return { sections, problems, pictures: await filesByHash(site.deps.register.db, pictureHashes({ sections })) };
}

/** The page of the whole document as it would be composed now. */
export async function wholeDraft(site: Site, { subject, title, cycle, frame, path }: DraftPageData): Promise<Buffer> {
  const { draft, ref, standing } = subject;
  const heading = {
    kind: draft.document,
    title,
    entity: cycle.entityName,
    exercise: cycle.exercise,
    version: standing.round + 1,
    on: frame.today,
    simulated: cycle.simulated,
  };
  const content = await draftContent(sourcesOf(site), ref, heading, draft);
  const pictures = await filesByHash(site.deps.register.db, pictureHashes(content));
  return htmlForm(takeSnapshot(content), pictures, { back: path() });
}
