import type { Handler } from 'hono';
import { aDraft, type DraftSubject } from '../../../acts/draft-subjects.js';
import { type MissingSection, missingIn, type SectionOfDraft } from '../../../domain/drafting/section.js';
import { draftedIn, sectionsOf } from '../../../register/drafting.js';
import { writingWords } from '../../../words/writing.js';
import { cycleCrumb } from '../kit/crumbs.js';
import { frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { draftPath } from '../kit/paths.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { emptySections } from './composed.js';
import { phaseText } from './parts.js';

const words = writingWords.list;

interface DraftLine {
  readonly subject: DraftSubject;
  readonly sections: readonly SectionOfDraft[];
  readonly missing: readonly MissingSection[];
}

const { text, link, count, day, status } = columnsOf<DraftLine>();

/** The documents of a cycle that are written here, and where each stands. */
export function documentsPage(site: Site): Handler {
  return async (c) => {
    const frame = await frameOf(site.deps, site.assets, c, cycleIdIn(c));
    const { cycle } = frame;
    if (cycle === undefined) return c.notFound();
    const { db } = site.deps.register;
    const { entity, exercise } = cycle;
    const drafts = await draftedIn(db, cycle.id);
    const lines = await Promise.all(
      drafts.map(async (draft): Promise<DraftLine | undefined> => {
        const subject = await aDraft.find(site.deps.register, { entity, exercise, name: draft.document });
        if (subject === undefined) return undefined;
        const sections = await sectionsOf(db, draft);
        // Nothing is missing any more of what has been transmitted: composing it, only to look, is dear.
        if (subject.standing.phase !== 'writing') return { subject, sections, missing: [] };
        return { subject, sections, missing: missingIn(sections, await emptySections(site, { subject })) };
      }),
    );
    const shown = lines
      .filter((line) => line !== undefined)
      .toSorted(byDay(site.deps.bodies.outlines(entity).map(({ value }) => value.kind)));
    return answer(
      c,
      <Layout frame={frame} title={words.title} section="documents" crumbs={[cycleCrumb(cycle)]}>
        <div class="ciclo-title">
          <h1>{words.title}</h1>
        </div>
        <p>{words.lead}</p>
        <DataTable
          name="documenti-in-preparazione"
          caption={words.title}
          hideCaption
          empty={<p>{words.none}</p>}
          columns={[
            link(
              words.document,
              ({ subject }) => aDraft.title(subject),
              ({ subject }) => draftPath(cycle, subject.draft.document),
            ),
            status(words.phase, ({ subject, missing }) => phaseText(subject.standing, missing.length)),
            text(words.ready, ({ sections }) => {
              const written = sections.filter(({ outline }) => outline.content.kind === 'written');
              return words.readyOf(written.filter(({ state }) => state === 'ready').length, written.length);
            }),
            count(words.missing, ({ missing }) => missing.length),
            count(words.remarks, ({ sections }) => sections.reduce((sum, { openRemarks }) => sum + openRemarks, 0)),
            day(words.due, ({ subject }) => subject.standing.step?.dueOn),
          ]}
          rows={shown}
        />
      </Layout>,
    );
  };
}

/** In the order they go to their boards; those that go to none first, as one phase follows the other. */
const byDay =
  (kinds: readonly string[]) =>
  (a: DraftLine, b: DraftLine): number =>
    dueOf(a).localeCompare(dueOf(b)) || placeOf(kinds, a) - placeOf(kinds, b);

const dueOf = ({ subject }: DraftLine): string => subject.standing.step?.dueOn ?? '';

/** One the body does not have any more comes last. */
function placeOf(kinds: readonly string[], { subject }: DraftLine): number {
  const place = kinds.indexOf(subject.draft.outline.kind);
  return place === -1 ? kinds.length : place;
}
