import { mailWords } from '../../words/mail.js';
import type { ComputationFailed } from '../checkpoint-messages.js';
import { facts, type Letter, text } from '../letter.js';
import { stepBlock } from './step-facts.js';

const words = mailWords.computationFailed;
const { labels } = mailWords;

export function computationFailed({ step, reason, link }: ComputationFailed): Letter {
  const body = words.body(step.title);
  return {
    subject: words.subject(step.title),
    preview: body,
    blocks: [text(body), facts([labels.failure, reason]), stepBlock(step), text(words.after)],
    button: { label: words.button, href: link },
  };
}
