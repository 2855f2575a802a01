import { mailWords } from '../../words/mail.js';
import { sheetWords } from '../../words/sheets.js';
import type { CheckpointRequest } from '../checkpoint-messages.js';
import { day, longDate, longDay, momentNow } from '../dates.js';
import { facts, type Letter, text } from '../letter.js';
import { askedBlock } from './indicators.js';
import { dueOf, termOf } from './step-facts.js';

const words = mailWords.checkpoint;
const { labels } = mailWords;

export function checkpointRequest({
  step,
  link,
  moment: planned,
  at,
  period,
  indicators,
  later = [],
  sheet,
}: CheckpointRequest): Letter {
  const moment = momentNow(planned, at, step.dueOn);
  const body = words.body[moment](longDate(period), longDay(step.dueOn));
  return {
    subject: words.subject[moment](day(period), indicators.length, day(step.dueOn)),
    preview: body,
    blocks: [
      text(body),
      facts([labels.due, longDay(step.dueOn)], termOf(step)),
      text(sheet === undefined ? words.after : `${words.after} ${sheetWords.mail.attached}`),
    ],
    button: { label: words.button, href: link },
    details: [
      askedBlock(indicators),
      ...(later.length === 0 ? [] : [text(words.later), { kind: 'items', items: later.map(notYet) } as const]),
    ],
    due: moment === 'late' ? undefined : dueOf(step),
  };
}

const notYet = (title: string) => ({ title, facts: [] });
