import { mailWords } from '../../words/mail.js';
import { day, daysLeft, longDay } from '../dates.js';
import { type Letter, text } from '../letter.js';
import type { StepOpening } from '../step-messages.js';
import { dueOf, howItEnds, stepBlock, stepButton } from './step-facts.js';
import { stepLate } from './step-late.js';

const words = mailWords.stepOpening;

/** What opens past its term says that it is late. */
export function stepOpening(message: StepOpening): Letter {
  const { step, exercise, link, at } = message;
  if (daysLeft(at, step.dueOn) < 0) return stepLate({ ...message, kind: 'step-late' });
  const body = words.body(step.title, exercise, longDay(step.dueOn));
  const end = howItEnds(step);
  return {
    subject: words.subject(step.title, day(step.dueOn)),
    preview: body,
    blocks: [text(body), stepBlock(step), ...(end.length === 0 ? [text(words.after)] : end)],
    button: stepButton(step, link),
    due: dueOf(step),
  };
}
