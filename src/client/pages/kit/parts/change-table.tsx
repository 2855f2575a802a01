import type { Change } from '../../../../domain/change.js';
import { officeRole } from '../../../../domain/entity.js';
import type { Directory } from '../../../../register/reading/directory.js';
import { boardWords as words } from '../../../../words/board.js';
import { columnsOf } from '../table/column.js';
import { DataTable } from '../table/data-table.js';

/** Beyond this the page is cut, and says so: the file has them all. */
const MAX_ROWS = 200;
const { text, status } = columnsOf<Change>();

/** What changes of a plan call an office. */
export const officeTitleIn =
  (directory: Directory) =>
  (office: string): string =>
    directory.title(officeRole(office));

/** Changes one by one, before and after. */
export function ChangeTable({
  changes,
  caption,
  name = 'modifiche',
}: {
  changes: readonly Change[];
  caption: string;
  name?: string;
}) {
  const placed = changes.some((change) => change.where !== '');
  return (
    <>
      <DataTable
        name={name}
        caption={caption}
        hideCaption
        most={MAX_ROWS}
        columns={[
          text(words.changes.what, (change) => change.head),
          ...(placed
            ? [
                text(words.changes.where, (change) => change.where, {
                  show: ({ where }) => where || words.changes.none,
                }),
              ]
            : []),
          status(words.changes.kind, (change) => change.what),
          text(words.changes.before, (change) => change.before, {
            show: ({ before }) => (before === undefined ? words.changes.none : <del class="ciclo-was">{before}</del>),
          }),
          text(words.changes.after, (change) => change.after, {
            show: ({ after }) => (after === undefined ? words.changes.none : <ins class="ciclo-is">{after}</ins>),
          }),
        ]}
        rows={changes}
      />
      {changes.length > MAX_ROWS && <p>{words.moreChanges(changes.length - MAX_ROWS)}</p>}
    </>
  );
}
