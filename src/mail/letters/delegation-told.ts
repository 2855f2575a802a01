import { delegationWords } from '../../words/delegations.js';
import { day, longDay } from '../dates.js';
import { type Letter, text } from '../letter.js';
import type { DelegationTold } from '../mandate-messages.js';

const words = delegationWords.mail;

export function delegationTold({ what, by, indicator, title, until, dueOn, link }: DelegationTold): Letter {
  const [subject, body] =
    what === 'given'
      ? [words.subject, words.given(by, until)]
      : what === 'given-back'
        ? [words.subjectBack, words.back(by)]
        : [words.subjectTaken, words.taken(by)];
  return {
    subject: subject(indicator.code, title, day(dueOn)),
    preview: body,
    blocks: [text(body)],
    button: { label: what === 'taken-back' ? words.tasks : words.open, href: link },
    details: [
      {
        kind: 'items',
        items: [{ title: `${indicator.code} ${indicator.name}`, facts: [[title, words.due(longDay(dueOn))]] }],
      },
    ],
  };
}
