import type { SectionChange } from '../../../../documents/differences.js';
import { boardWords } from '../../../../words/board.js';
import { ChangeTable } from './change-table.js';

const words = boardWords.changes;

/** Which sections of a document are not as they were, and then how. */
export function SectionChanges({ sections }: { sections: readonly SectionChange[] }) {
  return (
    <>
      <ul>
        {sections.map(({ title, kind, changes }) => (
          <li>
            <strong>{title}</strong>{' '}
            {kind === 'changed' ? `(${words.changed(changes.length)})` : `(${words.section[kind]})`}
          </li>
        ))}
      </ul>
      <ChangeTable changes={sections.flatMap(({ changes }) => changes)} caption={words.sections} />
    </>
  );
}
