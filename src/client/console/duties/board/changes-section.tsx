import { boardWords as words } from '../../../../words/board.js';
import { StackTable } from '../../parts/stack-table.js';
import type { Changes } from './changes.js';
import type { Change } from './document-diff.js';

/** Beyond this the table is cut, and says so: the documents themselves are a link away. */
const MAX_ROWS = 200;

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

/** Changes one by one, before and after. */
export function ChangeTable({ changes, caption }: { changes: readonly Change[]; caption: string }) {
  const placed = changes.some((change) => change.where !== '');
  return (
    <>
      <StackTable
        caption={caption}
        hideCaption
        columns={[
          { title: words.changes.what },
          ...(placed ? [{ title: words.changes.where }] : []),
          { title: words.changes.kind },
          { title: words.changes.before },
          { title: words.changes.after },
        ]}
        rows={changes.slice(0, MAX_ROWS).map((change) => ({
          head: change.head,
          cells: [
            ...(placed ? [change.where || words.changes.none] : []),
            change.what,
            change.before === undefined ? words.changes.none : <del class="ciclo-was">{change.before}</del>,
            change.after === undefined ? words.changes.none : <ins class="ciclo-is">{change.after}</ins>,
          ],
        }))}
      />
      {changes.length > MAX_ROWS && <p>{words.moreChanges(changes.length - MAX_ROWS)}</p>}
    </>
  );
}
