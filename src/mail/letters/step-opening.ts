import { mailWords } from '../../words/mail.js';
import { day, longDay } from '../dates.js';
import { type Letter, text } from '../letter.js';
import type { StepOpening } from '../step-messages.js';
import { dueOf, howItEnds, stepBlock, stepButton } from './step-facts.js';

const words = mailWords.stepOpening;

export function stepOpening({ step, exercise, link }: StepOpening): Letter {
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
