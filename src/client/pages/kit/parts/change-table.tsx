import { boardWords as words } from '../../../../words/board.js';
import type { Change } from '../model/change.js';
import { StackTable } from './stack-table.js';

/** Beyond this the table is cut, and says so: the documents themselves are a link away. */
const MAX_ROWS = 200;
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
