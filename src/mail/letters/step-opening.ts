import { mailWords } from '../../words/mail.js';
import { day, longDay } from '../dates.js';
import { type Letter, text } from '../letter.js';
import type { StepOpening } from '../step-messages.js';
import { dueOf, stepBlock, stepButton } from './step-facts.js';

const words = mailWords.stepOpening;

export const stepOpening = ({ step, exercise, link }: StepOpening): Letter => ({
  subject: words.subject(step.title, day(step.dueOn)),
  preview: words.body(step.title, exercise, longDay(step.dueOn)),
  blocks: [text(words.body(step.title, exercise, longDay(step.dueOn))), stepBlock(step), text(words.after)],
  button: stepButton(step, link),
  due: dueOf(step),
});
