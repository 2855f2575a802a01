import type { StepStatus } from '../../../register/cycle-tables.js';
import { isLate, type StepView } from '../../../register/reading/step-view.js';
import { consoleWords as words } from '../../../words/console.js';
import type { Assets } from '../kit/assets.js';
import { Icon, type IconName } from '../kit/parts/icon.js';

/** How many steps are done, open, late and still to open. */
export function Figures({ assets, steps }: { assets: Assets; steps: readonly StepView[] }) {
  const late = steps.filter(isLate).length;
  const count = (...statuses: readonly StepStatus[]): number =>
    steps.filter((s) => statuses.includes(s.status) && !isLate(s)).length;
  const figures: readonly { n: number; label: string; icon: IconName; mark: string }[] = [
    { n: count('done'), label: words.cycle.figures.done, icon: 'it-check-circle', mark: 'done' },
    { n: count('open'), label: words.cycle.figures.open, icon: 'it-arrow-right-circle', mark: 'open' },
    { n: late, label: words.cycle.figures.late, icon: 'it-warning-circle', mark: late > 0 ? 'late' : 'none' },
    { n: count('waiting', 'deferred'), label: words.cycle.figures.waiting, icon: 'it-clock', mark: 'waiting' },
  ];
  return (
    <section aria-label={words.cycle.figures.label}>
      <ul class="ciclo-figures">
        {figures.map((figure) => (
          <li class={`ciclo-figure-${figure.mark}`}>
            <Icon assets={assets} name={figure.icon} />
            <strong>{figure.n}</strong>
            <span>{figure.label}</span>
          </li>
        ))}
      </ul>
      <p class="visually-hidden">{words.cycle.figures.outOf(steps.length)}</p>
    </section>
  );
}
