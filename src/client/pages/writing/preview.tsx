import { Blocks } from '../../../documents/forms/html.js';
import { writingWords as words } from '../../../words/writing.js';
import type { ShownSections } from './composed.js';

/**
 * A section as its document prints it; its own title stands on the page already.
 * @param under level of the heading of the page it stands under
 */
export function Preview({ shown: { sections, pictures }, under }: { shown: ShownSections; under: 1 | 2 }) {
  const own = sections[0]?.level ?? 2;
  return (
    <div class="ciclo-written">
      {sections.every(({ blocks }) => blocks.length === 0) && <p>{words.section.previewEmpty}</p>}
      {sections.map(({ level, title, blocks }, at) => (
        <>
          {at > 0 && title !== '' && <Heading level={under + Math.max(1, level - own)} title={title} />}
          <Blocks blocks={blocks} heading={title} pictures={pictures} />
        </>
      ))}
    </div>
  );
}

function Heading({ level, title }: { level: number; title: string }) {
  const Tag = `h${Math.min(6, level)}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
  return <Tag>{title}</Tag>;
}
