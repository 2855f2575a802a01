import { mailWords } from '../../words/mail.js';
import type { CorrectiveAction } from '../checkpoint-messages.js';
import { day, longDate } from '../dates.js';
import { type Letter, text } from '../letter.js';

const words = mailWords.correctiveAction;
const { labels } = mailWords;

export function correctiveAction({ period, next, indicators, link }: CorrectiveAction): Letter {
  const body = words.body(indicators.length, longDate(period), next && longDate(next));
  return {
    subject: words.subject(indicators.length, day(period)),
    preview: body,
    blocks: [text(body)],
    button: { label: words.button, href: link },
    details: [
      {
        kind: 'items',
        items: indicators.map((i) => ({
          title: i.name,
          facts: [
            [labels.code, i.code],
            [labels.target, i.target],
            [labels.actual, i.actual],
            [labels.achievement, i.achievement],
          ],
        })),
      },
    ],
  };
}
