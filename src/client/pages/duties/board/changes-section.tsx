import { boardWords as words } from '../../../../words/board.js';
import { ChangeTable } from '../../kit/parts/change-table.js';
import type { Changes } from './changes.js';

/** What changed since the last version, in words and as a table. */
export function ChangesSection({
  changes,
  here,
  note,
  title = words.changes.title,
}: {
  changes: Changes;
  here: string;
  /** What whoever transmitted it wrote, as a sentence. */
  note?: string | undefined;
  title?: string;
}) {
  if (changes.kind === 'borrowed') return null;
  return (
    <section aria-labelledby="modifiche">
      <h2 id="modifiche">{title}</h2>
      {note !== undefined && <p class="ciclo-quote">{note}</p>}
      {changes.kind === 'first' && <p>{words.changes.first}</p>}
      {changes.kind === 'unreadable' && <p>{words.changes.unreadable}</p>}
      {changes.kind === 'compared' &&
        (changes.changes.length === 0 ? (
          <p>{`${changes.since} ${words.changes.same}`}</p>
        ) : (
          <>
            <p>
              {changes.since} {changes.summary !== '' && <strong>{`${changes.summary}.`}</strong>}
            </p>
            <ChangeTable changes={changes.changes} caption={words.changes.title} />
          </>
        ))}
      {'previous' in changes && changes.previous !== undefined && (
        <p>
          <a href={`${here}/documento/${changes.previous}`} target="_blank" rel="noopener">
            {words.changes.previous}
          </a>
        </p>
      )}
    </section>
  );
}
