import { mailWords } from '../../words/mail.js';
import { longDay } from '../dates.js';
import { type Block, type Fact, facts, type Letter } from '../letter.js';
import type { StepFacts } from '../message-base.js';

const { labels } = mailWords;

/** The norm of a deadline, told apart by its force. */
export const termOf = (step: StepFacts): Fact => [step.force === 'law' ? labels.lawTerm : labels.bodyTerm, step.norm];

/** A step as every mail about it shows it. */
export const stepBlock = (step: StepFacts): Block =>
  facts([labels.phase, step.phase], [labels.window, step.window], [labels.due, longDay(step.dueOn)], termOf(step));

/** The button to a step's page, named after what its owners do there. */
export const stepButton = (step: StepFacts, href: string): NonNullable<Letter['button']> => ({
  label: step.endsByItself === true ? mailWords.sheetsButton : mailWords.stepButton[step.kind ?? 'task'],
  href,
});

/** The deadline for the recipient's calendar. */
export const dueOf = (step: StepFacts): NonNullable<Letter['due']> => ({
  id: step.id,
  title: step.title,
  on: step.dueOn,
});
