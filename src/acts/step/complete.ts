import { withArticle } from '../../domain/article.js';
import type { DatedStep } from '../../domain/calendar/types.js';
import { endsByHand } from '../../domain/individual/goals.js';
import { err } from '../../domain/result.js';
import { italianDay } from '../../words/format.js';
import { taskWords } from '../../words/task.js';
import { sent } from '../act.js';
import { answered } from '../answered.js';
import { withEnclosed } from '../enclosing.js';
import { optional } from '../field.js';
import { files } from '../file-readers.js';
import { onlyTo, owners, runOf, stepNotOpen } from '../parts.js';
import { text } from '../readers.js';
import { aStep } from '../subject.js';

/** Of what ends when people's sheets are where they must be nobody says that it is done. */
const endsByItself = ({ sheets }: DatedStep): string | undefined =>
  sheets === undefined || endsByHand(sheets) ? undefined : taskWords.byItself[sheets];

/** Says that a step is done, with what was done, why it was late, and what is attached to it. */
export const complete = sent({
  verb: 'complete',
  path: 'conclusione',
  resource: 'completions',
  scope: 'act',
  on: aStep,
  fields: { note: text(4), lateReason: optional(text(3)), files: files() },
  gives: {},
  words: {
    title: 'Dichiara conclusa l’attività',
    does: 'Dichiara conclusa un’attività',
    submit: taskWords.submit,
    fields: {
      note: {
        page: 'nota',
        value: 'nota',
        label: taskWords.note,
        hint: taskWords.noteHint,
        missing: taskWords.noteMissing,
      },
      lateReason: { page: 'motivo-ritardo', value: 'motivo', label: taskWords.reason },
      files: { page: 'allegati', option: 'file', value: 'file', label: taskWords.files },
    },
    done: () => 'Conclusa.',
  },
  may: owners,
  checks: {
    lead: taskWords.check.lead,
    submit: taskWords.check.submit,
    shows: async ({ subject: { step } }) => [{ label: taskWords.check.step, value: step.planned.title }],
    keepsFilesAt: runOf,
  },
  misplaced: onlyTo('task'),
  notNow: (subject) =>
    subject.step.status === 'done' ? taskWords.over : (stepNotOpen(subject) ?? endsByItself(subject.step.planned)),
  send: async (acting, { note, lateReason, files: attached }) => {
    const { actions, actor, key, today, subject } = acting;
    const { ref, step } = subject;
    if (lateReason !== undefined && step.dueOn >= today)
      return err([
        {
          field: 'lateReason',
          text: `l’attività non è in ritardo: scade ${withArticle('il', italianDay(step.dueOn))}`,
        },
      ]);
    const enclosed = [
      ...attached.map((file) => ({ kind: 'attachment', file }) as const),
      ...(lateReason === undefined ? [] : [{ kind: 'delay-reason', reason: lateReason } as const]),
    ];
    const by = { ...actor, enclosed: enclosed.length > 0 ? key : undefined };
    const answer = await withEnclosed(acting, enclosed, () => actions.complete(ref, step.id, by, note, key));
    return answered(answer, () => ({}));
  },
});
