import { mailWords } from '../../words/mail.js';
import { day, daysLeft, longDay } from '../dates.js';
import { facts, type Letter, text } from '../letter.js';
import type { Escalation } from '../step-messages.js';
import { termOf } from './step-facts.js';

const words = mailWords.escalation;
const { labels } = mailWords;

export function escalation({ step, link, at, to, waitingFor }: Escalation): Letter {
  const body = words.body(step.title, -daysLeft(at, step.dueOn), longDay(step.dueOn));
  const who = waitingFor.length === 0 ? words.nobody : waitingFor.join(', ');
  return {
    subject: (to === 'manager' ? words.subjectManager : words.subjectHead)(step.title, day(step.dueOn)),
    preview: body,
    blocks: [
      text(body),
      facts([labels.waitingFor, who], [labels.phase, step.phase], [labels.due, longDay(step.dueOn)], termOf(step)),
      text(to === 'manager' ? words.manager : words.head),
      ...(step.force === 'law' ? [text(words.law)] : []),
    ],
    button: { label: words.button, href: link },
  };
}
