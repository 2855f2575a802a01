import type { AskMoment } from '../../domain/individual/asks.js';
import { evaluationMailWords as words } from '../../words/evaluation-mail.js';
import { longDay } from '../dates.js';
import { type Fact, type Letter, text } from '../letter.js';
import type { EvaluationAsk, EvaluationAsked } from '../message.js';

export function evaluationAsked({ items, link }: EvaluationAsked): Letter {
  const single = items.length === 1;
  const moment = BY_WEIGHT.find((known) => items.some((item) => item.moment === known)) ?? 'opening';
  const lead = words.lead[moment];
  return {
    subject: moment === 'late' ? words.subjectLate : words.subject(items.length),
    preview: lead,
    blocks: [
      text(lead),
      { kind: 'items', items: items.map((item) => ({ title: titleOf(item), facts: factsOf(item, !single) })) },
      ...(items.every(({ right }) => right) ? [text(words.right)] : []),
      text(words.signIn),
    ],
    button: { label: single ? words.button.one : words.button.many, href: link },
  };
}

/** The most pressing first: the mail begins with it. */
const BY_WEIGHT: readonly AskMoment[] = ['late', 'due-today', 'reminder', 'opening'];

const titleOf = ({ sheet, toPropose }: EvaluationAsk): string =>
  sheet === undefined ? words.toPropose(toPropose ?? 1) : words.sheet(sheet);

function factsOf({ passage, moment, dueOn, link }: EvaluationAsk, linked: boolean): readonly Fact[] {
  return [
    [words.labels.todo, words.todo[passage]],
    ...(dueOn === undefined
      ? []
      : [[moment === 'late' ? words.labels.late : words.labels.due, longDay(dueOn)] as const]),
    ...(linked ? [[words.labels.page, link] as const] : []),
  ];
}
