import { Blocks } from '../../../documents/forms/html.js';
import { writingWords as words } from '../../../words/writing.js';
import type { ShownSections } from './composed.js';

/** The first level of headings within a page whose own are one and two. */
const FIRST = 3;

/** A section as its document prints it, under the headings of the page it is shown on; its own title stands there already. */
export function Preview({ shown: { sections, pictures } }: { shown: ShownSections }) {
  const own = sections[0]?.level ?? 2;
  return (
    <div class="ciclo-written">
      {sections.every(({ blocks }) => blocks.length === 0) && <p>{words.section.previewEmpty}</p>}
      {sections.map(({ level, title, blocks }, at) => (
        <>
          {at > 0 && title !== '' && <Heading level={FIRST + Math.max(0, level - own - 1)} title={title} />}
          <Blocks blocks={blocks} heading={title} pictures={pictures} />
        </>
      ))}
    </div>
  );
}

function Heading({ level, title }: { level: number; title: string }) {
  const Tag = `h${Math.min(6, level)}` as 'h3' | 'h4' | 'h5' | 'h6';
  return <Tag>{title}</Tag>;
}
