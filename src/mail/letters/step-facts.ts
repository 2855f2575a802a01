import { mailWords } from '../../words/mail.js';
import { longDay } from '../dates.js';
import { type Block, type Fact, facts, type Letter, text } from '../letter.js';
import type { StepFacts } from '../message-base.js';

const { labels } = mailWords;

/** The norm of a deadline, told apart by its force. */
export const termOf = (step: StepFacts): Fact => [step.force === 'law' ? labels.lawTerm : labels.bodyTerm, step.norm];

/** A step as every mail about it shows it. */
export const stepBlock = (step: StepFacts): Block =>
  facts([labels.phase, step.phase], [labels.window, step.window], [labels.due, longDay(step.dueOn)], termOf(step));

/** The button to a step's page, named after what its owners do there. */
export const stepButton = (step: StepFacts, href: string): NonNullable<Letter['button']> => ({
  label:
    step.endsByItself === true
      ? mailWords.sheetsButton
      : step.document === undefined
        ? mailWords.stepButton[step.kind ?? 'task']
        : mailWords.documentButton[step.document],
  href,
});

/** How a step comes to its end, where that is not to say on its page that it has; nothing where it is. */
export const howItEnds = (step: StepFacts): readonly Block[] =>
  step.endsByItself === true
    ? [text(mailWords.sheetsEnd)]
    : step.document === undefined
      ? []
      : [text(mailWords.documentEnd[step.document])];

/** The deadline for the recipient's calendar. */
export const dueOf = (step: StepFacts): NonNullable<Letter['due']> => ({
  id: step.id,
  title: step.title,
  on: step.dueOn,
});
