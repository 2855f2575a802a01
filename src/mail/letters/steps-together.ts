import { mailWords } from '../../words/mail.js';
import { day, daysLeft, longDay } from '../dates.js';
import { type Letter, text } from '../letter.js';
import type { StepDueToday, StepLate, StepOpening, StepReminder } from '../step-messages.js';
import { stepButton, termOf } from './step-facts.js';

/** What is said of one step to who is to do it. */
export type StepPrompt = StepOpening | StepReminder | StepDueToday | StepLate;

const words = mailWords.stepsTogether;
const { labels } = mailWords;

/** Several steps that ask the same person on the same day: what is due first comes first, each with its own way in. */
export function stepsTogether(prompts: readonly [StepPrompt, ...StepPrompt[]]): Letter {
  const sorted = prompts.toSorted((a, b) => (a.step.dueOn < b.step.dueOn ? -1 : a.step.dueOn > b.step.dueOn ? 1 : 0));
  const first = sorted[0] ?? prompts[0];
  const body = words.body(prompts.length, first.exercise);
  return {
    subject: words.subject(day(first.step.dueOn), prompts.length),
    preview: body,
    blocks: [
      text(body),
      {
        kind: 'items',
        items: sorted.map(({ step, link, at }) => {
          const left = daysLeft(at, step.dueOn);
          return {
            title: step.title,
            facts: [
              [labels.due, longDay(step.dueOn)],
              ...(left <= 0 ? [[words.standing, left === 0 ? words.today : words.late(-left)] as const] : []),
              termOf(step),
            ],
            link: stepButton(step, link),
          };
        }),
      },
    ],
  };
}
