import type { StepStatus } from '../../../../register/cycle-tables.js';
import type { StepView } from '../../../../register/reading/step-view.js';
import { consoleWords as words } from '../../../../words/console.js';
import type { Assets } from '../assets.js';
import { Icon, type IconName } from './icon.js';

const ICONS: Record<StepStatus, IconName> = {
  waiting: 'it-clock',
  open: 'it-arrow-right-circle',
  late: 'it-warning-circle',
  done: 'it-check-circle',
  cancelled: 'it-ban',
  deferred: 'it-calendar',
  failed: 'it-close-circle',
};

/** State of a step: icon, word, colour, and how late it is when it is. */
export function State({ assets, step }: { assets: Assets; step: StepView }) {
  const delay = delayOf(step);
  return (
    <span class="ciclo-state-cell">
      <StatusTag assets={assets} status={step.status} />
      {delay !== undefined && <small class={step.status === 'done' ? 'text-muted' : 'ciclo-delay'}>{delay}</small>}
    </span>
  );
}

export function StatusTag({ assets, status }: { assets: Assets; status: StepStatus }) {
  return (
    <span class={`ciclo-tag ciclo-${status}`}>
      <Icon assets={assets} name={ICONS[status]} size="xs" />
      {words.stepStatus[status]}
    </span>
  );
}

function delayOf(step: StepView): string | undefined {
  switch (step.status) {
    case 'done':
      return step.lateDays > 0 ? words.step.closedLate(step.lateDays) : undefined;
    case 'cancelled':
      return undefined;
    default:
      if (step.lateDays > 0) return words.step.lateBy(step.lateDays);
      return step.openingLateDays > 0 ? words.step.opensLate(step.openingLateDays) : undefined;
  }
}
