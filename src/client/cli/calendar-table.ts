import { formatItalian, italianWeekday, maxDate } from '../../domain/calendar/civil-date.js';
import type { CivilDate, DatedCalendar, DatedStep } from '../../domain/calendar/types.js';
import { type WorkingDays, workingDays } from '../../domain/calendar/working-days.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { type Entity, officeOfRole } from '../../domain/entity.js';
import { calendarWords } from '../../words/calendar.js';

const words = calendarWords.table;
const WIDTHS = { number: 4, step: 48, window: 16, opens: 15, due: 20 };

/** The title a person knows a role or office by. */
export function titleOf(entity: Entity, role: string): string {
  const office = officeOfRole(role);
  const known = office === undefined ? entity.roles : entity.offices;
  return known.find(({ id }) => id === (office ?? role))?.title ?? role;
}

/**
 * A dated calendar for a terminal: steps by phase, then the deadlines that fell on a day off, then the legal terms.
 * Lines are up to about 140 characters; a line break at the end.
 */
export function calendarTable(calendar: DatedCalendar, entity: Entity): string {
  const days = workingDays(entity.patronSaint);
  const last = calendar.steps.map((s) => s.dueOn).reduce(maxDate);
  const from = formatItalian(romeDate(calendar.opensAt));
  const lines = [
    words.title(entity.name, calendar.exercise),
    words.source(calendar.template, calendar.templateVersion, calendar.steps.length, from, formatItalian(last)),
    '',
    row({ ...words.heads }),
  ];
  for (const phase of calendar.phases) {
    lines.push('', `${phase.number}. ${phase.title.toUpperCase()}`);
    for (const step of calendar.steps.filter((s) => s.phase === phase.id)) lines.push(...stepLines(step, entity, days));
  }
  return [...lines, ...holidayNotes(calendar, days), ...legalNotes(calendar), ''].join('\n');
}

function stepLines(step: DatedStep, entity: Entity, days: WorkingDays): readonly string[] {
  const marks = `${days.isWorkingDay(step.nominalDueOn) ? '' : ' *'}${step.norm.force === 'law' ? ' L' : ''}`;
  const [title = '', ...rest] = wrap(step.title, WIDTHS.step - 2);
  const first = row({
    number: step.number,
    step: title,
    window: step.window,
    opens: day(step.opensOn),
    due: `${day(step.dueOn)}${marks}`,
    who: step.owners.map((o) => titleOf(entity, o)).join(', '),
  });
  const under = [
    ...rest,
    step.id,
    ...(step.board === undefined ? [] : [words.board(titleOf(entity, step.board))]),
    ...(step.checkpoint === undefined
      ? []
      : [words.period(formatItalian(step.checkpoint.from), formatItalian(step.checkpoint.to))]),
  ];
  return [first, ...under.map((text) => `${' '.repeat(WIDTHS.number)}${text}`)];
}

function row(cells: { readonly [K in keyof typeof words.heads]: string }): string {
  const { number, step, window, opens, due, who } = cells;
  const columns = [
    // «1-bis» is longer than its column: its title begins later, and what follows stays in line.
    `${number.padEnd(WIDTHS.number - 1)} ${step}`.padEnd(WIDTHS.number + WIDTHS.step),
    window.padEnd(WIDTHS.window),
    opens.padEnd(WIDTHS.opens),
    due.padEnd(WIDTHS.due),
    who,
  ];
  return columns.join('').trimEnd();
}

/** One note for all the steps that fell on the same day off under the same rule. */
function holidayNotes(calendar: DatedCalendar, days: WorkingDays): readonly string[] {
  const steps = calendar.steps.filter((s) => !days.isWorkingDay(s.nominalDueOn));
  const keyOf = (s: DatedStep): string => [s.nominalDueOn, s.dueOn, s.holidayReason].join(' ');
  const notes = [...new Set(steps.map(keyOf))].flatMap((key) => {
    const together = steps.filter((s) => keyOf(s) === key);
    const [first] = together;
    if (first === undefined) return [];
    const titles = together.map((s) => s.title);
    const nominal = `${formatItalian(first.nominalDueOn)} (${days.whyClosed(first.nominalDueOn)})`;
    const why = first.holidayReason ?? '';
    return first.dueOn === first.nominalDueOn
      ? [words.stays(titles, nominal, why)]
      : [words.movedTo(titles, nominal, day(first.dueOn), why)];
  });
  return notes.length === 0 ? [] : ['', words.moved, ...notes.map((n) => `- ${n}`)];
}

function legalNotes(calendar: DatedCalendar): readonly string[] {
  const notes = calendar.steps
    .filter((s) => s.norm.force === 'law')
    .map((s) => words.legalTerm(s.title, formatItalian(s.nominalDueOn), s.norm.citation));
  return notes.length === 0 ? [] : ['', words.legal, ...notes.map((n) => `- ${n}`)];
}

/** `ven 29/01/2016` */
const day = (date: CivilDate): string => `${italianWeekday(date).slice(0, 3)} ${formatItalian(date)}`;

/** Breaks at spaces; a word longer than the width stays whole. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > width && line !== '') {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
