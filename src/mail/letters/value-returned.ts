import { mailWords } from '../../words/mail.js';
import type { ValueReturned } from '../checkpoint-messages.js';
import { day, daysLeft, longDay } from '../dates.js';
import { type Letter, text } from '../letter.js';
import { askedBlock } from './indicators.js';
import { dueOf } from './step-facts.js';

const words = mailWords.valueReturned;

export function valueReturned({ step, link, at, indicators, remark, returnedBy }: ValueReturned): Letter {
  const [first] = indicators;
  const past = daysLeft(at, step.dueOn) < 0;
  const body = words.body(indicators.length, longDay(step.dueOn), past);
  const due = past ? undefined : day(step.dueOn);
  return {
    subject:
      indicators.length === 1 && first !== undefined
        ? words.subject(first.name, due)
        : words.subjectMany(indicators.length, due),
    preview: body,
    blocks: [text(body), { kind: 'quote', text: remark, by: returnedBy }],
    button: { label: words.button, href: link },
    details: [askedBlock(indicators)],
    due: past ? undefined : dueOf(step),
  };
}
