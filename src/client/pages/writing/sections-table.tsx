import type { SectionOfDraft } from '../../../domain/drafting/section.js';
import { draftingWords } from '../../../words/drafting.js';
import { writingWords } from '../../../words/writing.js';
import { partyText } from '../kit/parts/people.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import type { DraftPageData } from './page-data.js';
import { SectionTag, stateText, writerName } from './parts.js';

const words = writingWords.draft;
const { text, link, status, count, instant } = columnsOf<SectionOfDraft>();

/** The sections of a draft: whose they are, where they stand, who wrote last. The board of the weeks of drafting. */
export function SectionsTable({ data, empty }: { data: DraftPageData; empty: ReadonlySet<string> }) {
  const { directory, frame } = data;
  return (
    <DataTable
      name="sezioni"
      caption={words.sections}
      hideCaption
      columns={[
        link(
          words.section,
          ({ outline }) => outline.title,
          ({ outline }) => data.path(`/sezioni/${encodeURIComponent(outline.id)}`),
        ),
        text(words.owners, ({ outline }) => directory.parties(outline.owners).map(partyText).join('; ')),
        status(words.state, (section) => stateText(section, empty), {
          show: (section) =>
            section.outline.content.kind === 'written' ? (
              <SectionTag assets={frame.assets} state={section.state} />
            ) : (
              stateText(section, empty)
            ),
        }),
        text(words.origin, ({ outline }) => draftingWords.origin[outline.content.kind], { only: 'file' }),
        text(words.required, ({ outline }) => (outline.required ? words.yes : words.no)),
        count(words.remarks, ({ openRemarks }) => openRemarks),
        text(words.writtenBy, (section) =>
          section.revision === 0 ? undefined : writerName(section.writtenBy, section.actingFor, directory),
        ),
        instant(words.writtenAt, ({ writtenAt }) => writtenAt),
      ]}
      rows={data.sections}
    />
  );
}
