import { mailWords } from '../../words/mail.js';
import { day, daysLeft, longDay } from '../dates.js';
import { type Letter, text } from '../letter.js';
import type { StepReminder } from '../step-messages.js';
import { stepDueToday } from './step-due-today.js';
import { dueOf, howItEnds, stepBlock, stepButton } from './step-facts.js';
import { stepLate } from './step-late.js';

const words = mailWords.stepReminder;

/** A reminder that left later than planned says what is true by then. */
export function stepReminder(message: StepReminder): Letter {
  const { step, link, at } = message;
  const days = daysLeft(at, step.dueOn);
  if (days < 0) return stepLate({ ...message, kind: 'step-late' });
  if (days === 0) return stepDueToday({ ...message, kind: 'step-due-today' });
  const body = words.body(step.title, days, longDay(step.dueOn));
  return {
    subject: words.subject(step.title, day(step.dueOn)),
    preview: body,
    blocks: [text(body), stepBlock(step), ...howItEnds(step)],
    button: stepButton(step, link),
    due: dueOf(step),
  };
}
