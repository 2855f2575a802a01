import { mailWords } from '../../words/mail.js';
import { type Letter, text } from '../letter.js';
import type { StepTrouble } from '../message.js';
import { stepBlock } from './step-facts.js';

const words = mailWords.stepTrouble;

export function stepTrouble({ step, link, state, reason }: StepTrouble): Letter {
  const body = words.body[state](step.title);
  return {
    subject: words.subject(step.title),
    preview: body,
    blocks: [text(body), { kind: 'quote', text: reason }, stepBlock(step), text(words.after[state])],
    button: { label: words.button, href: link },
  };
}
