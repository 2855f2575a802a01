import { stepRemarkWords } from '../../words/step-remarks.js';
import { type Letter, text } from '../letter.js';
import type { StepRemarkMail } from '../message.js';

const words = stepRemarkWords.mail;

export function stepRemark({ by, title, indicator, said, why, link }: StepRemarkMail): Letter {
  const body = words[why](by, title);
  return {
    subject: why === 'replied' ? words.subjectReply(by, title) : words.subject(by, title),
    preview: body,
    blocks: [
      text(body),
      ...(indicator === undefined ? [] : [text(words.indicator(indicator))]),
      { kind: 'quote', text: said, by },
      text(words.after),
    ],
    button: { label: words.button, href: link },
  };
}
