import type { StepView } from '../../../register/reading/step-view.js';
import { consoleWords as words } from '../../../words/console.js';
import type { Assets } from '../kit/assets.js';
import { Icon } from '../kit/parts/icon.js';
import { StatusTag } from '../kit/parts/state.js';

interface DependenciesProps {
  readonly assets: Assets;
  readonly step: StepView;
  readonly steps: readonly StepView[];
  readonly hrefOf: (step: StepView) => string;
}

/** What a step comes after, and what comes after it. */
export function Dependencies({ assets, step, steps, hrefOf }: DependenciesProps) {
  const before = steps.filter((s) => step.planned.after.includes(s.id));
  const after = steps.filter((s) => s.planned.after.includes(step.id));
  const list = (others: readonly StepView[], none: string) =>
    others.length === 0 ? (
      <p>{none}</p>
    ) : (
      <ul class="ciclo-links">
        {others.map((other) => (
          <li>
            <a href={hrefOf(other)}>{other.planned.title}</a>
            <StatusTag assets={assets} status={other.status} />
          </li>
        ))}
      </ul>
    );
  return (
    <section aria-labelledby="collegamenti">
      <h2 id="collegamenti">{words.stepPage.dependencies}</h2>
      <div class="ciclo-columns">
        <div>
          <h3>{words.stepPage.after}</h3>
          {list(before, words.stepPage.noAfter)}
        </div>
        <div>
          <h3>{words.stepPage.before}</h3>
          {list(after, words.stepPage.noBefore)}
        </div>
      </div>
    </section>
  );
}

/** To the steps before and after in the order of the calendar. */
export function StepPager({ assets, step, steps, hrefOf }: DependenciesProps) {
  const at = steps.findIndex((s) => s.id === step.id);
  const [previous, next] = [steps[at - 1], steps[at + 1]];
  return (
    <nav class="ciclo-pager" aria-label={`${words.stepPage.previous}, ${words.stepPage.next}`}>
      {previous !== undefined && (
        <a href={hrefOf(previous)} rel="prev">
          <Icon assets={assets} name="it-arrow-left" />
          <span>
            <small>{words.stepPage.previous}</small>
            {previous.planned.title}
          </span>
        </a>
      )}
      {next !== undefined && (
        <a class="next" href={hrefOf(next)} rel="next">
          <span>
            <small>{words.stepPage.next}</small>
            {next.planned.title}
          </span>
          <Icon assets={assets} name="it-arrow-right" />
        </a>
      )}
    </nav>
  );
}
