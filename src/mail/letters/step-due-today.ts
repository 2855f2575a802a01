import { mailWords } from '../../words/mail.js';
import { day, daysLeft, longDay } from '../dates.js';
import { type Letter, text } from '../letter.js';
import type { StepDueToday } from '../step-messages.js';
import { dueOf, howItEnds, stepBlock, stepButton } from './step-facts.js';
import { stepLate } from './step-late.js';

const words = mailWords.stepDueToday;

/** The word of the day, or of lateness when it left after the day. */
export function stepDueToday(message: StepDueToday): Letter {
  const { step, link, at } = message;
  if (daysLeft(at, step.dueOn) < 0) return stepLate({ ...message, kind: 'step-late' });
  const body = words.body(step.title, longDay(step.dueOn));
  return {
    subject: words.subject(step.title, day(step.dueOn)),
    preview: body,
    blocks: [text(body), stepBlock(step), ...howItEnds(step)],
    button: stepButton(step, link),
    due: dueOf(step),
  };
}
