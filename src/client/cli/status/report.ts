import { isLate, type StepView } from '../../../register/reading/step-view.js';
import { statusWords as words } from '../../../words/cli-verbs.js';
import { consoleWords } from '../../../words/console.js';
import { italianDay, italianPercent } from '../../../words/format.js';
import type { CycleStatusReport, StatusAnswer } from './cycle-status.js';

const WIDTHS = { number: 4, step: 50, state: 11, due: 12, late: 9 };

/** For a person: a table phase by phase. @param lateOnly leaves out what is on time */
export function statusText(answer: StatusAnswer, lateOnly: boolean): string {
  if ('cycles' in answer) {
    const { space, cycles } = answer;
    if (cycles.length === 0) return `${words.none(space)}\n`;
    const lines = cycles.map((c) => words.cycleLine(c.entity, c.exercise, words.cycleStates[c.status]));
    return `${[words.cycles(space), ...lines].join('\n')}\n`;
  }
  const { steps, phases, entity, exercise, status, today, simulated, readings } = answer;
  const of = (states: readonly StepView['status'][]): number => steps.filter((s) => states.includes(s.status)).length;
  const shown = steps.filter((s) => !lateOnly || isLate(s));
  const { step, state, due, late, whom } = words.heads;
  const lines = [
    [
      words.title(entity, exercise, words.cycleStates[status]),
      words.today(italianDay(today)),
      ...(simulated ? [words.simulated] : []),
    ].join(', '),
    words.figures(of(['done']), of(['open', 'deferred']), of(['late']), of(['waiting'])),
    ...(readings === undefined
      ? []
      : [words.readings(readings.count, readings.share === undefined ? undefined : italianPercent(readings.share))]),
    ...(lateOnly && shown.length === 0 ? ['', words.nothingLate] : ['', row('N.', step, state, due, late, whom)]),
    ...phases.flatMap((phase) => {
      const mine = shown.filter((s) => s.planned.phase === phase.id);
      if (mine.length === 0) return [];
      return ['', `${phase.number}. ${phase.title.toUpperCase()}`, ...mine.flatMap((s) => stepLines(s, answer))];
    }),
  ];
  return `${lines.join('\n')}\n`;
}

/** States in which somebody is waited for. */
const AWAITING: ReadonlySet<StepView['status']> = new Set(['open', 'late', 'deferred', 'failed']);

function stepLines(step: StepView, { directory, achievements }: CycleStatusReport): readonly string[] {
  const { planned, status, dueOn, lateDays } = step;
  const computed = achievements.get(step.id);
  return [
    row(
      planned.number,
      planned.title,
      consoleWords.stepStatus[status].toLowerCase(),
      italianDay(dueOn),
      words.days(lateDays),
      awaited(step, directory).join('; '),
    ),
    `${' '.repeat(WIDTHS.number)}${step.id}`,
    ...(step.trouble === null ? [] : [`${' '.repeat(WIDTHS.number)}${words.trouble(step.trouble)}`]),
    ...(computed === undefined
      ? []
      : [
          `${' '.repeat(WIDTHS.number)}${
            computed.achievement === undefined
              ? words.notComputable(italianPercent(computed.coverage))
              : words.achievement(italianPercent(computed.achievement), italianPercent(computed.coverage))
          }`,
        ]),
  ];
}

/** Who an open step waits for, by name. */
function awaited(step: StepView, directory: CycleStatusReport['directory']): readonly string[] {
  if (!AWAITING.has(step.status)) return [];
  const { board, recorder } = step.planned;
  return step.waitingFor.map((id) => {
    const { title } = directory.party(id);
    // Nobody holds a board: who records its decisions is who can be asked.
    const names = directory.party(id === board ? (recorder ?? id) : id).people.map(({ name }) => name);
    // Somebody named in person is not a role: the title is the name already.
    if (names.length === 0) return directory.person(id) === id ? `${title} (${words.nobody})` : title;
    return `${title} (${names.join(', ')})`;
  });
}

/** For a program. Dates are ISO, percentages have a decimal point, people are ids. */
export function statusJson(answer: StatusAnswer, lateOnly: boolean): string {
  if ('cycles' in answer) return `${JSON.stringify(answer, null, 2)}\n`;
  const { space, entity, exercise, status, simulated, today, steps, directory, achievements, readings } = answer;
  const told = steps
    .filter((s) => !lateOnly || isLate(s))
    .map((s) => ({
      id: s.id,
      phase: s.planned.phase,
      number: s.planned.number,
      title: s.planned.title,
      kind: s.planned.kind,
      status: s.status,
      opensOn: s.planned.opensOn,
      dueOn: s.dueOn,
      openedOn: s.openedOn,
      completedOn: s.completedOn,
      lateDays: s.lateDays,
      extended: s.extended,
      trouble: s.trouble ?? undefined,
      waitingFor: AWAITING.has(s.status)
        ? s.waitingFor.map((id) => ({
            id,
            title: directory.title(id),
            people: directory.holdersOf(id === s.planned.board ? (s.planned.recorder ?? id) : id),
          }))
        : [],
      result: achievements.get(s.id),
    }));
  return `${JSON.stringify({ space, entity, exercise, status, simulated, today, readings, steps: told }, null, 2)}\n`;
}

function row(number: string, step: string, state: string, due: string, late: string, whom: string): string {
  return [
    number.padEnd(WIDTHS.number),
    cut(step, WIDTHS.step),
    state.padEnd(WIDTHS.state),
    due.padEnd(WIDTHS.due),
    late.padEnd(WIDTHS.late),
    whom,
  ]
    .join('')
    .trimEnd();
}

const cut = (text: string, width: number): string =>
  (text.length < width ? text : `${text.slice(0, width - 2).trimEnd()}…`).padEnd(width);
