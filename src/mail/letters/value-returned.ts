import { mailWords } from '../../words/mail.js';
import type { ValueReturned } from '../checkpoint-messages.js';
import { day, longDay } from '../dates.js';
import { type Letter, text } from '../letter.js';
import { askedBlock } from './indicators.js';
import { dueOf } from './step-facts.js';

const words = mailWords.valueReturned;

export function valueReturned({ step, link, indicators, remark, returnedBy }: ValueReturned): Letter {
  const [first] = indicators;
  const body = words.body(indicators.length, longDay(step.dueOn));
  return {
    subject:
      indicators.length === 1 && first !== undefined
        ? words.subject(first.name, day(step.dueOn))
        : words.subjectMany(indicators.length, day(step.dueOn)),
    preview: body,
    blocks: [text(body), { kind: 'quote', text: remark, by: returnedBy }],
    button: { label: words.button, href: link },
    details: [askedBlock(indicators)],
    due: dueOf(step),
  };
}
