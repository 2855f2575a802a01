import type { CycleName } from '../../../../register/reading/cycles.js';
import { consoleWords as words } from '../../../../words/console.js';
import { saidOf } from '../../../../words/validator.js';
import type { Frame } from '../frame.js';
import { COMMUNICATIONS_PATH, cyclePath, FEEDBACK_PATH, OIV_PATH } from '../paths.js';

export type CycleView = 'year' | 'feedback' | 'communications' | 'oiv' | 'whatIf' | 'log';

const VIEWS: readonly (readonly [view: CycleView, below: string])[] = [
  ['year', ''],
  ['feedback', FEEDBACK_PATH],
  ['communications', COMMUNICATIONS_PATH],
  ['oiv', OIV_PATH],
  ['whatIf', '/ipotesi'],
  ['log', '/registro'],
];

/** The ways to look at a cycle as a whole: as it is, as it might become, as it went. The log only for who may read it. */
export function CycleViews({ frame, cycle, view }: { frame: Frame; cycle: CycleName; view: CycleView }) {
  return (
    <nav class="ciclo-tabs ciclo-views" aria-label={words.views.label}>
      <ul>
        {VIEWS.filter(([of]) => of !== 'log' || frame.readsLog).map(([of, below]) => (
          <li>
            <a href={cyclePath(cycle, below)} aria-current={of === view ? 'page' : undefined}>
              {of === 'oiv' ? saidOf(cycle.validator)(words.views.oiv) : words.views[of]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
