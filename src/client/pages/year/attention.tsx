import type { CivilDate } from '../../../domain/calendar/types.js';
import type { Directory } from '../../../register/reading/directory.js';
import type { StepView, Upcoming } from '../../../register/reading/step-view.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianDay } from '../../../words/format.js';
import { steeringWords } from '../../../words/steering.js';
import type { Assets } from '../kit/assets.js';
import { Day, Force } from '../kit/parts/due.js';
import { Icon } from '../kit/parts/icon.js';
import { partyText } from '../kit/parts/people.js';

interface AttentionProps {
  readonly assets: Assets;
  readonly late: readonly StepView[];
  /** The day the cycle began; null before it has. What was due earlier is told in one line: nobody could have done it in time here. */
  readonly begunOn: CivilDate | null;
  readonly soon: readonly Upcoming[];
  readonly directory: Directory;
  readonly hrefOf: (step: StepView) => string;
  /** Where a step is managed, for who may; absent for who only reads. */
  readonly manageOf?: ((step: StepView) => string) | undefined;
}

/** What asks for attention now: what is late and who everybody waits for, and what comes in the next days. */
export function Attention({ assets, late: all, begunOn, soon, directory, hrefOf, manageOf }: AttentionProps) {
  const before = all.filter(({ dueOn }) => begunOn === null || dueOn < begunOn);
  const late = all.filter((step) => !before.includes(step));
  return (
    <div class="ciclo-attention">
      <section aria-labelledby="in-ritardo" class={late.length > 0 ? 'is-late' : ''}>
        <h2 id="in-ritardo">
          <Icon assets={assets} name="it-warning-circle" />
          {words.cycle.lateTitle}
        </h2>
        {before.length > 0 && (
          <p>
            {`${words.cycle.lateBefore(before.length, begunOn === null ? undefined : italianDay(begunOn))} `}
            <a href="#attivita">{words.cycle.lateBeforeLink}</a>
          </p>
        )}
        {late.length === 0 ? (
          before.length === 0 && <p>{words.cycle.lateNone}</p>
        ) : (
          <ul>
            {late.map((step) => (
              <li>
                <a href={hrefOf(step)}>{step.planned.title}</a>
                <span class="ciclo-delay">{words.step.lateBy(step.lateDays)}</span>
                <small>
                  <Force assets={assets} force={step.planned.norm.force} />
                  {` · ${words.step.waitsFor(directory.parties(step.waitingFor).map(partyText).join('; '))}`}
                </small>
                {manageOf !== undefined && (
                  <a
                    class="btn btn-outline-primary btn-xs"
                    href={manageOf(step)}
                    aria-label={steeringWords.manageOf(step.planned.title)}
                  >
                    {steeringWords.manage}
                  </a>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="prossimi-giorni">
        <h2 id="prossimi-giorni">
          <Icon assets={assets} name="it-calendar" />
          {words.cycle.soonTitle}
        </h2>
        {soon.length === 0 ? (
          <p>{words.cycle.soonNone}</p>
        ) : (
          <ul>
            {soon.map(({ on, what, step }) => (
              <li>
                <span class="ciclo-when">
                  <Day date={on} /> {what === 'opens' ? words.cycle.soonOpens : words.cycle.soonDue}
                </span>
                <a href={hrefOf(step)}>{step.planned.title}</a>
                {what === 'due' && step.planned.norm.force === 'law' && (
                  <small>
                    <Force assets={assets} force="law" />
                  </small>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
