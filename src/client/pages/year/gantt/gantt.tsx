import { addDays } from '../../../../domain/calendar/civil-date.js';
import type { CivilDate, DatedPhase } from '../../../../domain/calendar/types.js';
import type { StepView } from '../../../../register/reading/step-view.js';
import { consoleWords as words } from '../../../../words/console.js';
import { italianDay } from '../../../../words/format.js';
import { barsOf, type Stretch } from './bars.js';
import { Legend } from './legend.js';
import { cycleScale, type Scale } from './scale.js';

/** Pixels; `console.css` gives the labels beside the chart the same heights. */
const ROW = 28;
const HEAD = 50;
const BAR = { planned: 16, actual: 8 } as const;

interface GanttProps {
  readonly exercise: number;
  readonly today: CivilDate;
  readonly phases: readonly DatedPhase[];
  readonly steps: readonly StepView[];
  readonly hrefOf: (step: StepView) => string;
}

type Row = { readonly phase: DatedPhase } | { readonly step: StepView };

/**
 * The year as a chart: a row per phase and step, planned against actual, with today. Horizontal places are percentages,
 * so that it fills the width there is without distorting text. What it shows is also in the tables of the page.
 */
export function Gantt({ exercise, today, phases, steps, hrefOf }: GanttProps) {
  const scale = cycleScale(exercise, steps, today);
  const rows = phases.flatMap((phase): readonly Row[] => {
    const own = steps.filter((s) => s.planned.phase === phase.id);
    return own.length === 0 ? [] : [{ phase }, ...own.map((step) => ({ step }))];
  });
  const height = HEAD + rows.length * ROW;
  return (
    <figure class="ciclo-gantt">
      <section class="ciclo-gantt-scroll" aria-label={words.cycle.ganttRegion} tabindex={0}>
        <ol class="ciclo-gantt-labels">
          {rows.map((row) =>
            'phase' in row ? (
              <li class="phase">{row.phase.title}</li>
            ) : (
              <li>
                <a href={hrefOf(row.step)}>{row.step.planned.title}</a>
                <span class="visually-hidden">{words.stepStatus[row.step.status]}</span>
              </li>
            ),
          )}
        </ol>
        <svg
          class="ciclo-gantt-chart"
          role="img"
          aria-label={words.gantt.description(exercise, italianDay(today))}
          width="100%"
          height={height}
        >
          <defs>
            <pattern id="gantt-late" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect class="late-ground" width="6" height="6" />
              <rect class="late-stripe" width="3" height="6" />
            </pattern>
          </defs>
          <Axis scale={scale} height={height} />
          {rows.map((row, index) => {
            const y = HEAD + index * ROW;
            if ('phase' in row) return <rect class="phase-row" x="0" y={y} width="100%" height={ROW} />;
            return <StepBars step={row.step} scale={scale} y={y} today={today} />;
          })}
          <Today scale={scale} today={today} height={height} />
        </svg>
      </section>
      <figcaption>
        <Legend />
        <p>{words.cycle.ganttHint}</p>
      </figcaption>
    </figure>
  );
}

function Axis({ scale, height }: { scale: Scale; height: number }) {
  const years = [...new Set(scale.months.map((m) => m.year))];
  return (
    <g class="axis">
      {scale.months.map((m) => (
        <>
          {m.month % 2 === 0 && (
            <rect class="stripe" x={pct(m.from)} y={HEAD} width={pct(m.to - m.from)} height={height - HEAD} />
          )}
          <text x={pct((m.from + m.to) / 2)} y={HEAD - 14} text-anchor="middle">
            {words.gantt.months[m.month - 1]}
          </text>
        </>
      ))}
      {years.map((year) => {
        const own = scale.months.filter((m) => m.year === year);
        const [from, to] = [own[0]?.from ?? 0, own.at(-1)?.to ?? 100];
        return (
          <>
            {from > 0 && <line class="year" x1={pct(from)} x2={pct(from)} y1="0" y2={height} />}
            <text class="year" x={pct((from + to) / 2)} y="16" text-anchor="middle">
              {year}
            </text>
          </>
        );
      })}
    </g>
  );
}

function StepBars({ step, scale, y, today }: { step: StepView; scale: Scale; y: number; today: CivilDate }) {
  const bars = barsOf(step, today);
  const middle = y + ROW / 2;
  const bar = (stretch: Stretch | undefined, name: string, height: number) =>
    stretch !== undefined && (
      <rect
        class={name}
        x={pct(scale.at(stretch.from))}
        y={middle - height / 2}
        width={pct(Math.max(0.25, scale.at(addDays(stretch.to, 1)) - scale.at(stretch.from)))}
        height={height}
        rx="2"
      />
    );
  const law = step.planned.norm.force === 'law';
  return (
    <g class={`step is-${step.status}`}>
      <title>{words.gantt.row(step.planned.title, words.stepStatus[step.status], italianDay(step.dueOn))}</title>
      <line class="row" x1="0" x2="100%" y1={y + ROW - 0.5} y2={y + ROW - 0.5} />
      {bar(bars.planned, 'planned', BAR.planned)}
      {bar(bars.extension, 'extension', BAR.planned)}
      {bar(bars.actual, 'actual', BAR.actual)}
      {bar(bars.late, 'late', BAR.actual)}
      {law && (
        <svg x={pct(scale.at(addDays(step.dueOn, 1)))} y={middle} overflow="visible" aria-hidden="true">
          <path class="law" d="M-1 -10 L1 -10 L1 13 L-1 13 Z M0 -15 L6 -9 L0 -3 L-6 -9 Z" />
        </svg>
      )}
    </g>
  );
}

function Today({ scale, today, height }: { scale: Scale; today: CivilDate; height: number }) {
  if (today < scale.from || today >= scale.to) return null;
  const x = pct(scale.at(today));
  return (
    <g class="today">
      <line x1={x} x2={x} y1={HEAD - 2} y2={height} />
      <svg x={x} y={HEAD} overflow="visible" aria-hidden="true">
        <path d="M-6 -8 L6 -8 L0 0 Z" />
      </svg>
    </g>
  );
}

const pct = (value: number): string => `${value.toFixed(3)}%`;
