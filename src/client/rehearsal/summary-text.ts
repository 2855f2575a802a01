import { consoleWords, noticeKinds } from '../../words/console.js';
import { decisionSaid } from '../../words/decision-said.js';
import { italianDay, italianPercent } from '../../words/format.js';
import { rehearsalWords } from '../../words/rehearsal.js';
import type { Summary, SummedCheckpoint, SummedDecision, SummedStep } from './summary.js';

const words = rehearsalWords.summary;

/** A notice of another version may be of a kind this one does not know. */
const KINDS: Readonly<Record<string, string>> = noticeKinds;

/** The year in review, for a terminal. */
export function summaryText({
  exercise,
  steps,
  decisions,
  mails,
  checkpoints,
  evaluations,
}: Summary): readonly string[] {
  return [
    '',
    words.title(exercise),
    '',
    ...stepLines(steps),
    '',
    words.decisions,
    ...decisions.map((decision) => decisionLine(decision, steps)),
    '',
    words.mails,
    ...mails.map(
      ({ kind, state, count }) =>
        `  ${KINDS[kind] ?? kind} (${consoleWords.noticeState[state].toLowerCase()}): ${count}`,
    ),
    '',
    words.achievement,
    ...checkpoints.flatMap(checkpointLines),
    ...(evaluations.sheets === 0 ? [] : ['', words.evaluations, `  ${words.evaluated(evaluations)}`]),
  ];
}

function stepLines(steps: readonly SummedStep[]): readonly string[] {
  const width = Math.min(64, Math.max(...steps.map((s) => s.title.length)));
  const none = '–'.padEnd(10);
  return [
    words.heads(width),
    ...steps.map(({ title, window, openedOn, dueOn, completedOn, lateDays, status }) => {
      const late =
        completedOn === undefined
          ? consoleWords.stepStatus[status].toLowerCase()
          : lateDays > 0
            ? words.days(lateDays)
            : '';
      const opened = openedOn === undefined ? none : italianDay(openedOn);
      const done = completedOn === undefined ? none : italianDay(completedOn);
      return `${cut(title, width)}  ${window.padEnd(11)}  ${opened}  ${italianDay(dueOn)}  ${done}  ${late}`;
    }),
  ];
}

function decisionLine(d: SummedDecision, steps: readonly SummedStep[]): string {
  const step = steps.find(({ id }) => id === d.step)?.title ?? d.step;
  const act = d.actNumber === undefined ? '' : words.act(d.actNumber, d.actDate && italianDay(d.actDate));
  const remarks = d.remarks === undefined ? '' : ` («${d.remarks}»)`;
  const again = d.deferredTo === undefined ? '' : words.deferredTo(italianDay(d.deferredTo));
  return `  ${words.sitting(step, d.board, d.round, decisionSaid(d.outcome, d.asked).toLowerCase())}${act}${again}${remarks}`;
}

function checkpointLines({ title, results }: SummedCheckpoint): readonly string[] {
  if (results.length === 0) return [`  ${title}: ${words.notComputed}`];
  return results.map((result) => {
    const achievement = result.achievement === undefined ? words.notComputable : italianPercent(result.achievement);
    const [coverage, worst, best] = [result.coverage, result.worst, result.best].map(italianPercent);
    const name = result.node === 'entity' ? `  ${title}` : `      ${result.title}`;
    return `${name}: ${achievement}, ${words.bounds(coverage ?? '', worst ?? '', best ?? '')}`;
  });
}

const cut = (text: string, width: number): string =>
  text.length <= width ? text.padEnd(width) : `${text.slice(0, width - 1)}…`;
