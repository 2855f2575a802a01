import { mendingPath, troublesPath } from '../../../../access/trouble-path.js';
import type { TroubleRecord } from '../../../../register/troubles.js';
import { troubleRemedy, troubleWords as words } from '../../../../words/troubles.js';

interface TroublesAlertProps {
  readonly entity: string;
  readonly count: number;
  /** Those said whole, with what to do. */
  readonly saying?: readonly TroubleRecord[];
}

/** That something is stuck, and the way there. Nothing when nothing is. */
export function TroublesAlert({ entity, count, saying = [] }: TroublesAlertProps) {
  if (count === 0) return null;
  return (
    <div class="alert alert-warning">
      {saying.map((one) => (
        <p>
          <strong>{one.reason}</strong> {troubleRemedy(one.detail)} <Way of={one} />
        </p>
      ))}
      {count > saying.length && (
        <p>
          {`${words.onYear(count - saying.length, saying.length > 0)}. `}
          <a href={troublesPath(entity)}>{words.onYearLink}</a>
        </p>
      )}
    </div>
  );
}

/** Where it is mended. */
function Way({ of: { kind, detail } }: { readonly of: TroubleRecord }) {
  const path = mendingPath(detail);
  return path === undefined ? null : <a href={path}>{words.goThere[kind] ?? words.goToStep}</a>;
}
