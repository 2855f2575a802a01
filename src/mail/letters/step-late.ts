import { mailWords } from '../../words/mail.js';
import { day, daysLeft, longDay } from '../dates.js';
import { type Letter, text } from '../letter.js';
import type { StepLate } from '../step-messages.js';
import { stepBlock, stepButton } from './step-facts.js';

const words = mailWords.stepLate;

export function stepLate({ step, link, at }: StepLate): Letter {
  const body = words.body(step.title, -daysLeft(at, step.dueOn), longDay(step.dueOn));
  return {
    subject: words.subject(step.title, day(step.dueOn)),
    preview: body,
    blocks: [text(body), stepBlock(step), text(words.after)],
    button: stepButton(step, link),
  };
}
