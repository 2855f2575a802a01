import type { Child } from 'hono/jsx';
import type { StepStatus } from '../../../../register/cycle-tables.js';
import { consoleWords as words } from '../../../../words/console.js';

/** What each mark of the chart means, drawn with the chart's own marks. */
export function Legend() {
  return (
    <ul class="ciclo-gantt-legend" aria-label={words.gantt.legend}>
      <Entry label={words.gantt.planned}>
        <rect class="planned" x="1" y="1" width="26" height="14" rx="2" />
      </Entry>
      <Entry label={words.gantt.done} status="done">
        <rect class="actual" x="1" y="4" width="26" height="8" rx="2" />
      </Entry>
      <Entry label={words.gantt.running} status="open">
        <rect class="actual" x="1" y="4" width="26" height="8" rx="2" />
      </Entry>
      <Entry label={words.gantt.late}>
        <rect class="late" x="1" y="4" width="26" height="8" rx="2" />
      </Entry>
      <Entry label={words.gantt.extension}>
        <rect class="extension" x="1" y="1" width="26" height="14" rx="2" />
      </Entry>
      <Entry label={words.gantt.law}>
        <path class="law" d="M13 4 L15 4 L15 16 L13 16 Z M14 -1 L20 5 L14 11 L8 5 Z" />
      </Entry>
      <Entry label={words.gantt.today}>
        <g class="today">
          <line x1="14" x2="14" y1="2" y2="16" />
          <path d="M8 0 L20 0 L14 7 Z" />
        </g>
      </Entry>
    </ul>
  );
}

function Entry({ label, status, children }: { label: string; status?: StepStatus; children?: Child }) {
  return (
    <li>
      <svg width="28" height="16" aria-hidden="true">
        <g class={status === undefined ? 'step' : `step is-${status}`}>{children}</g>
      </svg>
      {label}
    </li>
  );
}
