import type { DocumentContent, DocumentHeading, Section } from '../../documents/content.js';
import type { CycleRef } from '../../domain/acting.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { SectionOfDraft } from '../../domain/drafting/section.js';
import { never } from '../../domain/result.js';
import { type DraftedDocument, draftedOf, sectionsOf } from '../../register/drafting.js';
import { standInOf } from '../../register/drafting-files.js';
import { planToWrite } from '../../register/plan-to-write.js';
import { documentWords } from '../../words/documents.js';
import { COMPUTED_PARTS } from '../computed/index.js';
import type { PartSources } from '../computed/part.js';
import { levelBelow, writtenSections } from './written.js';

/** What a draft says now. */
export interface ComposedDraft {
  readonly sections: readonly Section[];
  /** Ids of computed and taken sections with nothing to say. */
  readonly empty: ReadonlySet<string>;
  /** What in written sections cannot be shown as it was meant, by id. */
  readonly problems: ReadonlyMap<string, readonly string[]>;
}

/** A document that takes from one that takes from it would never end. */
const DEEPEST = 3;

/** Composes the draft of a document: what was written, what is computed now, what is taken from other documents as they are now. */
export async function composeDraft(
  sources: PartSources,
  cycle: CycleRef,
  draft: DraftedDocument,
  depth = 0,
): Promise<ComposedDraft> {
  const sections: Section[] = [];
  const empty = new Set<string>();
  const problems = new Map<string, readonly string[]>();
  // Every part would look for the same one.
  const from =
    sources.plan === undefined ? { ...sources, plan: await planToWrite(sources.db, cycle, undefined) } : sources;
  for (const section of await sectionsOf(sources.db, draft)) {
    const { id, title, level } = section.outline;
    const said = await sayingOf(from, cycle, section, depth);
    if (said.problems.length > 0) problems.set(id, said.problems);
    if (said.sections.length === 0) empty.add(id);
    else sections.push(...(said.own ? said.sections : below({ title, level }, said.sections)));
  }
  return { sections, empty, problems };
}

interface Saying {
  readonly sections: readonly Section[];
  readonly problems: readonly string[];
  /** The section's own heading is among them. */
  readonly own?: boolean;
}

async function sayingOf(
  sources: PartSources,
  cycle: CycleRef,
  section: SectionOfDraft,
  depth: number,
): Promise<Saying> {
  const { outline, text } = section;
  switch (outline.content.kind) {
    case 'written':
      if (text.trim() === '') return { sections: [], problems: [] };
      return { ...(await writtenSections(sources, cycle, outline, text)), own: true };
    case 'computed': {
      const part = COMPUTED_PARTS[outline.content.from];
      const sections = (await part?.({ ...sources, with: outline.content.with }, cycle)) ?? [];
      return { sections, problems: [] };
    }
    case 'taken':
      return { sections: await taken(sources, cycle, outline.content, depth), problems: [] };
    default:
      return never(outline.content);
  }
}

/** Another document of the cycle as it is now, or one section of it with what stands below it. */
async function taken(
  sources: PartSources,
  cycle: CycleRef,
  { document, section }: { readonly document: string; readonly section?: string | undefined },
  depth: number,
): Promise<readonly Section[]> {
  const from = await draftedOf(sources.db, { cycle: cycleId(cycle), document });
  if (from === undefined || depth >= DEEPEST) return [];
  const only =
    section === undefined
      ? from
      : { ...from, outline: { ...from.outline, sections: from.outline.sections.filter(({ id }) => id === section) } };
  const { sections } = await composeDraft(sources, cycle, only, depth + 1);
  // One section that is taken stands in the place of the one that takes it.
  return section === undefined ? sections : sections.map((one, at) => (at === 0 ? { ...one, title: '' } : one));
}

/** Sections below a heading: the ones without title right below it, the others one level down. */
function below({ title, level }: Pick<Section, 'title' | 'level'>, sections: readonly Section[]): readonly Section[] {
  const titled = sections.filter((section) => section.title !== '');
  const highest = Math.min(...titled.map((section) => section.level));
  return [
    { level, title, blocks: sections.filter((section) => section.title === '').flatMap(({ blocks }) => blocks) },
    ...titled.map((section) => ({ ...section, level: levelBelow(level, section.level - highest) })),
  ];
}

/** The content of a drafted document: composed from its sections or, where the body's own file stands in for it, what says so. */
export async function draftContent(
  sources: PartSources,
  cycle: CycleRef,
  heading: DocumentHeading,
  draft: DraftedDocument,
): Promise<DocumentContent> {
  const file = await standInOf(sources.db, draft);
  if (file !== undefined) return standInContent(heading, file);
  const { sections } = await composeDraft(sources, cycle, draft);
  return { ...heading, landscape: draft.outline.landscape, sections };
}

/** The content of a document that the body's own file stands in for: which file it is. */
export function standInContent(
  heading: DocumentHeading,
  file: { readonly name: string; readonly hash: string },
): DocumentContent {
  const words = documentWords.drafting;
  const facts = [
    { label: words.file, value: file.name },
    { label: words.fileHash, value: file.hash },
  ];
  const said: Section = {
    level: 2,
    title: words.standIn,
    blocks: [
      { kind: 'paragraph', text: [words.standInText] },
      { kind: 'facts', facts },
    ],
  };
  return { ...heading, landscape: false, sections: [said] };
}
