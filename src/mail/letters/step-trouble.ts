import { mailWords } from '../../words/mail.js';
import { type Letter, text } from '../letter.js';
import type { StepTrouble } from '../step-messages.js';
import { stepBlock } from './step-facts.js';

const words = mailWords.stepTrouble;

export function stepTrouble({ step, link, state, reason }: StepTrouble): Letter {
  const said = state === 'failed' ? words.failed : words.stuck;
  const body = said.body(step.title);
  return {
    subject: words.subject(step.title),
    preview: body,
    blocks: [text(body), { kind: 'quote', text: reason }, stepBlock(step), text(said.after)],
    button: { label: words.button, href: link },
  };
}
