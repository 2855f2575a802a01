import { troublesPath } from '../../../../access/trouble-path.js';
import { troubleWords as words } from '../../../../words/troubles.js';

/** That something is stuck, and the way there. Nothing when nothing is. */
export function TroublesAlert({ entity, count }: { readonly entity: string; readonly count: number }) {
  if (count === 0) return null;
  return (
    <div class="alert alert-warning">
      <p>
        {`${words.onYear(count)}. `}
        <a href={troublesPath(entity)}>{words.onYearLink}</a>
      </p>
    </div>
  );
}
