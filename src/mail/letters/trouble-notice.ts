import { troubleWords } from '../../words/troubles.js';
import { type Block, type Letter, text } from '../letter.js';
import type { TroubleNotice } from '../message.js';

const words = troubleWords.mail;

/** Beyond these a mail is not read: the page has them all. */
const MOST_TOLD = 20;

export function troubleNotice({ moment, troubles, entity, link }: TroubleNotice): Letter {
  const n = troubles.length;
  const body = moment === 'begun' ? words.body(n) : words.digest(n);
  const items = troubles.slice(0, MOST_TOLD).map(({ title, since, reason, remedy }) => ({
    title,
    facts: [
      [words.since, since],
      [words.why, reason],
      [words.act, remedy],
    ] as const,
  }));
  const more: readonly Block[] = n > MOST_TOLD ? [text(words.more(n - MOST_TOLD))] : [];
  return {
    subject: moment === 'begun' ? words.subject(n, entity.name) : words.digestSubject(n, entity.name),
    preview: body,
    blocks: [text(body), { kind: 'items', items }, ...more],
    button: { label: words.button, href: link },
  };
}
