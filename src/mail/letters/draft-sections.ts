import { mailWords } from '../../words/mail.js';
import { day, longDay } from '../dates.js';
import { type Letter, text } from '../letter.js';
import type { DraftSections } from '../step-messages.js';

const words = mailWords.draftSections;

export function draftSections({ step, link, audience, document, sections }: DraftSections): Letter {
  const body = words.body[audience](document, longDay(step.dueOn));
  return {
    subject:
      audience === 'owner'
        ? words.subject.owner(document, day(step.dueOn))
        : words.subject.steering(document, sections.length, day(step.dueOn)),
    preview: body,
    blocks: [
      text(body),
      {
        kind: 'items',
        items: sections.map(({ title, state, owners, needs }) => ({
          title,
          facts: [
            [words.state, state],
            ...(needs === undefined ? [] : ([[words.needs, needs]] as const)),
            [words.owners, owners],
          ],
        })),
      },
      text(words.after[audience]),
    ],
    button: { label: words.button, href: link },
  };
}
