import { followUpWords } from '../../words/follow-up.js';
import { followUpMailWords as words } from '../../words/follow-up-mail.js';
import { sentenceCase } from '../../words/sentence-case.js';
import { day, longDay } from '../dates.js';
import { type Block, type Letter, text } from '../letter.js';
import type { FollowedAsked, FollowUpReminder } from '../message.js';

const { labels } = words;

export function followUpReminder({ own, others, link }: FollowUpReminder): Letter {
  const late = own.filter((item) => item.lateDays > 0).length;
  const soon = own.length - late;
  const body = own.length > 0 ? words.body(words.lead(late, soon)) : words.bodyOthers(others.length);
  return {
    subject: own.length > 0 ? words.subject(first(own), late, soon) : words.subjectOthers(first(others), others.length),
    preview: body,
    blocks: [text(body)],
    button: { label: words.button, href: link },
    details: [
      ...(own.length > 0 ? [items(own)] : []),
      ...(own.length > 0 && others.length > 0 ? [text(sentenceCase(words.bodyOthers(others.length)))] : []),
      ...(others.length > 0 ? [items(others)] : []),
    ],
  };
}

/** The day of what is due first. */
const first = (asked: readonly FollowedAsked[]): string =>
  asked
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .map(day)[0] ?? '';

const items = (asked: readonly FollowedAsked[]): Block => ({
  kind: 'items',
  items: asked.map((item) => ({
    title: item.text,
    facts: [
      [labels.kind, followUpWords.kind[item.kind]],
      [labels.state, item.state],
      [labels.due, longDay(item.dueOn)],
      ...(item.lateDays > 0 ? [[labels.late, words.late(item.lateDays)] as const] : []),
      [labels.owner, item.owner],
      ...(item.norm === undefined ? [] : [[labels.norm, item.norm] as const]),
      [labels.page, item.link],
    ],
  })),
});
