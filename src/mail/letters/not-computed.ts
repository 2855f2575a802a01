import { mailWords } from '../../words/mail.js';
import type { NotComputed } from '../checkpoint-messages.js';
import { day, longDate } from '../dates.js';
import { type Letter, text } from '../letter.js';

const words = mailWords.notComputed;
const { labels } = mailWords;

export function notComputed({ step, period, indicators, link }: NotComputed): Letter {
  const body = words.body(indicators.length, step.title, longDate(period));
  return {
    subject: words.subject(indicators.length, day(period)),
    preview: body,
    blocks: [
      text(body),
      {
        kind: 'items',
        items: indicators.map((i) => ({
          title: i.name,
          facts: [
            [labels.code, i.code],
            [labels.failure, i.reason],
          ],
        })),
      },
      text(words.after),
    ],
    button: { label: words.button, href: link },
  };
}
