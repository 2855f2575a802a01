import { evaluationsPath } from '../../../../access/evaluation-path.js';
import type { DatedStep } from '../../../../domain/calendar/types.js';
import { taskWords as words } from '../../../../words/task.js';

/** Where the sheets are that a step waits for, and that it ends with them. */
export function SheetsLink({
  cycle,
  planned: { sheets },
}: {
  cycle: { readonly entity: string; readonly exercise: number };
  planned: Pick<DatedStep, 'sheets'>;
}) {
  if (sheets === undefined) return null;
  return (
    <p>
      {`${words.byItself[sheets]} `}
      <a href={evaluationsPath(cycle)}>{words.toSheets}</a>
    </p>
  );
}
