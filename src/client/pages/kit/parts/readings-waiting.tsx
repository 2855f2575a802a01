import type { CycleName } from '../../../../register/reading/cycles.js';
import type { ReadingsWaiting as Waiting } from '../../../../register/reading/readings-waiting.js';
import { italianPercent } from '../../../../words/format.js';
import { readingWords as words } from '../../../../words/readings.js';
import { planPath, READINGS_PATH } from '../paths.js';

/** That readings wait to be confirmed, how much hangs on them, and the way there. For controllo di gestione. */
export function ReadingsWaiting({
  cycle,
  waiting,
}: {
  readonly cycle: CycleName;
  readonly waiting: Waiting | undefined;
}) {
  if (waiting === undefined) return null;
  const { count, share, inForce } = waiting;
  return (
    <div class="ciclo-callout" id="letture-da-confermare">
      <div>
        <p>{words.waiting(count, share === undefined ? undefined : italianPercent(share), inForce)}</p>
        <p>
          <a class="btn btn-primary" href={planPath(cycle, READINGS_PATH)}>
            {words.goTo}
          </a>
        </p>
      </div>
    </div>
  );
}
