import { daysBetween } from '../../../domain/calendar/civil-date.js';
import { officeRole } from '../../../domain/entity.js';
import type { CheckpointNow as Now } from '../../../register/reading/checkpoint-now.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import type { StepView } from '../../../register/reading/step-view.js';
import { homeWords } from '../../../words/home.js';
import { logAction } from '../../../words/log.js';
import type { Frame } from '../kit/frame.js';
import { partyText } from '../kit/parts/people.js';
import { cyclePath, GRID_PATH, MANAGE_PATH, stepPath } from '../kit/paths.js';

const words = homeWords.now;

interface CheckpointNowProps {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly now: Now | undefined;
  readonly directory: Directory;
  readonly steps: readonly StepView[];
}

/** While a checkpoint collects: who has not answered yet, what has happened since yesterday, what is to be decided today. */
export function CheckpointNow({ frame, cycle, now, directory, steps }: CheckpointNowProps) {
  if (now === undefined) return null;
  const missing = now.missing.reduce((sum, { values }) => sum + values, 0);
  const step = steps.find(({ id }) => id === now.step);
  const over = step === undefined ? -1 : daysBetween(step.dueOn, frame.today);
  const decide = [
    ...(missing > 0 && over >= 0 ? [words.overdue(over)] : []),
    ...(missing === 0 ? [words.complete] : []),
    ...(now.returned > 0 ? [words.returned(now.returned)] : []),
  ];
  return (
    <section class="ciclo-card ciclo-now" aria-labelledby="monitoraggio-in-corso">
      <h2 id="monitoraggio-in-corso">{words.title(now.title)}</h2>
      <div class="ciclo-columns">
        <div>
          <h3>{words.missingTitle(missing, now.asked)}</h3>
          {missing > 0 && (
            <ul>
              {now.missing.map(({ office, values }) => (
                <li>
                  {words.ofOffice(
                    directory
                      .parties([officeRole(office)])
                      .map(partyText)
                      .join('; '),
                    values,
                  )}
                </li>
              ))}
            </ul>
          )}
          <p>
            <a href={cyclePath(cycle, `${GRID_PATH}?stato=missing&ordina=ufficio`)}>{words.toGrid}</a>
          </p>
        </div>
        <div>
          <h3>{words.latelyTitle}</h3>
          {now.lately.length === 0 ? (
            <p>{words.latelyNone}</p>
          ) : (
            <ul>
              {now.lately.map(({ action, times }) => (
                <li>{words.times(logAction(action), times)}</li>
              ))}
            </ul>
          )}
        </div>
        <div>
          <h3>{words.decideTitle}</h3>
          {decide.length === 0 ? (
            <p>{words.decideNone}</p>
          ) : (
            <ul>
              {decide.map((text) => (
                <li>{text}</li>
              ))}
            </ul>
          )}
          <p>
            <a href={`${stepPath(cycle, now.step)}${MANAGE_PATH}`}>{words.toManage}</a>
          </p>
        </div>
      </div>
    </section>
  );
}
